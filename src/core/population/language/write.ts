/**
 * Writes notes. A note opens, goes on and closes; a sentence draws its length first, then clauses until the
 * length is met. An author draws on a few patterns and has favourite words, both fixed by `phraseSeed`.
 */
import { mix32, type Random } from "../../random/streams.ts"
import {
  ECHOES,
  ENDING_SLOT,
  FIRST_TOPIC_SLOT,
  type Grammar,
  grammars,
  LEAD_SLOT,
  LINK_SLOT,
  type List,
  PHRASES,
  type Pool,
  type Pools,
  REFER_SLOT,
  SLOT_COUNT,
  SUBJECT_SLOT,
  THEMES,
  THING_SLOT,
} from "./grammar.ts"
import { WORD } from "./lexicon.ts"
import { LONGEST_PATTERN, MAX_NOTE_TOKENS, type WritingStyle } from "./style.ts"
import { SKEW_STEP, skewStep, WHEEL_BITS, zipfWheel } from "./zipf.ts"

const MAX_HASHTAGS = 8
const MAX_SENTENCE_WORDS = 36
/** Room left for the last sentence, a link and the hashtags: patterns expand to at most LONGEST_PATTERN tokens. */
const RESERVE = MAX_SENTENCE_WORDS + 2 * LONGEST_PATTERN + MAX_HASHTAGS
/** A further clause is added only when at least this many words are missing. */
const SHORTEST_CLAUSE = 3
/** Frequencies of phrases fall off more slowly than those of words (Ha et al. 2002). */
const PHRASE_SKEW = 0.5
const FAVOURITE_SHARE = 0.6
/** Of a list, never fewer entries than this are drawn on. */
const LEAST_REACH = 2
/** Of the lines that end without a full stop, so many trail off. */
const ELLIPSIS_SHARE = 0.15
/** Of the sentences that lack a few words, so many begin with a phrase like "honestly,". */
const LEAD_SHARE = 0.6
/** Of the further clauses, so many are joined by a word like "but". */
const LINK_SHARE = 0.5
const PATTERN_ATTEMPTS = 5
/** The first so many patterns of a pool are plain: everybody knows them. */
const PLAIN_PATTERNS = 12
const WHEEL_MASK = (1 << WHEEL_BITS) - 1

let ofWords: Uint8Array | undefined

/** 1 for words, 0 for all other tokens, by token id. */
function wordTokens(): Uint8Array {
  ofWords ??= Uint8Array.from(grammars().lexicon.kinds, (kind) => (kind === WORD ? 1 : 0))
  return ofWords
}

/** Approximately standard normal: four uniform bytes of one draw; never beyond 3.5. */
function normal(random: Random): number {
  const bits = random.int32()
  return ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510) / 147.8
}

/** Writes the notes of one language, topic and vocabulary skew; made once and kept. */
class NoteWriter {
  private style!: WritingStyle
  private random!: Random
  private out!: Uint16Array
  private position = 0
  private seed = 0
  private subject = 0
  private lists: readonly List[] = []
  private wheels: readonly Uint8Array[] = []
  /** Entries of each slot's list that the style draws on, by theme. */
  private readonly reachedOf: readonly Uint16Array[]
  /** What reachedOf was last worked out for, by theme: reach and commonReach. */
  private readonly reachedFor: Float64Array
  private reached: Uint16Array
  private readonly pools: Pools
  private readonly themeWheels: readonly (readonly Uint8Array[])[]
  private readonly isWord = wordTokens()
  /** Words of the sentence so far. */
  private words = 0
  /** The sequence last drawn for a slot, so that "the fit and the fit" does not come up. */
  private readonly previous: Int32Array
  /** The sentence in which a slot was last filled anew; sentences are counted from 1. */
  private readonly namedIn: Uint32Array
  private sentence = 0
  /** The last note that a pattern was used in, by sequence; notes are counted from 1. */
  private readonly usedIn: Uint32Array
  private note = 0

