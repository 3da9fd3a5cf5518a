/**
 * "A false-positive rate of at most x with confidence y": the Neyman-Pearson umbrella algorithm (Tong, Feng and Li 2018,
 * "Neyman-Pearson classification algorithms and NP receiver operating characteristics", Science Advances 4).
 *
 * Take the k-th smallest of n authentic accounts' scores and flag what lies strictly above it. The true false-positive
 * rate then exceeds x with a chance of at most P(Bin(n, 1 - x) >= k), whatever the distribution of scores; equal when
 * scores never tie. The smallest k with a chance of at most 1 - y flags the most. Put the other way round: of the n
 * authentic accounts, n - k may be flagged, the most a with P(Bin(n, x) <= a) <= 1 - y.
 *
 * It holds for authentic accounts that are drawn independently from those that will be judged, and for scores that
 * were not learned from them.
 */
import { binomialSurprise } from "../detection/tails.ts"
import { lastWithin, thresholdBy, withinFalsePositives } from "./choice.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface Guarantee {
  /** x, in (0, 1). */
  readonly maxFpr: number
  /** y, in (0, 1). */
  readonly confidence: number
  /** n, the authentic accounts that there are to judge by. */
  readonly authentic: number
  /** The least n with which such a guarantee can be given, none of them flagged. */
  readonly needed: number
  /** How many of the authentic accounts may be flagged; null when there are too few for any guarantee. */
  readonly allowed: number | null
  /** The most that the chance of a true rate above x can be, at most 1 - y; null with `allowed`. */
  readonly risk: number | null
  /** The lowest rate that so many authentic accounts can guarantee with this confidence; 1 without any. */
  readonly leastFpr: number
}

/** A risk of 1 - y counts as at most 1 - y, whatever the last bit of either is. */
const ROUNDING = 1e-12

/** What `authentic` accounts can guarantee; a RangeError unless `maxFpr` and `confidence` are in (0, 1). */
export function guaranteeOf(authentic: number, maxFpr: number, confidence: number): Guarantee {
  requireOpenShare("maxFpr", maxFpr)
  requireOpenShare("confidence", confidence)
  const most = (1 - confidence) * (1 + ROUNDING)
  const allowed = lastWithin(authentic, (flagged) => riskOf(flagged, authentic, maxFpr) <= most)
  return {
    maxFpr,
    confidence,
    authentic,
    needed: neededFor(maxFpr, confidence),
    allowed: allowed < 0 ? null : allowed,
    risk: allowed < 0 ? null : riskOf(allowed, authentic, maxFpr),
    leastFpr: authentic > 0 ? -Math.expm1(Math.log1p(-confidence) / authentic) : 1,
  }
}

/** The smallest threshold of a guarantee; Infinity when it flags nobody, NaN when there is no such guarantee. */
export function guaranteedThreshold(index: ScoreIndex, { allowed }: Pick<Guarantee, "allowed">): number {
  return allowed === null ? Number.NaN : thresholdBy(index, withinFalsePositives(allowed))
}

/** The smallest n with (1 - maxFpr)^n <= 1 - confidence: 2,995 for 0.1 % at 95 %. */
export function neededFor(maxFpr: number, confidence: number): number {
  return Math.ceil((Math.log1p(-confidence) / Math.log1p(-maxFpr)) * (1 - ROUNDING))
}

/** P(Bin(authentic, maxFpr) <= flagged), through its logarithm: n of a million and more have one. */
function riskOf(flagged: number, authentic: number, maxFpr: number): number {
  return Math.exp(-binomialSurprise(authentic - flagged, authentic, 1 - maxFpr))
}

function requireOpenShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must be in (0, 1), got ${value}`)
}
