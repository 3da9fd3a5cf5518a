/**
 * Statistics of what accounts did, all taken together, and their intervals. What one account did belongs together, and
 * so does what one group did, so clusters are drawn again, not events. They are drawn in lots of many clusters each,
 * whose sums are taken once: a draw of lots varies as a draw of clusters does, at a hundredth of the work.
 */
import { below } from "../random/distributions.ts"
import { stream } from "../random/streams.ts"
import { type Clustered, numbered, type Valued } from "./cluster.ts"
import { DRAWS, drawnAgain, intervalOf, quantile, tooAlike, tooFew } from "./resample.ts"
import type { Estimate, NotApplicable } from "./row.ts"

/** Lots in which clusters are drawn. */
const LOTS = 200

/** Sums over the clusters of each lot; `add` adds one account to its lot's sums, of which there are `length`. */
function inLots<Account extends Clustered>(
  accounts: readonly Account[],
  length: number,
  add: (sums: Float64Array, account: Account) => void,
): Float64Array[] {
  const { place, count } = numbered(accounts)
  const lots = Array.from({ length: Math.min(LOTS, count) }, () => new Float64Array(length))
  for (const [k, account] of accounts.entries()) add(lots[place[k] % LOTS], account)
  return lots
}

/** Sums without those that are 0: most cells of a lot's histogram are, and lots are added up hundreds of times. */
interface Sparse {
  readonly at: Uint32Array
  readonly value: Float64Array
}

function nonZero(sums: Float64Array): Sparse {
  const at = Uint32Array.from(sums.keys()).filter((i) => sums[i] !== 0)
  return { at, value: Float64Array.from(at, (i) => sums[i]) }
}

/** `statistic` of the sums over all accounts, and its interval. */
export function pooled<Account extends Clustered>(
  name: string,
  accounts: readonly Account[],
  length: number,
  add: (sums: Float64Array, account: Account) => void,
  statistic: (sums: Float64Array) => number,
): Estimate | NotApplicable {
  const lots = inLots(accounts, length, add).map(nonZero)
  const why = tooFew(accounts.length) ?? tooAlike(lots.length)
  if (why) return why
  const ofAll = (drawn: readonly Sparse[]) => {
    const sums = new Float64Array(length)
    for (const { at, value } of drawn) for (let i = 0; i < at.length; i++) sums[at[i]] += value[i]
    return statistic(sums)
  }
  const interval = drawnAgain(
    lots.map((lot) => [lot]),
    ofAll,
    name,
  )
  return { value: ofAll(lots), interval, count: accounts.length }
}

/** Adds up to a mean and a standard deviation: sums of 1, x and x squared. */
export const MOMENTS = 3
export function addMoments(sums: Float64Array, value: number): void {
  sums[0]++
  sums[1] += value
  sums[2] += value * value
}
export const meanOfMoments = ([count, sum]: Float64Array): number => sum / count
export const deviationOfMoments = ([count, sum, squares]: Float64Array): number =>
  Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))

/** Cells of a histogram, evenly spaced in the logarithm from 0.5 to 2^31: a quantile is exact to 1 %. */
export const CELLS = 2048
const LOWEST = Math.log(0.5)
const CELL = (Math.log(2 ** 31) - LOWEST) / CELLS

/** Counts a value that is not negative; 0 counts as 0.5. */
export function addToHistogram(counts: Float64Array, value: number): void {
  counts[Math.min(CELLS - 1, Math.floor((Math.log(Math.max(0.5, value)) - LOWEST) / CELL))]++
}

/** Quantile of a histogram: the middle of the cell that it falls in; NaN of nothing. */
export function histogramQuantile(counts: Float64Array, share: number): number {
  let total = 0
  for (let cell = 0; cell < CELLS; cell++) total += counts[cell]
  if (total === 0) return Number.NaN
  let left = share * (total - 1)
  let cell = 0
  for (; left >= counts[cell]; cell++) left -= counts[cell]
  return Math.exp(LOWEST + (cell + 0.5) * CELL)
}

/** A quantile over accounts, one value each: clusters are drawn, or the interval is exact where each has one value. */
export function quantileOfAccounts(
  name: string,
  values: readonly Valued[],
  share: number,
): Estimate | NotApplicable {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  const ascending = Float64Array.from(sorted, ({ value }) => value)
  const { place, count } = numbered(sorted)
  const why = tooFew(values.length) ?? tooAlike(count)
  if (why) return why
  const interval =
    count === values.length
      ? betweenOrderStatistics(ascending, share)
      : intervalOf(drawnQuantiles(ascending, share, place, count, name))
  return { value: quantile(ascending, share), interval, count: values.length }
}

/** Standard normal deviate of a 95 % interval. */
const Z = 1.96

/**
 * Between the order statistics that hold a quantile in 95 % of samples of independent values (David and Nagaraja 2003,
 * section 7.1; normal approximation of the ranks).
 */
function betweenOrderStatistics(ascending: Float64Array, share: number): [number, number] {
  const slack = (Z * Math.sqrt(share * (1 - share))) / Math.sqrt(ascending.length)
  const at = (of: number) => quantile(ascending, Math.min(1, Math.max(0, of)))
  return [at(share - slack), at(share + slack)]
}

/** The quantile of every draw of clusters; each value counts as often as its cluster, at `place`, was drawn. */
function drawnQuantiles(
  ascending: Float64Array,
  share: number,
  place: Uint32Array,
  clusters: number,
  name: string,
): Float64Array {
  const random = stream("realism", name)
  const times = new Uint32Array(clusters)
  return new Float64Array(DRAWS).map(() => {
    times.fill(0)
    for (let k = 0; k < clusters; k++) times[below(clusters, random)]++
    let total = 0
    for (const cluster of place) total += times[cluster]
    return quantileOfRepeated(ascending, (k) => times[place[k]], share * (total - 1))
  })
}

/** The value at a rank, from 0 and interpolated, of ascending values that each count several times or not at all. */
function quantileOfRepeated(ascending: Float64Array, times: (k: number) => number, rank: number): number {
  const low = Math.floor(rank)
  let passed = 0
  for (let k = 0; k < ascending.length; k++) {
    passed += times(k)
    if (passed <= low) continue
    if (passed > low + 1 || rank === low) return ascending[k]
    let next = k + 1
    while (next < ascending.length && times(next) === 0) next++
    return next < ascending.length
      ? ascending[k] + (rank - low) * (ascending[next] - ascending[k])
      : ascending[k]
  }
  return Number.NaN
}
