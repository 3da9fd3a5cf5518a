/** How alike notes are, exactly; the notes themselves are the conformance suite's. */
import { trigramsOf } from "../../src/core/detection/content/minhash.ts"

export { edited, note, randomOf } from "../../src/core/detection/conformance/texts.ts"

/** Exact Jaccard similarity of two notes' trigram sets, in [0, 1]; 0 when both are too short to have any. */
export function jaccard(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [inA, inB] = [trigramsOf(a), trigramsOf(b)]
  const both = [...inA].filter((hash) => inB.has(hash)).length
  const either = inA.size + inB.size - both
  return either > 0 ? both / either : 0
}
