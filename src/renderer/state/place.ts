/** What an address says: the view, the run and the operating point; reading and writing it. */
import { COHORT_KINDS, type CohortKind } from "../../core/evaluation/index.ts"
import { GRADES, type Grade } from "../../core/policy/definition.ts"

export const VIEWS = ["trade-offs", "detectors", "accounts", "realism", "runs"] as const
export type View = (typeof VIEWS)[number]

export const OUTCOMES = ["fp", "fn", "tp", "tn", "all"] as const
/** False positives, false negatives, true positives, true negatives, or everyone. */
export type Outcome = (typeof OUTCOMES)[number]

export const REALISM_PARTS = ["statistics", "leakage"] as const
/** What the realism view shows: published statistics, or what gives AI-managed accounts away. */
export type RealismPart = (typeof REALISM_PARTS)[number]

export interface Place {
  readonly view: View
  readonly run: string | null
  /** In [0, 1]; null for the scenario's own. */
  readonly threshold: number | null
  /** In (0, 1); null for the run's own. */
  readonly prevalence: number | null
  /** The definition's parts, each in (0, 1]; null for the scenario's own. */
  readonly oversight: number | null
  readonly automation: number | null
  /** A whole number, 1 or more; null for the scenario's own. */
  readonly days: number | null
  readonly account: number | null
  readonly outcome: Outcome
  /** Only accounts of this grade; null for all. */
  readonly grade: Grade | null
  readonly cohorts: CohortKind
  readonly part: RealismPart
  /** A column of the accounts table. */
  readonly sort: string
  readonly descending: boolean
}

export const START: Place = {
  view: "trade-offs",
  run: null,
  threshold: null,
  prevalence: null,
  oversight: null,
  automation: null,
  days: null,
  account: null,
  outcome: "fp",
  grade: null,
  cohorts: "archetype",
  part: "statistics",
  sort: "risk",
  descending: true,
}

/** The least share that a definition may ask for; the page's sliders begin here too. */
export const LEAST_SHARE = 0.01
/** More days than any period has. */
const MOST_DAYS = 1000

/** The operating point of another run is that run's scenario's own. */
export const OWN_SETTING = {
  threshold: null,
  prevalence: null,
  oversight: null,
  automation: null,
  days: null,
} as const satisfies Partial<Place>

function oneOf<Value extends string>(
  values: readonly Value[],
  found: string | null,
  otherwise: Value,
): Value {
  return values.includes(found as Value) ? (found as Value) : otherwise
}

function numberWithin(found: string | null, low: number, high: number): number | null {
  if (found === null || found.trim() === "") return null
  const value = Number(found)
  return value >= low && value <= high ? value : null
}

/** Reads `#/view?...`; whatever makes no sense is taken as not said. */
export function parsePlace(fragment: string): Place {
  const [path = "", query = ""] = fragment.replace(/^#?\/?/, "").split("?", 2)
  const said = new URLSearchParams(query)
  const account = numberWithin(said.get("account"), 0, 0xffffffff)
  const days = numberWithin(said.get("days"), 1, MOST_DAYS)
  const sort = said.get("sort") ?? START.sort
  return {
    view: oneOf(VIEWS, path, START.view),
    run: said.get("run") || null,
    threshold: numberWithin(said.get("threshold"), 0, 1),
    prevalence: numberWithin(said.get("prevalence"), 1e-9, 1 - 1e-9),
    oversight: numberWithin(said.get("oversight"), LEAST_SHARE, 1),
    automation: numberWithin(said.get("automation"), LEAST_SHARE, 1),
    days: days !== null && Number.isInteger(days) ? days : null,
    account: account !== null && Number.isInteger(account) ? account : null,
    outcome: oneOf(OUTCOMES, said.get("outcome"), START.outcome),
    grade: GRADES.find((grade) => grade === said.get("grade")) ?? null,
    cohorts: oneOf(COHORT_KINDS, said.get("cohorts"), START.cohorts),
    part: oneOf(REALISM_PARTS, said.get("part"), START.part),
    sort: sort.replace(/^-/, ""),
    descending: said.has("sort") ? sort.startsWith("-") : START.descending,
  }
}

/** The inverse of parsePlace; leaves out what is as at the start. */
export function formatPlace(place: Place): string {
  const said = new URLSearchParams()
  if (place.run !== null) said.set("run", place.run)
  if (place.threshold !== null) said.set("threshold", String(place.threshold))
  if (place.prevalence !== null) said.set("prevalence", String(place.prevalence))
  for (const part of ["oversight", "automation", "days"] as const)
    if (place[part] !== null) said.set(part, String(place[part]))
  if (place.account !== null) said.set("account", String(place.account))
  if (place.outcome !== START.outcome) said.set("outcome", place.outcome)
  if (place.grade !== null) said.set("grade", place.grade)
  if (place.cohorts !== START.cohorts) said.set("cohorts", place.cohorts)
  if (place.part !== START.part) said.set("part", place.part)
  if (place.sort !== START.sort || place.descending !== START.descending)
    said.set("sort", (place.descending ? "-" : "") + place.sort)
  const query = said.toString()
  return `#/${place.view}${query ? `?${query}` : ""}`
}
