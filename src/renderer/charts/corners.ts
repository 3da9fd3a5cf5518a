/**
 * Thresholds at which a curve over a run is computed for drawing.
 *
 * A curve of a million accounts has up to a million corners, too many to sort out in a frame in which the labels
 * move. Looked at here are every so many accounts of each class, all of those with the highest scores, and more
 * sparsely on from there, since logarithmic axes and precision spread them: between neighbours a curve moves by
 * less than a dot. Of a small class all accounts are looked at. Computed once for an index, then kept.
 */
import type { Confusion, ScoreIndex } from "../../core/evaluation/index.ts"

/** How densely accounts are looked at. */
interface Density {
  /** Accounts of a class, evenly by rank. */
  readonly even: number
  /** Accounts of a class with the highest scores. */
  readonly top: number
  /** Growth of the rank beyond those. */
  readonly growth: number
}

const FINE: Density = { even: 1024, top: 256, growth: 1.01 }
/** Of a curve that moves on in the next frame; few enough to be drawn as they are. */
const COARSE: Density = { even: 160, top: 32, growth: 1.07 }

/** Descending, each once, with what is flagged at each. */
export interface Corners {
  readonly threshold: Float64Array
  readonly flagged: readonly Confusion[]
}

const kept = { fine: new WeakMap<ScoreIndex, Corners>(), coarse: new WeakMap<ScoreIndex, Corners>() }

/** `coarsely`: some hundreds of them, for a frame in which labels move. */
export function cornersOf(index: ScoreIndex, coarsely = false): Corners {
  const among = coarsely ? kept.coarse : kept.fine
  let found = among.get(index)
  if (!found) {
    const threshold = thresholdsOf(index, coarsely ? COARSE : FINE)
    found = { threshold, flagged: Array.from(threshold, index.confusionAt) }
    among.set(index, found)
  }
  return found
}

function thresholdsOf(index: ScoreIndex, density: Density): Float64Array {
  const looked = ([1, 0] as const).flatMap((own) => {
    const all = own === 1 ? index.managed : index.authentic
    // Rank 0 is the highest score.
    return ranks(all, density).map((rank) => index.scoreAt(own, all - 1 - rank))
  })
  return Float64Array.from(new Set(looked)).sort().reverse()
}

/** Ascending ranks below `count`, the last one included. */
function ranks(count: number, { even, top, growth }: Density): number[] {
  const step = Math.max(1, Math.floor(count / even))
  const found: number[] = []
  for (let rank = 0; rank < count; ) {
    found.push(rank)
    const sparser = rank < top ? rank + 1 : Math.ceil(rank * growth)
    rank = Math.min(sparser, rank + step)
  }
  if (count > 0 && found.at(-1) !== count - 1) found.push(count - 1)
  return found
}
