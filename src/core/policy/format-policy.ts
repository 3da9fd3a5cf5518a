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
}: Policy): string {
  const blocks = [
    [`name: ${textOf(name)}`, `description: ${textOf(description)}`],
    [
      "# Automated from this share on, with oversight below that share, for so many days: AI-managed.",
      ...section("definition", definition && Object.entries(definition)),
    ],
    ["# Share of AI-managed accounts assumed; null for the run's own.", `prevalence: ${prevalence}`],
    [
      "# An account whose risk is at or above a tier's threshold gets what the tier does; off for nobody.",
      ...section(
        "tiers",
        TIERS.map((tier) => [tier, tiers[tier] ?? "off"]),
      ),
    ],
    ["# In any one currency.", ...section("costs", costs && Object.entries(costs))],
    ["# The highest false-positive rate that each cohort may have.", ...capLines(caps)],
    [
      "# What a day holds; accountsPerDay null for the run's accounts, spread over its days.",
      ...section("workload", Object.entries(workload)),
    ],
  ]
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`
}

type Entries = readonly (readonly [string, string | number | null])[]

function section(name: string, entries: Entries | null): string[] {
  if (entries === null) return [`${name}: null`]
  return [`${name}:`, ...entries.map(([field, value]) => `  ${field}: ${value}`)]
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
const keyOf = (name: string) => (/^[a-z]+(-[a-z]+)+$/.test(name) ? name : textOf(name))

/** JSON leaves some characters as they are that YAML breaks lines at or does not allow. */
function textOf(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}
