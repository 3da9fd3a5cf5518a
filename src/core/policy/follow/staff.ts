/**
 * How many reviewers it takes for an answer in time, found by following the policy with more of them and fewer, in each
 * replicate apart (review/staffing.ts). What comes before reviewers depends on what they decided before, appeals and
 * flags raised again among it, so formulas only tell where to begin.
 */
import type { Policy } from "../policy.ts"
import {
  DEFAULT_TARGET,
  guessReviewers,
  leastReviewers,
  type Staffing,
  type StaffingTarget,
  staffingOf,
} from "../review/staffing.ts"
import { type Arrivals, candidatesOf, drawArrivals } from "./arrivals.ts"
import { meanOf } from "./bands.ts"
import { followReplicate } from "./follow-replicate.ts"
import {
  DEFAULT_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  type FollowOptions,
  horizonOf,
  requireWithinHorizon,
  type Steps,
} from "./following.ts"
import { stillGrows } from "./growth.ts"
import { platformOf } from "./platform.ts"
import { withReviewers } from "./settings.ts"

export interface StaffingAnswer extends Staffing {
  /**
   * What Erlang's C formula says for the cases that come in the last replicate when `reviewers` (or `most`) decide, as if a
   * day had only the shift's hours, times were exponential and each case were looked at once: no less than `most` when that
   * many are not enough. Its hours are until a case is begun; those of `reviewers` are until it is decided.
   */
  readonly byFormula: number
  /** Over which the target is held: where arrivals still grow, more days take more reviewers. */
  readonly days: number
  readonly arrivals: StaffingArrivals
}

/** Flags and appeals, where each replicate has the number of reviewers that is enough in it. */
export interface StaffingArrivals {
  /** On the first day and on the last, means over replicates. */
  readonly first: number
  readonly last: number
  /** As of `stillGrows`. */
  readonly stillGrow: boolean
}

export interface StaffOptions extends FollowOptions {
  /** 95 % within 24 hours, with no more than 10,000 reviewers, where it does not say otherwise. */
  readonly target?: Partial<StaffingTarget>
}

/**
 * Of the flags that came before reviewers. The rule for an overflowing queue is left out, since it would answer for them.
 * A step a replicate. A PolicyError when the target's hours are the horizon or more, or as of `followingFlags`.
 */
export function* staffing(
  input: FollowInput,
  policy: Policy,
  { seed = DEFAULT_SEED, replicates = DEFAULT_REPLICATES, target: wanted = {} }: StaffOptions = {},
): Steps<StaffingAnswer> {
  const target = { ...DEFAULT_TARGET, ...wanted }
  requireWithinHorizon(target.hours, horizonOf(input, policy))
  const peopleOnly: Policy = { ...policy, review: { ...policy.review, overflow: null } }
  const platform = platformOf(input, peopleOnly)
  const candidates = candidatesOf(platform, [peopleOnly])
  const logWith = (reviewers: number, arrivals: Arrivals) =>
    followReplicate(platform, withReviewers(peopleOnly, reviewers), candidates, arrivals, seed).log
  const formulaWith = (reviewers: number, arrivals: Arrivals) => {
    const arrivalsPerDay = meanOf([...logWith(reviewers, arrivals).arrivals])
    const traffic = { arrivalsPerDay, secondsPerReview: policy.workload.secondsPerReview }
    return guessReviewers(traffic, target, policy.review)
  }
  const least: (number | null)[] = []
  const perDay: Float64Array[] = []
  let byFormula = 0
  let guess = 0
  while (least.length < replicates) {
    const arrivals = drawArrivals(platform, candidates, seed, least.length)
    if (least.length === 0) guess = formulaWith(policy.review.reviewers, arrivals)
    const arrivalsWith = new Map<number, Float64Array>()
    const shareInTime = (reviewers: number) => {
      const log = logWith(reviewers, arrivals)
      arrivalsWith.set(reviewers, log.arrivals)
      return log.shareInTime(target.hours)
    }
    const found = leastReviewers(shareInTime, target, guess)
    least.push(found)
    perDay.push(arrivalsWith.get(found ?? target.most)!)
    guess = found ?? target.most
    if (least.length === replicates)
      // With the present staff others would come: whoever waits undecided is not flagged again.
      byFormula = formulaWith(staffingOf(least, target, policy.review).reviewers ?? target.most, arrivals)
    yield least.length / replicates
  }
  return {
    ...staffingOf(least, target, policy.review),
    byFormula,
    days: platform.days,
    arrivals: {
      first: meanOf(perDay.map((values) => values[0])),
      last: meanOf(perDay.map((values) => values[values.length - 1])),
      stillGrow: stillGrows(perDay, policy.enforcement.recheckDays),
    },
  }
}
