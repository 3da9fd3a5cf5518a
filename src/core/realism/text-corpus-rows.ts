/** Rows on whole corpora: growth of the vocabulary, compressibility, likeness of notes on one topic. */
import { type Clustered, numbered } from "./cluster.ts"
import { leavingOut } from "./leave-out.ts"
import { quantile, resampled, tooAlike, tooFew } from "./resample.ts"
import { about, type RowOf } from "./row.ts"
import { heapsExponent, jaccard, trigramsOf, zlibRatio } from "./text-corpus.ts"
import type { TextAuthor, TextSample } from "./text-sample.ts"
import { hanOf, lengthOf, proseOf } from "./text-style.ts"

type Row = RowOf<TextSample>
type Side = "authentic" | "managed"

const FILM_REVIEWS = "computed from C-ReD, Chinese film reviews"
/** Characters of a corpus, of either side: both measures fall with it, and models' notes are not enough for more. */
const CORPUS = 10_000
const whose = { authentic: "people's", managed: "one model family's" } as const

/**
 * What can be compared: Chinese notes on one topic, as the published corpora are of one genre, and of one model
 * family, as theirs are of one model each.
 */
function strataOf(authors: readonly TextAuthor[]): TextAuthor[][] {
  const found = new Map<number, TextAuthor[]>()
  for (const author of authors) {
    const key = author.managed ? author.topic + 8 * author.family : author.topic
    const known = found.get(key)
    if (known) known.push(author)
    else found.set(key, [author])
  }
  return [...found.values()]
}

const writersOf = ({ authors }: TextSample, side: Side): TextAuthor[] =>
  authors.filter(({ chinese, managed }) => chinese && managed === (side === "managed"))

/** A note of a stratum's corpora, without what is no writing. */
interface Written extends Clustered {
  readonly stratum: number
  readonly prose: string
  readonly characters: number
}

const MOST_CORPORA = 3

/** Everybody's first note, then everybody's second, and so on, for twice as many corpora as are taken. */
function inTurn(authors: readonly TextAuthor[], stratum: number): Written[] {
  const found: Written[] = []
  const written = authors.map(({ managed, own, model }) => (managed ? model : own))
  const most = Math.max(...written.map(({ length }) => length))
  let left = 2 * MOST_CORPORA * CORPUS
  for (let turn = 0; turn < most && left > 0; turn++)
    for (const [k, notes] of written.entries()) {
      if (turn >= notes.length) continue
      const prose = proseOf(notes[turn])
      const characters = lengthOf(prose)
      left -= characters
      found.push({ cluster: authors[k].cluster, stratum, prose, characters })
    }
  return found
}

