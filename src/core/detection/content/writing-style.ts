/**
 * Writing style: does an account write as language models do, or say the same over and over? Four tests on its posts,
 * each against people (C-ReD's Chinese film reviews and Reddit's authors, as measured for TARGETS.md):
 *   - sentence lengths vary with a CV of 0.49 to 0.59 in people's texts, 0.22 to 0.44 in models': how far below 0.5;
 *   - exclamation, question and tilde marks are 0.85 % of people's characters, at most 0.06 % of models': how few.
 *     People differ: the marks are Poisson with an exponentially distributed rate, which makes the count geometric;
 *   - the type-token ratio of 80 Chinese characters is 0.76 in people's texts, 0.81 to 0.88 in models': how high.
 *     Nothing is published for English, so that English posts are not tested on it;
 *   - exact self-duplicates are 0 % of a person's posts in the median and 9 % at the 95th percentile; a post of which
 *     nine trigrams in ten were in earlier ones counts as one: beta-binomial with mean 0.02, concentration 10.
 * Authors differ by the published intra-class correlations (sentence length 0.28, TTR 0.09). Fisher's method joins them.
 *
 * Second-language writers and people who let a model polish their drafts share the first three traits with models
 * (61 % of TOEFL essays were taken for a model's, Liang et al. 2023): expect them among its false positives. There is
 * no background language model: it would be learnt from the population that is judged, or from its lexicon.
 */
import type { Posts } from "../../evidence/evidence.ts"
import { STYLE_WINDOW } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, rounded, strongest } from "../reason.ts"
import { betaBinomialSurprise, combinedSurprise, normalSurprise, scoreOfSurprise } from "../tails.ts"
import { PhraseMemory } from "./repetition.ts"

/** Fewer posts, or fewer units in all, do not show a style. */
const LEAST_POSTS = 4
const LEAST_UNITS = 120
/** Fewer sentences have no variation to speak of. */
const LEAST_SENTENCES = 3
const SENTENCES = { mean: 0.5, betweenAuthors: 0.11, within: 0.2 }
const TYPES = { mean: 0.76, betweenAuthors: 0.02, within: 0.06 }
const MARKS_PER_CHARACTER = 0.0085
const DUPLICATES = { mean: 0.02, concentration: 10 }
const DUPLICATE_SHARE = 0.9
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const FEATURES = [
  { id: "posts", title: "Posts with text", unit: "count" },
  { id: "units", title: "Characters or words of all posts", unit: "count" },
  { id: "sentenceVariation", title: "Variation of sentence lengths within a post", unit: "" },
  { id: "sentenceSurprise", title: "Surprise at sentences this even", unit: "nats" },
  { id: "markShare", title: "Exclamation, question and tilde marks a character", unit: "share" },
  { id: "markSurprise", title: "Surprise at so few marks", unit: "nats" },
  { id: "typeTokenRatio", title: "Type-token ratio of the first 80 Chinese characters", unit: "share" },
  { id: "typeSurprise", title: "Surprise at a ratio this high", unit: "nats" },
  { id: "emojiPerPost", title: "Emoji a post", unit: "count" },
  { id: "phraseReuse", title: "Share of three-token phrases that earlier posts had", unit: "share" },
  { id: "duplicates", title: "Posts that repeat earlier ones of the account", unit: "count" },
  { id: "duplicateSurprise", title: "Surprise at so many", unit: "nats" },
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>
const rowOf = (row: ArrayLike<number>) =>
  Object.fromEntries(FEATURES.map(({ id }, at) => [id, row[at]])) as Required<Row>

const canJudge = ({ posts, units }: Required<Row>) => posts >= LEAST_POSTS && units >= LEAST_UNITS

export const writingStyle: Detector = {
  id: "writing-style",
  layer: "content",
  title: "Writing style",
  version: 1,
  reads: ["posts.text", "posts.style"],
  features: FEATURES,

  observe(tile, columns) {
    const memory = new PhraseMemory()
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile.posts!, account, memory)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    const found = rowOf(row)
    if (!canJudge(found)) return Number.NaN
    const { sentenceSurprise, markSurprise, typeSurprise, duplicateSurprise } = found
    const surprises = [sentenceSurprise, markSurprise, typeSurprise, duplicateSurprise]
    return scoreOfSurprise(combinedSurprise(surprises.filter((nats) => !Number.isNaN(nats))), HALF_NATS)
  },

  reasons(row, population) {
    const found = rowOf(row)
    if (!canJudge(found)) return []
    const rare = (feature: keyof Row) => oneIn(population.shareAtOrAbove(feature, found[feature]))
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2), HALF_NATS)
    return strongest([
      reason(
        "writing-style.even",
        weigh(found.sentenceSurprise),
        "its sentences are of even length: they vary by {variation} of the mean, people's by about {usual}; so even are 1 in {oneIn} accounts",
        {
          variation: rounded(found.sentenceVariation),
          usual: SENTENCES.mean,
          oneIn: rare("sentenceSurprise"),
        },
      ),
      reason(
        "writing-style.marks",
        weigh(found.markSurprise),
        "{marks} exclamation, question and tilde marks in 10,000 characters, where people use {usual}; so few are in 1 in {oneIn} accounts",
        {
          marks: Math.round(1e4 * found.markShare),
          usual: Math.round(1e4 * MARKS_PER_CHARACTER),
          oneIn: rare("markSurprise"),
        },
      ),
      reason(
        "writing-style.types",
        weigh(found.typeSurprise),
        "of the first {window} characters of a post {types} differ, in people's texts about {usual}; so many in 1 in {oneIn} accounts",
        {
          window: STYLE_WINDOW,
          types: Math.round(STYLE_WINDOW * found.typeTokenRatio),
          usual: Math.round(STYLE_WINDOW * TYPES.mean),
          oneIn: rare("typeSurprise"),
        },
      ),
      reason(
        "writing-style.duplicates",
        weigh(found.duplicateSurprise),
        "{duplicates} of {posts} posts repeat earlier ones of the account; so many in 1 in {oneIn} accounts",
        { duplicates: found.duplicates, posts: found.posts, oneIn: rare("duplicateSurprise") },
      ),
    ])
  },
}

