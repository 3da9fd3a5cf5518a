/**
 * Finding 64-bit perceptual hashes that differ in a few bits, without comparing all pairs.
 * After Manku, Jain and Das Sarma 2007 (WWW): the bits are cut into six blocks, and a key is made of each two of them.
 * Hashes that differ in at most four bits agree in two blocks at least; of those that differ in six, three in four do.
 * Up to 8 bits count as one picture: with the usual 10 to 15 chance alone would pair thousands among a million.
 */
import { mix32 } from "../../random/streams.ts"

export const MOST_DIFFERING = 8

/** First bit and number of bits of each block. */
const BLOCKS = [
  [0, 11],
  [11, 11],
  [22, 11],
  [33, 11],
  [44, 10],
  [54, 10],
] as const
const BLOCK_PAIRS = BLOCKS.flatMap((_, j) => Array.from({ length: j }, (_, i) => [i, j] as const))

/** Keys of one hash. */
export const HASH_KEYS = BLOCK_PAIRS.length

/** The key of a hash (two words) for one pair of blocks, never 0. */
export function hashKey(high: number, low: number, which: number): number {
  const [i, j] = BLOCK_PAIRS[which]
  return mix32(((block(high, low, i) << 11) | block(high, low, j)) + which * 0x9e3779b1) || 1
}

function block(high: number, low: number, which: number): number {
  const [first, bits] = BLOCKS[which]
  const mask = (1 << bits) - 1
  if (first >= 32) return (high >>> (first - 32)) & mask
  const fromLow = low >>> first
  return (first + bits <= 32 ? fromLow : fromLow | (high << (32 - first))) & mask
}

/** Bits that are set in the difference of two hashes, given by words. */
export const differingBits = (highs: number, lows: number) => popCount(highs) + popCount(lows)

function popCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether a difference leaves the blocks of this key alone, and of no key before it: so that no pair is found twice. */
export function isFirstKey(highs: number, lows: number, which: number): boolean {
  for (let earlier = 0; earlier < which; earlier++) if (leavesAlone(highs, lows, earlier)) return false
  return leavesAlone(highs, lows, which)
}

function leavesAlone(highs: number, lows: number, which: number): boolean {
  const [i, j] = BLOCK_PAIRS[which]
  return block(highs, lows, i) === 0 && block(highs, lows, j) === 0
}
