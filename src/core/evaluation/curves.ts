/**
 * Curves and the areas under them, by scikit-learn's definitions. Every curve runs from the highest threshold
 * to the lowest. Tied scores are one step. A rate over an empty class is NaN, and so is an area that needs it;
 * scikit-learn warns or raises there, and answers 0 or 1 for precision and recall.
 */
import { f1, falsePositiveRate, flaggedShare, precision, recall } from "./confusion.ts"
import { classWeights, reweigh } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

/** `roc_curve(drop_intermediate=False)`; the first point flags nobody, at threshold Infinity. */
export interface RocCurve {
  readonly threshold: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly recall: Float64Array
}

/** `precision_recall_curve` in the opposite order; the first point is recall 0, precision 1, threshold Infinity. */
export interface PrecisionRecallCurve {
  readonly threshold: Float64Array
  readonly recall: Float64Array
  readonly precision: Float64Array
}

/**
 * `det_curve` in the opposite order: from the last threshold at which as few authentic accounts are flagged as
 * at the highest score, to the first at which every AI-managed account is. Without points when a class is empty.
 */
export interface DetCurve {
  readonly threshold: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly falseNegativeRate: Float64Array
}

/** Figures over an even grid of thresholds, ascending from 0 to 1; all of one length. */
export interface SweepCurve {
  readonly threshold: Float64Array
  readonly precision: Float64Array
  readonly recall: Float64Array
  readonly falsePositiveRate: Float64Array
  readonly f1: Float64Array
  readonly flaggedShare: Float64Array
}

export function rocCurve(index: ScoreIndex): RocCurve {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  return {
    threshold: withFirst(Number.POSITIVE_INFINITY, score),
    falsePositiveRate: divided(withFirst(0, flaggedAuthentic), index.authentic),
    recall: divided(withFirst(0, flaggedManaged), index.managed),
  }
}

/** Precision is re-weighted to `prevalence` (in [0, 1]) if given. */
export function precisionRecallCurve(index: ScoreIndex, prevalence?: number): PrecisionRecallCurve {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const weights = classWeights(index.managed, index.authentic, prevalence)
  const precisions = new Float64Array(score.length + 1)
  const recalls = new Float64Array(score.length + 1)
  precisions[0] = 1
  for (let step = 0; step < score.length; step++) {
    const managed = flaggedManaged[step] * weights.managed
    precisions[step + 1] = managed / (managed + flaggedAuthentic[step] * weights.authentic)
    recalls[step + 1] = flaggedManaged[step] / index.managed
  }
  return { threshold: withFirst(Number.POSITIVE_INFINITY, score), recall: recalls, precision: precisions }
}

export function detCurve(index: ScoreIndex): DetCurve {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const defined = index.managed > 0 && index.authentic > 0
  let from = 0
  while (defined && flaggedAuthentic[from + 1] === flaggedAuthentic[0]) from++
  const to = defined ? flaggedManaged.indexOf(index.managed) + 1 : 0
  return {
    threshold: Float64Array.from(score.subarray(from, to)),
    falsePositiveRate: divided(Float64Array.from(flaggedAuthentic.subarray(from, to)), index.authentic),
    falseNegativeRate: divided(
      Float64Array.from(flaggedManaged.subarray(from, to), (flagged) => index.managed - flagged),
      index.managed,
    ),
  }
}

/**
 * `roc_auc_score`, in [0, 1]: the chance that an AI-managed account scores above an authentic one, ties counted
 * half. NaN when a class is empty. The sum is of whole numbers, so it is exact below 2^53 pairs.
 */
export function rocAuc(index: ScoreIndex): number {
  const { flaggedManaged, flaggedAuthentic } = index.thresholds
  let doubled = 0
  let managedBefore = 0
  let authenticBefore = 0
  for (let step = 0; step < flaggedManaged.length; step++) {
    doubled += (flaggedAuthentic[step] - authenticBefore) * (flaggedManaged[step] + managedBefore)
    managedBefore = flaggedManaged[step]
    authenticBefore = flaggedAuthentic[step]
  }
  return doubled / (2 * index.managed * index.authentic)
}

