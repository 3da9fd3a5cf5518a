/**
 * Burstiness and memory of a sequence of inter-event times.
 * Goh and Barabasi 2008, EPL 81, 48002; finite-size burstiness by Kim and Jo 2016, PRE 94, 032311, eq. 22.
 */

/**
 * Finite-size burstiness in [-1, 1] of n intervals: -1 regular, 0 Poisson, 1 as bursty as n intervals can be.
 * NaN for fewer than two intervals, or when all are zero.
 */
export function burstiness(intervals: ArrayLike<number>): number {
  const n = intervals.length
  if (n < 2) return Number.NaN
  let sum = 0
  for (let i = 0; i < n; i++) sum += intervals[i]
  const mean = sum / n
  let squares = 0
  for (let i = 0; i < n; i++) squares += (intervals[i] - mean) * (intervals[i] - mean)
  const variation = Math.sqrt(squares / n) / mean
  const above = Math.sqrt(n + 1)
  const below = Math.sqrt(n - 1)
  return (above * variation - below) / ((above - 2) * variation + below)
}

/**
 * Memory coefficient in [-1, 1]: Pearson's correlation of each interval with the next.
 * NaN for fewer than three intervals, or when one of the two series does not vary.
 */
export function memory(intervals: ArrayLike<number>): number {
  const pairs = intervals.length - 1
  if (pairs < 2) return Number.NaN
  let sumA = 0
  let sumB = 0
  for (let i = 0; i < pairs; i++) {
    sumA += intervals[i]
    sumB += intervals[i + 1]
  }
  const meanA = sumA / pairs
  const meanB = sumB / pairs
  let covariance = 0
  let varianceA = 0
  let varianceB = 0
  for (let i = 0; i < pairs; i++) {
    const a = intervals[i] - meanA
    const b = intervals[i + 1] - meanB
    covariance += a * b
    varianceA += a * a
    varianceB += b * b
  }
  return covariance / Math.sqrt(varianceA * varianceB)
}
