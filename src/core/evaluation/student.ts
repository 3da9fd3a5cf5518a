/**
 * Student's t distribution: its tails, and the quantiles that intervals need.
 *
 * Tails by the continued fraction of the regularised incomplete beta function (DLMF 8.17.22; evaluated as Lentz does, as
 * modified by Thompson and Barnett 1986, "Coulomb and Bessel functions of complex arguments and order"). Degrees of
 * freedom need not be whole. scipy: `t.sf`, `t.ppf`.
 */
import { logGamma } from "../detection/tails.ts"

/** Chance of a value at least this far from 0 on either side; `degrees` above 0. With none nothing is known: 1. */
export function studentTwoSided(t: number, degrees: number): number {
  if (!(degrees > 0)) return 1
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return regularisedBeta(degrees / (degrees + square), degrees / 2, 1 / 2)
}

/** The distance from 0 that is reached with chance 1 - `confidence`, in (0, 1); Infinity without degrees of freedom. */
export function studentReach(confidence: number, degrees: number): number {
  if (!(degrees > 0)) return Number.POSITIVE_INFINITY
  const chance = 1 - confidence
  let high = 1
  while (studentTwoSided(high, degrees) > chance) high *= 2
  let low = 0
  // Halving ends where neighbours are equal.
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTwoSided(middle, degrees) > chance) low = middle
    else high = middle
  }
  return high
}

/** I_x(a, b), with x in [0, 1]. */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast on this side of the mean; the other is what is left to 1.
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a)
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(logFront) / a) * betaFraction(x, a, b)
}

const ENOUGH = 1e-15
const LONGEST = 10_000

function betaFraction(x: number, a: number, b: number): number {
  const awayFrom0 = (value: number) =>
    Math.abs(value) < Number.MIN_VALUE * 1e16 ? Number.MIN_VALUE * 1e16 : value
  let c = 1
  let d = 1 / awayFrom0(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < LONGEST; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFrom0(1 + even * d)
    c = awayFrom0(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFrom0(1 + odd * d)
    c = awayFrom0(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < ENOUGH) break
  }
  return value
}
