/** How the scores of each class are spread, for drawing. */
import { firstAtOrAbove, type ScoreIndex } from "./score-index.ts"

export interface ScoreDistribution {
  /** Ascending from 0 to 1, length bins + 1. Bin k holds edge[k] <= score < edge[k + 1]; the last one also holds 1. */
  readonly edge: Float64Array
  /** Accounts, length bins. */
  readonly authentic: Uint32Array
  readonly managed: Uint32Array
}

/** Counts of scores in even bins over [0, 1], as numpy.histogram; scores beyond count in the bin at that end. */
export function scoreDistribution(index: ScoreIndex, bins = 50): ScoreDistribution {
  if (!(bins >= 1)) throw new RangeError(`bins must be 1 or more, got ${bins}`)
  const edge = Float64Array.from({ length: bins + 1 }, (_, at) => at / bins)
  return {
    edge,
    authentic: countBetween(index.authenticScores, edge),
    managed: countBetween(index.managedScores, edge),
  }
}

function countBetween(scores: Float32Array, edge: Float64Array): Uint32Array {
  const bins = edge.length - 1
  const count = new Uint32Array(bins)
  let from = 0
  for (let bin = 0; bin < bins; bin++) {
    const to = bin === bins - 1 ? scores.length : firstAtOrAbove(scores, edge[bin + 1])
    count[bin] = to - from
    from = to
  }
  return count
}
