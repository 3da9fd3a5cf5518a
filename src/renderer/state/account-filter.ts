/** Which accounts the table shows, as the address says it. All parts hold together. */
import { COHORT_KINDS, type CohortKind } from "../../core/evaluation/index.ts"
import { GRADES, type Grade } from "../../core/policy/definition.ts"
import { numberWithin } from "./setting-place.ts"

export const OUTCOMES = ["fp", "fn", "tp", "tn", "flagged", "passed", "all"] as const
/** False positives, false negatives, true positives, true negatives; flagged or not, whoever they are; or everyone. */
export type Outcome = (typeof OUTCOMES)[number]

/** Who changes sides between another setting and the present one: is flagged or not, or counts as AI-managed or not. */
export const FLIP_KINDS = [
  "any",
  "newly-flagged",
  "no-longer-flagged",
  "newly-managed",
  "no-longer-managed",
] as const
export type FlipKind = (typeof FLIP_KINDS)[number]

export interface ScoreRange {
  /** A detector's id, or `risk`. */
  readonly of: string
  /** In [0, 1], both ends included. */
  readonly from: number
  readonly to: number
}

export interface AccountFilter {
  readonly search: string
  readonly outcome: Outcome
  readonly grade: Grade | null
  readonly cohort: { readonly kind: CohortKind; readonly name: string } | null
  /** At most one a score. */
  readonly scores: readonly ScoreRange[]
  readonly memberOf: number | null
  readonly flips: FlipKind | null
  /** The threshold that flips are counted from; null for the scenario's own. */
  readonly flipsFrom: number | null
}

/** What a filter is without: every link to a list of accounts starts from it. */
export const ANY_ACCOUNT: AccountFilter = {
  search: "",
  outcome: "all",
  grade: null,
  cohort: null,
  scores: [],
  memberOf: null,
  flips: null,
  flipsFrom: null,
}

/** Where nobody has chosen: the people who would be wrongly hit. */
export const FIRST_FILTER: AccountFilter = { ...ANY_ACCOUNT, outcome: "fp" }

const within = <Value extends string>(values: readonly Value[], found: string | null): Value | null =>
  values.find((value) => value === found) ?? null

export function parseFilter(said: URLSearchParams): AccountFilter {
  const memberOf = numberWithin(said.get("member-of"), 0, 0xfffffffe)
  return {
    search: said.get("search") ?? "",
    outcome: within(OUTCOMES, said.get("outcome")) ?? FIRST_FILTER.outcome,
    grade: within(GRADES, said.get("grade")),
    cohort: parseCohort(said.get("cohort")),
    scores: said
      .getAll("score")
      .reduce<ScoreRange[]>((ranges, text) => withRange(ranges, parseRange(text)), []),
    memberOf: memberOf !== null && Number.isInteger(memberOf) ? memberOf : null,
    flips: within(FLIP_KINDS, said.get("flips")),
    flipsFrom: numberWithin(said.get("flips-from"), 0, 1),
  }
}

/** `archetype:casual`. */
function parseCohort(text: string | null): AccountFilter["cohort"] {
  const [, kindText = "", name = ""] = /^([a-z]+):(.+)$/.exec(text ?? "") ?? []
  const kind = within(COHORT_KINDS, kindText)
  return kind !== null && name !== "" ? { kind, name } : null
}

/** `risk:0.2:0.8`. */
function parseRange(text: string): ScoreRange | null {
  const [of = "", low = "", high = "", ...rest] = text.split(":")
  const [from, to] = [numberWithin(low, 0, 1), numberWithin(high, 0, 1)]
  if (of === "" || rest.length > 0 || from === null || to === null || from > to) return null
  return { of, from, to }
}

/** With another range of its score, if there was one, replaced. */
export function withRange(ranges: readonly ScoreRange[], range: ScoreRange | null): ScoreRange[] {
  return range === null ? [...ranges] : [...ranges.filter(({ of }) => of !== range.of), range]
}

/** The inverse of parseFilter; leaves out what is as at first. */
export function tellFilter(filter: AccountFilter, said: URLSearchParams): void {
  const { search, outcome, grade, cohort, scores, memberOf, flips, flipsFrom } = filter
  if (search !== "") said.set("search", search)
  if (outcome !== FIRST_FILTER.outcome) said.set("outcome", outcome)
  if (grade !== null) said.set("grade", grade)
  if (cohort !== null) said.set("cohort", `${cohort.kind}:${cohort.name}`)
  for (const { of, from, to } of scores) said.append("score", `${of}:${from}:${to}`)
  if (memberOf !== null) said.set("member-of", String(memberOf))
  if (flips !== null) said.set("flips", flips)
  if (flipsFrom !== null) said.set("flips-from", String(flipsFrom))
}
