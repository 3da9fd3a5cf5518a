/** Notes of known styles, written from committed seeds. */
import { MAX_NOTE_TOKENS, type WritingStyle, writeNote } from "../../src/core/population/language/index.ts"
import { stage } from "../../src/core/random/streams.ts"

export const ZH = 0
export const EN = 1

export const person: WritingStyle = {
  language: ZH,
  topic: 0,
  sentencesMedian: 4,
  sentencesSigma: 0.5,
  sentenceLengthMean: 9,
  sentenceLengthCv: 0.55,
  exclamationRate: 0.25,
  questionRate: 0.4,
  endingRate: 0.1,
  emojiRate: 0.15,
  hashtagMean: 2,
  titleRate: 0,
  breakRate: 0,
  bareRate: 0,
  linkRate: 0,
  vocabularySkew: 1,
  plain: 0.2,
  reach: 1,
  commonReach: 1,
  echo: 0.2,
  phraseInventory: 60,
  phraseSeed: 1,
}

export const machine: WritingStyle = {
  ...person,
  sentenceLengthCv: 0.25,
  exclamationRate: 0.001,
  questionRate: 0.01,
  endingRate: 0.02,
  emojiRate: 0.02,
  vocabularySkew: 0.9,
  plain: 0.38,
  reach: 0.12,
  commonReach: 0.8,
  echo: 0,
  phraseInventory: 22,
  phraseSeed: 42,
}

/** Note number `number` of the seed, as its tokens. */
export function noteOf(style: WritingStyle, number: number, seed = "language"): Uint16Array {
  const out = new Uint16Array(MAX_NOTE_TOKENS)
  return out.slice(0, writeNote(style, stage(seed, "notes").at(number), out, 0))
}

/** One note each of `count` accounts with patterns and favourite words of their own. */
export function notesOfPeople(style: WritingStyle, count: number): Uint16Array[] {
  return Array.from({ length: count }, (_, i) => noteOf({ ...style, phraseSeed: 7919 * i + 1 }, i))
}

/** One note each of `count` accounts that share a model. */
export function notesOfModel(style: WritingStyle, count: number): Uint16Array[] {
  return Array.from({ length: count }, (_, i) => noteOf(style, i))
}

function trigrams(note: Uint16Array): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 2 < note.length; at++) found.add(note.slice(at, at + 3).join(" "))
  return found
}

/** Jaccard similarities of the token trigrams of all pairs, ascending. */
export function similarities(notes: readonly Uint16Array[]): number[] {
  const sets = notes.map(trigrams)
  return sets.flatMap((a, i) => sets.slice(i + 1).map((b) => jaccard(a, b))).sort((a, b) => a - b)
}

export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const member of a) if (b.has(member)) shared++
  return shared / (a.size + b.size - shared)
}

export const similarity = (a: Uint16Array, b: Uint16Array) => jaccard(trigrams(a), trigrams(b))

export const quantile = (ascending: readonly number[], p: number) =>
  ascending[Math.floor((ascending.length - 1) * p)]
