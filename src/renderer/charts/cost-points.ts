/** What the cost chart draws: the expected cost a day along the threshold's axis, and where it is least. */
import {
  type ClassWeights,
  type Confusion,
  type CostCurve,
  type Costs,
  costCurve,
  costOf,
  type ScoreIndex,
} from "../../core/evaluation/index.ts"
import { cornersOf } from "./corners.ts"
import { spread, type ThresholdAxis } from "./threshold-axis.ts"

/** Places on the axis at which the cost is computed; a frame in which costs move computes them all. */
const STEPS = 257

export interface CostPoints {
  readonly threshold: Float64Array
  readonly curve: CostCurve
}

/** Counted once for an index and an axis, then kept: costs move without a look at the accounts. */
const kept = new WeakMap<ScoreIndex, Map<ThresholdAxis, readonly Confusion[]>>()

function countedAlong(index: ScoreIndex, along: ThresholdAxis, threshold: Float64Array) {
  const byAxis = kept.get(index) ?? new Map<ThresholdAxis, readonly Confusion[]>()
  kept.set(index, byAxis)
  let counted = byAxis.get(along)
  if (!counted) {
    counted = Array.from(threshold, index.confusionAt)
    byAxis.set(along, counted)
  }
  return counted
}

export function costPoints(
  index: ScoreIndex,
  along: ThresholdAxis,
  costs: Costs,
  weights: ClassWeights,
): CostPoints {
  const threshold = spread(along, STEPS)
  return { threshold, curve: costCurve(countedAlong(index, along, threshold), costs, weights) }
}

/** The threshold of least cost among the curve's corners; the highest when several are equal. */
export function leastCost(index: ScoreIndex, costs: Costs, weights: ClassWeights, coarsely = false) {
  const { threshold, flagged } = cornersOf(index, coarsely)
  let best = { threshold: 1, cost: Number.POSITIVE_INFINITY }
  for (let at = 0; at < threshold.length; at++) {
    const { total } = costOf(flagged[at]!, costs, weights)
    if (total < best.cost) best = { threshold: threshold[at]!, cost: total }
  }
  return best
}

/** The end of an axis on which the least and the present cost can be told apart: 1, 2 or 5 times a power of ten. */
export function costEnd(least: number, present: number): number {
  const wanted = Math.max(3 * least, 1.1 * present, 1e-9)
  const unit = 10 ** Math.floor(Math.log10(wanted))
  return ([1, 2, 5, 10].find((times) => times * unit >= wanted) ?? 10) * unit
}
