/**
 * A policy as YAML, always in one order, each part with what it means, so that two versions differ in the lines that
 * differ. Without a YAML library, as the page writes it too: texts are written as JSON, which is YAML.
 */
import type { Cap } from "../evaluation/caps.ts"
import { COHORT_KINDS } from "../evaluation/cohorts.ts"
import type { Policy } from "./policy.ts"
import { TIERS } from "./tiers.ts"

/** The inverse of parsePolicy, but for the order of caps: they are written by kind, then as given. */
export function formatPolicy({
  name,
  description,
  definition,
  prevalence,
  tiers,
  costs,
  caps,
  workload,
  enforcement,
  review,
  appeals,
  readers,
}: Policy): string {
  const blocks = [
    [`name: ${textOf(name)}`, `description: ${textOf(description)}`],
    [
      "# Automated from this share on, with oversight below that share, for so many days: AI-managed.",
      ...block("definition", definition),
    ],
    ["# Share of AI-managed accounts assumed; null for the run's own.", `prevalence: ${prevalence}`],
    [
      "# An account whose risk is at or above a tier's threshold gets what the tier does; off for nobody.",
      ...block("tiers", Object.fromEntries(TIERS.map((tier) => [tier, tiers[tier] ?? "off"]))),
    ],
    ["# In any one currency.", ...block("costs", costs)],
    ["# The highest false-positive rate that each cohort may have.", ...capLines(caps)],
    [
      "# What a day holds; accountsPerDay null for the run's accounts, spread over its days.",
      ...block("workload", workload),
    ],
    [
      "# What follows a flag, how long it lasts, and what a repetition brings.",
      ...block("enforcement", enforcement),
    ],
    ["# Who reviews, how well, and in which order.", ...block("review", review)],
    ["# Who appeals, and who wins.", ...block("appeals", appeals)],
    ["# How the feed shares out attention, and what advertisers pay for.", ...block("readers", readers)],
  ]
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`
}

/** A field and what it holds: a mapping, empty or not, goes on in lines of its own. */
function block(name: string, value: unknown, indent = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${indent}${name}: ${value}`]
  const fields = Object.entries(value)
  if (fields.length === 0) return [`${indent}${name}: {}`]
  return [
    `${indent}${name}:`,
    ...fields.flatMap(([field, inner]) => block(keyOf(field), inner, `${indent}  `)),
  ]
}

function capLines(caps: readonly Cap[]): string[] {
  if (caps.length === 0) return ["caps: {}"]
  const kinds = COHORT_KINDS.flatMap((kind) => {
    const own = caps.filter((cap) => cap.kind === kind)
    if (own.length === 0) return []
    return [`  ${kind}:`, ...own.map((cap) => `    ${keyOf(cap.name)}: ${cap.maxFpr}`)]
  })
  return ["caps:", ...kinds]
}

/** Words that a YAML reader might take for something else are quoted. */
const keyOf = (name: string) =>
  /^[a-z][A-Za-z0-9]*(-[a-z]+)*$/.test(name) && !NOT_WORDS.has(name) ? name : textOf(name)
const NOT_WORDS = new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])

/** JSON leaves some characters as they are that YAML breaks lines at or does not allow. */
function textOf(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}
