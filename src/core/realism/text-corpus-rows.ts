/** Rows on whole corpora: growth of the vocabulary, compressibility, likeness of notes on one topic. */
import { quantile, resampled } from "./resample.ts"
import { about, type RowOf } from "./row.ts"
import { heapsExponent, jaccard, trigramsOf, zlibRatio } from "./text-corpus.ts"
import type { TextAuthor, TextSample } from "./text-sample.ts"
import { hanOf, lengthOf, proseOf } from "./text-style.ts"

type Row = RowOf<TextSample>
type Side = "authentic" | "managed"

const FILM_REVIEWS = "computed from C-ReD, Chinese film reviews"
/** Characters of a corpus: both measures depend on it, so it is as long as leaves corpora enough to tell an interval. */
const CORPUS = { authentic: 80_000, managed: 10_000 } as const
const whose = { authentic: "people's", managed: "one model family's" } as const

/**
 * What can be compared: Chinese notes on one topic, as the published corpora are of one genre, and of one model
 * family, as theirs are of one model each.
 */
function strata({ authors }: TextSample, side: Side): TextAuthor[][] {
  const found = new Map<number, TextAuthor[]>()
  for (const author of authors) {
    if (!author.chinese || author.managed !== (side === "managed")) continue
    const key = author.managed ? author.topic + 8 * author.family : author.topic
    found.set(key, [...(found.get(key) ?? []), author])
  }
  return [...found.values()]
}

/** Notes taken from one author after another until a corpus is full; what fills none is left. */
function corpora(sample: TextSample, side: Side): string[][] {
  return strata(sample, side).flatMap((authors) => {
    const notes = inTurn(authors).map(proseOf)
    const full: string[][] = []
    let corpus: string[] = []
    let characters = 0
    for (const note of notes) {
      corpus.push(note)
      characters += lengthOf(note)
      if (characters < CORPUS[side]) continue
      full.push(corpus)
      corpus = []
      characters = 0
    }
    return full.slice(0, MOST_CORPORA)
  })
}

const MOST_CORPORA = 6

/** Everybody's first note, then everybody's second, and so on. */
function inTurn(authors: readonly TextAuthor[]): string[] {
  const written = authors.map(({ managed, own, model }) => (managed ? model : own))
  const most = Math.max(0, ...written.map(({ length }) => length))
  return Array.from({ length: most }, (_, turn) =>
    written.flatMap((notes) => notes.slice(turn, turn + 1)),
  ).flat()
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
  title: `${title}, mean of corpora of ${CORPUS[side]} characters of ${whose[side]} Chinese notes on one topic`,
  side,
  unit: "",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) => resampled(corpora(sample, side).map(of), meanOf, `${id}-${side}`),
})

const heaps = (notes: readonly string[]) => heapsExponent(hanOf(notes.join("")))

interface Likeness {
  /** One list of pairs' similarities a note, to the notes before it in its stratum. */
  readonly similar: readonly Float32Array[][]
  readonly notes: readonly { stratum: number; place: number }[]
}

const MOST_NOTES = 60
/** Short notes share a trigram or none; the published texts are longer than most notes. */
const LEAST_CHARACTERS = 120

function likeness(sample: TextSample, side: Side): Likeness {
  const similar = strata(sample, side).map((authors) => {
    const sets = authors
      .flatMap(({ managed, own, model }) =>
        (managed ? model : own)
          .map(proseOf)
          .filter((note) => lengthOf(note) >= LEAST_CHARACTERS)
          .slice(0, 1),
      )
      .slice(0, MOST_NOTES)
      .map(trigramsOf)
    return sets.map((set, i) => Float32Array.from(sets.slice(0, i), (other) => jaccard(set, other)))
  })
  const notes = similar.flatMap((rows, stratum) => rows.map((_, place) => ({ stratum, place })))
  return { similar, notes }
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
