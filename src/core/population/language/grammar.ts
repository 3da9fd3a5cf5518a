/**
 * The grammar of a language, compiled from its word lists into flat arrays that a note is written from
 * without looking anything up by name.
 *
 * A *sequence* is a sentence pattern or an entry of a list: a run of `code`, each a token id, or a slot
 * (negative) to be filled with a sequence of another list. A *list* is a run of sequences, the usual ones first.
 */
import { LANGUAGES } from "../../evidence/evidence.ts"
import {
  BREAK,
  COMMA,
  EMOJI_TOKEN,
  EXCLAMATION,
  FULL_STOP,
  HASHTAG,
  Lexicon,
  LINK,
  MENTION,
  NO_LANGUAGE,
  QUESTION,
  TILDE,
  WORD,
} from "./lexicon.ts"
import { TOPICS } from "./style.ts"
import { EMOJI } from "./words/emoji.ts"
import { type LanguageWords, WORDS } from "./words/index.ts"
import type { GeneralWords, TopicWords } from "./words/words.ts"

export const THEMES = 2

const GENERAL_LISTS = [
  "time",
  "span",
  "person",
  "audience",
  "degree",
  "verdict",
  "feeling",
  "link",
  "lead",
  "price",
  "source",
  "nick",
  "kin",
  "city",
  "shop",
  "number",
  "few",
  "count",
  "clock",
  "date",
  "say",
  "think",
  "again",
  "hedge",
  "ending",
  "refer",
  "address",
] as const satisfies readonly (keyof GeneralWords)[]
const THEME_LISTS = ["thing", "quality"] as const
const TOPIC_LISTS = [
  "aspect",
  "spot",
  "act",
  "tip",
  "gain",
  "flaw",
] as const satisfies readonly (keyof TopicWords)[]
const PATTERN_LISTS = ["open", "body", "close", "title"] as const

/** What a slot can ask for. `subject` is the thing the note is about: the same wherever it is named. */
const SLOTS = ["subject", ...GENERAL_LISTS, ...THEME_LISTS, ...TOPIC_LISTS] as const
type Slot = (typeof SLOTS)[number]

export const SLOT_COUNT = SLOTS.length
export const SUBJECT_SLOT = 0
/** Slots from here on are filled with the topic's own words. */
export const FIRST_TOPIC_SLOT = 1 + GENERAL_LISTS.length
export const LINK_SLOT = SLOTS.indexOf("link")
export const LEAD_SLOT = SLOTS.indexOf("lead")
export const THING_SLOT = SLOTS.indexOf("thing")
export const ENDING_SLOT = SLOTS.indexOf("ending")
export const REFER_SLOT = SLOTS.indexOf("refer")
const REPEATABLE: readonly Slot[] = [
  "person",
  "audience",
  "degree",
  "lead",
  "link",
  "quality",
  "thing",
  "aspect",
  "spot",
  "nick",
  "shop",
  "city",
  "hedge",
  "ending",
  "think",
]
/** By slot: 1 where the same words twice in a note read well. */
export const ECHOES = Uint8Array.from(SLOTS, (slot) => (REPEATABLE.includes(slot) ? 1 : 0))

const PHRASE_LISTS: readonly Slot[] = [
  "verdict",
  "feeling",
  "price",
  "act",
  "tip",
  "gain",
  "flaw",
  "time",
  "say",
  "think",
]
/** By slot: 1 where the entries are phrases rather than words. */
export const PHRASES = Uint8Array.from(SLOTS, (slot) => (PHRASE_LISTS.includes(slot) ? 1 : 0))

/** A run of sequences. */
export interface List {
  readonly first: number
  readonly count: number
}

/** Patterns that can stand in for one another: sequences, and a step that visits all of them in turn. */
export interface Pool {
  readonly sequences: Uint16Array
  /** Coprime to the number of sequences. */
  readonly step: number
}

/** Where the patterns of a topic stand: opening a note, closing it, and between by their length. */
export interface Pools {
  readonly open: Pool
  readonly close: Pool
  readonly title: Pool
  /** Up to 4 words, 5 to 7, and longer. */
  readonly body: readonly [Pool, Pool, Pool]
  /** Number of all patterns. */
  readonly size: number
}

export interface Grammar {
  /** A token id, or -1 - slot. */
  readonly code: Int32Array
  /** Sequence s is code[start[s]] to, not including, code[start[s + 1]]. */
  readonly start: Uint32Array
  /** Mean number of words that a pattern expands to, by sequence; NaN for entries that no pattern leads to. */
  readonly words: Float32Array
  /** The list that fills a slot, by topic * THEMES + theme, then by slot. */
  readonly lists: readonly (readonly List[])[]
  /** By topic. */
  readonly pools: readonly Pools[]
  /** Hashtag ids that suit the topic, the usual ones first; by topic. */
  readonly tags: readonly Uint16Array[]
  /** By sequence: 1 for a pattern that asks. */
  readonly asks: Uint8Array
  /** Hashtag id of a thing, by sequence; 0 for other sequences. */
  readonly tagOfThing: Uint16Array
  readonly comma: number
  /** What a hasty writer sets for a comma. */
  readonly pause: number
  readonly fullStop: number
  readonly question: number
  /** Of a line that trails off. */
  readonly ellipsis: number
  readonly exclamations: readonly number[]
  readonly tilde: number
}

