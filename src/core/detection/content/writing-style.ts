/**
 * Writing style: does an account write as language models do? Three tests on its posts, each against people (C-ReD's
 * Chinese film reviews and Reddit's authors, as measured for TARGETS.md):
 *   - sentence lengths vary with a CV of 0.49 to 0.59 in people's texts, 0.22 to 0.44 in models': how far below 0.5;
 *   - exclamation, question and tilde marks are 0.85 % of people's characters, at most 0.06 % of models': how few.
 *     People differ: the marks are Poisson with an exponentially distributed rate, which makes the count geometric;
 *   - the type-token ratio of 80 Chinese characters is 0.76 in people's texts, 0.81 to 0.88 in models': how high.
 *     Nothing is published for English, so that English posts are not tested on it.
 * Authors differ by the published intra-class correlations (sentence length 0.28, TTR 0.09). Fisher's method joins them.
 *
 * Second-language writers and people who let a model polish their drafts share these traits with models (61 % of TOEFL
 * essays were taken for a model's, Liang et al. 2023): expect them among its false positives.
 */
import type { Posts } from "../../evidence/evidence.ts"
import { STYLE_WINDOW } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, rounded, strongest } from "../reason.ts"
import { combinedSurprise, normalSurprise, scoreOfSurprise } from "../tails.ts"

/** Fewer posts, or fewer units in all, do not show a style. */
const LEAST_POSTS = 4
const LEAST_UNITS = 120
/** Fewer sentences have no variation to speak of. */
const LEAST_SENTENCES = 3
const SENTENCES = { mean: 0.5, betweenAuthors: 0.11, within: 0.2 }
const TYPES = { mean: 0.76, betweenAuthors: 0.02, within: 0.06 }
const MARKS_PER_CHARACTER = 0.0085
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
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>
const rowOf = (row: ArrayLike<number>) =>
  Object.fromEntries(FEATURES.map(({ id }, at) => [id, row[at]])) as Required<Row>

const canJudge = ({ posts, units }: Required<Row>) => posts >= LEAST_POSTS && units >= LEAST_UNITS

export const writingStyle: Detector = {
  id: "writing-style",
  layer: "content",
  title: "Writing style",
  version: 2,
  reads: ["posts.style"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile.posts!, account)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    const found = rowOf(row)
    if (!canJudge(found)) return Number.NaN
    const surprises = [found.sentenceSurprise, found.markSurprise, found.typeSurprise]
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
        "of the first {window} characters of a post {types} differ, in people's texts about {usual}; as many as in 1 in {oneIn} accounts",
        {
          window: STYLE_WINDOW,
          types: Math.round(STYLE_WINDOW * found.typeTokenRatio),
          usual: Math.round(STYLE_WINDOW * TYPES.mean),
          oneIn: rare("typeSurprise"),
        },
      ),
    ])
  },
}

function describe(posts: Posts, account: number): Row {
  const counted = countUp(posts, posts.offset[account], posts.offset[account + 1])
  const { posts: count, units } = counted
  return count < LEAST_POSTS || units < LEAST_UNITS ? { posts: count, units } : counted
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
