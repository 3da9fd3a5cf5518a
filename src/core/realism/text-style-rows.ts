/** Rows on how single notes are written, and on how much of that is their author's. */
import { quantileOfAccounts } from "./behaviour-pool.ts"
import type { Clustered } from "./cluster.ts"
import { resampled } from "./resample.ts"
import { about, type RowOf } from "./row.ts"
import { intraClassCorrelation } from "./text-icc.ts"
import type { TextAuthor, TextSample } from "./text-sample.ts"
import {
  average,
  lengthOf,
  marksIn,
  proseOf,
  punctuationIn,
  sentenceLengths,
  typeTokenRatio,
  unitTypeTokenRatio,
  variation,
} from "./text-style.ts"

type Row = RowOf<TextSample>
type Side = "authentic" | "managed"

const FILM_REVIEWS = "computed from C-ReD, Chinese film reviews"
const REDDIT = "computed from Reddit comments"
const WINDOW = 80
/** Characters from which a note counts as long; the published corpora are split by their sources. */
const LONG = 120
/** Two sentences cannot tell how even an author's sentences are. */
const LEAST_SENTENCES = 4

const writers = ({ authors }: TextSample, side: Side): TextAuthor[] =>
  authors.filter(({ managed }) => managed === (side === "managed"))
const written = (author: TextAuthor) => (author.managed ? author.model : author.own)

/** What an author's notes came to, one value each. */
interface Notes extends Clustered {
  readonly values: readonly number[]
}

/** `of` each of an author's notes, where that is a number. */
const notesOf = (author: TextAuthor, of: (note: string) => number): Notes => ({
  cluster: author.cluster,
  values: written(author)
    .map(of)
    .filter((value) => !Number.isNaN(value)),
})

/** The same of every author of Chinese notes that has such a number. */
function valuesOf(sample: TextSample, side: Side, of: (prose: string) => number): Notes[] {
  return writers(sample, side)
    .filter(({ chinese }) => chinese)
    .map((author) => notesOf(author, (note) => of(proseOf(note))))
    .filter(({ values }) => values.length > 0)
}

const meanOverNotes = (authors: readonly Notes[]) => average(authors.flatMap(({ values }) => values))

const whose = { authentic: "people's", managed: "models'" } as const

const typeTokenRow = (side: Side, published: readonly [number, number]): Row => ({
  id: `ttr-80-${side}`,
  title: `distinct of the first 80 Chinese characters, mean of ${whose[side]} notes`,
  side,
  unit: "share",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) =>
    resampled(
      valuesOf(sample, side, (prose) => typeTokenRatio(prose, WINDOW)),
      meanOverNotes,
      `ttr-80-${side}`,
    ),
})

const variationRow = (side: Side, isLong: boolean, published: readonly [number, number]): Row => {
  const id = `sentence-variation-${isLong ? "long" : "short"}-${side}`
  const of = (prose: string) => {
    const lengths = sentenceLengths(prose)
    return lengths.length < LEAST_SENTENCES || lengthOf(prose) >= LONG !== isLong
      ? Number.NaN
      : variation(lengths)
  }
  return {
    id,
    title: `variation (SD over mean) of sentence lengths, ${whose[side]} Chinese notes of ${
      isLong ? `${LONG} characters or more` : `fewer than ${LONG} characters`
    } and ${LEAST_SENTENCES} or more sentences`,
    side,
    unit: "",
    published,
    certainty: "measured",
    source: FILM_REVIEWS,
    estimate: (sample) => resampled(valuesOf(sample, side, of), meanOverNotes, id),
  }
}

