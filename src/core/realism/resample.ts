/**
 * Intervals by resampling accounts: a population's events come in accounts, so accounts are drawn, not events.
 * Percentile bootstrap (Efron 1979), 95 %.
 */
import { below } from "../random/distributions.ts"
import { stream } from "../random/streams.ts"
import type { Estimate, NotApplicable } from "./row.ts"

const DRAWS = 200
const TAIL = 0.025

/** Quantile by linear interpolation between order statistics (R's type 7); `sorted` ascending, not empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(sorted.length - 1, low + 1)
  return sorted[low] + (at - low) * (sorted[high] - sorted[low])
}

/**
 * `statistic` of the items and its interval over draws of as many items with replacement; an item is what one
 * account showed. Too few items (fewer than 20) are told as such.
 */
export function resampled<Item>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number,
  name: string,
): Estimate | NotApplicable {
  if (items.length < LEAST) return { why: `only ${items.length} to measure, of ${LEAST} needed` }
  const random = stream("realism", name)
  const draws = new Float64Array(DRAWS).map(() =>
    statistic(items.map(() => items[below(items.length, random)])),
  )
  const known = draws.filter((value) => !Number.isNaN(value)).sort()
  const interval: [number, number] =
    known.length > 0 ? [quantile(known, TAIL), quantile(known, 1 - TAIL)] : [Number.NaN, Number.NaN]
  return { value: statistic(items), interval, count: items.length }
}

const LEAST = 20
