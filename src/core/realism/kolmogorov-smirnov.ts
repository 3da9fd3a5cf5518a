/**
 * Kolmogorov-Smirnov distance of two samples: the greatest difference between their empirical distribution functions,
 * in [0, 1] (scipy: `ks_2samp(a, b).statistic`). Both ascending and not empty.
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let greatest = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    // Equal values are one step of both functions.
    const value = Math.min(a[i], b[j])
    while (i < a.length && a[i] === value) i++
    while (j < b.length && b[j] === value) j++
    greatest = Math.max(greatest, Math.abs(i / a.length - j / b.length))
  }
  return greatest
}
