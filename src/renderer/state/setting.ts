/** The setting: all that a policy team moves. Whatever is on screen follows from it and the run. */
import {
  type Cap,
  type Costs,
  FIRST_COSTS,
  SECONDS_PER_REVIEW,
  type Workload,
} from "../../core/evaluation/index.ts"
import type { Definition } from "../../core/policy/definition.ts"
import {
  FLAGGED_TIER,
  moveTier,
  sameTiers,
  TIERS,
  type Tier,
  type Tiers,
  tiersAround,
} from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { type AfterFlag, FIRST_AFTER_FLAG, sameAfterFlag } from "./after-flag.ts"
import { type LabelledRun, sameDefinition } from "./run.ts"

export interface Setting {
  /** A threshold for each tier, ascending. */
  readonly tiers: Tiers
  /** The tiers that are off: each has the threshold of the next harsher one that is on, or 1, until it is moved. */
  readonly tiersOff: readonly Tier[]
  /** The tier whose operating point the figures tell. */
  readonly tier: Tier
  /** That tier's threshold, in [0, 1]. */
  readonly threshold: number
  /** In (0, 1); undefined for the run's own. */
  readonly prevalence: number | undefined
  readonly definition: Definition
  readonly costs: Costs
  /** On the false-positive rates of cohorts; at most one a cohort. */
  readonly caps: readonly Cap[]
  /** Accounts judged a day, above 0; undefined for the run's, spread over its days. */
  readonly accountsPerDay: number | undefined
  /** A reviewer's time for one flagged account, 0 or more. */
  readonly secondsPerReview: number
  /** What follows a flag. */
  readonly afterFlag: AfterFlag
}

/**
 * Moving `threshold` moves the selected tier, and those that it passes, and switches it on; selecting a tier moves
 * `threshold`. Tiers are set together with those of them that are off, or all are on.
 */
export type Change = Partial<Setting>

/** What the scenario of a run sets, and where it says nothing, where one begins. */
export function ownSetting({ threshold, definition }: Scenario): Setting {
  return {
    tiers: tiersAround(threshold),
    tiersOff: [],
    tier: FLAGGED_TIER,
    threshold,
    prevalence: undefined,
    definition,
    costs: FIRST_COSTS,
    caps: [],
    accountsPerDay: undefined,
    secondsPerReview: SECONDS_PER_REVIEW,
    afterFlag: FIRST_AFTER_FLAG,
  }
}

export function changed(setting: Setting, change: Change): Setting {
  const { tiers, tier, threshold } = { ...setting, threshold: undefined, ...change }
  const off = change.tiersOff ?? (change.tiers === undefined ? setting.tiersOff : [])
  // A whole setting says of itself which tiers are off.
  const isMoved = change.tiersOff === undefined && threshold !== undefined && threshold !== tiers[tier]
  const tiersOff = isMoved ? off.filter((one) => one !== tier) : off
  const moved = withOffPlaced(threshold === undefined ? tiers : moveTier(tiers, tier, threshold), tiersOff)
  return { ...setting, ...change, tiers: moved, tiersOff, threshold: moved[tier] }
}

/** A tier that is off begins where the next harsher one does, and so is nobody's; the harshest at 1. */
export function withOffPlaced(tiers: Tiers, off: readonly Tier[]): Tiers {
  let above = 1
  const thresholds = TIERS.toReversed().map((tier): [Tier, number] => {
    above = off.includes(tier) ? above : tiers[tier]
    return [tier, above]
  })
  return Object.fromEntries(thresholds) as unknown as Tiers
}

/**
 * The risk from which this tier or a harsher one takes an account; Infinity, which no risk reaches, where they are off: the
 * place of such a tier is 1, which a risk can be.
 */
export const takesFrom = ({ tiers, tiersOff }: Pick<Setting, "tiers" | "tiersOff">, tier: Tier): number =>
  TIERS.slice(TIERS.indexOf(tier)).every((one) => tiersOff.includes(one))
    ? Number.POSITIVE_INFINITY
    : tiers[tier]

export function sameSetting(a: Setting, b: Setting): boolean {
  return (
    a.tier === b.tier &&
    sameTiers(a.tiers, b.tiers) &&
    sameOff(a.tiersOff, b.tiersOff) &&
    a.prevalence === b.prevalence &&
    sameDefinition(a.definition, b.definition) &&
    sameCosts(a.costs, b.costs) &&
    sameCaps(a.caps, b.caps) &&
    a.accountsPerDay === b.accountsPerDay &&
    a.secondsPerReview === b.secondsPerReview &&
    sameAfterFlag(a.afterFlag, b.afterFlag)
  )
}

/** Whether the same tiers are off. */
export const sameOff = (a: readonly Tier[], b: readonly Tier[]): boolean =>
  TIERS.every((tier) => a.includes(tier) === b.includes(tier))

export const sameCosts = (a: Costs, b: Costs): boolean =>
  a.falsePositive === b.falsePositive && a.falseNegative === b.falseNegative && a.review === b.review

export const sameCaps = (a: readonly Cap[], b: readonly Cap[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((cap, i) => cap.kind === b[i]!.kind && cap.name === b[i]!.name && cap.maxFpr === b[i]!.maxFpr))

/** The workload of a setting: where it says nothing, the run's judged accounts spread over its days. */
export function workloadOf(
  {
    accountsPerDay,
    secondsPerReview,
    prevalence,
  }: Pick<Setting, "accountsPerDay" | "secondsPerReview" | "prevalence">,
  { index }: LabelledRun,
  { days }: Pick<Scenario, "days">,
): Workload {
  return {
    accountsPerDay: accountsPerDay ?? index.judged / days,
    secondsPerReview,
    ...(prevalence === undefined ? {} : { prevalence }),
  }
}
