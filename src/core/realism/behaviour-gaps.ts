/** What the times of one account's events say about its rhythm: gaps in seconds, their spread and their middle. */
import { quantile } from "./resample.ts"

/** Times of several sorted lists in one, sorted. */
export function merged(...lists: readonly ArrayLike<number>[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

/** Gaps between sorted times; one fewer than the times. */
export function gapsOf(times: ArrayLike<number>): Float64Array {
  const gaps = new Float64Array(Math.max(0, times.length - 1))
  for (let i = 0; i < gaps.length; i++) gaps[i] = times[i + 1] - times[i]
  return gaps
}

/** Mean; NaN of nothing. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** Standard deviation with n in the denominator; NaN of nothing. */
export function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values)
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) * (values[i] - mean)
  return Math.sqrt(squares / values.length)
}

/** Coefficient of variation, standard deviation over mean; NaN when all are zero. */
export function variationOf(values: ArrayLike<number>): number {
  return deviationOf(values) / meanOf(values)
}

export function medianOf(values: ArrayLike<number>): number {
  return values.length === 0 ? Number.NaN : quantile(Float64Array.from(values).sort(), 0.5)
}
