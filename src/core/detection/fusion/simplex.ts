/**
 * Least squares over weights that are at least 0 and sum to 1: the weighted mean that comes closest to a target.
 *
 * Moves weight from one column to another, always between the pair that gains most at once and as far as it gains
 * (sequential minimal optimization: Platt 1998; pairs by Keerthi et al. 2001). Each move is exact, and no move is
 * left when no pair can gain: the problem is convex, so that is the least.
 */

const MOST_MOVES = 100_000
/** The largest difference of two columns' gradients, per row, that counts as none. */
const TOLERANCE = 1e-14

/**
 * `rows` holds `width` (1 or more) values a target. Returns the weights that minimise the sum of
 * (target - sum of weight x value)^2.
 */
export function fitSimplex(rows: Float64Array, width: number, target: ArrayLike<number>): Float64Array {
  const { gram, right } = products(rows, width, target)
  const weights = new Float64Array(width).fill(1 / width)
  const gradient = new Float64Array(width)
  for (let i = 0; i < width; i++) {
    gradient[i] = -right[i]
    for (let j = 0; j < width; j++) gradient[i] += gram[i * width + j] * weights[j]
  }
  for (let move = 0; move < MOST_MOVES; move++) {
    const [to, from] = bestPair(gradient, weights)
    const gain = gradient[from] - gradient[to]
    if (!(gain > TOLERANCE)) break
    const curve = gram[to * width + to] + gram[from * width + from] - 2 * gram[to * width + from]
    const step = curve > 0 ? Math.min(weights[from], gain / curve) : weights[from]
    weights[to] += step
    weights[from] -= step
    for (let i = 0; i < width; i++) gradient[i] += step * (gram[i * width + to] - gram[i * width + from])
  }
  return weights
}

/** The column with the least gradient, and of those that have weight the one with the greatest. */
function bestPair(gradient: Float64Array, weights: Float64Array): [to: number, from: number] {
  let to = 0
  let from = -1
  for (let i = 0; i < gradient.length; i++) {
    if (gradient[i] < gradient[to]) to = i
    if (weights[i] > 0 && (from < 0 || gradient[i] > gradient[from])) from = i
  }
  return [to, from]
}

/** Means over the rows of products of two columns, and of a column and the target. */
function products(rows: Float64Array, width: number, target: ArrayLike<number>) {
  const gram = new Float64Array(width * width)
  const right = new Float64Array(width)
  for (let row = 0; row < target.length; row++) {
    for (let i = 0; i < width; i++) {
      const value = rows[row * width + i] / target.length
      right[i] += value * target[row]
      for (let j = 0; j < width; j++) gram[i * width + j] += value * rows[row * width + j]
    }
  }
  return { gram, right }
}
