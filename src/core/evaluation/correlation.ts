/**
 * Correlation of detectors' scores: Spearman's rank correlation (1904), ties at their mean rank, of the accounts that
 * both have judged (pairwise complete). Within one class at a time: over both together, any two detectors that work
 * correlate. Detectors that correlate among authentic accounts are wrong about the same people.
 */
import type { Estimate, Interval } from "./intervals.ts"
import { normalQuantile } from "./normal.ts"

export interface Correlation {
  readonly a: string
  readonly b: string
  /** Accounts of the class that both have judged. */
  readonly accounts: number
  /** In [-1, 1]; NaN when there are fewer than 4 such accounts or one of the scores is the same for all. */
  readonly rho: Estimate
}

export interface CorrelationReport {
  readonly authentic: readonly Correlation[]
  readonly managed: readonly Correlation[]
}

/** `scores`: by detector id, NaN where missing; every pair once, in the order of the ids. */
export function correlationReport(
  scores: Readonly<Record<string, Float32Array>>,
  label: Uint8Array,
): CorrelationReport {
  const within = (wanted: number) => {
    const isMeant = (_: number, account: number) => label[account] === wanted
    const columns = Object.entries(scores).map(([id, score]) => [id, score.filter(isMeant)] as const)
    return columns.flatMap(([a, scoresOfA], k) =>
      columns.slice(k + 1).map(([b, scoresOfB]) => ({ a, b, ...spearman(scoresOfA, scoresOfB) })),
    )
  }
  return { authentic: within(0), managed: within(1) }
}

/**
 * Spearman's correlation of the places where neither value is NaN, with a 95 % interval by Fisher's transform and the
 * standard error of Bonett and Wright (2000), sqrt((1 + rho^2 / 2) / (n - 3)).
 */
export function spearman(a: Float32Array, b: Float32Array): { accounts: number; rho: Estimate } {
  const both = Uint32Array.from(a.keys()).filter((at) => !Number.isNaN(a[at]) && !Number.isNaN(b[at]))
  const accounts = both.length
  if (accounts < 4) return { accounts, rho: { value: Number.NaN, interval: [-1, 1] } }
  const value = pearson(
    ranks(Float32Array.from(both, (at) => a[at])),
    ranks(Float32Array.from(both, (at) => b[at])),
  )
  return { accounts, rho: { value, interval: intervalAround(value, accounts) } }
}

function intervalAround(rho: number, accounts: number): Interval {
  if (Number.isNaN(rho)) return [-1, 1]
  if (Math.abs(rho) >= 1) return [rho, rho]
  const centre = Math.log((1 + rho) / (1 - rho)) / 2
  const reach = normalQuantile(0.975) * Math.sqrt((1 + (rho * rho) / 2) / (accounts - 3))
  return [fromFisher(centre - reach), fromFisher(centre + reach)]
}

/** tanh, by exponentials alone: Node computes those in software, so that bits are the same everywhere. */
function fromFisher(z: number): number {
  const e = Math.exp(2 * z)
  return (e - 1) / (e + 1)
}

/** From 1 on; equal values share the mean of their ranks. */
export function ranks(values: Float32Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((p, q) => values[p] - values[q])
  const rank = new Float64Array(values.length)
  for (let first = 0; first < order.length; ) {
    let end = first + 1
    while (end < order.length && values[order[end]] === values[order[first]]) end++
    for (let place = first; place < end; place++) rank[order[place]] = (first + 1 + end) / 2
    first = end
  }
  return rank
}

/** Of two columns of equal length; NaN when one of them is constant. */
function pearson(a: Float64Array, b: Float64Array): number {
  // Ranks of n values have the mean (n + 1) / 2, ties or not.
  const mean = (a.length + 1) / 2
  let [ab, aa, bb] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    ab += (a[at] - mean) * (b[at] - mean)
    aa += (a[at] - mean) ** 2
    bb += (b[at] - mean) ** 2
  }
  // Rounding must not lead beyond 1.
  return Math.min(1, Math.max(-1, ab / Math.sqrt(aa * bb)))
}