export interface Grammars {
  readonly lexicon: Lexicon
  /** Emoji ids, the usual ones first. */
  readonly emoji: Uint16Array
  /** By language. */
  readonly languages: readonly Grammar[]
  readonly siblings: Siblings
  readonly lineBreak: number
}

/** For a word that is a whole entry of a list: the other such words of the list. */
export interface Siblings {
  readonly first: Uint32Array
  readonly count: Uint32Array
  readonly words: Uint16Array
}

export function splitEntries(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
}

const PUNCTUATION = /^[,，。.!！?？~～:：]+$/

class GrammarCompiler {
  private readonly code: number[] = []
  private readonly start: number[] = [0]
  private readonly tagOfThing: number[] = []
  /** Choices written in place, by the slot that they got beyond the named ones. */
  private readonly choices: string[] = []
  /** Token ids of one-word entries, list by list. */
  readonly families: number[][] = []
  private readonly language: number
  private readonly words: LanguageWords

  constructor(
    private readonly lexicon: Lexicon,
    language: number,
  ) {
    this.language = language
    this.words = WORDS[LANGUAGES[language]]
  }

  compile(): Grammar {
    const { marks, general, topics } = this.words
    const mark = (text: string, kind: number) => this.lexicon.intern(text, kind, this.language)
    const punctuation = {
      comma: mark(marks.comma, COMMA),
      pause: mark(marks.pause, COMMA),
      fullStop: mark(marks.fullStop, FULL_STOP),
      question: mark(marks.question, QUESTION),
      ellipsis: mark(marks.ellipsis, FULL_STOP),
      exclamations: marks.exclamations.map((text) => mark(text, EXCLAMATION)),
      tilde: mark(marks.tilde, TILDE),
    }
    const shared = GENERAL_LISTS.map((name) => this.addList(general[name]))
    const sharedPatterns = PATTERN_LISTS.map((name) => this.addList(general[name], false))
    const sharedTags = this.tagIds(general.tags)

    const lists: (readonly List[])[] = []
    const ownPatterns: List[][] = []
    const tags: Uint16Array[] = []
    for (const topic of TOPICS) {
      const own = topics[topic]
      const themes = own.themes.map((theme) => [this.addThings(theme.thing), this.addList(theme.quality)])
      const ofTopic = TOPIC_LISTS.map((name) => this.addList(own[name]))
      for (const ofTheme of themes) lists.push([ofTheme[0], ...shared, ...ofTheme, ...ofTopic])
      ownPatterns.push(PATTERN_LISTS.map((name) => this.addList(own[name], false)))
      tags.push(Uint16Array.from(new Set([...this.tagIds(own.tags), ...sharedTags])))
    }

    const choices = this.choices.map((choice) => this.addList(choice, false))
    const allLists = lists.map((named) => [...named, ...choices])

    const code = Int32Array.from(this.code)
    const start = Uint32Array.from(this.start)
    const words = new Float32Array(start.length - 1).fill(Number.NaN)
    const pools = TOPICS.map((_, topic) => {
      const ofTopic = allLists[topic * THEMES]
      const wordsOf = (sequence: number) => expectedWords(code, start, ofTopic, words, sequence, this.lexicon)
      return poolsOf(sharedPatterns, ownPatterns[topic], wordsOf)
    })
    const tagOfThing = new Uint16Array(words.length)
    this.tagOfThing.forEach((tag, sequence) => {
      tagOfThing[sequence] = tag
    })
    const asks = Uint8Array.from(words, (_, sequence) =>
      code.subarray(start[sequence], start[sequence + 1]).includes(punctuation.question) ? 1 : 0,
    )
    return { code, start, words, lists: allLists, pools, tags, asks, tagOfThing, ...punctuation }
  }

  private addList(text: string, isFamily = true): List {
    const first = this.start.length - 1
    const entries = splitEntries(text)
    for (const entry of entries) this.addSequence(entry)
    if (isFamily) this.addFamily(entries)
    return { first, count: entries.length }
  }

  private addThings(text: string): List {
    const list = this.addList(text)
    splitEntries(text).forEach((entry, i) => {
      this.tagOfThing[list.first + i] = this.tagId(entry)
    })
    return list
  }

  private addSequence(entry: string): void {
    for (const word of entry.split(/\s+/)) this.code.push(this.codeOf(word))
    this.start.push(this.code.length)
  }

