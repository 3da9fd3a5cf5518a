/** What can be said of a change of ranking quality. */
import type { Estimate } from "../../../../core/evaluation/index.ts"

export type Direction = "better" | "worse" | "unclear"

export function directionOf({ interval: [low, high] }: Estimate): Direction {
  // Without an interval, too, nothing is clear: comparisons with NaN are false.
  if (low > 0) return "better"
  return high < 0 ? "worse" : "unclear"
}
