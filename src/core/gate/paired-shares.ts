/**
 * Interval of the difference of two shares of the same accounts, by cluster: linearised, as of a ratio of sums over
 * clusters that are drawn whole (Liang and Zeger 1986, "Longitudinal data analysis using generalized linear models",
 * Biometrika 73), with t of one degree of freedom less than there are clusters. It is never narrower than Bonett and
 * Price's, which knows that few flips, or none, do not mean that none would come.
 */
import { pairedDifferenceInterval } from "../evaluation/comparison/paired-difference.ts"
import type { Interval } from "../evaluation/intervals.ts"
import { studentReach } from "../evaluation/student.ts"
import type { ClusterSums } from "./clusters.ts"

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
  const residual = sum.map((net, cluster) => (net - difference * size[cluster]) / accounts)
  const reach = studentReach(confidence, sum.length - 1) * Math.sqrt(clusterVariance(residual))
  // Without a second cluster 0 times Infinity is no number, and nothing is known.
  const own: Interval = Number.isNaN(reach) ? [-1, 1] : [difference - reach, difference + reach]
  return { difference, interval: [Math.max(-1, Math.min(low, own[0])), Math.min(1, Math.max(high, own[1]))] }
}

/** Of a sum over clusters whose parts are these, which sum to 0; NaN of a single one. */
export function clusterVariance(residual: Float64Array): number {
  const clusters = residual.length
  return (clusters / (clusters - 1)) * residual.reduce((all, own) => all + own * own, 0)
}
