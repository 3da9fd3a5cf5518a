/**
 * Exponent of the tail of inter-event times: how much rarer long gaps are than short ones.
 * Maximum likelihood for a continuous power law from a least value on (Clauset, Shalizi and Newman 2009, eq. 3.1).
 */

/** Sufficient statistics of a tail: how many values reach `least`, and the sum of their log ratios to it. */
export interface Tail {
  readonly count: number
  readonly sumOfLogs: number
}

export function tailOf(values: ArrayLike<number>, least: number): Tail {
  let count = 0
  let sumOfLogs = 0
  for (let i = 0; i < values.length; i++) {
    if (values[i] < least) continue
    count++
    sumOfLogs += Math.log(values[i] / least)
  }
  return { count, sumOfLogs }
}

/** Exponent alpha of p(x) ~ x^-alpha, above 1; NaN when no value exceeds the least. */
export function tailExponent({ count, sumOfLogs }: Tail): number {
  return sumOfLogs > 0 ? 1 + count / sumOfLogs : Number.NaN
}

/**
 * What `tailExponent` would have read over a window of `wanted` seconds, had the process that was watched for
 * `window` seconds been watched that long. A window of length w sees a gap x only if it lies inside, which happens
 * in proportion to w - x; so the mean log ratio over the short window yields the exponent of x^-alpha (w - x), and
 * that exponent the mean log ratio over the long one.
 */
export function tailExponentOver(tail: Tail, least: number, window: number, wanted: number): number {
  const mean = tail.sumOfLogs / tail.count
  if (!(mean > 0)) return Number.NaN
  let low = -4
  let high = 12
  // The mean falls as the exponent rises.
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (meanLogRatio(middle, window / least) > mean) low = middle
    else high = middle
  }
  return 1 + 1 / meanLogRatio((low + high) / 2, wanted / least)
}

/** Mean of ln x under x^-alpha (w - x) on [1, w], by Simpson's rule in ln x. */
function meanLogRatio(alpha: number, w: number): number {
  const steps = 400
  const top = Math.log(w)
  let mass = 0
  let logs = 0
  for (let i = 0; i <= steps; i++) {
    const y = (top * i) / steps
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    const density = weight * Math.exp((1 - alpha) * y) * (1 - Math.exp(y - top))
    mass += density
    logs += density * y
  }
  return logs / mass
}
