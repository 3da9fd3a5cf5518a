/**
 * Intervals by resampling accounts: a population's events come in accounts and its accounts in groups, so groups are
 * drawn, not events. Percentile bootstrap (Efron 1979) of clusters (Davison and Hinkley 1997, section 3.8), 95 %.
 */
import { below } from "../random/distributions.ts"
import { stream } from "../random/streams.ts"
import { byCluster, type Clustered } from "./cluster.ts"
import type { Estimate, NotApplicable } from "./row.ts"

export const DRAWS = 200
const TAIL = 0.025

/** Quantile by linear interpolation between order statistics (R's type 7); `sorted` ascending, not empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(sorted.length - 1, low + 1)
  return sorted[low] + (at - low) * (sorted[high] - sorted[low])
}

/** Between which 95 % of the draws lie; a draw that held too little for a value says nothing. */
export function intervalOf(draws: Float64Array): [number, number] {
  const known = draws.filter(Number.isFinite).sort()
  return known.length > 0 ? [quantile(known, TAIL), quantile(known, 1 - TAIL)] : [Number.NaN, Number.NaN]
}

/** Fewer of whatever a row is taken of than this say nothing. */
const LEAST = 20
/** Fewer clusters cannot be drawn again with any sense; an interval from a dozen is rough already. */
const LEAST_CLUSTERS = 5

/** The reason when there are too few, else null. */
export function tooFew(count: number): NotApplicable | null {
  return count < LEAST ? { why: `only ${count} to measure, of ${LEAST} needed` } : null
}

/** The reason when they belong to too few clusters, else null. */
export function tooAlike(clusters: number): NotApplicable | null {
  return clusters < LEAST_CLUSTERS
    ? { why: `they belong to only ${clusters} groups, of ${LEAST_CLUSTERS} needed` }
    : null
}

/** Interval of a statistic over draws of as many clusters with replacement; `name` names the stream of draws. */
export function drawnAgain<Item>(
  clusters: readonly (readonly Item[])[],
  statistic: (items: readonly Item[]) => number,
  name: string,
): [number, number] {
  const random = stream("realism", name)
  const draws = new Float64Array(DRAWS).map(() => {
    const drawn: Item[] = []
    for (let k = 0; k < clusters.length; k++)
      for (const item of clusters[below(clusters.length, random)]) drawn.push(item)
    return statistic(drawn)
  })
  return intervalOf(draws)
}

/**
 * `statistic` of the items and its interval; an item is what one account showed. Too few items (fewer than 20), or
 * items of too few clusters, are told as such.
 */
export function resampled<Item extends Clustered>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number,
  name: string,
): Estimate | NotApplicable {
  const clusters = byCluster(items)
  const why = tooFew(items.length) ?? tooAlike(clusters.length)
  if (why) return why
  return { value: statistic(items), interval: drawnAgain(clusters, statistic, name), count: items.length }
}
