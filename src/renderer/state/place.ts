/** What an address says: the view, the run and the operating point; reading and writing it. */
import { COHORT_KINDS, type CohortKind } from "../../core/evaluation/index.ts"

export const VIEWS = ["trade-offs", "accounts", "runs"] as const
export type View = (typeof VIEWS)[number]

export const OUTCOMES = ["fp", "fn", "tp", "tn", "all"] as const
/** False positives, false negatives, true positives, true negatives, or everyone. */
export type Outcome = (typeof OUTCOMES)[number]

export interface Place {
  readonly view: View
  readonly run: string | null
  /** In [0, 1]; null for the scenario's own. */
  readonly threshold: number | null
  /** In (0, 1); null for the run's own. */
  readonly prevalence: number | null
  readonly account: number | null
  readonly outcome: Outcome
  readonly cohorts: CohortKind
  /** A column of the accounts table. */
  readonly sort: string
  readonly descending: boolean
}

export const START: Place = {
  view: "trade-offs",
  run: null,
  threshold: null,
  prevalence: null,
  account: null,
  outcome: "fp",
  cohorts: "archetype",
  sort: "risk",
  descending: true,
}

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
  const sort = said.get("sort") ?? START.sort
  return {
    view: oneOf(VIEWS, path, START.view),
    run: said.get("run") || null,
    threshold: numberWithin(said.get("threshold"), 0, 1),
    prevalence: numberWithin(said.get("prevalence"), 1e-9, 1 - 1e-9),
    account: account !== null && Number.isInteger(account) ? account : null,
    outcome: oneOf(OUTCOMES, said.get("outcome"), START.outcome),
    cohorts: oneOf(COHORT_KINDS, said.get("cohorts"), START.cohorts),
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
  if (place.account !== null) said.set("account", String(place.account))
  if (place.outcome !== START.outcome) said.set("outcome", place.outcome)
  if (place.cohorts !== START.cohorts) said.set("cohorts", place.cohorts)
  if (place.sort !== START.sort || place.descending !== START.descending)
    said.set("sort", (place.descending ? "-" : "") + place.sort)
  const query = said.toString()
  return `#/${place.view}${query ? `?${query}` : ""}`
}
