/**
 * Choices of a threshold for a purpose. A choice sees only how many accounts of each class are flagged as the threshold
 * falls, so one definition serves the exact sweep and every bootstrap draw.
 */
import type { ClassWeights } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

/** Accounts flagged down to each step, the highest scores first; both ascending and of one length. */
export interface FlaggedCurve {
  readonly flaggedManaged: ArrayLike<number>
  readonly flaggedAuthentic: ArrayLike<number>
}

/** The last step of a curve that is still flagged; -1 flags nobody. */
export type Choice = (curve: FlaggedCurve) => number

/** As many flagged as possible, with at most `most` authentic accounts among them. */
export function withinFalsePositives(most: number): Choice {
  return ({ flaggedAuthentic }) =>
    lastWithin(flaggedAuthentic.length, (step) => flaggedAuthentic[step] <= most)
}

/** As many flagged as possible, each account counted with the weight of its class, `most` in all. */
export function withinFlagged(weights: ClassWeights, most: number): Choice {
  // A budget of 0.3 holds three accounts of 0.1 each, whatever rounding says.
  const limit = most * (1 + 1e-12)
  return ({ flaggedManaged, flaggedAuthentic }) =>
    lastWithin(
      flaggedManaged.length,
      (step) => flaggedManaged[step] * weights.managed + flaggedAuthentic[step] * weights.authentic <= limit,
    )
}

/** The highest F1 among `managed` AI-managed accounts in all, the classes weighted; the first step when equal. */
export function bestF1(managed: number, weights: ClassWeights): Choice {
  return ({ flaggedManaged, flaggedAuthentic }) => {
    let best = -1
    let bestF1 = 0
    for (let step = 0; step < flaggedManaged.length; step++) {
      const caught = flaggedManaged[step] * weights.managed
      // 2 TP / (2 TP + FP + FN), whose denominator is the flagged and the AI-managed accounts together.
      const value =
        (2 * caught) / (caught + flaggedAuthentic[step] * weights.authentic + managed * weights.managed)
      if (value > bestF1) {
        bestF1 = value
        best = step
      }
    }
    return best
  }
}

/** How many of the distinct scores are at or above `least`. */
export function stepsAtOrAbove({ thresholds: { score } }: ScoreIndex, least: number): number {
  return lastWithin(score.length, (step) => score[step] >= least) + 1
}

/**
 * The threshold of a choice, at or above `atLeast`: one of the scores; 0 when everyone is flagged, Infinity when nobody
 * is.
 */
export function thresholdBy(index: ScoreIndex, choice: Choice, atLeast = 0): number {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const steps = stepsAtOrAbove(index, atLeast)
  const step = choice({
    flaggedManaged: flaggedManaged.subarray(0, steps),
    flaggedAuthentic: flaggedAuthentic.subarray(0, steps),
  })
  if (step < 0) return Number.POSITIVE_INFINITY
  return step === score.length - 1 ? 0 : score[step]
}

/** The last of `length` steps that is within, where all before it are as well; -1 when none is. */
export function lastWithin(length: number, isWithin: (step: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isWithin(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
