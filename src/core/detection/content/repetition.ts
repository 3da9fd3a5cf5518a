/**
 * How much an account's posts repeat its own earlier ones: the share of a post's token trigrams that were in one
 * before, counted along the account's posts. 1 for an exact copy, 0 for a post of new phrases only.
 */
import { trigram } from "./minhash.ts"

/** Trigrams kept of one account; whoever writes more is judged by what came first. */
const MOST_KEPT = 1 << 16

/** Trigrams seen so far, in cells that a new account finds empty without clearing them. */
export class PhraseMemory {
  readonly #key = new Uint32Array(2 * MOST_KEPT)
  /** The post, counted over all accounts from 1, that a cell's trigram was first seen in. */
  readonly #firstSeen = new Uint32Array(2 * MOST_KEPT)
  #post = 0
  /** Cells first seen before this one belong to other accounts. */
  #firstOwn = 1
  #mask = 0
  #room = 0

  /** Forgets all; makes room for so many trigrams. */
  begin(trigrams: number): void {
    this.#firstOwn = this.#post + 1
    this.#room = Math.min(MOST_KEPT, trigrams)
    let cells = 64
    while (cells < 2 * this.#room) cells *= 2
    this.#mask = cells - 1
  }

  /** Share of the post's trigrams that earlier posts had; NaN for a post without any. Remembers those it had not. */
  repeatedShare(tokens: ArrayLike<number>, from: number, to: number): number {
    this.#post++
    let seen = 0
    for (let at = from; at + 2 < to; at++) if (this.#meet(trigram(tokens, at))) seen++
    return to - from > 2 ? seen / (to - from - 2) : Number.NaN
  }

  /** Whether an earlier post had the trigram; a new one is kept while there is room. */
  #meet(hash: number): boolean {
    let cell = hash & this.#mask
    while (this.#firstSeen[cell] >= this.#firstOwn) {
      if (this.#key[cell] === hash) return this.#firstSeen[cell] < this.#post
      cell = (cell + 1) & this.#mask
    }
    if (this.#room === 0) return false
    this.#room--
    this.#key[cell] = hash
    this.#firstSeen[cell] = this.#post
    return false
  }
}
