/** How long a threshold holds. */
import { studentReach } from "../evaluation/student.ts"

/**
 * Rounds until a series first falls to half of its first value, by lines between rounds; null when it does not, and of a
 * series that begins at 0 or with a gap. A round without a value is passed over.
 */
export function halfLifeOf(series: readonly (number | null)[]): number | null {
  const first = series[0] ?? null
  if (first === null || first <= 0) return null
  return firstAtMostZero(series.map((value) => (value === null ? null : value - first / 2)))
}

/** Each end null where it is longer than the rounds that were played. */
export interface HalfLifeInterval {
  readonly low: number | null
  readonly high: number | null
}

/**
 * 95 % interval of the mean's half-life over repeated series, which are each other's like: the rounds at which a t-test
 * over the series cannot tell what is left from half of what each began with. As the mean does, its ends take the first time
 * that it happens. null of fewer than two series that begin above 0.
 */
export function halfLifeInterval(series: readonly (readonly (number | null)[])[]): HalfLifeInterval | null {
  const begun = series.filter(([first]) => (first ?? 0) > 0)
  if (begun.length < 2) return null
  const ends = begun[0]!.map((_, round) => {
    const above = begun.flatMap(({ [round]: value, 0: first }) =>
      value == null || first == null ? [] : [value - first / 2],
    )
    return studentEnds(above)
  })
  return {
    low: firstAtMostZero(ends.map((end) => end?.[0] ?? null)),
    high: firstAtMostZero(ends.map((end) => end?.[1] ?? null)),
  }
}

/** By lines between rounds; null when it never is. */
function firstAtMostZero(series: readonly (number | null)[]): number | null {
  let before: { readonly round: number; readonly value: number } | null = null
  for (const [round, value] of series.entries()) {
    if (value === null) continue
    if (value <= 0) {
      if (before === null) return round
      const share = before.value / (before.value - value)
      return before.round + share * (round - before.round)
    }
    before = { round, value }
  }
  return null
}

/** 95 % interval of a mean by Student's t; null of fewer than two values. */
function studentEnds(values: readonly number[]): readonly [number, number] | null {
  if (values.length < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const reach = meanReach(values, mean)
  return [mean - reach, mean + reach]
}

/** Half the width of the 95 % interval of a mean of two values or more. */
export function meanReach(values: readonly number[], mean: number): number {
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return studentReach(0.95, values.length - 1) * Math.sqrt(square / values.length)
}

/** Of half-lives among which null is longer than any; null when the median is such a one. */
export function medianHalfLife(halfLives: readonly (number | null)[]): number | null {
  const sorted = halfLives.map((one) => one ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
  return Number.isFinite(middle) ? middle : null
}