  constructor(
    private readonly grammar: Grammar,
    private readonly topic: number,
    skew: number,
  ) {
    this.pools = grammar.pools[topic]
    const slots = grammar.lists[topic * THEMES].length
    this.reachedOf = Array.from({ length: THEMES }, () => new Uint16Array(slots))
    this.reached = this.reachedOf[0]
    this.reachedFor = new Float64Array(2 * THEMES)
    this.previous = new Int32Array(slots)
    this.namedIn = new Uint32Array(slots)
    this.usedIn = new Uint32Array(grammar.words.length)
    this.themeWheels = Array.from({ length: THEMES }, (_, theme) =>
      grammar.lists[topic * THEMES + theme].map((list, slot) =>
        zipfWheel(list.count, PHRASES[slot] === 1 ? PHRASE_SKEW * skew : skew),
      ),
    )
  }

  write(style: WritingStyle, random: Random, out: Uint16Array, at: number): number {
    this.style = style
    this.random = random
    this.out = out
    this.position = at
    this.seed = mix32(style.phraseSeed)
    this.note++
    this.chooseSubject()
    if (random() < style.titleRate) this.writeTitle()

    const sentences = Math.max(
      1,
      Math.round(style.sentencesMedian * Math.exp(style.sentencesSigma * normal(random))),
    )
    const lengthVariance = Math.log(1 + style.sentenceLengthCv * style.sentenceLengthCv)
    const lengthSigma = Math.sqrt(lengthVariance)
    const lengthMu = Math.log(style.sentenceLengthMean) - lengthVariance / 2
    const last = at + MAX_NOTE_TOKENS - RESERVE
    for (let sentence = 0; sentence < sentences && this.position < last; sentence++) {
      const words = Math.round(Math.exp(lengthMu + lengthSigma * normal(random)))
      const isLast = sentence === sentences - 1
      const isLineEnd = isLast || random() < style.breakRate
      this.writeSentence(
        this.poolFor(sentence, sentences, words),
        Math.min(MAX_SENTENCE_WORDS, words),
        isLineEnd,
      )
      if (isLineEnd && !isLast) this.put(grammars().lineBreak)
    }
    if (random() < style.linkRate) this.writeReference()
    this.writeHashtags()
    return this.position
  }

  private chooseSubject(): void {
    const usualTheme = this.seed & 1
    const theme = this.random() < 0.7 ? usualTheme : 1 - usualTheme
    this.lists = this.grammar.lists[this.topic * THEMES + theme]
    this.wheels = this.themeWheels[theme]
    this.reached = this.reachedWithin(theme)
    this.previous.fill(-1)
    this.subject = -1
    this.subject = this.drawSequence(THING_SLOT)
  }

  /** Most styles in a row reach equally far, so this is worked out only when it changes. */
  private reachedWithin(theme: number): Uint16Array {
    const { reach, commonReach } = this.style
    const reached = this.reachedOf[theme]
    if (this.reachedFor[2 * theme] === reach && this.reachedFor[2 * theme + 1] === commonReach) return reached
    this.reachedFor.set([reach, commonReach], 2 * theme)
    for (let slot = 1; slot < this.lists.length; slot++) {
      const { count } = this.lists[slot]
      const isCommon = slot < FIRST_TOPIC_SLOT || slot >= SLOT_COUNT
      reached[slot] = Math.min(
        count,
        Math.max(LEAST_REACH, Math.ceil(count * (isCommon ? commonReach : reach))),
      )
    }
    return reached
  }

  private writeTitle(): void {
    this.expand(this.drawPattern(this.pools.title))
    if (this.random() < 2 * this.style.emojiRate) this.put(this.drawEmoji())
    this.put(grammars().lineBreak)
  }

  private writeReference(): void {
    const isOpen = this.isWord[this.out[this.position - 1]] === 1
    if (isOpen || this.random() < this.style.breakRate) this.put(grammars().lineBreak)
    this.expand(this.drawSequence(REFER_SLOT))
  }

