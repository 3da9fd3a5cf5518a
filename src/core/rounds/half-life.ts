/** How long a threshold holds. */

/**
 * Rounds until a series first falls to half of its first value, by lines between rounds; null when it does not, and of a
 * series that begins at 0 or with a gap. A round without a value is passed over.
 */
export function halfLifeOf(series: readonly (number | null)[]): number | null {
  const first = series[0] ?? null
  if (first === null || first <= 0) return null
  const half = first / 2
  let before = { round: 0, value: first }
  for (const [round, value] of series.entries()) {
    if (value === null) continue
    if (value <= half) {
      const share = (before.value - half) / (before.value - value)
      return before.round + share * (round - before.round)
    }
    before = { round, value }
  }
  return null
}

/** Of half-lives among which null is longer than any; null when the median is such a one. */
export function medianHalfLife(halfLives: readonly (number | null)[]): number | null {
  const sorted = halfLives.map((one) => one ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
  return Number.isFinite(middle) ? middle : null
}
