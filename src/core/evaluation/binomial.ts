/**
 * Exact binomial draws at a cost that does not grow with the number of trials: inversion where few successes
 * are expected, else BTRS, transformed rejection with a squeeze (Hörmann 1993, "The generation of binomial
 * random variates", Journal of Statistical Computation and Simulation 46).
 */
import type { Random } from "../random/streams.ts"

/** The number of successes in `trials` (0 or more) trials that succeed with the given probability each. */
export function binomial(trials: number, probability: number, random: Random): number {
  if (trials === 0 || probability <= 0) return 0
  if (probability >= 1) return trials
  if (probability > 0.5) return trials - binomial(trials, 1 - probability, random)
  return trials * probability < 10
    ? byInversion(trials, probability, random)
    : byRejection(trials, probability, random)
}

function byInversion(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability)
  let chance = Math.exp(trials * Math.log1p(-probability))
  let left = random()
  let successes = 0
  while (left >= chance && successes < trials) {
    left -= chance
    successes++
    chance *= (odds * (trials - successes + 1)) / successes
  }
  return successes
}

/** Names follow the paper. */
function byRejection(trials: number, probability: number, random: Random): number {
  const spread = Math.sqrt(trials * probability * (1 - probability))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * probability
  const c = trials * probability + 0.5
  const alpha = (2.83 + 5.1 / b) * spread
  const squeeze = 0.92 - 4.2 / b
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const us = 0.5 - Math.abs(u)
    const successes = Math.floor(((2 * a) / us + b) * u + c)
    if (us >= 0.07 && v <= squeeze) return successes
    if (!(successes >= 0 && successes <= trials)) continue
    const height = Math.log((v * alpha) / (a / (us * us) + b))
    if (height <= logRatioToMode(successes, trials, probability)) return successes
  }
}

/** Logarithm of the chance of `k` successes over that of the likeliest number of them. */
function logRatioToMode(k: number, trials: number, probability: number): number {
  const odds = probability / (1 - probability)
  const mode = Math.floor((trials + 1) * probability)
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
    (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
    (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) +
    stirlingRest(mode) +
    stirlingRest(trials - mode) -
    stirlingRest(k) -
    stirlingRest(trials - k)
  )
}

/** What Stirling's formula leaves out of log k!, for k = 0 to 9; beyond, a series serves. */
const STIRLING_REST = [
  0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.00833056343336287,
]

function stirlingRest(k: number): number {
  if (k < STIRLING_REST.length) return STIRLING_REST[k]
  const next = k + 1
  return (1 / 12 - (1 / 360 - 1 / 1260 / (next * next)) / (next * next)) / next
}
