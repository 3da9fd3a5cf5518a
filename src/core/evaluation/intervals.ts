/**
 * Intervals of rates. Wilson's score interval (Wilson 1927; recommended by Brown, Cai and DasGupta 2001)
 * for a share of counted accounts, and what follows from it for figures that combine two classes.
 */
import type { Confusion } from "./confusion.ts"

/** Lower and upper end. */
export type Interval = readonly [number, number]

/** A figure and how sure we are of it. `value` is NaN where undefined. */
export interface Estimate {
  readonly value: number
  readonly interval: Interval
}

/** Fewer trials than this are too few to judge a rate by; see `isTooSmall`. */
export const ENOUGH_TRIALS = 100

/**
 * Whether a cohort is too small to judge a rate by: fewer than 100 trials. Below that the 95 % interval of a
 * rate near one half is over 0.19 wide, and not even zero flagged accounts rule out a rate of 3.7 %.
 */
export function isTooSmall(trials: number): boolean {
  return !(trials >= ENOUGH_TRIALS)
}

/** Wilson's score interval of a share, without continuity correction; [0, 1] when there are no trials. */
export function wilson(successes: number, trials: number, confidence = 0.95): Interval {
  void [successes, trials, confidence]
  throw new Error("unfinished")
}

/** Of the observed matrix: share of the AI-managed accounts that are flagged. */
export function recallInterval(c: Confusion, confidence = 0.95): Interval {
  return wilson(c.truePositives, c.truePositives + c.falseNegatives, confidence)
}

/** Of the observed matrix: share of the authentic accounts that are flagged. */
export function falsePositiveRateInterval(c: Confusion, confidence = 0.95): Interval {
  return wilson(c.falsePositives, c.falsePositives + c.trueNegatives, confidence)
}

/** `c` is the observed matrix, of whole accounts; `prevalence`, if given, what it is re-weighted to. */
export function precisionInterval(c: Confusion, prevalence?: number, confidence = 0.95): Interval {
  void [c, prevalence, confidence]
  throw new Error("unfinished")
}
