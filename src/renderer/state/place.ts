/** What an address says: the view, the run and the setting; reading and writing it. */
import { COHORT_KINDS, type CohortKind } from "../../core/evaluation/index.ts"
import { type AccountFilter, FIRST_FILTER, parseFilter, tellFilter } from "./account-filter.ts"
import { type ComparedPlace, parseCompared, START_COMPARED, tellCompared } from "./compared-place.ts"
import { GATE_START, type GatePlace, parseGate, tellGate } from "./gate-place.ts"
import { NETWORK_START, type NetworkPlace, parseNetwork, tellNetwork } from "./network-place.ts"
import { type Pin, parsePins, tellPins } from "./pins.ts"
import { numberWithin, OWN_SETTING, parseSetting, type SettingPlace, tellSetting } from "./setting-place.ts"

export const VIEWS = [
  "trade-offs",
  "consequences",
  "detectors",
  "accounts",
  "network",
  "compare",
  "gate",
  "scenario",
  "realism",
  "runs",
] as const
export type View = (typeof VIEWS)[number]

export const REALISM_PARTS = ["statistics", "leakage"] as const
/** What the realism view shows: published statistics, or what gives AI-managed accounts away. */
export type RealismPart = (typeof REALISM_PARTS)[number]

export const CHART_GROUPS = ["tiers", "curves", "hit", "cost", "pair"] as const
/** Which charts the trade-offs show below the sweep: the tiers' operating points, curves, who is hit, costs, or two detectors together. */
export type ChartGroup = (typeof CHART_GROUPS)[number]

export interface Place extends SettingPlace, ComparedPlace, NetworkPlace, GatePlace, AccountFilter {
  readonly view: View
  readonly run: string | null
  /** Ids of detectors that are switched off. */
  readonly off: readonly string[]
  /** The detector that is looked at; null for the first. */
  readonly detector: string | null
  /** Settings kept to compare and go back to. */
  readonly pins: readonly Pin[]
  readonly account: number | null
  readonly charts: ChartGroup
  /** Two detectors and how a rule joins them, e.g. "co-action or writing-style"; null for the strongest two. */
  readonly pair: string | null
  readonly cohorts: CohortKind
  readonly part: RealismPart
  /** What the editor edits: a scenario's name, `run:` and a run's id, or "" for a new one; null for what it has. */
  readonly scenario: string | null
  /** A column of the accounts table. */
  readonly sort: string
  readonly descending: boolean
  /** Columns of it that are left out. */
  readonly hidden: readonly string[]
}

export const START: Place = {
  view: "trade-offs",
  run: null,
  ...OWN_SETTING,
  detector: null,
  ...START_COMPARED,
  pins: [],
  account: null,
  ...FIRST_FILTER,
  charts: "tiers",
  pair: null,
  cohorts: "archetype",
  part: "statistics",
  scenario: null,
  sort: "risk",
  descending: true,
  hidden: [],
  ...NETWORK_START,
  ...GATE_START,
}

function oneOf<Value extends string>(
  values: readonly Value[],
  found: string | null,
  otherwise: Value,
): Value {
  return values.includes(found as Value) ? (found as Value) : otherwise
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
    ...parseSetting(said),
    pins: parsePins(said),
    off: [...new Set(said.getAll("off").filter((id) => id !== ""))],
    detector: said.get("detector") || null,
    ...parseCompared(said),
    account: account !== null && Number.isInteger(account) ? account : null,
    ...parseFilter(said),
    charts: oneOf(CHART_GROUPS, said.get("charts"), START.charts),
    pair: said.get("pair") || null,
    cohorts: oneOf(COHORT_KINDS, said.get("cohorts"), START.cohorts),
    part: oneOf(REALISM_PARTS, said.get("part"), START.part),
    scenario: said.get("scenario"),
    sort: sort.replace(/^-/, ""),
    descending: said.has("sort") ? sort.startsWith("-") : START.descending,
    hidden: said.get("hide")?.split(",").filter(Boolean) ?? START.hidden,
    ...parseNetwork(said),
    ...parseGate(said),
  }
}

/** The inverse of parsePlace; leaves out what is as at the start. */
export function formatPlace(place: Place): string {
  const said = new URLSearchParams()
  if (place.run !== null) said.set("run", place.run)
  tellSetting(place, said)
  tellPins(place.pins, said)
  for (const id of place.off) said.append("off", id)
  if (place.detector !== null) said.set("detector", place.detector)
  tellCompared(place, said)
  if (place.account !== null) said.set("account", String(place.account))
  tellFilter(place, said)
  if (place.charts !== START.charts) said.set("charts", place.charts)
  if (place.pair !== null) said.set("pair", place.pair)
  if (place.cohorts !== START.cohorts) said.set("cohorts", place.cohorts)
  if (place.part !== START.part) said.set("part", place.part)
  if (place.scenario !== null && place.view === "scenario") said.set("scenario", place.scenario)
  if (place.sort !== START.sort || place.descending !== START.descending)
    said.set("sort", (place.descending ? "-" : "") + place.sort)
  if (place.hidden.length > 0) said.set("hide", place.hidden.join(","))
  tellNetwork(place, said)
  tellGate(place, said)
  const query = said.toString()
  return `#/${place.view}${query ? `?${query}` : ""}`
}
