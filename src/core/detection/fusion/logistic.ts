/**
 * L2 logistic regression by Newton's method (iteratively reweighted least squares).
 * Minimises sum of log-loss + l2 / 2 * |w|^2, the intercept unpenalised: scikit-learn's LogisticRegression
 * with C = 1 / l2.
 */
import { sigmoid } from "./calibration.ts"

export interface Fit {
  readonly intercept: number
  readonly weights: readonly number[]
}

const MOST_STEPS = 100
/** Newton's method has converged when no coefficient moves by more than this. */
const TOLERANCE = 1e-10

/** `rows` holds `width` values an account; a label is 0 or 1. */
export function fitLogistic(rows: Float64Array, width: number, label: ArrayLike<number>, l2: number): Fit {
  const size = width + 1
  const beta = new Float64Array(size)
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, hessian } = derivatives(rows, width, label, beta, l2)
    const move = solve(hessian, gradient, size)
    let largest = 0
    for (let i = 0; i < size; i++) {
      beta[i] -= move[i]
      largest = Math.max(largest, Math.abs(move[i]))
    }
    if (largest < TOLERANCE) break
  }
  return { intercept: beta[width], weights: Array.from(beta.subarray(0, width)) }
}

function derivatives(
  rows: Float64Array,
  width: number,
  label: ArrayLike<number>,
  beta: Float64Array,
  l2: number,
) {
  const size = width + 1
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size * size)
  const x = new Float64Array(size)
  x[width] = 1
  for (let row = 0; row < label.length; row++) {
    let sum = beta[width]
    for (let i = 0; i < width; i++) {
      x[i] = rows[row * width + i]
      sum += beta[i] * x[i]
    }
    const p = sigmoid(sum)
    const slack = p * (1 - p)
    for (let i = 0; i < size; i++) {
      gradient[i] += (p - label[row]) * x[i]
      for (let j = 0; j <= i; j++) hessian[i * size + j] += slack * x[i] * x[j]
    }
  }
  for (let i = 0; i < size; i++) {
    // A trace of penalty on the intercept keeps the matrix regular when a class is empty.
    const penalty = i < width ? l2 : 1e-9
    gradient[i] += penalty * beta[i]
    hessian[i * size + i] += penalty + 1e-12
    for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j]
  }
  return { gradient, hessian }
}

/** Solves the symmetric positive definite system by Cholesky's decomposition. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k]
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / lower[j * size + j]
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k]
    x[i] /= lower[i * size + i]
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k]
    x[i] /= lower[i * size + i]
  }
  return x
}
