/**
 * Thresholds at which a curve over a run is computed for drawing.
 *
 * A curve of a million accounts has up to a million corners, too many to sort out in a frame in which the labels
 * move. Looked at here are every so many accounts of each class, all of those with the highest scores, and more
 * sparsely on from there, since logarithmic axes and precision spread them: between neighbours a curve moves by
 * less than a dot. Of a small class all accounts are looked at. Computed once for an index, then kept.
 */
import type { Confusion, ScoreIndex } from "../../core/evaluation/index.ts"

/** Accounts of a class, evenly by rank. */
const EVEN_RANKS = 1024
/** Accounts of a class with the highest scores. */
const TOP_RANKS = 256
/** Growth of the rank beyond those. */
const GROWTH = 1.01

/** Descending, each once, with what is flagged at each. */
export interface Corners {
  readonly threshold: Float64Array
  readonly flagged: readonly Confusion[]
}

const kept = new WeakMap<ScoreIndex, Corners>()

export function cornersOf(index: ScoreIndex): Corners {
  let found = kept.get(index)
  if (!found) {
    const threshold = thresholdsOf(index)
    found = { threshold, flagged: Array.from(threshold, index.confusionAt) }
    kept.set(index, found)
  }
  return found
}

function thresholdsOf(index: ScoreIndex): Float64Array {
  const looked = ([1, 0] as const).flatMap((own) => {
    const all = own === 1 ? index.managed : index.authentic
    // Rank 0 is the highest score.
    return ranks(all).map((rank) => index.scoreAt(own, all - 1 - rank))
  })
  return Float64Array.from(new Set(looked)).sort().reverse()
}

/** Ascending ranks below `count`, the last one included. */
function ranks(count: number): number[] {
  const step = Math.max(1, Math.floor(count / EVEN_RANKS))
  const found: number[] = []
  for (let rank = 0; rank < count; ) {
    found.push(rank)
    const sparser = rank < TOP_RANKS ? rank + 1 : Math.ceil(rank * GROWTH)
    rank = Math.min(sparser, rank + step)
  }
  if (count > 0 && found.at(-1) !== count - 1) found.push(count - 1)
  return found
}
