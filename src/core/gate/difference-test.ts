/**
 * Test and interval of a difference that is a sum over clusters and may vary by something else as well.
 *
 * The test turns the clusters' signs (sign-flip-sum.ts). The interval takes the variance by cluster (jackknife.ts) with t's
 * quantile; independent variances join as Welch has them (1947, "The generalization of Student's problem when several
 * different population variances are involved", Biometrika 34).
 */
import type { Interval } from "../evaluation/intervals.ts"
import { studentReach } from "../evaluation/student.ts"
import type { Variance } from "./jackknife.ts"
import { signFlipSum } from "./sign-flip-sum.ts"

export interface DifferenceParts {
  readonly difference: number
  /** One a cluster; they sum to the difference. */
  readonly parts: Float64Array
  /** What the difference varies by because of these clusters, for the interval. */
  readonly own: Variance
  /** What it varies by apart from them. */
  readonly apart: Variance
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

export function differenceTest({ difference, parts, own, apart }: DifferenceParts): Tested {
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
