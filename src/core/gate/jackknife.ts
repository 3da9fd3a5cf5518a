/**
 * Variance by leaving out one cluster at a time (Quenouille 1956, Tukey 1958; of clusters: CV3 of MacKinnon, Nielsen and
 * Webb 2023, "Cluster-robust inference: a guide to empirical practice", Journal of Econometrics 232). Unlike the
 * linearised variance it does not come out too small where one fleet holds much of a class. Degrees of freedom: one less
 * than there are clusters.
 */
import type { ClusterSums } from "./clusters.ts"

/** A variance, and how well it is known; NaN where a cluster cannot be left out, as when there is only one. */
export interface Variance {
  readonly variance: number
  readonly degrees: number
}

export const NO_VARIANCE: Variance = { variance: 0, degrees: 1 }

/** `without`: by how much the figure changes without each cluster. */
export function jackknife(without: Float64Array): Variance {
  const clusters = without.length
  const squares = without.reduce((sum, change) => sum + change * change, 0)
  return { variance: ((clusters - 1) / clusters) * squares, degrees: clusters - 1 }
}

/** Of the mean over all accounts. */
export function jackknifeOfMean({ sum, size }: ClusterSums): Variance {
  const accounts = size.reduce((all, own) => all + own, 0)
  const mean = sum.reduce((all, own) => all + own, 0) / accounts
  return jackknife(sum.map((own, cluster) => (mean * size[cluster] - own) / (accounts - size[cluster])))
}
