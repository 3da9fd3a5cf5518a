/**
 * Interval of the difference of two shares of the same accounts: Bonett and Price's adjusted Wald interval (2012,
 * "Adjusted Wald confidence interval for a difference of binomial proportions based on paired data", Journal of
 * Educational and Behavioral Statistics 37), which adds one flip in either direction. Unlike the bootstrap it has a
 * width when there are no flips: that none of 50 accounts flipped does not mean that none of a million would.
 */
import type { Interval } from "../intervals.ts"
import { normalQuantile } from "../normal.ts"

/**
 * `gained` and `lost`: accounts that only the second and only the first side flags, out of `accounts`; counts.
 * `confidence` in (0, 1). Within [-1, 1], and all of it without accounts.
 */
export function pairedDifferenceInterval(
  gained: number,
  lost: number,
  accounts: number,
  confidence = 0.95,
): Interval {
  if (!(accounts > 0)) return [-1, 1]
  const up = (gained + 1) / (accounts + 2)
  const down = (lost + 1) / (accounts + 2)
  const difference = up - down
  const z = normalQuantile(0.5 + confidence / 2)
  const reach = z * Math.sqrt((up + down - difference * difference) / (accounts + 2))
  return [Math.max(-1, difference - reach), Math.min(1, difference + reach)]
}
