/**
 * Interval of a share of accounts that come in clusters: Wilson's, for as many accounts as would tell as much one by one
 * (Korn and Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts estimated
 * from survey data", Survey Methodology 24; compared by Franco, Little, Louis and Slud 2019, Journal of Survey Statistics
 * and Methodology 7). The design effect is the jackknife's variance over that of single accounts, at least 1; t's
 * quantile takes the normal one's place. With fewer than ten clusters on either side of the share
 * that variance is not known, and each cluster counts as if its accounts had no choice but to agree.
 */
import type { Interval } from "../evaluation/intervals.ts"
import { wilson } from "../evaluation/intervals.ts"
import { normalQuantile } from "../evaluation/normal.ts"
import { studentReach } from "../evaluation/student.ts"
import type { ClusterSums } from "./clusters.ts"
import { jackknifeOfMean } from "./jackknife.ts"

const ENOUGH_CLUSTERS = 10

/** `sum`: accounts of each cluster that count, of its `size`. [0, 1] without accounts. */
export function clusteredShare({ sum, size }: ClusterSums, confidence = 0.95): Interval {
  const total = (values: Float64Array) => values.reduce((all, own) => all + own, 0)
  const [counted, accounts] = [total(sum), total(size)]
  if (accounts === 0) return [0, 1]
  const share = counted / accounts
  const single = (share * (1 - share)) / accounts
  const agreeing = total(size.map((own) => own * own)) / accounts
  const { variance, degrees } = jackknifeOfMean({ sum, size })
  const seen = single > 0 && Number.isFinite(variance) ? variance / single : 0
  const having = (isThere: (cluster: number) => boolean) => [...sum.keys()].filter(isThere).length
  const isKnown =
    having((cluster) => sum[cluster] > 0) >= ENOUGH_CLUSTERS &&
    having((cluster) => sum[cluster] < size[cluster]) >= ENOUGH_CLUSTERS
  const widening = Math.max(1, seen, isKnown ? 0 : agreeing)
  const t = studentReach(confidence, degrees)
  const z = normalQuantile(0.5 + confidence / 2)
  if (!Number.isFinite(t)) return accounts === 1 ? wilson(counted, 1, confidence) : [0, 1]
  const effective = accounts / widening / (t / z) ** 2
  return wilson(share * effective, effective, confidence)
}
