/** Operating points: one threshold and all that follows, and thresholds chosen for a purpose. */
import { bestF1 } from "./choice.ts"
import {
  type Confusion,
  f1,
  falsePositiveRate,
  flaggedShare,
  matthews,
  precision,
  prevalenceOf,
  recall,
} from "./confusion.ts"
import {
  type Estimate,
  f1Interval,
  falsePositiveRateInterval,
  flaggedShareInterval,
  matthewsInterval,
  precisionInterval,
  recallInterval,
} from "./intervals.ts"
import { classWeights, reweigh } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface OperatingPoint {
  readonly threshold: number
  /** As asked for, or as observed; NaN when nobody is judged. */
  readonly prevalence: number
  /** Accounts as counted. */
  readonly observed: Confusion
  /** Re-weighted to `prevalence`; the same as `observed` when none was asked for. */
  readonly confusion: Confusion
  readonly precision: Estimate
  readonly recall: Estimate
  readonly falsePositiveRate: Estimate
  readonly f1: Estimate
  readonly matthews: Estimate
  readonly flaggedShare: Estimate
  readonly judged: number
  readonly missing: number
}

/** All figures at `threshold`, re-weighted to `prevalence` if given, with intervals of the given confidence. */
export function operatingPoint(
  index: ScoreIndex,
  threshold: number,
  prevalence?: number,
  confidence = 0.95,
): OperatingPoint {
  const observed = index.confusionAt(threshold)
  const confusion = prevalence === undefined ? observed : reweigh(observed, prevalence)
  return {
    threshold,
    prevalence: prevalence ?? prevalenceOf(observed),
    observed,
    confusion,
    precision: {
      value: precision(confusion),
      interval: precisionInterval(observed, prevalence, confidence),
    },
    recall: { value: recall(observed), interval: recallInterval(observed, confidence) },
    falsePositiveRate: {
      value: falsePositiveRate(observed),
      interval: falsePositiveRateInterval(observed, confidence),
    },
    f1: { value: f1(confusion), interval: f1Interval(observed, prevalence, confidence) },
    matthews: { value: matthews(confusion), interval: matthewsInterval(observed, prevalence, confidence) },
    flaggedShare: {
      value: flaggedShare(confusion),
      interval: flaggedShareInterval(observed, prevalence, confidence),
    },
    judged: index.judged,
    missing: index.missing,
  }
}

/**
 * The smallest threshold whose observed false-positive rate is at most `maxFpr` (in [0, 1]): 0 when flagging
 * everyone meets it, otherwise one of the scores; Infinity when only flagging nobody meets it. NaN without
 * authentic accounts.
 */
export function thresholdForFalsePositiveRate(index: ScoreIndex, maxFpr: number): number {
  if (!(maxFpr >= 0 && maxFpr <= 1)) throw new RangeError(`maxFpr must be in [0, 1], got ${maxFpr}`)
  if (index.authentic === 0) return Number.NaN
  const allowed = mostWithin(maxFpr, index.authentic)
  if (allowed === index.authentic) return 0
  // The first authentic account that must not be flagged; the threshold is the next score above it.
  const spared = index.scoreAt(0, index.authentic - 1 - allowed)
  return Math.min(firstAbove(index, 0, spared), firstAbove(index, 1, spared))
}

/** The largest whole number whose quotient by `total`, as rounded, is at most `share`. */
function mostWithin(share: number, total: number): number {
  const guess = Math.floor(share * total)
  if ((guess + 1) / total <= share) return guess + 1
  return guess / total <= share ? guess : guess - 1
}

/** The smallest score of a class above `limit`; Infinity when there is none. */
function firstAbove(index: ScoreIndex, own: 0 | 1, limit: number): number {
  // Scores have 32 bits: no score lies between the limit and the next number of 64.
  const { truePositives, falsePositives } = index.confusionAt(nextAbove(limit))
  const above = own === 1 ? truePositives : falsePositives
  const all = own === 1 ? index.managed : index.authentic
  return above > 0 ? index.scoreAt(own, all - above) : Number.POSITIVE_INFINITY
}

/** A number above a score of 32 bits and below the next one. */
const nextAbove = (score: number) => score + Math.max(Number.MIN_VALUE, Math.abs(score) * 2 ** -40)

/**
 * The score that has the highest F1 as a threshold, re-weighted to `prevalence` if given; the highest such score
 * when several are equal. NaN without AI-managed accounts.
 */
export function thresholdForBestF1(index: ScoreIndex, prevalence?: number): number {
  const weights = classWeights(index.managed, index.authentic, prevalence)
  const step = bestF1(index.managed, weights)(index.thresholds)
  return step < 0 ? Number.NaN : index.thresholds.score[step]
}