  private poolFor(sentence: number, sentences: number, words: number): Pool {
    const { open, close } = this.pools
    if (sentence === 0 && words >= SHORTEST_CLAUSE && this.random() < 0.75) return open
    if (sentence > 0 && sentence === sentences - 1 && this.random() < 0.6) return close
    return this.bodyPool(words)
  }

  /** Body patterns that come nearest to a number of words. */
  private bodyPool(words: number): Pool {
    const { body } = this.pools
    if (words <= 4) return body[0]
    // Long sentences are as often two clauses as one.
    return words <= 7 || this.random() < 0.4 ? body[1] : body[2]
  }

  private writeSentence(first: Pool, length: number, isLineEnd: boolean): void {
    const { open, close } = this.pools
    const pattern = this.drawPattern(first)
    const patternWords = this.grammar.words[pattern]
    this.words = 0
    this.sentence++
    if (first === close) {
      // A farewell comes last, so the other clauses go before it.
      while (this.addClause(length - this.words - patternWords)) this.putComma()
      this.expand(pattern)
    } else {
      if (first !== open) this.leadIn(length - patternWords)
      this.expand(pattern)
      this.continueSentence(length)
    }
    this.endSentence(isLineEnd)
    if (this.random() < this.style.emojiRate) this.put(this.drawEmoji())
  }

  /** A phrase like "honestly," fills a gap that is too small for a clause. */
  private leadIn(missing: number): void {
    if (missing < 1 || missing > SHORTEST_CLAUSE || this.random() >= LEAD_SHARE) return
    this.expand(this.drawSequence(LEAD_SLOT))
    this.put(this.grammar.comma)
  }

  /** Adds clauses until the sentence has its length; nothing is said after a question. */
  private continueSentence(length: number): void {
    while (!this.asks() && length - this.words >= SHORTEST_CLAUSE) {
      this.putComma()
      if (length - this.words > SHORTEST_CLAUSE && this.random() < LINK_SHARE) {
        this.expand(this.drawSequence(LINK_SLOT))
      }
      this.addClause(Math.max(SHORTEST_CLAUSE, length - this.words))
    }
  }

  /** Adds a clause of about as many words as the sentence lacks; returns false when it lacks too few. */
  private addClause(missing: number): boolean {
    if (missing < SHORTEST_CLAUSE) return false
    this.expand(this.drawPattern(this.bodyPool(missing)))
    return true
  }

  private endSentence(isLineEnd: boolean): void {
    const { grammar, random, seed, style } = this
    const exclaims = random() < style.exclamationRate
    if (this.asks()) return
    if (random() < style.endingRate) this.expand(this.drawSequence(ENDING_SLOT))
    const usesTilde = (seed & 6) === 0
    if (!exclaims) this.stop(isLineEnd)
    else if (usesTilde && random() < 0.5) this.put(grammar.tilde)
    else this.put(grammar.exclamations[random() < 0.8 ? 0 : (seed >>> 3) % grammar.exclamations.length])
  }

  /** Whoever goes without full stops does so at the ends of lines, where nobody misses them. */
  private stop(isLineEnd: boolean): void {
    if (!isLineEnd || this.random() >= this.style.bareRate) this.put(this.grammar.fullStop)
    else if (this.random() < ELLIPSIS_SHARE) this.put(this.grammar.ellipsis)
  }

  private asks(): boolean {
    return this.out[this.position - 1] === this.grammar.question
  }

  /** One of the author's patterns in the pool, the favourites more often, if possible one that the note lacks. */
  private drawPattern(pool: Pool): number {
    const { sequences, step } = pool
    const share = this.style.phraseInventory / this.pools.size
    const known = Math.min(sequences.length, Math.max(1, Math.round(share * sequences.length)))
    let pattern = 0
    for (let attempt = 0; attempt < PATTERN_ATTEMPTS; attempt++) {
      const uniform = this.random()
      const favourite = Math.floor(known * uniform * (0.5 + 0.5 * uniform))
      const isPlain = this.random() < this.style.plain
      const place = isPlain
        ? Math.floor(PLAIN_PATTERNS * uniform * uniform)
        : (this.seed >>> 5) + favourite * step
      pattern = sequences[place % sequences.length]
      const isNew = this.usedIn[pattern] !== this.note
      if (isNew && (this.grammar.asks[pattern] === 0 || this.random() < this.style.questionRate)) break
    }
    this.usedIn[pattern] = this.note
    return pattern
  }

