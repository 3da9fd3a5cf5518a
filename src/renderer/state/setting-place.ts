/** What an address says of a setting, part by part; what it leaves unsaid is the scenario's own. */
import { type Cap, COHORT_KINDS, type CohortKind, type Costs } from "../../core/evaluation/index.ts"
import { moveTier, outOfOrder, sameTiers, TIERS, type Tier, type Tiers } from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { readAfterFlag, tellAfterFlag } from "./after-flag.ts"
import { changed, ownSetting, type Setting, sameCaps, sameCosts } from "./setting.ts"

export interface SettingPlace {
  /** Of the selected tier, in [0, 1]; null for the scenario's own. */
  readonly threshold: number | null
  /** All thresholds; null when they follow from `threshold` and the scenario. */
  readonly tiers: Tiers | null
  /** The tiers that are off. */
  readonly tiersOff: readonly Tier[]
  readonly tier: Tier | null
  /** In (0, 1); null for the run's own. */
  readonly prevalence: number | null
  /** The definition's parts, each in (0, 1]; null for the scenario's own. */
  readonly oversight: number | null
  readonly automation: number | null
  /** A whole number, 1 or more; null for the scenario's own. */
  readonly days: number | null
  readonly costs: Costs | null
  readonly caps: readonly Cap[] | null
  /** Accounts judged a day, above 0. */
  readonly perDay: number | null
  /** Seconds a review, 0 or more. */
  readonly seconds: number | null
  /** What differs after a flag, as `tellAfterFlag` has it; null for the defaults. */
  readonly after: string | null
}

/** The setting of another run is that run's scenario's own, with all its detectors. */
export const OWN_SETTING: SettingPlace & { readonly off: readonly string[] } = {
  off: [],
  threshold: null,
  tiers: null,
  tiersOff: [],
  tier: null,
  prevalence: null,
  oversight: null,
  automation: null,
  days: null,
  costs: null,
  caps: null,
  perDay: null,
  seconds: null,
  after: null,
}

/** Where another run is opened: by its scenario's own setting, with all its detectors, and none of its accounts. */
export const ownPlaceOf = (run: string | null) => ({ run, ...OWN_SETTING, account: null })

/** The least share that a definition may ask for; the page's sliders begin here too. */
export const LEAST_SHARE = 0.01
/** More days than any period has. */
const MOST_DAYS = 1000
/** As in the policy schema, which the page does not load; a test holds them to it. */
export const MOST_PER_DAY = 1e10
export const MOST_SECONDS = 86_400
const MOST = Number.MAX_SAFE_INTEGER

export function numberWithin(found: string | null, low: number, high: number): number | null {
  if (found === null || found.trim() === "") return null
  const value = Number(found)
  return value >= low && value <= high ? value : null
}

/** `count` numbers, parted by commas. */
function numbersWithin(found: string | null, count: number, low: number, high: number): number[] | null {
  const values = (found ?? "").split(",").map((part) => numberWithin(part, low, high))
  return values.length === count && values.every((value) => value !== null) ? values : null
}

/** Whatever makes no sense is taken as not said. */
export function parseSetting(said: URLSearchParams): SettingPlace {
  const days = numberWithin(said.get("days"), 1, MOST_DAYS)
  const perDay = numberWithin(said.get("per-day"), 0, MOST_PER_DAY)
  return {
    threshold: numberWithin(said.get("threshold"), 0, 1),
    tiers: parseTiers(said.get("tiers")),
    tiersOff: parseOff(said.get("tiers-off")),
    tier: TIERS.find((tier) => tier === said.get("tier")) ?? null,
    prevalence: numberWithin(said.get("prevalence"), 1e-9, 1 - 1e-9),
    oversight: numberWithin(said.get("oversight"), LEAST_SHARE, 1),
    automation: numberWithin(said.get("automation"), LEAST_SHARE, 1),
    days: days !== null && Number.isInteger(days) ? days : null,
    costs: parseCosts(said.get("costs")),
    caps: parseCaps(said.getAll("cap")),
    perDay: perDay === 0 ? null : perDay,
    seconds: numberWithin(said.get("seconds"), 0, MOST_SECONDS),
    after: tellAfterFlag(readAfterFlag(said.get("after"))),
  }
}

export function parseTiers(found: string | null): Tiers | null {
  const values = numbersWithin(found, TIERS.length, 0, 1)
  if (values === null) return null
  const tiers = Object.fromEntries(TIERS.map((tier, i) => [tier, values[i]!])) as unknown as Tiers
  return outOfOrder(tiers) === null ? tiers : null
}

