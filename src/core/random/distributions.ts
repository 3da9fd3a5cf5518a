/**
 * Distributions drawn from a stream. Each takes the stream last, so that a call reads as its name.
 * Of Math only log, exp, sqrt, cos and cbrt are used, which Node computes in software, the same from version to version
 * so far; Math.pow's last bit has changed. A browser's build may round their last bit otherwise.
 */
import type { Random } from "./streams.ts"

/** Standard normal by Box and Muller's transform; the second value of the pair is dropped. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Lognormal with the given median; `sigma` is the standard deviation of the logarithm. */
export function logNormal(median: number, sigma: number, random: Random): number {
  return median * Math.exp(sigma * normal(random))
}

export function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random())
}

/** Poisson counts: Knuth's product below a mean of 30, the rounded normal above (relative error under 1 %). */
export function poisson(mean: number, random: Random): number {
  if (!(mean > 0)) return 0
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** Failures before the first success; mean (1 - p) / p, for p in (0, 1]. Infinity for a p that 1 - p cannot tell from 0. */
export function geometric(p: number, random: Random): number {
  if (p >= 1) return 0
  const surprise = Math.log(1 - p)
  return surprise === 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.log(1 - random()) / surprise)
}

/** Gamma with the given shape and scale 1, after Marsaglia and Tsang 2000. */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * Math.exp(Math.log(1 - random()) / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) * (1 + c * x) * (1 + c * x)
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Beta with the given mean in [0, 1]; `concentration` (alpha + beta) says how tightly it sits there. */
export function beta(mean: number, concentration: number, random: Random): number {
  if (mean <= 0 || mean >= 1) return Math.min(1, Math.max(0, mean))
  const a = gamma(mean * concentration, random)
  const b = gamma((1 - mean) * concentration, random)
  return a + b > 0 ? a / (a + b) : mean
}

/**
 * Shares that sum to 1, Dirichlet about the weights' own; a higher `concentration` sits more tightly there.
 * A weight of 0 stays 0; one of them is above 0.
 */
export function dirichlet(weights: readonly number[], concentration: number, random: Random): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const draws = weights.map((weight) => (weight > 0 ? gamma((weight / total) * concentration, random) : 0))
  const sum = draws.reduce((all, draw) => all + draw, 0)
  // Tiny shapes can all underflow.
  return sum > 0 ? draws.map((draw) => draw / sum) : weights.map((weight) => weight / total)
}

/** An integer in [0, count). */
export function below(count: number, random: Random): number {
  return Math.floor(random() * count)
}

/** A size from a power law with the given exponent (above 1) on [least, most], by inversion. */
export function powerLaw(least: number, most: number, exponent: number, random: Random): number {
  const power = 1 - exponent
  const low = Math.exp(power * Math.log(least))
  const high = Math.exp(power * Math.log(most + 1))
  return Math.min(most, Math.floor(Math.exp(Math.log(low + random() * (high - low)) / power)))
}

/** Draws an index in proportion to weights, in constant time (Walker 1977, Vose 1991). */
export interface Alias {
  readonly cut: Float64Array
  readonly other: Uint32Array
}

export function aliasTable(weights: ArrayLike<number>): Alias {
  const size = weights.length
  let total = 0
  for (let i = 0; i < size; i++) total += weights[i]
  const cut = new Float64Array(size)
  const other = new Uint32Array(size)
  const small: number[] = []
  const large: number[] = []
  for (let i = 0; i < size; i++) {
    cut[i] = (weights[i] * size) / total
    other[i] = i
    ;(cut[i] < 1 ? small : large).push(i)
  }
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!
    const more = large[large.length - 1]
    other[less] = more
    cut[more] -= 1 - cut[less]
    if (cut[more] < 1) small.push(large.pop()!)
  }
  for (const rest of small) cut[rest] = 1
  return { cut, other }
}

export function drawAlias(table: Alias, random: Random): number {
  const position = random() * table.cut.length
  const index = Math.floor(position)
  return position - index < table.cut[index] ? index : table.other[index]
}

/** Fisher and Yates's shuffle, in place. */
export function shuffle(values: Uint32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(i + 1, random)
    const kept = values[i]
    values[i] = values[j]
    values[j] = kept
  }
}
