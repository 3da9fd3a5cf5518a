/**
 * Interval of the difference of two shares of the same accounts, by cluster: the jackknife's variance with t's quantile. It
 * is never narrower than Bonett and Price's, which knows that few flips, or none, do not mean that none would come.
 */
import { pairedDifferenceInterval } from "../evaluation/comparison/paired-difference.ts"
import type { Interval } from "../evaluation/intervals.ts"
import { studentReach } from "../evaluation/student.ts"
import type { ClusterSums } from "./clusters.ts"
import { jackknifeOfMean } from "./jackknife.ts"

export interface PairedShares {
  /** Change of the share; NaN without accounts. */
  readonly difference: number
  readonly interval: Interval
}

/** `net`: flips by cluster, of all clusters that have accounts; `gained` and `lost`: accounts that flipped either way. */
export function pairedShares(
  { sum, size }: ClusterSums,
  { gained, lost }: { readonly gained: number; readonly lost: number },
  confidence = 0.95,
): PairedShares {
  const accounts = size.reduce((all, own) => all + own, 0)
  const difference = (gained - lost) / accounts
  if (accounts === 0) return { difference: Number.NaN, interval: [-1, 1] }
  const [low, high] = pairedDifferenceInterval(gained, lost, accounts, confidence)
  const { variance, degrees } = jackknifeOfMean({ sum, size })
  const reach = studentReach(confidence, degrees) * Math.sqrt(variance)
  // Of a single cluster nothing is known.
  const own: Interval = Number.isNaN(reach) ? [-1, 1] : [difference - reach, difference + reach]
  return { difference, interval: [Math.max(-1, Math.min(low, own[0])), Math.min(1, Math.max(high, own[1]))] }
}
