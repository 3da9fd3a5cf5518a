/**
 * The cheapest setting of the tiers that act and of the number of reviewers that keeps the policy's caps and further limits.
 * Settings are looked at with a few replicates, over a grid of the two cuts, then about the best of it (search.ts); the
 * cheapest of them are followed on others, and judged by those, so that luck in the first look does not make a setting seem
 * cheap. The cheapest of these few is still the least of several figures that vary together, and so told a little too cheap.
 */
import { PolicyError } from "../../errors.ts"
import type { Policy } from "../policy.ts"
import { estimateOf } from "./bands.ts"
import {
  CURVE_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  type FollowOptions,
  horizonOf,
  requireWithinHorizon,
  type Steps,
} from "./following.ts"
import { type FurtherLimits, type LimitFigures, type Limits, limitsOf, worstExcess } from "./limits.ts"
import { platformOf } from "./platform.ts"
import type { CheapestReport, Setting, SettingConsequences } from "./points.ts"
import { type Grid, type Look, rankedLooks, search } from "./search.ts"
import { withSetting } from "./settings.ts"
import { followSeveral, meanCost, type ShortOf, shortOf } from "./several.ts"

export interface CheapestOptions extends FollowOptions, FurtherLimits {
  /** Thresholds in [0, 1] that are tried, null for a tier that is off. CUTS unless told. */
  readonly label?: readonly (number | null)[]
  readonly limit?: readonly (number | null)[]
  readonly review?: readonly (number | null)[]
  readonly suspend?: readonly (number | null)[]
  /** Numbers of reviewers that are tried; the policy's own unless told. */
  readonly reviewers?: readonly number[]
}

/** Numbers of reviewers to be tried up to so many, 0 or more: each up to 4, then steps by about a half. */
export function reviewersUpTo(most: number): readonly number[] {
  const tried: number[] = []
  for (let number = 0; number < most; number += Math.max(1, number >> 1)) tried.push(number)
  return [...tried, most]
}

export const CUTS: readonly (number | null)[] = [
  0.02,
  0.05,
  0.1,
  0.2,
  0.3,
  0.4,
  0.5,
  0.6,
  0.7,
  0.8,
  0.9,
  null,
]

/** Of every setting: all meet the same accounts and luck, so that few replicates tell which is cheaper. */
const FIRST_REPLICATES = 3

/** So many of the cheapest are followed on all replicates, and so many more as long as none keeps the limits. */
const FINALISTS = 6

type Followed = ShortOf<LimitFigures>

/**
 * A step a setting and replicate. A PolicyError when the policy has no costs or the hours are the horizon or more, or as of `followingFlags`.
 */
export function* cheapest(
  input: FollowInput,
  policy: Policy,
  {
    label = CUTS,
    limit = CUTS,
    review = CUTS,
    suspend = CUTS,
    reviewers = [policy.review.reviewers],
    replicates = CURVE_REPLICATES,
    seed = DEFAULT_SEED,
    ...further
  }: CheapestOptions = {},
): Steps<CheapestReport> {
  if (policy.costs === null) throw new PolicyError(["costs are needed to find the cheapest policy, got none"])
  if (typeof further.hours === "number") requireWithinHorizon(further.hours, horizonOf(input, policy))
  const limits = limitsOf(platformOf(input, policy), policy.caps, further)
  const grid = { label, limit, review, suspend, reviewers }
  const everywhere = [policy, lowestOf(policy, grid)]
  const follow = function* (
    some: readonly Setting[],
    { seed, count }: { readonly seed: string; readonly count: number },
  ) {
    const policies = some.map((setting) => withSetting(policy, setting))
    const options = { seed, replicates: count }
    return yield* followSeveral(input, policy, policies, options, limits.measure, everywhere)
  }
  const firstLook = { seed: `${seed}/first look`, count: Math.min(FIRST_REPLICATES, replicates) }
  const looks = yield* within(
    0,
    FIRST_LOOK,
    search(policy, grid, function* (some) {
      const { figures } = yield* follow(some, firstLook)
      return some.map((setting, at) => lookOf(setting, figures[at], limits))
    }),
  )
  const { keeping, promising, order } = rankedLooks(looks)
  let some: readonly Setting[] = unique([looks[0], order[0], ...promising.slice(0, FINALISTS)])
  const found: SettingConsequences[] = []
  const replicatesOf = new Map<SettingConsequences, readonly Followed[]>()
  for (let next = FINALISTS; ; next += FINALISTS) {
    const { figures } = yield* within(FIRST_LOOK, 1, follow(some, { seed, count: replicates }))
    for (const [at, setting] of some.entries()) {
      const one = consequencesOf(setting, figures[at], limits)
      found.push(one)
      replicatesOf.set(one, figures[at])
    }
    if (found.some(({ broken }) => broken.length === 0) || next >= keeping.length) break
    some = unique(keeping.slice(next, next + FINALISTS))
  }
  const byCost = [...found].sort((a, b) => totalOf(a) - totalOf(b))
  const kept = byCost.find(({ broken }) => broken.length === 0) ?? null
  return {
    days: horizonOf(input, policy),
    replicates,
    looked: looks.length,
    cheapest: kept,
    held: kept === null ? [] : limits.found(replicatesOf.get(kept)!.map((one) => one.kept)),
    saving: kept === null ? null : savingOf(replicatesOf.get(found[0])!, replicatesOf.get(kept)!),
    unlimited: byCost[0],
    binding: byCost[0].broken,
    present: found[0],
    followed: byCost,
    nearest:
      kept === null ? byCost.toSorted((a, b) => worstExcess(a.broken) - worstExcess(b.broken))[0] : null,
    unjudged: limits.unjudged,
  }
}

/** Share of the work that the first look is told to be. */
const FIRST_LOOK = 0.6

/** Tells the share done of a part of the work as a share of the whole. */
function* within<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

/** A policy that flags whoever some setting flags. */
const lowestOf = (policy: Policy, { label, limit, review, suspend }: Grid): Policy => {
  const all = [...label, ...limit, ...review, ...suspend].filter((threshold) => threshold !== null)
  return { ...policy, tiers: { ...policy.tiers, label: all.length > 0 ? Math.min(...all) : null } }
}

function lookOf(setting: Setting, figures: readonly Followed[], limits: Limits): Look {
  const excess = worstExcess(limits.broken(figures.map(({ kept }) => kept)))
  return { ...setting, excess, cost: meanCost(figures)! }
}

function consequencesOf(setting: Setting, figures: readonly Followed[], limits: Limits): SettingConsequences {
  const { label, limit, review, suspend, reviewers } = setting
  const broken = limits.broken(figures.map(({ kept }) => kept))
  return { label, limit, review, suspend, reviewers, ...shortOf(figures), broken }
}

/** All settings meet the same accounts and luck in a replicate, so that the difference is surer than its sides. */
const savingOf = (present: readonly Followed[], kept: readonly Followed[]) =>
  estimateOf(present.map(({ cost }, at) => cost!.total - kept[at].cost!.total))

const totalOf = ({ cost }: SettingConsequences) => cost!.total.value

const unique = <One>(all: readonly One[]): One[] => [...new Set(all)]
