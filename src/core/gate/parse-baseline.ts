/**
 * Reads a baseline, and trusts none: a file that was cut short, merged by hand or edited would let a regression through,
 * so every number that can be told in two ways is held against the other.
 */
import { z } from "zod"
import { DataError } from "../errors.ts"
import { nameOf, type Path, quote, valueAt } from "../scenario/problems.ts"
import { lineOfFault, readYaml } from "../scenario/read-yaml.ts"
import { BASELINE_FORMAT, type Baseline } from "./baseline.ts"
import { confusionFigures } from "./figures.ts"
import { type Rank, withinRate } from "./ranks.ts"
import { GATE_FIGURES } from "./settings.ts"

/** Which folder it is of, whoever checks it tells (report/check/advice.ts). */
const RENEW = "`--update` writes it anew"

const count = z.int({ error: "a whole number of 0 or more" }).min(0, "a whole number of 0 or more")
const text = z.string({ error: "text" })
const share = z
  .number({ error: "a number in [0, 1]" })
  .min(0, "a number in [0, 1]")
  .max(1, "a number in [0, 1]")
const figure = z.union([share, z.null()], { error: "a number in [0, 1], or null" })
const digest = z.string({ error: "64 hexadecimal digits" }).regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
const mapping = (fields: string) => ({ error: `a mapping of ${fields}` })
const byName = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value, { error: "a mapping" })

/** Ascending, so that each account stands once, and where somebody looks for it. */
const numbers = z
  .array(count, { error: "a list of account numbers" })
  .refine((list) => list.every((number, at) => at === 0 || number > list[at - 1]), {
    error: "account numbers in ascending order, each once",
  })

const RANK = "a whole number, or two like 12-15 of an account that ties"
const rank = z.union(
  [
    count.transform((value): Rank => [value, value]),
    z
      .string()
      .regex(/^\d+-\d+$/)
      .transform((value): Rank => {
        const [above, atOrAbove] = value.split("-").map(Number)
        return [above, atOrAbove]
      })
      .refine(([above, atOrAbove]) => above < atOrAbove, RANK),
  ],
  { error: RANK },
)

const baselineSchema = z.strictObject(
  {
    format: z.literal(BASELINE_FORMAT, { error: `${BASELINE_FORMAT}` }),
    scenario: text,
    run: text,
    populationDigest: digest,
    digest,
    versions: z.strictObject({ assay: text, generator: text }, mapping("assay, generator")),
    definition: z.strictObject(
      { automation: share, oversight: share, days: count },
      mapping("automation, days, oversight"),
    ),
    threshold: share,
    accounts: count,
    managed: count,
    flagged: count,
    caught: count,
    hits: count,
    figures: z.strictObject(
      { recall: figure, fpr: figure, precision: figure, auc: figure, recallAtFpr1: figure },
      mapping(GATE_FIGURES.join(", ")),
    ),
    detectors: byName(z.strictObject({ version: count, auc: figure }, mapping("auc, version"))),
    flaggedBy: byName(byName(numbers)),
    hitAtFpr1: numbers,
    ranks: byName(z.array(rank, { error: "a list of ranks" })),
  },
  { error: "a mapping of fields like format, scenario and figures" },
)

/** `fileName` is only for messages. Throws a DataError: file, field, what is allowed, what was found. */
export function parseBaseline(text: string, fileName: string): Baseline {
  requireMerged(text, fileName)
  const fail = (problems: readonly string[]) =>
    new DataError([...new Set(problems)].map((line) => `${fileName}: ${line}`).join("\n"))
  const read = readYaml(text, "baseline")
  if ("faults" in read) throw fail([...read.faults.map(lineOfFault).slice(0, 1), `is not whole; ${RENEW}`])
  const { value } = read
  if (value === null || value === undefined) throw fail([`is empty; ${RENEW}`])
  const checked = baselineSchema.safeParse(value)
  if (!checked.success) throw fail(checked.error.issues.flatMap((issue) => problemsOf(issue, value)))
  const problems = contradictions(checked.data)
  if (problems.length > 0) throw fail([...problems, `is not as it was written; ${RENEW}`])
  return checked.data
}

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?= |$)/m

/** What git leaves behind where two sides changed the same lines. */
function requireMerged(text: string, fileName: string): void {
  const marker = MARKER.exec(text)
  if (marker === null) return
  const line = text.slice(0, marker.index).split("\n").length
  throw new DataError(
    `${fileName}: line ${line} is a conflict marker (${marker[0]}): two sides renewed this baseline. ` +
      `Take either side; ${RENEW}`,
  )
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${nameOf([...issue.path, key])} is not a field of a baseline`)
  const found = valueAt(input, issue.path)
  const field = issue.path.length === 0 ? "a baseline" : nameOf(issue.path)
  if (found === undefined) return [`${field} is missing; it must be ${issue.message}`]
  return [`${field} must be ${issue.message}, got ${quote(found)}`]
}

/** Numbers that cannot all be true. */
function contradictions(baseline: Baseline): string[] {
  const problems: string[] = []
  const expect = (path: Path, found: unknown, allowed: string, isRight: boolean) => {
    if (!isRight) problems.push(`${nameOf(path)} must be ${allowed}, got ${quote(found)}`)
  }
  const { accounts, managed, flagged, caught, figures, flaggedBy, hits, hitAtFpr1, ranks } = baseline
  const authentic = accounts - managed
  const most = (path: Path, found: number, limit: number, of: string) =>
    expect(path, found, `at most ${limit}, ${of}`, found <= limit)
  most(["managed"], managed, accounts, "the number of accounts")
  most(["caught"], caught, Math.min(flagged, managed), "the number of flagged and of AI-managed accounts")
  most(["flagged"], flagged, caught + authentic, "those caught and all authentic accounts")
  if (problems.length > 0) return problems

  const listed: number[] = []
  const inRange = (path: Path, own: readonly number[]) =>
    expect(path, own.at(-1), `account numbers below ${accounts}`, own.length === 0 || own.at(-1)! < accounts)
  for (const [archetype, detectors] of Object.entries(flaggedBy))
    for (const [detector, own] of Object.entries(detectors)) {
      inRange(["flaggedBy", archetype, detector], own)
      listed.push(...own)
    }
  inRange(["hitAtFpr1"], hitAtFpr1)
  const once = new Set(listed).size
  expect(
    ["flaggedBy"],
    once,
    `lists of ${flagged} accounts, each once`,
    once === flagged && once === listed.length,
  )
  expect(["hitAtFpr1"], hitAtFpr1.length, `a list of ${hits} accounts`, hitAtFpr1.length === hits)
  most(["hitAtFpr1"], hitAtFpr1.length, withinRate(authentic), "1 % of the authentic accounts")

  const all = Object.values(ranks).flat()
  expect(
    ["ranks"],
    all.length,
    `lists of ${managed} ranks, one for each AI-managed account`,
    all.length === managed,
  )
  for (const [archetype, own] of Object.entries(ranks))
    for (const [at, [, atOrAbove]] of own.entries())
      most(["ranks", archetype, at], atOrAbove, authentic, "the number of authentic accounts")
  if (problems.length > 0) return problems

  const falsePositives = flagged - caught
  const counted = {
    truePositives: caught,
    falsePositives,
    trueNegatives: authentic - falsePositives,
    falseNegatives: managed - caught,
  }
  const told = confusionFigures(counted, all)
  for (const name of GATE_FIGURES)
    expect(
      ["figures", name],
      figures[name],
      `${told[name]}, as its counts and ranks say`,
      figures[name] === told[name],
    )
  return problems
}
