/**
 * Beta calibration (Kull, Silva Filho and Flach 2017, "Beta calibration: a well-founded and easily implemented
 * improvement on logistic calibration for binary classifiers"): log-odds c + a ln(s) - b ln(1 - s) of a score s in
 * [0, 1], a and b at least 0, so that the curve never falls. It has three numbers where isotonic regression has a
 * knot a block, which serves where few accounts are AI-managed; it cannot follow a score whose meaning jumps.
 */

import { fitLogistic } from "./logistic.ts"
import type { BetaCurve } from "./model.ts"

/** Scores are kept this far off 0 and 1, where logarithms end. */
const CLIP = 1e-6

/** Hardly a penalty: it keeps the coefficients finite where a score parts the classes. */
const L2 = 1e-3

const lower = (score: number) => Math.log(Math.min(1 - CLIP, Math.max(CLIP, score)))
const upper = (score: number) => -Math.log(1 - Math.min(1 - CLIP, Math.max(CLIP, score)))

/** Log-odds of a score that is not missing. */
export function betaLogOdds({ a, b, c }: BetaCurve, score: number): number {
  return c + a * lower(score) + b * upper(score)
}

/**
 * By logistic regression on ln(s) and -ln(1 - s); a coefficient that comes out negative is left out and the rest
 * fitted again, as the paper does. `score`: none missing, one or more; `label`: 1 for AI-managed.
 */
export function fitBeta(score: ArrayLike<number>, label: ArrayLike<number>): BetaCurve {
  const both = fit([lower, upper], score, label)
  if (both.weights[0] >= 0 && both.weights[1] >= 0)
    return { a: both.weights[0], b: both.weights[1], c: both.intercept }
  const [kept, name] = both.weights[0] < 0 ? ([upper, "b"] as const) : ([lower, "a"] as const)
  const one = fit([kept], score, label)
  if (one.weights[0] >= 0) return { a: 0, b: 0, c: one.intercept, [name]: one.weights[0] }
  return { a: 0, b: 0, c: fit([], score, label).intercept }
}

function fit(
  terms: readonly ((score: number) => number)[],
  score: ArrayLike<number>,
  label: ArrayLike<number>,
) {
  const width = terms.length
  const rows = new Float64Array(score.length * width)
  for (let row = 0; row < score.length; row++)
    for (let k = 0; k < width; k++) rows[row * width + k] = terms[k](score[row])
  return fitLogistic(rows, width, label, L2)
}
