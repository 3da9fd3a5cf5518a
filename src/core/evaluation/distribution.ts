/** How the scores of each class are spread, for drawing. */
import type { ScoreIndex } from "./score-index.ts"

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
  const at = Array.from(edge, index.confusionAt)
  const between = (above: (bin: number) => number, all: number) =>
    Uint32Array.from({ length: bins }, (_, bin) => {
      // Scores beyond the ends count in the bin at that end.
      const from = bin === 0 ? all : above(bin)
      return from - (bin === bins - 1 ? 0 : above(bin + 1))
    })
  return {
    edge,
    authentic: between((bin) => at[bin].falsePositives, index.authentic),
    managed: between((bin) => at[bin].truePositives, index.managed),
  }
}