function describe(posts: Posts, account: number, memory: PhraseMemory): Row {
  const from = posts.offset[account]
  const to = posts.offset[account + 1]
  const counted = countUp(posts, from, to)
  if (counted.posts < LEAST_POSTS || counted.units < LEAST_UNITS)
    return { posts: counted.posts, units: counted.units }
  const repeated = repetition(posts, from, to, memory)
  return {
    ...counted,
    ...repeated,
    duplicateSurprise: betaBinomialSurprise(
      repeated.duplicates,
      counted.posts,
      DUPLICATES.mean,
      DUPLICATES.concentration,
    ),
  }
}

/** What the style of the posts comes to. */
function countUp({ style }: Posts, from: number, to: number) {
  const { units, ideographs, characters, sentences, sentenceVariation, marks, emoji, types } = style!
  const total = { posts: 0, units: 0, characters: 0, marks: 0, emoji: 0 }
  const variation = new Mean()
  const ratio = new Mean()
  for (let post = from; post < to; post++) {
    if (units[post] === 0) continue
    total.posts++
    total.units += units[post]
    total.characters += characters[post]
    total.marks += marks[post]
    total.emoji += emoji[post]
    if (sentences[post] >= LEAST_SENTENCES) variation.add(sentenceVariation[post])
    if (types[post] > 0 && 2 * ideographs[post] > units[post]) ratio.add(types[post] / STYLE_WINDOW)
  }
  return {
    posts: total.posts,
    units: total.units,
    sentenceVariation: variation.value,
    sentenceSurprise: normalSurprise(variation.deviationFrom(SENTENCES)),
    markShare: total.marks / total.characters,
    markSurprise: surpriseAtFewMarks(total.marks, total.characters),
    typeTokenRatio: ratio.value,
    typeSurprise: normalSurprise(-ratio.deviationFrom(TYPES)),
    emojiPerPost: total.emoji / total.posts,
  }
}

class Mean {
  #sum = 0
  #count = 0

  add(value: number): void {
    this.#sum += value
    this.#count++
  }

  /** NaN without values. */
  get value(): number {
    return this.#sum / this.#count
  }

  /** In standard deviations of such means among authors. */
  deviationFrom(people: { mean: number; betweenAuthors: number; within: number }): number {
    const variance = people.betweenAuthors ** 2 + people.within ** 2 / this.#count
    return (this.value - people.mean) / Math.sqrt(variance)
  }
}

/** -ln P(at most so many marks), for a geometric number of them with the people's mean. */
function surpriseAtFewMarks(marks: number, characters: number): number {
  const end = 1 / (1 + MARKS_PER_CHARACTER * characters)
  return -Math.log(-Math.expm1((marks + 1) * Math.log1p(-end)))
}

function repetition({ tokens, tokenOffset }: Posts, from: number, to: number, memory: PhraseMemory) {
  memory.begin(tokenOffset![to] - tokenOffset![from])
  const reuse = new Mean()
  let duplicates = 0
  for (let post = from; post < to; post++) {
    const share = memory.repeatedShare(tokens!, tokenOffset![post], tokenOffset![post + 1])
    if (Number.isNaN(share)) continue
    reuse.add(share)
    if (share >= DUPLICATE_SHARE) duplicates++
  }
  return { phraseReuse: reuse.value, duplicates }
}
