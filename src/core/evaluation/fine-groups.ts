/**
 * Groups of neighbouring scores, for bootstrap draws of thresholds: fine at both ends, where a threshold of few false
 * positives or of few misses lies, and coarse between, so that there are not many more of them than in bootstrap.ts.
 */
import type { ScoreIndex } from "./score-index.ts"

/** Groups of neighbouring scores, the highest first; all columns of one length. */
export interface FineGroups {
  /** The lowest score of the group. */
  readonly score: Float64Array
  readonly sizeManaged: Float64Array
  readonly sizeAuthentic: Float64Array
  /** Accounts in the group and those above it. */
  readonly flaggedManaged: Float64Array
  readonly flaggedAuthentic: Float64Array
}

/** A group holds at most about 1 / 512 of a class. */
const GROUPS_PER_CLASS = 512
/** And at most 1 / 16 of those of the class on either side of it, so that its steps are small beside what is counted. */
const GROUPS_PER_SIDE = 16

/** No group reaches across the end of the first `openSteps` distinct scores, and tied scores are never parted. */
export function groupFinely(index: ScoreIndex, openSteps: number): FineGroups {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const last: number[] = []
  let from = -1
  for (let step = 0; step < score.length; step++) {
    const isFull =
      fills(flaggedManaged, from, step, index.managed) || fills(flaggedAuthentic, from, step, index.authentic)
    if (!isFull && step !== openSteps - 1 && step !== score.length - 1) continue
    last.push(step)
    from = step
  }
  const column = (values: ArrayLike<number>) => Float64Array.from(last, (step) => values[step])
  const sizes = (flagged: Float64Array) => flagged.map((value, k) => value - (k > 0 ? flagged[k - 1] : 0))
  const managed = column(flaggedManaged)
  const authentic = column(flaggedAuthentic)
  return {
    score: column(score),
    sizeManaged: sizes(managed),
    sizeAuthentic: sizes(authentic),
    flaggedManaged: managed,
    flaggedAuthentic: authentic,
  }
}

/** Whether the accounts of a class after step `from`, up to `step`, are enough for a group. */
function fills(flagged: Uint32Array, from: number, step: number, total: number): boolean {
  const above = from < 0 ? 0 : flagged[from]
  const here = flagged[step] - above
  const below = total - flagged[step]
  return (
    here > 0 && here >= Math.min(total / GROUPS_PER_CLASS, above / GROUPS_PER_SIDE, below / GROUPS_PER_SIDE)
  )
}
