/**
 * Curves and the areas under them, by scikit-learn's definitions. Every curve runs from the highest threshold
 * to the lowest; its first point flags nobody (threshold Infinity). Tied scores are one step.
 */
import type { ScoreIndex } from "./score-index.ts"

/** `roc_curve(drop_intermediate=False)`. NaN where a class is empty. */
export interface RocCurve {
  readonly threshold: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly recall: Float64Array
}

/** `precision_recall_curve`, in the opposite order; the first point is recall 0, precision 1. */
export interface PrecisionRecallCurve {
  readonly threshold: Float64Array
  readonly recall: Float64Array
  readonly precision: Float64Array
}

/** `det_curve`, in the opposite order. */
export interface DetCurve {
  readonly threshold: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly falseNegativeRate: Float64Array
}

/** Figures over an even grid of thresholds, ascending from 0 to 1. */
export interface SweepCurve {
  readonly threshold: Float64Array
  readonly precision: Float64Array
  readonly recall: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly f1: Float64Array
  readonly flaggedShare: Float64Array
}

export function rocCurve(index: ScoreIndex): RocCurve {
  void index
  throw new Error("unfinished")
}

export function precisionRecallCurve(index: ScoreIndex, prevalence?: number): PrecisionRecallCurve {
  void [index, prevalence]
  throw new Error("unfinished")
}

export function detCurve(index: ScoreIndex): DetCurve {
  void index
  throw new Error("unfinished")
}

/** Area under the ROC curve; NaN when a class is empty. */
export function rocAuc(index: ScoreIndex): number {
  void index
  throw new Error("unfinished")
}

/** `average_precision_score`; NaN when there are no AI-managed accounts. */
export function averagePrecision(index: ScoreIndex, prevalence?: number): number {
  void [index, prevalence]
  throw new Error("unfinished")
}

/** `roc_auc_score(max_fpr)`: area up to `maxFpr` (in (0, 1]), standardised so that 0.5 is chance and 1 perfect. */
export function partialAuc(index: ScoreIndex, maxFpr: number): number {
  void [index, maxFpr]
  throw new Error("unfinished")
}

/** `points` (2 or more) even thresholds; precision, F1 and flaggedShare re-weighted to `prevalence` if given. */
export function sweepCurve(index: ScoreIndex, points: number, prevalence?: number): SweepCurve {
  void [index, points, prevalence]
  throw new Error("unfinished")
}
