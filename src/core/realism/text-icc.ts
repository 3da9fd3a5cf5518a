/**
 * Intra-class correlation: how much of a text's style is its author's. ICC(1) of a one-way analysis of variance
 * with groups of unequal size (Shrout and Fleiss 1979; the mean group size as in Snedecor and Cochran).
 */

/** Values by author; authors with one value tell nothing of the variance within. NaN below two authors. */
export function intraClassCorrelation(groups: readonly (readonly number[])[]): number {
  const authors = groups.filter(({ length }) => length > 1)
  const count = authors.length
  const total = authors.reduce((sum, { length }) => sum + length, 0)
  if (count < 2) return Number.NaN
  let sum = 0
  let sumOfSquares = 0
  let between = 0
  let squaredSizes = 0
  for (const values of authors) {
    const ofAuthor = values.reduce((a, b) => a + b, 0)
    sum += ofAuthor
    for (const value of values) sumOfSquares += value * value
    between += (ofAuthor * ofAuthor) / values.length
    squaredSizes += values.length * values.length
  }
  const correction = (sum * sum) / total
  const meanSquareBetween = (between - correction) / (count - 1)
  const meanSquareWithin = (sumOfSquares - between) / (total - count)
  const size = (total - squaredSizes / total) / (count - 1)
  return (meanSquareBetween - meanSquareWithin) / (meanSquareBetween + (size - 1) * meanSquareWithin)
}