  private codeOf(word: string): number {
    if (word.startsWith("{")) {
      const slot = SLOTS.indexOf(word.slice(1, -1) as Slot)
      if (slot < 0) throw new Error(`no list is called ${word}`)
      return -1 - slot
    }
    if (word.startsWith("@")) return this.lexicon.intern(word, MENTION, this.language)
    if (word.startsWith("http")) return this.lexicon.intern(word, LINK, this.language)
    if (word.includes("/")) return this.choiceOf(word)
    const { comma, question } = this.words.marks
    if (word === comma) return this.lexicon.intern(word, COMMA, this.language)
    if (word === question) return this.lexicon.intern(word, QUESTION, this.language)
    return this.lexicon.intern(word, PUNCTUATION.test(word) ? COMMA : WORD, this.language)
  }

  /** "so_far/by_now" is one of two phrases; the choice is as much a habit as that of a word from a list. */
  private choiceOf(word: string): number {
    const choice = word.replaceAll("/", "|").replaceAll("_", " ")
    const known = this.choices.indexOf(choice)
    if (known >= 0) return -1 - SLOT_COUNT - known
    this.choices.push(choice)
    return -SLOT_COUNT - this.choices.length
  }

  private addFamily(entries: readonly string[]): void {
    const single = entries.filter((entry) => !/[\s{]/.test(entry))
    this.families.push(single.map((word) => this.lexicon.intern(word, WORD, this.language)))
  }

  private tagId(entry: string): number {
    return this.lexicon.intern(`#${entry.replace(/[\s']+/g, "")}`, HASHTAG, this.language)
  }

  private tagIds(text: string): number[] {
    return splitEntries(text).map((entry) => this.tagId(entry))
  }
}

/** Mean number of words of a sequence, its slots filled evenly; punctuation does not count. */
function expectedWords(
  code: Int32Array,
  start: Uint32Array,
  lists: readonly List[],
  known: Float32Array,
  sequence: number,
  lexicon: Lexicon,
): number {
  if (!Number.isNaN(known[sequence])) return known[sequence]
  let words = 0
  for (let at = start[sequence]; at < start[sequence + 1]; at++) {
    if (code[at] >= 0) {
      words += lexicon.kinds[code[at]] === WORD ? 1 : 0
      continue
    }
    const list = lists[-1 - code[at]]
    let sum = 0
    for (let i = 0; i < list.count; i++)
      sum += expectedWords(code, start, lists, known, list.first + i, lexicon)
    words += sum / list.count
  }
  known[sequence] = words
  return words
}

function poolsOf(
  shared: readonly List[],
  own: readonly List[],
  wordsOf: (sequence: number) => number,
): Pools {
  const [open, body, close, title] = PATTERN_LISTS.map((_, i) => [...members(shared[i]), ...members(own[i])])
  for (const sequence of [...open, ...close, ...title]) wordsOf(sequence)
  const between = (low: number, high: number) => body.filter((s) => wordsOf(s) >= low && wordsOf(s) < high)
  return {
    open: pool(open),
    close: pool(close),
    title: pool(title),
    body: [pool(between(0, 4.5)), pool(between(4.5, 7.5)), pool(between(7.5, Number.POSITIVE_INFINITY))],
    size: open.length + body.length + close.length + title.length,
  }
}

const members = (list: List) => Array.from({ length: list.count }, (_, i) => list.first + i)

function pool(sequences: readonly number[]): Pool {
  const step = [7, 5, 11, 3, 13, 1].find((candidate) => sequences.length % candidate !== 0) ?? 1
  return { sequences: Uint16Array.from(sequences), step }
}

function siblingsOf(families: readonly number[][], tokenCount: number): Siblings {
  const first = new Uint32Array(tokenCount)
  const count = new Uint32Array(tokenCount)
  const words: number[] = []
  for (const family of families) {
    const at = words.length
    words.push(...family)
    for (const token of family) {
      if (count[token] > 0) continue
      first[token] = at
      count[token] = family.length
    }
  }
  return { first, count, words: Uint16Array.from(words) }
}

let compiled: Grammars | undefined

/** The grammars of all languages, compiled on first use: some 10 ms. */
export function grammars(): Grammars {
  compiled ??= compileAll()
  return compiled
}

function compileAll(): Grammars {
  const lexicon = new Lexicon()
  const emoji = Uint16Array.from(splitEntries(EMOJI), (text) => lexicon.intern(text, EMOJI_TOKEN, 255))
  const lineBreak = lexicon.intern("\n", BREAK, NO_LANGUAGE)
  const compilers = LANGUAGES.map((_, language) => new GrammarCompiler(lexicon, language))
  const languages = compilers.map((compiler) => compiler.compile())
  const families = compilers.flatMap((compiler) => compiler.families)
  return { lexicon, emoji, languages, siblings: siblingsOf(families, lexicon.texts.length), lineBreak }
}
