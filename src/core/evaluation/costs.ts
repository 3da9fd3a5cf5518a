/**
 * The expected cost of a threshold, and the threshold of least cost: every flagged account is reviewed, a wrongly
 * flagged one harms its creator, an AI-managed one that is not flagged harms everybody else (Elkan 2001, "The
 * foundations of cost-sensitive learning"). Costs are in any one currency.
 */
import type { Choice } from "./choice.ts"
import { type Confusion, falsePositiveRate, recall } from "./confusion.ts"
import { falsePositiveRateInterval, type Interval, recallInterval } from "./intervals.ts"
import type { ClassWeights } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

/** 0 or more each, not all 0. */
export interface Costs {
  /** Of an authentic account that is flagged, its review not counted. */
  readonly falsePositive: number
  /** Of an AI-managed account that is not flagged. */
  readonly falseNegative: number
  /** Of the review of a flagged account. */
  readonly review: number
}

/** In the cost of one review, until somebody says better: whatever is priced by them says so. */
export const FIRST_COSTS: Costs = { falsePositive: 100, falseNegative: 50, review: 1 }

/** Where the cost comes from; `total` is the sum of the others. */
export interface CostParts {
  readonly falsePositives: number
  readonly missed: number
  readonly reviews: number
  readonly total: number
}

/** `observed` is of whole accounts, `weights` what one account of each class counts for. */
export function costOf(observed: Confusion, costs: Costs, weights: ClassWeights): CostParts {
  const caught = observed.truePositives * weights.managed
  const wronged = observed.falsePositives * weights.authentic
  const falsePositives = wronged * costs.falsePositive
  const missed = observed.falseNegatives * weights.managed * costs.falseNegative
  const reviews = (caught + wronged) * costs.review
  return { falsePositives, missed, reviews, total: falsePositives + missed + reviews }
}

/**
 * Interval of the total at a fixed threshold, from Wilson's of recall and false-positive rate by the method of variance
 * estimates recovery (Zou and Donner 2008, "Construction of confidence limits about effect measures"): the classes are
 * independent, so distances from the estimate add up as squares.
 */
export function costInterval(
  observed: Confusion,
  costs: Costs,
  weights: ClassWeights,
  confidence = 0.95,
): Interval {
  const { total } = costOf(observed, costs, weights)
  const managed = observed.truePositives + observed.falseNegatives
  const authentic = observed.falsePositives + observed.trueNegatives
  const saved = managed * weights.managed * (costs.falseNegative - costs.review)
  const added = authentic * weights.authentic * (costs.falsePositive + costs.review)
  const caught = recall(observed)
  const wronged = falsePositiveRate(observed)
  const [leastCaught, mostCaught] = recallInterval(observed, confidence)
  const [leastWronged, mostWronged] = falsePositiveRateInterval(observed, confidence)
  // Where a review costs more than a miss, catching more costs more.
  const [cheapCaught, dearCaught] = saved > 0 ? [mostCaught, leastCaught] : [leastCaught, mostCaught]
  return [
    Math.max(0, total - Math.hypot(added * (wronged - leastWronged), saved * (cheapCaught - caught))),
    total + Math.hypot(added * (mostWronged - wronged), saved * (caught - dearCaught)),
  ]
}

/** The choice of least cost; the highest threshold when several are equal, so that nobody is flagged in vain. */
export function cheapest(index: ScoreIndex, costs: Costs, weights: ClassWeights): Choice {
  // Against flagging nobody: what a caught account saves, and what a wronged one adds.
  const saved = weights.managed * (costs.falseNegative - costs.review)
  const added = weights.authentic * (costs.falsePositive + costs.review)
  // Sums of unlike parts that are equal may differ in their last bits; a real saving is larger.
  const least = 1e-12 * (index.managed * Math.abs(saved) + index.authentic * added)
  return ({ flaggedManaged, flaggedAuthentic }) => {
    let best = -1
    let bestChange = 0
    for (let step = 0; step < flaggedManaged.length; step++) {
      const change = flaggedAuthentic[step] * added - flaggedManaged[step] * saved
      if (change < bestChange - least) {
        bestChange = change
        best = step
      }
    }
    return best
  }
}

/** What each of some thresholds costs, and the band of the total; all of one length. */
export interface CostCurve {
  readonly falsePositives: Float64Array
  readonly missed: Float64Array
  readonly reviews: Float64Array
  readonly total: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** `observed`: of whole accounts, one a threshold. */
export function costCurve(observed: readonly Confusion[], costs: Costs, weights: ClassWeights): CostCurve {
  const column = () => new Float64Array(observed.length)
  const curve = {
    falsePositives: column(),
    missed: column(),
    reviews: column(),
    total: column(),
    low: column(),
    high: column(),
  }
  for (let at = 0; at < observed.length; at++) {
    const { falsePositives, missed, reviews, total } = costOf(observed[at], costs, weights)
    const [low, high] = costInterval(observed[at], costs, weights)
    curve.falsePositives[at] = falsePositives
    curve.missed[at] = missed
    curve.reviews[at] = reviews
    curve.total[at] = total
    curve.low[at] = low
    curve.high[at] = high
  }
  return curve
}
