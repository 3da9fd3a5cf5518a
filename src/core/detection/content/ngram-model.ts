/**
 * A background trigram model by Jelinek-Mercer interpolation (Jelinek and Mercer 1980): each order is mixed with the
 * one below, by the weights c / (c + a) of MacKay and Peto's hierarchical Dirichlet model (1995, Nat. Lang. Eng. 1),
 * where c is how often the context was seen:
 *   P(w | u v) = (c(u v w) + a P(w | v)) / (c(u v) + a),   P(w | v) = (c(v w) + a P(w)) / (c(v) + a),
 *   P(w) = (c(w) + 1) / (N + V), with V codes.
 * All of it is made of counts, so that somebody's own are taken out again by subtraction: nobody is judged by a model
 * that has read him.
 */
import { mix32 } from "../../random/streams.ts"
import { CONTEXT, NO_CODE, PIECE } from "./text-sample.ts"

/** Worth of the lower order, in sightings of a context. */
const STRENGTH = 10
const CODES = 0x10000
/** Share of a table's cells that may be taken. */
const MOST_FULL = 0.6

/** What a cell holds: the key, how often it was met as a word in its context, and how often as a context. */
const AS_WORD = 1
const AS_CONTEXT = 2
const CELL = 4

/**
 * Counts by 32-bit key, by open addressing, each key's side by side so that memory is touched once. A key once met keeps
 * its cell, even when its count falls back to 0.
 */
class Counts {
  readonly #cells: Uint32Array
  readonly #mask: number

  constructor(most: number) {
    const cells = 2 ** Math.ceil(Math.log2(Math.max(32, most / MOST_FULL)))
    this.#cells = new Uint32Array(CELL * cells)
    this.#mask = cells - 1
  }

  /** 0 for a key never met. */
  of(key: number, place: number): number {
    return this.#cells[this.#cellOf(key) + place]
  }

  add(key: number, place: number, times: 1 | -1): void {
    const cell = this.#cellOf(key)
    this.#cells[cell] = key || 1
    this.#cells[cell + place] += times
  }

  /** Where the key's cell begins, an empty one's for a key never met. 0 marks an empty cell: key 0 shares that of key 1. */
  #cellOf(key: number): number {
    const wanted = key || 1
    let cell = mix32(wanted) & this.#mask
    for (;;) {
      const found = this.#cells[CELL * cell]
      if (found === wanted || found === 0) return CELL * cell
      cell = (cell + 1) & this.#mask
    }
  }
}

const pairKey = (first: number, second: number) => ((first << 16) | second) >>> 0
/** Hashed to 32 bits; among a million trigrams one expects a hundred collisions. */
const tripleKey = (first: number, second: number, third: number) =>
  mix32(Math.imul(pairKey(first, second), 0x9e3779b1) ^ Math.imul(third, 0x85ebca77))

/** What was seen of tokens in the context of the two before them. */
export class TrigramCounts {
  #total = 0
  readonly #word = new Uint32Array(CODES)
  readonly #context = new Uint32Array(CODES)
  readonly #pair: Counts
  readonly #triple: Counts

  /** `most` distinct trigrams will be counted at most. */
  constructor(most: number) {
    // Each trigram has a pair as its context and one that ends it, most often the next one's context.
    this.#pair = new Counts(1.2 * most)
    this.#triple = new Counts(most)
  }

  /** Counts the tokens of the piece that begins at `begin`; takes them out again when `times` is -1. */
  countPiece(codes: Uint16Array, begin: number, times: 1 | -1): void {
    for (let at = begin + CONTEXT; at < begin + PIECE && codes[at] !== NO_CODE; at++) {
      const first = codes[at - 2]
      const second = codes[at - 1]
      const third = codes[at]
      this.#total += times
      this.#word[third] += times
      this.#context[second] += times
      this.#pair.add(pairKey(second, third), AS_WORD, times)
      this.#pair.add(pairKey(first, second), AS_CONTEXT, times)
      this.#triple.add(tripleKey(first, second, third), AS_WORD, times)
    }
  }

  /** -ln P(token | the two before it), in nats, for the token at `at`. */
  surprise(codes: Uint16Array, at: number): number {
    const first = codes[at - 2]
    const second = codes[at - 1]
    const third = codes[at]
    const word = (this.#word[third] + 1) / (this.#total + CODES)
    const pair =
      (this.#pair.of(pairKey(second, third), AS_WORD) + STRENGTH * word) / (this.#context[second] + STRENGTH)
    const triple =
      (this.#triple.of(tripleKey(first, second, third), AS_WORD) + STRENGTH * pair) /
      (this.#pair.of(pairKey(first, second), AS_CONTEXT) + STRENGTH)
    return -Math.log(triple)
  }
}
