/**
 * Renders token ids to what a reader sees: Chinese without spaces, English with them, sentences capitalized.
 */
import { grammars } from "./grammar.ts"
import {
  BREAK,
  COMMA,
  EMOJI_TOKEN,
  EXCLAMATION,
  FULL_STOP,
  HASHTAG,
  LINK,
  MENTION,
  QUESTION,
  TILDE,
  WORD,
} from "./lexicon.ts"

const ENDS_SENTENCE = new Set([FULL_STOP, EXCLAMATION, QUESTION, TILDE, BREAK])
/** A link or a mention must end somewhere, in any language. */
const LINK_BEFORE = /(?:https?:\S+|@\S+)$/u
const LATIN_EDGE = /[\p{Script=Latin}\d]/u

/** The text of tokens[from] to tokens[to - 1]. */
export function renderNote(
  tokens: ArrayLike<number>,
  from: number,
  to: number,
  onToken?: (at: number, start: number, end: number) => void,
): string {
  const { texts, kinds, languages } = grammars().lexicon
  let text = ""
  let startsSentence = true
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token >= texts.length) throw new RangeError(`token id must be below ${texts.length}, got ${token}`)
    const kind = kinds[token]
    const isEnglish = languages[token] === 1
    let piece = texts[token]
    if (isEnglish && kind === WORD) {
      if (piece === "a" && at + 1 < to && startsWithVowel(texts[tokens[at + 1]])) piece = "an"
      if (startsSentence) piece = piece[0].toUpperCase() + piece.slice(1)
    }
    if (text !== "" && needsSpace(text, piece, kind, isEnglish)) text += " "
    text += piece
    onToken?.(at, text.length - piece.length, text.length)
    if (kind === WORD || kind === COMMA) startsSentence = false
    if (ENDS_SENTENCE.has(kind)) startsSentence = true
  }
  return text
}

function needsSpace(before: string, piece: string, kind: number, isEnglish: boolean): boolean {
  if (kind === BREAK || before.endsWith("\n")) return false
  if (kind === HASHTAG || kind === LINK || kind === MENTION) return true
  if (/\w$/.test(before) && LINK_BEFORE.test(before)) return true
  if (kind === EMOJI_TOKEN) return /[.!?~]$/.test(before)
  if (kind !== WORD || piece === "'s") return false
  return isEnglish || (LATIN_EDGE.test(before.at(-1)!) && LATIN_EDGE.test(piece[0]))
}

function startsWithVowel(word: string): boolean {
  return /^[aeiou]/i.test(word) && !/^(one|uni|use|eu)/i.test(word)
}
