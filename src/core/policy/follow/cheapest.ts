/**
 * The cheapest setting of the two cuts, and of the number of reviewers, that keeps the policy's caps and further limits.
 * Every setting is looked at with a few replicates; the cheapest of them are then followed on others, and judged by those, so
 * that luck in the first look does not make a setting seem cheap. The cheapest of these few is still the least of several
 * figures that vary together, and so told a little too cheap.
 */
import { PolicyError } from "../../errors.ts"
import type { Policy } from "../policy.ts"
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
import { withSetting } from "./settings.ts"
import { followSeveral, meanCost, type ShortOf, shortOf } from "./several.ts"

export interface CheapestOptions extends FollowOptions, FurtherLimits {
  /** Thresholds in [0, 1] that are tried, null for a tier that is off. CUTS unless told. */
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
  const present = presentOf(policy)
  const settings = [present, ...settingsOf(review, suspend, reviewers, present)]
  const follow = function* (
    some: readonly Setting[],
    { seed, count }: { readonly seed: string; readonly count: number },
    from: number,
    to: number,
  ) {
    const policies = some.map((setting) => withSetting(policy, setting))
    const { platform, figures } = yield* within(
      from,
      to,
      followSeveral(input, policy, policies, { seed, replicates: count }, limits.measure),
    )
    return { days: platform.days, figures }
  }
  const firstLook = { seed: `${seed}/first look`, count: Math.min(FIRST_REPLICATES, replicates) }
  const first = yield* follow(settings, firstLook, 0, FIRST_LOOK)
  const looks = settings.map((setting, at) => lookOf(setting, first.figures[at], limits))
  const order = [...looks].sort((a, b) => a.cost - b.cost)
  const keeping = order.filter(({ excess }) => excess === 0)
  // The present setting, the cheapest of all, and then those that seem to keep the limits, the cheapest first; where none
  // does, those that are the least beyond them.
  const promising = keeping.length > 0 ? keeping : order.toSorted((a, b) => a.excess - b.excess)
  let some = unique([looks[0], order[0], ...promising.slice(0, FINALISTS)])
  const found: SettingConsequences[] = []
  for (let next = FINALISTS; ; next += FINALISTS) {
    const { figures } = yield* follow(some, { seed, count: replicates }, FIRST_LOOK, 1)
    found.push(...some.map((setting, at) => consequencesOf(setting, figures[at], limits)))
    if (found.some(({ broken }) => broken.length === 0) || next >= keeping.length) break
    some = unique(keeping.slice(next, next + FINALISTS))
  }
  const byCost = [...found].sort((a, b) => totalOf(a) - totalOf(b))
  const kept = byCost.find(({ broken }) => broken.length === 0) ?? null
  return {
    days: first.days,
    replicates,
    looked: settings.length,
    cheapest: kept,
    unlimited: byCost[0],
    binding: byCost[0].broken,
    present: found[0],
    followed: byCost,
    nearest:
      kept === null ? byCost.toSorted((a, b) => worstExcess(a.broken) - worstExcess(b.broken))[0] : null,
    unjudged: limits.unjudged,
  }
}

/** Of the first look, which only tells what is worth more of them. */
const FIRST_REPLICATES = 5

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

const presentOf = ({ tiers, review: { reviewers } }: Policy): Setting => ({
  review: tiers.review,
  suspend: tiers.suspend,
  reviewers,
})

/**
 * All of them but the present one, and but those in which the review tier would not lie below the suspend tier: at the same
 * threshold nobody is left for it, as when it is off.
 */
function settingsOf(
  reviews: readonly (number | null)[],
  suspends: readonly (number | null)[],
  reviewers: readonly number[],
  present: Setting,
): Setting[] {
  const isPresent = (one: Setting) =>
    one.review === present.review && one.suspend === present.suspend && one.reviewers === present.reviewers
  return reviews.flatMap((review) =>
    suspends
      .filter((suspend) => review === null || suspend === null || review < suspend)
      .flatMap((suspend) => reviewers.map((number) => ({ review, suspend, reviewers: number })))
      .filter((one) => !isPresent(one)),
  )
}

function lookOf(setting: Setting, figures: readonly Followed[], limits: Limits) {
  const excess = worstExcess(limits.broken(figures.map(({ kept }) => kept)))
  return { ...setting, excess, cost: meanCost(figures)! }
}

function consequencesOf(
  { review, suspend, reviewers }: Setting,
  figures: readonly Followed[],
  limits: Limits,
): SettingConsequences {
  const broken = limits.broken(figures.map(({ kept }) => kept))
  return { review, suspend, reviewers, ...shortOf(figures), broken }
}

const totalOf = ({ cost }: SettingConsequences) => cost!.total.value

const unique = <One>(all: readonly One[]): One[] => [...new Set(all)]
