/** What can be said of a change of ranking quality. */
import type { Estimate } from "../../../../core/evaluation/index.ts"

/**
 * Of `quickstart`, intervals that let reactions vary as well are so many times as wide as those that are reported
 * (core/policy/attention/report.ts), so an interval has to be this far from 0 before it is a sign of a change.
 */
const TOO_NARROW = 1.7

export type Direction = "better" | "worse" | "unclear"

export function directionOf({ value, interval: [low, high] }: Estimate): Direction {
  // Without an interval, too, nothing is clear: comparisons with NaN are false.
  if (value - TOO_NARROW * (value - low) > 0) return "better"
  return value + TOO_NARROW * (high - value) < 0 ? "worse" : "unclear"
}
