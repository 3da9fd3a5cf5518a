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

/**
 * Half-life of what is left in the mean over repeated series, each in proportion to its own first value, so that those
 * which begin high weigh no more. null when it is longer, and when no series begins above 0.
 */
export function meanHalfLife(series: readonly (readonly (number | null)[])[]): number | null {
  return firstAtMostZero(leftAboveHalf(series).map((above) => (above.length === 0 ? null : meanOf(above))))
}

/** Each end null where it is longer than the rounds that were played. */
export interface HalfLifeInterval {
  readonly low: number | null
  readonly high: number | null
}

/**
 * 95 % interval of `meanHalfLife`: the rounds at which a t-test over the series cannot tell what is left of each, in
 * proportion to its first value, from half. As the mean does, its ends take the first time that it happens. null of fewer
 * than two series that begin above 0.
 */
export function halfLifeInterval(series: readonly (readonly (number | null)[])[]): HalfLifeInterval | null {
  const above = leftAboveHalf(series)
  if ((above[0]?.length ?? 0) < 2) return null
  const ends = above.map(studentEnds)
  return {
    low: firstAtMostZero(ends.map((end) => end?.[0] ?? null)),
    high: firstAtMostZero(ends.map((end) => end?.[1] ?? null)),
  }
}

/**
 * Round by round, what is left above half of each series that begins above 0, in proportion to its first value: 1/2 of all
 * in the first round, however far apart they begin.
 */
function leftAboveHalf(series: readonly (readonly (number | null)[])[]): number[][] {
  const rounds = Math.max(0, ...series.map((one) => one.length))
  return Array.from({ length: rounds }, (_, round) =>
    series.flatMap(({ [round]: value = null, 0: first = null }) =>
      value === null || first === null || first <= 0 ? [] : [value / first - 1 / 2],
    ),
  )
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
  const mean = meanOf(values)
  const reach = meanReach(values, mean)
  return [mean - reach, mean + reach]
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

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
