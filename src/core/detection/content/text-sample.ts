/**
 * A sample of what an account wrote, small enough to keep of everybody: pieces of consecutive tokens, evenly spread
 * over all its notes. A token is kept as 16 bits of its hash (the hashing trick of Weinberger et al. 2009), two a word.
 */
import type { Posts } from "../../evidence/evidence.ts"
import { mix32 } from "../../random/streams.ts"

/** Tokens of a piece; the first two are context for the others. */
export const PIECE = 16
export const CONTEXT = 2
const PIECES = 12
/** Room for an account, in tokens and in 32-bit words. */
export const SAMPLE = PIECES * PIECE
export const SAMPLE_WORDS = SAMPLE / 2
/** No token. */
export const NO_CODE = 0

/** A token as a number from 1 to 65,535. */
export const codeOf = (token: number) => mix32(token) & 0xffff || 1

/** Fills `words` (length SAMPLE_WORDS, zero before) with the sample of posts `from` to `to` - 1. */
export function sampleText(
  { tokens, tokenOffset }: Posts,
  from: number,
  to: number,
  words: Uint32Array,
): void {
  let all = 0
  for (let post = from; post < to; post++) all += piecesOf(tokenOffset![post + 1] - tokenOffset![post])
  const kept = Math.min(PIECES, all)
  let before = 0
  let piece = 0
  for (let post = from; post < to && piece < kept; post++) {
    const pieces = piecesOf(tokenOffset![post + 1] - tokenOffset![post])
    // Of all pieces, the middle ones of `kept` equal parts.
    for (let next = placeOf(piece, all, kept); piece < kept && next < before + pieces; ) {
      const begin = tokenOffset![post] + (next - before) * (PIECE - CONTEXT)
      const end = Math.min(begin + PIECE, tokenOffset![post + 1])
      for (let at = begin; at < end; at++) put(words, piece * PIECE + at - begin, codeOf(tokens![at]))
      next = placeOf(++piece, all, kept)
    }
    before += pieces
  }
}

/** Pieces overlap by their context, so that each token after a post's second is judged in one of them. */
const piecesOf = (tokens: number) => Math.max(0, Math.ceil((tokens - CONTEXT) / (PIECE - CONTEXT)))

const placeOf = (piece: number, all: number, kept: number) => Math.floor(((piece + 0.5) * all) / kept)

function put(words: Uint32Array, slot: number, code: number): void {
  words[slot >> 1] |= slot & 1 ? code << 16 : code
}

/** Unpacks an account's sample into `codes` (length SAMPLE); account i's words begin at i * SAMPLE_WORDS. */
export function readSample(words: Uint32Array, account: number, codes: Uint16Array): void {
  const first = account * SAMPLE_WORDS
  for (let at = 0; at < SAMPLE_WORDS; at++) {
    const word = words[first + at]
    codes[2 * at] = word & 0xffff
    codes[2 * at + 1] = word >>> 16
  }
}
