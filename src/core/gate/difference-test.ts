/**
 * Test and interval of a difference that is a sum over clusters and may vary by something else as well.
 *
 * The test turns the clusters' signs (sign-flip-sum.ts). The interval takes the parts' variance around their mean, by
 * cluster (Liang and Zeger 1986, Biometrika 73), with t of one degree of freedom less than there are clusters;
 * independent parts join as Welch has them (1947, Biometrika 34).
 */
import type { Interval } from "../evaluation/intervals.ts"
import { studentReach } from "../evaluation/student.ts"
import { clusterVariance } from "./paired-shares.ts"
import { signFlipSum } from "./sign-flip-sum.ts"

/** A variance, and how well it is known. */
export interface Variance {
  readonly variance: number
  readonly degrees: number
}

export interface DifferenceParts {
  readonly difference: number
  /** One a cluster; they sum to the difference. */
  readonly parts: Float64Array
  /** One a cluster, around the mean; they sum to 0. */
  readonly residuals: Float64Array
  /** What the difference varies by apart from these clusters; variance 0 for nothing. */
  readonly apart: Variance
  /** Added to the variance of the interval for what few flips do not show. */
  readonly unseen: number
}

export interface Tested {
  readonly difference: number
  /** 95 %, within [-1, 1]. */
  readonly interval: Interval
  /** Two-sided, in (0, 1]. */
  readonly p: number
  /** The least that p could have been, had all clusters moved the same way. */
  readonly least: number
}

export function differenceTest({ difference, parts, residuals, apart, unseen }: DifferenceParts): Tested {
  const own = { variance: clusterVariance(residuals) + unseen, degrees: residuals.length - 1 }
  return {
    difference,
    interval: intervalAround(difference, joined(own, apart)),
    ...signFlipSum(parts, apart.variance),
  }
}

function intervalAround(difference: number, { variance, degrees }: Variance): Interval {
  const reach = studentReach(0.95, degrees) * Math.sqrt(variance)
  // A single cluster has no variance to know.
  if (Number.isNaN(reach)) return [-1, 1]
  return [Math.max(-1, difference - reach), Math.min(1, difference + reach)]
}

function joined(a: Variance, b: Variance): Variance {
  const variance = a.variance + b.variance
  const share = (one: Variance) => (one.variance === 0 ? 0 : one.variance ** 2 / one.degrees)
  return { variance, degrees: variance ** 2 / (share(a) + share(b)) }
}
