/** How the scores of each class are spread, for drawing. */
import type { ScoreIndex } from "./score-index.ts"

export interface ScoreDistribution {
  /** Ascending from 0 to 1, length bins + 1. Bin k holds edge[k] <= score < edge[k + 1]; the last one also holds 1. */
  readonly edge: Float64Array
  /** Accounts, length bins. */
  readonly authentic: Uint32Array
  readonly managed: Uint32Array
}

/** Counts of scores in even bins over [0, 1], as numpy.histogram. */
export function scoreDistribution(index: ScoreIndex, bins = 50): ScoreDistribution {
  void [index, bins]
  throw new Error("unfinished")
}
