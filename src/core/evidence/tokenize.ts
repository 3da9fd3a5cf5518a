/**
 * Text from outside becomes tokens: one for each Chinese, Japanese or Korean character, one for each word
 * of a script that separates words (lower-cased), one for each number, one for each emoji. White space
 * and punctuation yield none.
 *
 * A token's id is a hash of its characters to 32 bits, so that there is no vocabulary to build or to carry, and
 * an id does not depend on what else the log holds. Among 100,000 distinct tokens one expects about one
 * collision (n^2 / 2^33), which moves a similarity of two texts by less than their own variation.
 */
import { mix32 } from "../random/streams.ts"

export const IDEOGRAPH = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]"
export const WORD = `(?:(?!${IDEOGRAPH})[\\p{L}\\p{M}\\p{Nd}])+(?:['’](?:(?!${IDEOGRAPH})[\\p{L}\\p{M}])+)*`
export const EMOJI = "\\p{RI}\\p{RI}|\\p{Emoji_Presentation}|\\p{Extended_Pictographic}"
const TOKEN = new RegExp(`${IDEOGRAPH}|${WORD}|${EMOJI}`, "gu")

/**
 * Hands each token's id, an unsigned 32-bit integer, to `emit`, in the order of the text. Full-width letters
 * and other variants of one character count as the same (Unicode NFKC).
 */
export function tokenize(text: string, emit: (token: number) => void): void {
  const folded = fold(text)
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(folded); found; found = TOKEN.exec(folded)) emit(tokenId(found[0]))
}

/** The text with letters of one size and width. Not toLocaleLowerCase: it must be the same everywhere. */
export const fold = (text: string) => text.normalize("NFKC").toLowerCase()

/** FNV-1a over UTF-16 code units, then mixed so that every bit counts. */
export function tokenId(token: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193)
  return mix32(hash)
}
