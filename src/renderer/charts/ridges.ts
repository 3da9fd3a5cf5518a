/** How the risks of each archetype are spread, as ridges of one row each. */
import type { ScoreIndex } from "../../core/evaluation/index.ts"
import { spread, type ThresholdAxis } from "./threshold-axis.ts"

/** Steps of a ridge along the axis. */
const BINS = 60

/** Shares of an archetype's accounts below this have no height on a logarithmic scale. */
const LEAST_SHARE = 0.001

/** The part of a row that its ridge may fill. */
const FULL = 0.9

export interface Ridge {
  /** Along the axis, ascending. */
  readonly place: Float64Array
  /** In [0, 1]: how high the ridge is from one place to the next. */
  readonly height: Float64Array
}

/** Accounts of one cohort by their risk: `edge` ascending, one more than bins. */
export function accountsByBin(index: ScoreIndex, cohort: number, along: ThresholdAxis) {
  const edge = spread(along, BINS + 1)
  const { managed, authentic } = index.cohortCounts(cohort)
  // The first bin holds all below it, the last one all above.
  const above = Array.from(edge, (threshold, at) => {
    if (at === 0) return managed + authentic
    if (at === BINS) return 0
    const { truePositives, falsePositives } = index.cohortConfusionAt(cohort, threshold)
    return truePositives + falsePositives
  })
  return { edge, accounts: Float64Array.from({ length: BINS }, (_, bin) => above[bin]! - above[bin + 1]!) }
}

/** Ridge of one cohort; `logarithmic` so that a bin with one account in a hundred can be seen beside one with all. */
export function ridgeOf(
  index: ScoreIndex,
  cohort: number,
  along: ThresholdAxis,
  logarithmic: boolean,
): Ridge {
  const { edge, accounts } = accountsByBin(index, cohort, along)
  const judged = accounts.reduce((sum, count) => sum + count, 0)
  const most = accounts.reduce((highest, count) => Math.max(highest, count), 0)
  return {
    place: edge.map(along.place),
    // The outline ends as high as its last bin.
    height: edge.map((_, at) => {
      const count = accounts[Math.min(at, BINS - 1)]!
      if (count === 0) return 0
      return logarithmic ? Math.max(0, 1 - Math.log(count / judged) / Math.log(LEAST_SHARE)) : count / most
    }),
  }
}

/** The ridge's outline in row `row` of an axis that counts rows downwards. */
export const inRow = ({ place, height }: Ridge, row: number) =>
  Array.from(place, (x, i) => ({ x, y: row - FULL * height[i]! }))
