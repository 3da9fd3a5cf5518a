/**
 * How a post is written, counted without knowing what its words mean: units, sentences, marks, emoji, hashtags, links.
 *
 * A text is scanned into signs, each a unit or something else that is visible. A log's texts are scanned as they
 * are read; a vocabulary is scanned once, so that posts made of its tokens are counted without making their text.
 * A sentence ends at a full stop, an exclamation, question or tilde mark, a line break, or with the post.
 */
import { STYLE_WINDOW, type Style } from "./evidence.ts"
import { EMOJI, fold, IDEOGRAPH, tokenId, WORD } from "./tokenize.ts"

/** What a sign is. A mark ends a sentence as well. */
const CHARACTER = 0
const WORD_SIGN = 1
const MARK = 2
const END = 3
const EMOJI_SIGN = 4
const HASHTAG = 5
const LINK = 6

const SIGN = new RegExp(
  [
    "(?<link>(?:https?:\\/\\/|www\\.)[\\x21-\\x7e]+)",
    "(?<hashtag>#[\\p{L}\\p{M}\\p{Nd}_]+(?:\\[话题\\]#|#(?![\\p{L}\\p{Nd}]))?)",
    `(?<character>${IDEOGRAPH})`,
    `(?<word>${WORD})`,
    `(?<emoji>${EMOJI})`,
    "(?<mark>[!?~〜])",
    "(?<end>[。\\n]|\\.(?=[\\s\"'”’)\\]]|$))",
  ].join("|"),
  "gu",
)
const KINDS: Readonly<Record<string, number>> = {
  link: LINK,
  hashtag: HASHTAG,
  character: CHARACTER,
  word: WORD_SIGN,
  emoji: EMOJI_SIGN,
  mark: MARK,
  end: END,
}

/** Hands each sign's kind, id and length in characters to `emit`, in the order of the text. */
function scan(text: string, emit: (kind: number, id: number, characters: number) => void): void {
  for (const { groups } of fold(text).matchAll(SIGN)) {
    for (const name in groups) {
      const found = groups[name]
      if (found !== undefined) emit(KINDS[name], tokenId(found), name === "character" ? 1 : found.length)
    }
  }
}

/** The signs of every token of a vocabulary: token t's are those from offset[t] up to, not including, offset[t + 1]. */
export interface Signs {
  readonly offset: Uint32Array
  readonly kind: Uint8Array
  readonly id: Uint32Array
  readonly characters: Uint16Array
}

/** `texts[t]` is what a reader sees of token t. */
export function signsOf(texts: readonly string[]): Signs {
  const offset = new Uint32Array(texts.length + 1)
  const found: [kind: number, id: number, characters: number][] = []
  for (const [token, text] of texts.entries()) {
    scan(text, (...sign) => found.push(sign))
    offset[token + 1] = found.length
  }
  return {
    offset,
    kind: Uint8Array.from(found, ([kind]) => kind),
    id: Uint32Array.from(found, ([, id]) => id),
    characters: Uint16Array.from(found, ([, , characters]) => characters),
  }
}

/** The style of posts made of a vocabulary's tokens; post p's are those from tokenOffset[p] to tokenOffset[p + 1] - 1. */
export function styleOfTokens(tokenOffset: Uint32Array, tokens: ArrayLike<number>, signs: Signs): Style {
  const counter = new StyleCounter(tokenOffset.length - 1)
  const { offset, kind, id, characters } = signs
  for (let post = 0; post + 1 < tokenOffset.length; post++) {
    for (let at = tokenOffset[post]; at < tokenOffset[post + 1]; at++) {
      const token = tokens[at]
      for (let sign = offset[token]; sign < offset[token + 1]; sign++)
        counter.add(kind[sign], id[sign], characters[sign])
    }
    counter.endPost(post)
  }
  return counter.style
}

/** The style of posts from their texts. */
export function styleOfTexts(texts: readonly string[]): Style {
  const counter = new StyleCounter(texts.length)
  for (const [post, text] of texts.entries()) {
    scan(text, (kind, id, characters) => counter.add(kind, id, characters))
    counter.endPost(post)
  }
  return counter.style
}

/** Cells of the table of units seen in a window; a power of two, and at most a third of them full. */
const CELLS = 256
const MOST = 0xffff

/** Adds up one post at a time. */
class StyleCounter {
  readonly style: Style
  readonly #counts = new Uint32Array(7)
  readonly #seen = new Uint32Array(CELLS)
  /** The post whose window a cell was filled in, plus 1. */
  readonly #filledBy = new Uint32Array(CELLS)
  #window = 1
  #units = 0
  #types = 0
  #characters = 0
  #sentences = 0
  #sentenceUnits = 0
  #sumOfSquares = 0

  constructor(posts: number) {
    this.style = {
      units: new Uint16Array(posts),
      ideographs: new Uint16Array(posts),
      characters: new Uint16Array(posts),
      sentences: new Uint16Array(posts),
      sentenceVariation: new Float32Array(posts),
      marks: new Uint16Array(posts),
      emoji: new Uint16Array(posts),
      hashtags: new Uint16Array(posts),
      links: new Uint16Array(posts),
      types: new Uint8Array(posts),
    }
  }

  add(kind: number, id: number, characters: number): void {
    this.#counts[kind]++
    if (kind <= WORD_SIGN) {
      this.#characters += characters
      this.#sentenceUnits++
      if (this.#units++ < STYLE_WINDOW) this.#noteType(id)
    } else if (kind <= END) this.#endSentence()
  }

  #noteType(id: number): void {
    let cell = id & (CELLS - 1)
    while (this.#filledBy[cell] === this.#window) {
      if (this.#seen[cell] === id) return
      cell = (cell + 1) & (CELLS - 1)
    }
    this.#filledBy[cell] = this.#window
    this.#seen[cell] = id
    this.#types++
  }

  #endSentence(): void {
    if (this.#sentenceUnits === 0) return
    this.#sentences++
    this.#sumOfSquares += this.#sentenceUnits * this.#sentenceUnits
    this.#sentenceUnits = 0
  }

  endPost(post: number): void {
    this.#endSentence()
    const { style } = this
    style.units[post] = Math.min(MOST, this.#units)
    style.ideographs[post] = Math.min(MOST, this.#counts[CHARACTER])
    style.characters[post] = Math.min(MOST, this.#characters)
    style.sentences[post] = Math.min(MOST, this.#sentences)
    style.sentenceVariation[post] = this.#variation()
    style.marks[post] = Math.min(MOST, this.#counts[MARK])
    style.emoji[post] = Math.min(MOST, this.#counts[EMOJI_SIGN])
    style.hashtags[post] = Math.min(MOST, this.#counts[HASHTAG])
    style.links[post] = Math.min(MOST, this.#counts[LINK])
    style.types[post] = this.#units >= STYLE_WINDOW ? this.#types : 0
    this.#counts.fill(0)
    this.#window++
    this.#units = this.#types = this.#characters = this.#sentences = this.#sumOfSquares = 0
  }

  /** Every unit lies in a sentence, so that the sentences' lengths add up to the units. */
  #variation(): number {
    if (this.#sentences < 2) return Number.NaN
    const mean = this.#units / this.#sentences
    return Math.sqrt(Math.max(0, this.#sumOfSquares / this.#sentences - mean * mean)) / mean
  }
}
