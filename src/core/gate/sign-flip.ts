/**
 * The exact sign-flip test over clusters: does a change flag more, or less?
 *
 * If it does neither, each cluster's net flips (newly flagged less no longer flagged) would have come with the opposite
 * sign just as likely; the clusters' sizes are taken as they are. So the chance of a sum at least this far from 0 is the
 * share of all 2^G ways to set the signs that reach it (Fisher 1935, "The design of experiments", section 21; of
 * clusters: Cameron, Gelbach and Miller 2008, Review of Economics and Statistics 90). It is counted exactly, cluster by
 * cluster, as the distribution of a sum of whole numbers. Where every cluster has one flip it is McNemar's exact test.
 */
import { evenChance, mcnemar } from "../evaluation/comparison/mcnemar.ts"
import { studentTwoSided } from "../evaluation/student.ts"

export interface SignFlip {
  /** Two-sided, in (0, 1]; 1 when nothing flipped. */
  readonly p: number
  /** The least that p could have been, had all clusters moved the same way; 1 when nothing flipped. */
  readonly least: number
}

/**
 * Additions after which the sum is taken as normal: it is then of hundreds of clusters of several flips each, and tens of
 * thousands of flips.
 */
const MOST_ADDITIONS = 3e8

/** Degrees of freedom from which on t is normal. */
const NORMAL = 1e6

/** `net`: whole numbers, one a cluster. */
export function signFlipTest(net: ArrayLike<number>): SignFlip {
  const sizes: number[] = []
  let single = 0
  let sum = 0
  for (let cluster = 0; cluster < net.length; cluster++) {
    sum += net[cluster]
    const size = Math.abs(net[cluster])
    if (size === 1) single++
    else if (size > 1) sizes.push(size)
  }
  const total = sizes.reduce((all, size) => all + size, single)
  if (total === 0) return { p: 1, least: 1 }
  const least = Math.max(Number.MIN_VALUE, 2 ** (1 - single - sizes.length))
  const far = Math.abs(sum)
  if (sizes.length === 0) return { p: mcnemar((single + far) / 2, (single - far) / 2).exact, least }
  const p =
    sizes.length * total > MOST_ADDITIONS
      ? normalTail(far, single, sizes)
      : exactTail(far, total, single, sizes)
  return { p: Math.max(least, Math.min(1, p)), least }
}

/**
 * Chance that the flips with a plus differ from those with a minus by `far` or more. `plus[k]` is the chance that the
 * clusters so far have k flips with a plus.
 */
function exactTail(far: number, total: number, single: number, sizes: readonly number[]): number {
  const plus = new Float64Array(total + 1)
  for (let k = 0; k <= single; k++) plus[k] = evenChance(k, single)
  let reach = single
  for (const size of sizes) {
    // Downwards, so that what is moved up by a cluster is not moved by it again.
    for (let k = reach; k >= 0; k--) {
      plus[k] /= 2
      plus[k + size] += plus[k]
    }
    reach += size
  }
  // The smallest terms first.
  let tail = 0
  for (let k = total; 2 * k - total >= far; k--) tail += plus[k]
  return far === 0 ? 1 : 2 * tail
}

function normalTail(far: number, single: number, sizes: readonly number[]): number {
  const variance = sizes.reduce((all, size) => all + size * size, single)
  // The sum has steps of two; half a step makes the tail of whole numbers.
  return studentTwoSided(Math.max(0, far - 1) / Math.sqrt(variance), NORMAL)
}
