/**
 * How one text is written: repetition of characters, evenness of sentences, punctuation. Pure numbers.
 */

const HAN = /\p{Script=Han}/gu
const HASHTAG_OR_LINK = /#[\p{L}\p{M}\p{Nd}_]+|https?:\/\/[\x21-\x7e]+/gu
const SENTENCE_END = /[。！？!?～~…\n]+|\.(?=\s|$)/u
/** What a sentence's length is counted in: a Chinese character, or a word of a script that separates words. */
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}'’])+/gu
const MARK = /[！!？?～~]/gu
const PUNCTUATION = /\p{P}|～|~/gu
const SPACE = /\s+/g
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

/** The text without its hashtags and links, which are addresses rather than writing. */
export const proseOf = (text: string): string => text.replace(HASHTAG_OR_LINK, "").trim()

export const hanOf = (text: string): string => (text.match(HAN) ?? []).join("")

/** Distinct characters over all of the first `window` Chinese characters; NaN when there are fewer. */
export function typeTokenRatio(text: string, window: number): number {
  const characters = text.match(HAN) ?? []
  if (characters.length < window) return Number.NaN
  return new Set(characters.slice(0, window)).size / window
}

/** The same of the first `window` units: words of a script that separates words, else characters. */
export function unitTypeTokenRatio(text: string, window: number): number {
  const units = text.toLowerCase().match(UNIT) ?? []
  return units.length < window ? Number.NaN : new Set(units.slice(0, window)).size / window
}

/** Units of each sentence that has any. */
export function sentenceLengths(text: string): number[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.match(UNIT)?.length ?? 0)
    .filter((length) => length > 0)
}

/** Standard deviation (of the population, as NumPy's) over the mean; NaN below two values. */
export function variation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  const mean = average(values)
  return Math.sqrt(average(values.map((value) => (value - mean) * (value - mean)))) / mean
}

/** Exclamation, question and tilde marks. */
export const marksIn = (text: string): number => text.match(MARK)?.length ?? 0

export const punctuationIn = (text: string): number => text.match(PUNCTUATION)?.length ?? 0

/** Characters that are not white space. */
export function lengthOf(text: string): number {
  const visible = text.replace(SPACE, "")
  // Two halves of a character count once.
  return visible.length - (visible.match(PAIR)?.length ?? 0)
}

export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
