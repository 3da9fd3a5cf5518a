/**
 * Two standard normal variables with correlation: the chance that both fall below their bounds, by Plackett's identity
 * (1954, "A reduction formula for normal multivariate integrals"): its derivative by the correlation is the density at
 * the bounds. Integrated over the correlation's arcsine, which takes the singularity away (Drezner and Wesolowsky 1990).
 * scipy: `multivariate_normal.cdf`.
 */
import { normalTail } from "../../evaluation/normal-tail.ts"

/** Gauss and Legendre's five nodes and weights on [-1, 1]. */
const NODES = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664]
const WEIGHTS = [
  0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
]
const PANELS = 64

/** Chance that a standard normal variable falls below `x`. */
export const normalBelow = (x: number) => normalTail(-x)

/** Chance that one falls below `x` and the other below `y`; `correlation` in (-1, 1). */
export const bothBelow = (x: number, y: number, correlation: number) =>
  normalBelow(x) * normalBelow(y) + excessBelow(x, y, correlation)

/** How far that chance is above what it is without correlation; of the correlation's sign. */
export function excessBelow(x: number, y: number, correlation: number): number {
  const end = Math.asin(correlation)
  const half = end / PANELS / 2
  let sum = 0
  for (let panel = 0; panel < PANELS; panel++)
    for (let k = 0; k < NODES.length; k++) {
      const angle = half * (2 * panel + 1 + NODES[k])
      const sine = Math.sin(angle)
      // (x² + y² - 2xy sin) / cos², written so that nothing cancels where x = y.
      const square = ((x - y) * (x - y)) / ((1 - sine) * (1 + sine)) + (2 * x * y) / (1 + sine)
      sum += WEIGHTS[k] * Math.exp(-square / 2)
    }
  return (half * sum) / (2 * Math.PI)
}
