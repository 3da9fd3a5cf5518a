/**
 * Sittings: how many things somebody does in one go, and how soon one after another. Both have heavy tails
 * (Barabasi 2005, Nature 435; Vazquez et al. 2006): most sittings hold one event, one in a hundred holds twenty.
 */
import { geometric, logNormal, normal } from "../random/distributions.ts"
import type { Random } from "../random/streams.ts"

/** Log-SD of the mean length of sittings within an account; a geometric about it does the rest. */
const LENGTH_SIGMA = 0.5

/** Events in a sitting; `mean` of them over many sittings, at least one. */
export function drawSize(mean: number, random: Random): number {
  if (mean <= 1) return 1
  const further = (mean - 1) * Math.exp(LENGTH_SIGMA * normal(random) - LENGTH_SIGMA ** 2 / 2)
  return 1 + geometric(1 / (1 + further), random)
}

/** Seconds to the next event of the same sitting; `pace` is the account's median. */
export function drawPause(pace: number, random: Random): number {
  return 1 + logNormal(pace, 1.2, random)
}
