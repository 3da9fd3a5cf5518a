/**
 * MinHash signatures of token trigrams, and their bands for locality-sensitive hashing.
 * Broder 1997 (resemblance of documents); one-permutation hashing by Li, Owen and Zhang 2012, with the optimal
 * densification of empty bins by Shrivastava 2017, so that a note costs one hash a trigram and not sixty-four.
 */
import { mix32 } from "../../random/streams.ts"

export const SIGNATURE = 64
export const ROWS = 3
/** The chance that two notes of Jaccard similarity J agree in one band is J ** 3. */
export const BANDS = 20
/** Fewer trigrams than this, repeated ones counted again, make a note too short to compare. */
export const LEAST_TRIGRAMS = 8

const EMPTY = 0xffffffff

/** Hash of the trigram that begins at `at`; a factor for each place makes the order count. */
export function trigram(tokens: ArrayLike<number>, at: number): number {
  return mix32(
    Math.imul(tokens[at] + 1, 0x9e3779b1) ^
      Math.imul(tokens[at + 1] + 1, 0x85ebca77) ^
      Math.imul(tokens[at + 2] + 1, 0xc2b2ae3d),
  )
}

/** Fills `signature` (length SIGNATURE); returns false, and leaves it unusable, for a note too short. */
export function minHash(
  tokens: ArrayLike<number>,
  from: number,
  to: number,
  signature: Uint32Array,
): boolean {
  if (to - from - 2 < LEAST_TRIGRAMS) return false
  signature.fill(EMPTY)
  isFull.fill(0)
  for (let at = from; at + 2 < to; at++) {
    const hash = trigram(tokens, at)
    const bin = hash & (SIGNATURE - 1)
    const value = hash >>> 6
    isFull[bin] = 1
    if (value < signature[bin]) signature[bin] = value
  }
  densify(signature)
  return true
}

/** Bins to try for an empty bin, in order: chosen by its number and the attempt, the same for every note. */
const PROBES = 256
const probe = new Uint8Array(SIGNATURE * PROBES).map((_, at) => mix32(at + 1) & (SIGNATURE - 1))
/** Of the bins of the signature at work, 1 for those that a trigram fell into. */
const isFull = new Uint8Array(SIGNATURE)
/** Bins that found no full one yet. */
const waiting = new Uint8Array(SIGNATURE)

/**
 * Fills each empty bin from a full one, which `isFull` tells: in a round each bin that waits looks at its next one. Whether
 * that is full is counted and not branched on: it is as good as random, and a branch that is not foreseen costs more.
 */
function densify(signature: Uint32Array): void {
  let left = 0
  for (let bin = 0; bin < SIGNATURE; bin++) {
    waiting[left] = bin
    left += 1 - isFull[bin]
  }
  for (let attempt = 0; left > 0; attempt++) {
    const count = left
    left = 0
    for (let k = 0; k < count; k++) {
      const bin = waiting[k]
      // Past the table every bin is tried in turn, so that a full one is found whatever the table holds.
      const from = attempt < PROBES ? probe[bin * PROBES + attempt] : attempt & (SIGNATURE - 1)
      signature[bin] = signature[from]
      waiting[left] = bin
      left += 1 - isFull[from]
    }
  }
}

/** One key a band, never 0. */
export function bandKey(signature: Uint32Array, band: number): number {
  const at = band * ROWS
  const hash = mix32(
    Math.imul(signature[at] + band, 0x9e3779b1) ^
      Math.imul(signature[at + 1] + 1, 0x85ebca77) ^
      Math.imul(signature[at + 2] + 1, 0xc2b2ae3d),
  )
  return hash === 0 ? 1 : hash
}

/** Hashes of a note's trigrams, each once. */
export function trigramsOf(tokens: ArrayLike<number>): Set<number> {
  const trigrams = new Set<number>()
  for (let at = 0; at + 2 < tokens.length; at++) trigrams.add(trigram(tokens, at))
  return trigrams
}