/** The inverse of parseTiers. */
export const tellTiers = (tiers: Tiers): string => TIERS.map((tier) => tiers[tier]).join(",")

const parseOff = (found: string | null): readonly Tier[] => {
  const named = (found ?? "").split(",")
  return TIERS.filter((tier) => named.includes(tier))
}

function parseCosts(found: string | null): Costs | null {
  const values = numbersWithin(found, 3, 0, MOST)
  if (values === null || values.every((value) => value === 0)) return null
  const [falsePositive, falseNegative, review] = values as [number, number, number]
  return { falsePositive, falseNegative, review }
}

/** As in `archetype:casual:0.01`; of several for one cohort the first. */
function parseCaps(found: readonly string[]): readonly Cap[] | null {
  const caps: Cap[] = []
  for (const text of found) {
    const [, kind, name, rate] = /^([^:]+):(.+):([^:]+)$/.exec(text) ?? []
    const maxFpr = numberWithin(rate ?? null, 1e-9, 1 - 1e-9)
    if (!COHORT_KINDS.includes(kind as CohortKind) || !name || maxFpr === null) continue
    if (!caps.some((cap) => cap.kind === kind && cap.name === name))
      caps.push({ kind: kind as CohortKind, name, maxFpr })
  }
  return caps.length > 0 ? caps : null
}

/** The inverse of parseSetting; leaves out what is null. */
export function tellSetting(place: SettingPlace, said: URLSearchParams): void {
  const { tiers, tiersOff, costs, caps } = place
  for (const part of ["tier", "threshold", "prevalence", "oversight", "automation", "days"] as const)
    if (place[part] !== null) said.set(part, String(place[part]))
  if (tiers !== null) said.set("tiers", tellTiers(tiers))
  if (tiersOff.length > 0) said.set("tiers-off", tiersOff.join(","))
  if (costs !== null) said.set("costs", [costs.falsePositive, costs.falseNegative, costs.review].join(","))
  for (const { kind, name, maxFpr } of caps ?? []) said.append("cap", `${kind}:${name}:${maxFpr}`)
  if (place.perDay !== null) said.set("per-day", String(place.perDay))
  if (place.seconds !== null) said.set("seconds", String(place.seconds))
  if (place.after !== null) said.set("after", place.after)
}

/** The setting that an address names. */
export function settingAt(place: SettingPlace, scenario: Scenario): Setting {
  const own = ownSetting(scenario)
  const { definition } = own
  const tier = place.tier ?? own.tier
  const tiers = place.tiers ?? own.tiers
  return changed(own, {
    tier,
    tiers: place.threshold === null ? tiers : moveTier(tiers, tier, place.threshold),
    tiersOff: place.tiersOff,
    prevalence: place.prevalence ?? undefined,
    definition: {
      automation: place.automation ?? definition.automation,
      oversight: place.oversight ?? definition.oversight,
      days: place.days ?? definition.days,
    },
    costs: place.costs ?? own.costs,
    caps: place.caps ?? own.caps,
    accountsPerDay: place.perDay ?? undefined,
    secondsPerReview: place.seconds ?? own.secondsPerReview,
    afterFlag: readAfterFlag(place.after),
  })
}

/** What an address must say to name a setting: the parts that are not the scenario's. */
export function placeOfSetting(setting: Setting, scenario: Scenario): SettingPlace {
  const own = ownSetting(scenario)
  const unlessOwn = <Value>(value: Value, ownValue: Value) => (value === ownValue ? null : value)
  const { tier, tiers, tiersOff, definition } = setting
  const follows = tiersOff.length === 0 && sameTiers(tiers, moveTier(own.tiers, tier, setting.threshold))
  return {
    threshold: unlessOwn(setting.threshold, own.tiers[tier]),
    tiers: follows ? null : tiers,
    tiersOff,
    tier: unlessOwn(tier, own.tier),
    prevalence: setting.prevalence ?? null,
    oversight: unlessOwn(definition.oversight, own.definition.oversight),
    automation: unlessOwn(definition.automation, own.definition.automation),
    days: unlessOwn(definition.days, own.definition.days),
    costs: sameCosts(setting.costs, own.costs) ? null : setting.costs,
    caps: sameCaps(setting.caps, own.caps) ? null : setting.caps,
    perDay: setting.accountsPerDay ?? null,
    seconds: unlessOwn(setting.secondsPerReview, own.secondsPerReview),
    after: tellAfterFlag(setting.afterFlag),
  }
}
