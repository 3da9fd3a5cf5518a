/**
 * The tail of the standard normal distribution: by the series around 0 (Abramowitz and Stegun 26.2.11) near the middle,
 * by the continued fraction (26.2.14) further out, where differences from 1 would lose all digits. scipy: `norm.sf`.
 */

const FURTHER_OUT = 3
const DEPTH = 80

/** Chance of a value of `x` or more. */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < FURTHER_OUT) {
    let sum = 0
    let term = x
    for (let odd = 3; sum + term > sum; odd += 2) {
      sum += term
      term *= (x * x) / odd
    }
    return 0.5 - density * sum
  }
  let fraction = x
  for (let k = DEPTH; k >= 1; k--) fraction = x + k / fraction
  return density / fraction
}
