/**
 * The lexicon: every token that a note can hold, by id. Ids are below 65,536 and no id belongs to two languages.
 * They follow the order of first mention in the word lists: emoji, then each language's marks, shared lists and topics.
 */

/** Raised with every change of the word lists or the grammar: the same seed then yields other notes. */
export const LEXICON_VERSION = 2

export const TOKEN_KINDS = [
  "word",
  "comma",
  "full-stop",
  "exclamation",
  "question",
  "tilde",
  "emoji",
  "hashtag",
  "break",
  "link",
  "mention",
] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export const WORD = 0
export const COMMA = 1
export const FULL_STOP = 2
export const EXCLAMATION = 3
export const QUESTION = 4
export const TILDE = 5
export const EMOJI_TOKEN = 6
export const HASHTAG = 7
/** A line break. */
export const BREAK = 8
export const LINK = 9
/** Of another account, as in "@shop". */
export const MENTION = 10

/** The language of a token that belongs to none: an emoji, a line break. */
export const NO_LANGUAGE = 255

/** Gives each distinct token of a language one id. */
export class Lexicon {
  /** What a reader sees, by id. */
  readonly texts: string[] = []
  /** Index into TOKEN_KINDS, by id. */
  readonly kinds: number[] = []
  /** Index into LANGUAGES, or NO_LANGUAGE, by id. */
  readonly languages: number[] = []
  private readonly ids = new Map<string, number>()

  /** The id of the token, new or known. */
  intern(text: string, kind: number, language: number): number {
    const key = `${language}/${kind}/${text}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.texts.length
    this.ids.set(key, id)
    this.texts.push(text)
    this.kinds.push(kind)
    this.languages.push(language)
    return id
  }
}
