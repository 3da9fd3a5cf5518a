/**
 * How AI-managed accounts rank among the authentic ones. From these numbers alone follow AUC (Mann and Whitney 1947,
 * "On a test of whether one of two random variables is stochastically larger than the other") and recall at any
 * false-positive rate.
 */
import { rankable } from "../evaluation/comparison/side.ts"
import { orderScores } from "../evaluation/score-index.ts"

/** Authentic accounts above an account, and at or above it: both equal where none ties with it. */
export type Rank = readonly [above: number, atOrAbove: number]

export interface Ranks {
  /** One an account of either class: authentic accounts above it, and at or above it, itself included if authentic. */
  readonly above: Uint32Array
  readonly atOrAbove: Uint32Array
  /** Numbers of the AI-managed accounts, ascending, and the rank of each. */
  readonly managed: Uint32Array
  readonly ofManaged: readonly Rank[]
  /** Numbers of the authentic accounts, ascending, that at most so many of them, themselves included, are at or above. */
  authenticWithin(most: number): number[]
}

/** The false-positive rate of `recallAtFpr1`. */
export const FPR_1 = 0.01

/** The most of so many authentic accounts that a false-positive rate of 1 % allows. */
export const withinRate = (authentic: number) => mostWithin(FPR_1, authentic)

/** The largest whole number whose quotient by `total`, as rounded, is at most `share`. */
function mostWithin(share: number, total: number): number {
  const guess = Math.floor(share * total)
  if (total > 0 && (guess + 1) / total <= share) return guess + 1
  return guess / total <= share || total === 0 ? guess : guess - 1
}

/** `score`: one an account, missing ones (NaN) rank lowest. `label`: 1 for AI-managed, 0 for authentic. */
export function ranksAmongAuthentic(score: Float32Array, label: Uint8Array): Ranks {
  const order = orderScores(rankable(score))
  const above = new Uint32Array(score.length)
  const atOrAbove = new Uint32Array(score.length)
  let authentic = 0
  for (let from = order.score.length - 1; from >= 0; ) {
    let to = from
    const before = authentic
    while (to >= 0 && order.score[to] === order.score[from]) {
      if (label[order.account[to]] === 0) authentic++
      to--
    }
    for (let at = from; at > to; at--) {
      above[order.account[at]] = before
      atOrAbove[order.account[at]] = authentic
    }
    from = to
  }
  const managed = Uint32Array.from(label.keys()).filter((account) => label[account] === 1)
  return {
    above,
    atOrAbove,
    managed,
    ofManaged: Array.from(managed, (account): Rank => [above[account], atOrAbove[account]]),
    authenticWithin: (most) =>
      [...label.keys()].filter((account) => label[account] === 0 && atOrAbove[account] <= most),
  }
}

/** NaN when a class is empty. Of whole numbers, so that the order of summing moves nothing. */
export function aucOfRanks(ranks: readonly Rank[], authentic: number): number {
  const doubled = ranks.reduce((sum, [above, atOrAbove]) => sum + above + atOrAbove, 0)
  return (2 * ranks.length * authentic - doubled) / (2 * ranks.length * authentic)
}

/** Share of the AI-managed accounts that are flagged where 1 % of the authentic ones are; NaN when a class is empty. */
export function recallOfRanks(ranks: readonly Rank[], authentic: number): number {
  if (authentic === 0) return Number.NaN
  const most = withinRate(authentic)
  return ranks.filter(([, atOrAbove]) => atOrAbove <= most).length / ranks.length
}
