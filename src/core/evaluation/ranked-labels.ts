/**
 * Labels in the order of the scores, with the AI-managed ones counted block by block: any threshold is a search and a few
 * additions, exact to the account, and when a few labels change nothing else is visited. So a million accounts can be
 * labelled anew in every frame in which somebody moves the definition.
 */
import type { Confusion } from "./confusion.ts"
import { firstAtOrAbove, type ScoreOrder } from "./score-index.ts"

/** Accounts of a block: few enough to be added up, many enough that blocks are quickly summed. */
const BLOCK_BITS = 6
const BLOCK = 1 << BLOCK_BITS

/** Of an account that has no rank, as it has no score. */
export const NO_RANK = 0xffffffff

export class RankedLabels {
  #managedScores: Float32Array | undefined
  #authenticScores: Float32Array | undefined

  /** `label`: by rank. `before`: AI-managed accounts before each block, and at last all of them. */
  private constructor(
    readonly order: ScoreOrder,
    private readonly label: Uint8Array,
    private readonly before: Uint32Array,
  ) {}

  /** `label`: one an account, 1 for AI-managed. */
  static of(order: ScoreOrder, label: Uint8Array): RankedLabels {
    const { account } = order
    const byRank = new Uint8Array(account.length)
    for (let rank = 0; rank < account.length; rank++) byRank[rank] = label[account[rank]]
    const before = new Uint32Array(Math.ceil(account.length / BLOCK) + 1)
    for (let rank = 0; rank < account.length; rank++) before[(rank >>> BLOCK_BITS) + 1] += byRank[rank]
    for (let block = 1; block < before.length; block++) before[block] += before[block - 1]
    return new RankedLabels(order, byRank, before)
  }

  /** Each of the ranks, told once, in the other class. */
  flipped(ranks: Iterable<number>): RankedLabels {
    const label = this.label.slice()
    const gained = new Int32Array(this.before.length)
    for (const rank of ranks) {
      label[rank] ^= 1
      gained[(rank >>> BLOCK_BITS) + 1] += 2 * label[rank] - 1
    }
    const before = this.before.slice()
    let sum = 0
    for (let block = 1; block < before.length; block++) {
      sum += gained[block]
      before[block] += sum
    }
    return new RankedLabels(this.order, label, before)
  }

  get judged(): number {
    return this.label.length
  }

  get managed(): number {
    return this.before[this.before.length - 1]
  }

  confusionAt(threshold: number): Confusion {
    const first = firstAtOrAbove(this.order.score, threshold)
    const falseNegatives = this.managedBefore(first)
    const truePositives = this.managed - falseNegatives
    return {
      truePositives,
      falsePositives: this.judged - first - truePositives,
      trueNegatives: first - falseNegatives,
      falseNegatives,
    }
  }

  /** The score of the account of a class with so many of the class below it; NaN beyond the last. */
  scoreAt(own: 0 | 1, place: number): number {
    const total = own === 1 ? this.managed : this.judged - this.managed
    if (!(place >= 0 && place < total)) return Number.NaN
    let low = 0
    let high = this.before.length - 1
    // The last block with no more of the class before it.
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if (this.classBefore(own, middle) <= place) low = middle
      else high = middle
    }
    let left = place - this.classBefore(own, low)
    let rank = low << BLOCK_BITS
    for (; ; rank++) {
      if (this.label[rank] !== own) continue
      if (left-- === 0) return this.order.score[rank]
    }
  }

  /** Ascending; made on first use. */
  get managedScores(): Float32Array {
    this.#managedScores ??= this.scoresOf(1, this.managed)
    return this.#managedScores
  }

  get authenticScores(): Float32Array {
    this.#authenticScores ??= this.scoresOf(0, this.judged - this.managed)
    return this.#authenticScores
  }

  private managedBefore(rank: number): number {
    const block = rank >>> BLOCK_BITS
    let count = this.before[block]
    for (let at = block << BLOCK_BITS; at < rank; at++) count += this.label[at]
    return count
  }

  private classBefore(own: 0 | 1, block: number): number {
    return own === 1 ? this.before[block] : Math.min(this.judged, block << BLOCK_BITS) - this.before[block]
  }

  private scoresOf(own: 0 | 1, count: number): Float32Array {
    const { label } = this
    const { score } = this.order
    const scores = new Float32Array(count)
    let at = 0
    // Every score is written and the place moves on for some: a branch that nobody can foretell would take twice as
    // long. What is written beyond the end is dropped.
    for (let rank = 0; rank < label.length; rank++) {
      scores[at] = score[rank]
      at += own === 1 ? label[rank] : 1 - label[rank]
    }
    return scores
  }
}

/** Each account's rank in the order that it is in; NO_RANK without one. */
export function ranksOf(orders: readonly ScoreOrder[], accounts: number): Uint32Array {
  const ranks = new Uint32Array(accounts).fill(NO_RANK)
  for (const { account } of orders)
    for (let rank = 0; rank < account.length; rank++) ranks[account[rank]] = rank
  return ranks
}
