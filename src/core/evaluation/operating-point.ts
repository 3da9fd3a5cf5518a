/** Operating points: one threshold and all that follows, and thresholds chosen for a purpose. */
import type { Confusion } from "./confusion.ts"
import type { Estimate } from "./intervals.ts"
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
  void [index, threshold, prevalence, confidence]
  throw new Error("unfinished")
}

/**
 * The smallest threshold whose observed false-positive rate is at most `maxFpr` (in [0, 1]): 0 when flagging
 * everyone meets it, otherwise one of the scores; Infinity when only flagging nobody meets it. NaN without
 * authentic accounts.
 */
export function thresholdForFalsePositiveRate(index: ScoreIndex, maxFpr: number): number {
  void [index, maxFpr]
  throw new Error("unfinished")
}

/** The score with the highest F1 as a threshold, the highest of them when tied; NaN without AI-managed accounts. */
export function thresholdForBestF1(index: ScoreIndex, prevalence?: number): number {
  void [index, prevalence]
  throw new Error("unfinished")
}