/** Notes of a stratum taken one after another until a corpus is full; what fills none is left. */
function corporaOf(notes: readonly Written[]): string[][] {
  const corpora = new Map<number, { full: string[][]; open: string[]; characters: number }>()
  for (const { stratum, prose, characters } of notes) {
    const own = corpora.get(stratum) ?? { full: [], open: [], characters: 0 }
    corpora.set(stratum, own)
    if (own.full.length === MOST_CORPORA) continue
    own.open.push(prose)
    own.characters += characters
    if (own.characters < CORPUS) continue
    own.full.push(own.open)
    own.open = []
    own.characters = 0
  }
  return [...corpora.values()].flatMap(({ full }) => full)
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const corpusRow = (
  id: string,
  title: string,
  side: Side,
  published: readonly [number, number],
  of: (notes: readonly string[]) => number,
): Row => ({
  id: `${id}-${side}`,
  title: `${title}, mean of corpora of ${CORPUS} characters of ${whose[side]} Chinese notes on one topic`,
  side,
  unit: "",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate(sample) {
    const notes = strataOf(writersOf(sample, side)).flatMap(inTurn)
    const count = corporaOf(notes).length
    const why = tooFew(count) ?? tooAlike(numbered(notes).count)
    if (why) return why
    return { ...leavingOut(notes, (left) => meanOf(corporaOf(left).map(of))), count }
  },
})

const heaps = (notes: readonly string[]) => heapsExponent(hanOf(notes.join("")))

interface Note extends Clustered {
  readonly stratum: number
  readonly place: number
}

interface Likeness {
  /** One list of pairs' similarities a note, to the notes before it in its stratum. */
  readonly similar: readonly Float32Array[][]
  readonly notes: readonly Note[]
}

const MOST_NOTES = 60
/** Short notes share a trigram or none; the published texts are longer than most notes. */
const LEAST_CHARACTERS = 120

function likeness(sample: TextSample, side: Side): Likeness {
  const firsts = strataOf(writersOf(sample, side)).map((authors) =>
    authors.flatMap((author) => firstLong(author)).slice(0, MOST_NOTES),
  )
  const similar = firsts.map((notes) => {
    const sets = notes.map(({ prose }) => trigramsOf(prose))
    return sets.map((set, i) => Float32Array.from(sets.slice(0, i), (other) => jaccard(set, other)))
  })
  const notes = firsts.flatMap((stratum, k) =>
    stratum.map(({ cluster }, place) => ({ cluster, stratum: k, place })),
  )
  return { similar, notes }
}

/** An author's first note that is long enough, if any. */
function firstLong({ cluster, managed, own, model }: TextAuthor): { cluster: number; prose: string }[] {
  const prose = (managed ? model : own).map(proseOf).find((note) => lengthOf(note) >= LEAST_CHARACTERS)
  return prose === undefined ? [] : [{ cluster, prose }]
}

/** Similarities of all pairs of distinct notes among those drawn. */
function pairsOf({ similar }: Likeness, drawn: Likeness["notes"]): Float32Array {
  const byStratum = new Map<number, number[]>()
  for (const { stratum, place } of drawn) byStratum.set(stratum, [...(byStratum.get(stratum) ?? []), place])
  const values: number[] = []
  for (const [stratum, places] of byStratum)
    for (let i = 1; i < places.length; i++)
      for (let j = 0; j < i; j++) {
        const [low, high] = places[i] < places[j] ? [places[i], places[j]] : [places[j], places[i]]
        if (low !== high) values.push(similar[stratum][high][low])
      }
  return Float32Array.from(values)
}

const likenessRow = (
  id: string,
  title: string,
  side: Side,
  published: readonly [number, number],
  of: (pairs: Float32Array) => number,
): Row => ({
  id: `${id}-${side}`,
  title: `${title}, pairs of ${whose[side]} Chinese notes of ${LEAST_CHARACTERS} characters or more on one topic by different accounts`,
  side,
  unit: "share",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) => {
    const found = likeness(sample, side)
    if (pairsOf(found, found.notes).length === 0) return { why: "no two long notes on one topic" }
    return resampled(found.notes, (drawn) => of(pairsOf(found, drawn)), `${id}-${side}`)
  },
})

const p95 = (pairs: Float32Array) => quantile(pairs.sort(), 0.95)
const nearDuplicates = (pairs: Float32Array) => pairs.filter((value) => value >= 0.5).length / pairs.length

export const corpusRows: readonly Row[] = [
  corpusRow("heaps", "Heaps exponent of character bigrams", "authentic", [0.78, 0.81], heaps),
  corpusRow("heaps", "Heaps exponent of character bigrams", "managed", [0.58, 0.79], heaps),
  corpusRow("zlib", "zlib ratio", "authentic", about(0.476), zlibRatio),
  corpusRow("zlib", "zlib ratio", "managed", [0.31, 0.42], zlibRatio),
  likenessRow(
    "trigram-jaccard-p95",
    "p95 of the Jaccard similarity of character trigrams",
    "authentic",
    about(0.01),
    p95,
  ),
  likenessRow(
    "trigram-jaccard-p95",
    "p95 of the Jaccard similarity of character trigrams",
    "managed",
    [0.05, 0.18],
    p95,
  ),
  likenessRow(
    "near-duplicate-pairs",
    "share with a Jaccard similarity of 0.5 or above",
    "managed",
    [0, 0],
    nearDuplicates,
  ),
]
