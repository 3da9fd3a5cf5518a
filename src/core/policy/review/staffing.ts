/**
 * How many reviewers it takes for an answer in time: the least number with which a share of the cases is decided within so
 * many hours. It is found in each replicate apart, and the replicates' numbers make the answer and its interval: chance
 * and the sample of accounts move the number, and whoever plans shifts wants to know how far.
 *
 * Where more reviewers decide no fewer cases in time (first come, first served) it is the least number of all. In other
 * orders, and where decisions bring accounts back, the share may dip here and there: then it is one with which the target
 * is met and with one reviewer fewer is not.
 */
import type { Review } from "../after-flag.ts"
import { loadOf, type Traffic, waitQuantile } from "./erlang.ts"

export interface StaffingTarget {
  /** Of the cases, in (0, 1). */
  readonly share: number
  /** From arrival to decision, above 0. */
  readonly hours: number
  /** No more reviewers are tried. */
  readonly most: number
}

export const DEFAULT_TARGET: StaffingTarget = { share: 0.95, hours: 24, most: 10_000 }

export interface Staffing extends StaffingTarget {
  readonly replicates: number
  /** Enough in half of the replicates at least; null when even the most is not. */
  readonly reviewers: number | null
  /** Enough in 2.5 % and in 97.5 % of the replicates at least; null as above. */
  readonly interval: readonly [low: number | null, high: number | null]
  /** Enough in 95 % of the replicates at least; null as above. `reviewers` is too few in as many as half of them. */
  readonly mostlyEnough: number | null
  /** Replicates in which the most is enough, at least. */
  readonly reached: number
  /** Largest share that any number of people could decide in time; see `shareInReach`. */
  readonly shareInReach: number
  /**
   * Why there is no number: the shift is too short for whoever arrives after it, so that no number would do, or more
   * than `most` are needed. null when there is one.
   */
  readonly why: "shift" | "most" | null
}

/**
 * The least number of reviewers in one replicate, by bisection, with some 2 log2 of its distance from `guess` calls.
 * `shareInTime` gives the share of cases decided in time with so many reviewers, NaN without any cases, which is in time.
 * null when `most` are not enough.
 */
export function leastReviewers(
  shareInTime: (reviewers: number) => number,
  { share, most }: Pick<StaffingTarget, "share" | "most">,
  guess: number,
): number | null {
  const isEnough = (reviewers: number) => !(shareInTime(reviewers) < share)
  let enough = Math.min(most, Math.max(0, guess))
  let tooFew = -1
  if (isEnough(enough)) {
    for (let step = 1; enough > 0; step *= 2) {
      const fewer = Math.max(0, enough - step)
      if (!isEnough(fewer)) {
        tooFew = fewer
        break
      }
      enough = fewer
    }
  } else {
    for (let step = 1; ; step *= 2) {
      tooFew = enough
      if (tooFew === most) return null
      enough = Math.min(most, tooFew + step)
      if (isEnough(enough)) break
    }
  }
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

/** The answer from the replicates' least numbers; null for a replicate in which the most is not enough. */
export function staffingOf(
  least: readonly (number | null)[],
  target: StaffingTarget,
  { hoursPerDay }: Pick<Review, "hoursPerDay">,
): Staffing {
  const sorted = least.map((one) => one ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const enoughIn = (part: number) => {
    const number = sorted[Math.max(0, Math.ceil(part * sorted.length - 1e-9) - 1)]
    return number < Number.POSITIVE_INFINITY ? number : null
  }
  const reviewers = enoughIn(0.5)
  const inReach = shareInReach(target, hoursPerDay)
  return {
    ...target,
    replicates: sorted.length,
    reviewers,
    interval: [enoughIn(0.025), enoughIn(0.975)],
    mostlyEnough: enoughIn(0.95),
    reached: least.filter((one) => one !== null).length,
    shareInReach: inReach,
    why: reviewers !== null ? null : inReach < target.share ? "shift" : "most",
  }
}

/**
 * The share of cases, arriving evenly around the clock, that a shift of `hoursPerDay` can answer within the target's hours
 * however many work it: those that come within it or so shortly before. The rule for an overflowing queue keeps no hours,
 * so this is about people alone.
 */
export const shareInReach = ({ hours }: Pick<StaffingTarget, "hours">, hoursPerDay: number): number =>
  Math.min(1, (hoursPerDay + hours) / 24)

/**
 * Where to begin a search: the least number whose load leaves the target's share within its hours by the M/M/c formula,
 * where a day has only the shift's hours. Never less than the load, the bound below which work grows without end.
 */
export function guessReviewers(
  traffic: Omit<Traffic, "reviewers">,
  { share, hours, most }: StaffingTarget,
  { hoursPerDay }: Pick<Review, "hoursPerDay">,
): number {
  const open = hoursPerDay / 24
  const onShift = { ...traffic, arrivalsPerDay: traffic.arrivalsPerDay / open }
  let reviewers = Math.floor(loadOf(onShift)) + 1
  while (reviewers < most && waitQuantile({ ...onShift, reviewers }, share) > (hours / 24) * open) reviewers++
  return Math.min(reviewers, most)
}