const marksRow = (side: Side, published: readonly [number, number]): Row => ({
  id: `marks-${side}`,
  title: `exclamation, question and tilde marks, of all characters of ${whose[side]} Chinese notes`,
  side,
  unit: "share",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) => {
    const authors = writers(sample, side)
      .filter(({ chinese }) => chinese)
      .map((author) => ({ cluster: author.cluster, proses: written(author).map(proseOf) }))
      .map(({ cluster, proses }) => ({
        cluster,
        marks: proses.reduce((sum, prose) => sum + marksIn(prose), 0),
        characters: proses.reduce((sum, prose) => sum + lengthOf(prose), 0),
      }))
      .filter(({ characters }) => characters > 0)
    const share = (drawn: readonly { marks: number; characters: number }[]) =>
      drawn.reduce((sum, { marks }) => sum + marks, 0) /
      drawn.reduce((sum, { characters }) => sum + characters, 0)
    return resampled(authors, share, `marks-${side}`)
  },
})

const repeatsRow = (name: string, share: number, published: readonly [number, number]): Row => ({
  id: `self-duplicates-${name}-authentic`,
  title: `posts that equal an earlier one of the account, ${name} of accounts with 10 or more posts`,
  side: "authentic",
  unit: "share",
  published,
  certainty: "measured",
  source: REDDIT,
  estimate: ({ repeats }) => quantileOfAccounts(`self-duplicates-${name}`, repeats, share),
})

/** Habits of which published values say how much is the author's, each a number a note; NaN where it tells nothing. */
const HABITS: readonly [name: string, title: string, correlation: number, of: (note: string) => number][] = [
  ["length", "log of the length in characters", 0.34, (note) => Math.log(lengthOf(proseOf(note)))],
  ["links", "number of links", 0.34, (note) => note.match(/https?:/gu)?.length ?? 0],
  ["sentence-length", "mean sentence length", 0.28, (note) => average(sentenceLengths(proseOf(note)))],
  [
    "punctuation",
    "punctuation marks a character",
    0.22,
    (note) => punctuationIn(proseOf(note)) / lengthOf(proseOf(note)),
  ],
  [
    "ttr",
    "type-token ratio of the first 40 words (in Chinese, characters)",
    0.09,
    (note) => unitTypeTokenRatio(proseOf(note), 40),
  ],
]

const habitRow = ([name, title, correlation, of]: (typeof HABITS)[number]): Row => ({
  id: `icc-${name}-authentic`,
  title: `intra-class correlation by author, within a language: ${title}`,
  side: "authentic",
  unit: "",
  published: about(correlation),
  certainty: "measured",
  source: REDDIT,
  estimate: (sample) => {
    const authors = [true, false].flatMap((chinese) =>
      centred(
        writers(sample, "authentic")
          .filter((author) => author.chinese === chinese)
          .map((author) => notesOf(author, (note) => (lengthOf(proseOf(note)) > 0 ? of(note) : Number.NaN)))
          .filter(({ values }) => values.length > 1),
      ),
    )
    if (areAllAlike(authors)) return { why: "no two notes differ in this" }
    return resampled(
      authors,
      (drawn) => intraClassCorrelation(drawn.map(({ values }) => values)),
      `icc-${name}`,
    )
  },
})

/** Values less their overall mean, so that what tells two languages apart is not taken for what tells authors apart. */
function centred(authors: readonly Notes[]): Notes[] {
  const mean = meanOverNotes(authors)
  return authors.map(({ cluster, values }) => ({ cluster, values: values.map((value) => value - mean) }))
}

/** Then there is no variance to be anybody's. */
const areAllAlike = (authors: readonly Notes[]) =>
  authors.length > 0 && authors.every(({ values }) => values.every((value) => value === authors[0].values[0]))

export const styleRows: readonly Row[] = [
  typeTokenRow("authentic", [0.68, 0.84]),
  typeTokenRow("managed", [0.81, 0.88]),
  variationRow("authentic", false, about(0.49)),
  variationRow("authentic", true, about(0.59)),
  variationRow("managed", false, [0.22, 0.32]),
  variationRow("managed", true, [0.33, 0.44]),
  marksRow("authentic", about(0.0085)),
  marksRow("managed", [0, 0.0006]),
  repeatsRow("median", 0.5, [0, 0]),
  repeatsRow("p95", 0.95, about(0.09)),
  ...HABITS.map(habitRow),
]
