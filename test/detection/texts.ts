/** Notes of random tokens, and near-copies of them, for what joins accounts by text. */

import { trigramsOf } from "../../src/core/detection/content/minhash.ts"
import { type Random, stream } from "../../src/core/random/streams.ts"

export const randomOf = (name: string) => stream(name, "hand-made")

/** Tokens of a vocabulary so large that unrelated notes share next to no trigram. */
export function note(random: Random, length = 40): number[] {
  return Array.from({ length }, () => Math.floor(60_000 * random()))
}

/** The note with `edits` of its tokens replaced, evenly spread. */
export function edited(tokens: readonly number[], edits: number, random: Random): number[] {
  const copy = [...tokens]
  for (let k = 0; k < edits; k++) {
    copy[Math.floor(((k + 0.5) * copy.length) / edits)] = 60_000 + Math.floor(5000 * random())
  }
  return copy
}

/** Exact Jaccard similarity of two notes' trigram sets, in [0, 1]; 0 when both are too short to have any. */
export function jaccard(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [inA, inB] = [trigramsOf(a), trigramsOf(b)]
  const both = [...inA].filter((hash) => inB.has(hash)).length
  const either = inA.size + inB.size - both
  return either > 0 ? both / either : 0
}
