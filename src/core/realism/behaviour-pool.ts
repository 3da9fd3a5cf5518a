/**
 * Statistics of what accounts did, all taken together, and their intervals. What one account did belongs together,
 * so accounts are drawn again, not events. They are drawn in lots of many accounts each, whose sums are taken once:
 * a draw of lots varies as a draw of accounts does, at a hundredth of the work.
 */
import { quantile, resampled } from "./resample.ts"
import type { Estimate, NotApplicable } from "./row.ts"

/** Lots in which accounts are drawn. */
const LOTS = 200

/** Sums over the accounts of each lot; `add` adds one account to its lot's sums, of which there are `length`. */
function inLots<Account>(
  accounts: readonly Account[],
  length: number,
  add: (sums: Float64Array, account: Account) => void,
): Float64Array[] {
  const lots = Array.from({ length: Math.min(LOTS, accounts.length) }, () => new Float64Array(length))
  for (const [k, account] of accounts.entries()) add(lots[k % LOTS], account)
  return lots
}

/** `statistic` of the sums over all accounts, and its interval. */
export function pooled<Account>(
  name: string,
  accounts: readonly Account[],
  length: number,
  add: (sums: Float64Array, account: Account) => void,
  statistic: (sums: Float64Array) => number,
): Estimate | NotApplicable {
  const estimate = resampled(
    inLots(accounts, length, add),
    (drawn) => {
      const sums = new Float64Array(length)
      for (const lot of drawn) for (let i = 0; i < length; i++) sums[i] += lot[i]
      return statistic(sums)
    },
    name,
  )
  return "why" in estimate ? estimate : { ...estimate, count: accounts.length }
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

/** Standard normal deviate of a 95 % interval. */
const Z = 1.96

/**
 * A quantile over accounts, one value each, with the interval between the order statistics that hold it in 95 % of
 * samples (David and Nagaraja 2003, section 7.1; normal approximation of the ranks).
 */
export function quantileOfAccounts(values: readonly number[], share: number): Estimate | NotApplicable {
  const count = values.length
  if (count < LEAST) return { why: `only ${count} to measure, of ${LEAST} needed` }
  const sorted = Float64Array.from(values).sort()
  const slack = (Z * Math.sqrt(share * (1 - share))) / Math.sqrt(count)
  const at = (of: number) => quantile(sorted, Math.min(1, Math.max(0, of)))
  return { value: at(share), interval: [at(share - slack), at(share + slack)], count }
}

const LEAST = 20