  /** A sequence of the slot's list: often one of the author's favourites, never the one before or the subject. */
  private drawSequence(slot: number): number {
    const { first } = this.lists[slot]
    const previous = this.previous[slot]
    if (this.canEcho(slot) && this.random() < this.style.echo) return previous
    this.namedIn[slot] = this.sentence
    const count = this.reached[slot]
    const bits = this.random.int32()
    let rank = this.wheels[slot][bits & WHEEL_MASK]
    const isFavourite = bits >>> WHEEL_BITS < FAVOURITE_SHARE * (1 << (32 - WHEEL_BITS))
    if (isFavourite) rank += Math.imul(this.seed + slot, 0x9e3779b1) >>> 16
    let sequence = first + (rank % count)
    if (sequence === previous || sequence === this.subject) sequence = first + ((rank + 1) % count)
    this.previous[slot] = sequence
    return sequence
  }

  /** The same words twice in one sentence do not read well. */
  private canEcho(slot: number): boolean {
    return ECHOES[slot] === 1 && this.previous[slot] >= 0 && this.namedIn[slot] !== this.sentence
  }

  private expand(sequence: number): void {
    const { code, start } = this.grammar
    const end = start[sequence + 1]
    for (let at = start[sequence]; at < end; at++) {
      const token = code[at]
      if (token >= 0) {
        this.out[this.position++] = token
        this.words += this.isWord[token]
      } else if (token === -1 - SUBJECT_SLOT) this.expand(this.subject)
      else this.expand(this.drawSequence(-1 - token))
    }
  }

  private drawEmoji(): number {
    const { emoji } = grammars()
    const uniform = this.random()
    const rank = Math.floor(emoji.length * uniform * uniform * uniform)
    return emoji[(rank + (this.seed >>> 7) * (this.random() < FAVOURITE_SHARE ? 1 : 0)) % emoji.length]
  }

  /** The subject's own tag first, then some of the topic's; no tag twice. */
  private writeHashtags(): void {
    const { random, grammar } = this
    const wanted = Math.min(MAX_HASHTAGS, Math.floor(this.style.hashtagMean * 2 * random() + random()))
    if (wanted === 0) return
    const subjectTag = grammar.tagOfThing[this.subject]
    this.put(subjectTag)
    const tags = grammar.tags[this.topic]
    const uniform = random()
    let at = Math.floor(tags.length * uniform * uniform) + (this.seed % 5)
    for (let i = 1; i < wanted; i++, at += 3)
      if (tags[at % tags.length] !== subjectTag) this.put(tags[at % tags.length])
  }

  /** Who leaves out full stops leaves out commas too, and sets a blank or a dash. */
  private putComma(): void {
    this.put(this.random() < this.style.bareRate ? this.grammar.pause : this.grammar.comma)
  }

  private put(token: number): void {
    this.out[this.position++] = token
  }
}

const writers = new Map<number, NoteWriter>()

/** A writer serves all skews that round to its own, so it must not know which of them came first. */
function writerFor(style: WritingStyle): NoteWriter {
  const step = skewStep(style.vocabularySkew)
  const key = (style.language * 64 + style.topic) * 64 + step
  let writer = writers.get(key)
  if (writer === undefined) {
    writer = new NoteWriter(grammars().languages[style.language], style.topic, step * SKEW_STEP)
    writers.set(key, writer)
  }
  return writer
}

/**
 * Writes one note's token ids into `out` from `at`, at most MAX_NOTE_TOKENS of them;
 * returns the position after the last token.
 */
export function writeNote(style: WritingStyle, random: Random, out: Uint16Array, at: number): number {
  return writerFor(style).write(style, random, out, at)
}