/**
 * `average_precision_score`, in [0, 1]: the mean of precision over the AI-managed accounts, without
 * interpolation; re-weighted to `prevalence` if given. NaN without AI-managed accounts.
 */
export function averagePrecision(index: ScoreIndex, prevalence?: number): number {
  const { flaggedManaged, flaggedAuthentic } = index.thresholds
  const weights = classWeights(index.managed, index.authentic, prevalence)
  let sum = 0
  let managedBefore = 0
  for (let step = 0; step < flaggedManaged.length; step++) {
    const gained = flaggedManaged[step] - managedBefore
    managedBefore = flaggedManaged[step]
    // Most steps of a large population gain nothing; a weight of 0 would make them 0 / 0.
    if (gained === 0) continue
    const managed = flaggedManaged[step] * weights.managed
    sum += (gained * managed) / (managed + flaggedAuthentic[step] * weights.authentic)
  }
  return sum / index.managed
}

/**
 * `roc_auc_score(max_fpr)`: the area under the ROC curve up to `maxFpr`, in (0, 1], standardised so that 0.5 is
 * chance and 1 perfect (McClish 1989, "Analyzing a portion of the ROC curve"). NaN when a class is empty.
 */
export function partialAuc(index: ScoreIndex, maxFpr: number): number {
  if (!(maxFpr > 0 && maxFpr <= 1)) throw new RangeError(`maxFpr must be in (0, 1], got ${maxFpr}`)
  const area = areaUpTo(index, maxFpr)
  const least = (maxFpr * maxFpr) / 2
  return maxFpr === 1 ? rocAuc(index) : (1 + (area - least) / (maxFpr - least)) / 2
}

/** Trapezoids under the ROC curve, the last one cut at `maxFpr`. */
function areaUpTo(index: ScoreIndex, maxFpr: number): number {
  const { flaggedManaged, flaggedAuthentic } = index.thresholds
  let area = 0
  let rate = 0
  let recallBefore = 0
  for (let step = 0; step < flaggedManaged.length; step++) {
    const nextRate = flaggedAuthentic[step] / index.authentic
    const nextRecall = flaggedManaged[step] / index.managed
    if (nextRate > maxFpr) {
      const width = maxFpr - rate
      const recallAtCut = recallBefore + ((nextRecall - recallBefore) * width) / (nextRate - rate)
      return area + (width * (recallBefore + recallAtCut)) / 2
    }
    area += ((nextRate - rate) * (nextRecall + recallBefore)) / 2
    rate = nextRate
    recallBefore = nextRecall
  }
  return index.managed > 0 && index.authentic > 0 ? area : Number.NaN
}

/** `points` (2 or more) even thresholds; precision, F1 and flaggedShare re-weighted to `prevalence` if given. */
export function sweepCurve(index: ScoreIndex, points: number, prevalence?: number): SweepCurve {
  if (!(points >= 2)) throw new RangeError(`points must be 2 or more, got ${points}`)
  const column = () => new Float64Array(points)
  const curve = {
    threshold: column(),
    precision: column(),
    recall: column(),
    falsePositiveRate: column(),
    f1: column(),
    flaggedShare: column(),
  }
  for (let at = 0; at < points; at++) {
    const threshold = at / (points - 1)
    const observed = index.confusionAt(threshold)
    const confusion = prevalence === undefined ? observed : reweigh(observed, prevalence)
    curve.threshold[at] = threshold
    curve.precision[at] = precision(confusion)
    curve.recall[at] = recall(observed)
    curve.falsePositiveRate[at] = falsePositiveRate(observed)
    curve.f1[at] = f1(confusion)
    curve.flaggedShare[at] = flaggedShare(confusion)
  }
  return curve
}

/** In place. */
function divided(column: Float64Array, by: number): Float64Array {
  for (let at = 0; at < column.length; at++) column[at] /= by
  return column
}

function withFirst(first: number, rest: Float32Array | Uint32Array): Float64Array {
  const column = new Float64Array(rest.length + 1)
  column[0] = first
  column.set(rest, 1)
  return column
}
