/**
 * Rows on perplexity under a background model of the platform's own English notes, and on whom a threshold on it
 * hits. The published values are GPT-2's; a word trigram model has another scale, so medians are told as ratios to
 * native writers'.
 */
import type { Clustered } from "./cluster.ts"
import { quantile, resampled } from "./resample.ts"
import { about, type Estimate, type NotApplicable, type RowOf } from "./row.ts"
import { BackgroundModel } from "./text-perplexity.ts"
import type { TextAuthor, TextSample } from "./text-sample.ts"
import { proseOf, sentenceLengths } from "./text-style.ts"

type Row = RowOf<TextSample>

const ESSAYS = "Liang et al. 2023, English essays"
/** Fewer words make a perplexity mostly chance. */
const LEAST_WORDS = 30
const NOTES_OF_AN_AUTHOR = 10
/** Effort from which an operator counts as one that has models write unlike models. */
const EVASIVE = 0.5

type Kind = "native" | "second-language" | "model" | "evasive-model"
interface Judged extends Clustered {
  readonly kind: Kind
  readonly perplexities: readonly number[]
}

const kindOf = ({ managed, learner, evasion }: TextAuthor): Kind => {
  if (managed) return evasion >= EVASIVE ? "evasive-model" : "model"
  return learner ? "second-language" : "native"
}

/** The model learns the notes of every second account; the others' are judged. */
function judge(sample: TextSample): Judged[] {
  const background = new BackgroundModel()
  const english = sample.authors.filter(({ chinese }) => !chinese)
  const notesOf = ({ own, model }: TextAuthor) => [...own, ...model].slice(0, NOTES_OF_AN_AUTHOR).map(proseOf)
  const isLearned = ({ account }: TextAuthor) => account % 2 === 0
  for (const author of english)
    if (isLearned(author)) for (const note of notesOf(author)) background.learn(note)
  return english
    .filter((author) => !isLearned(author))
    .map((author) => ({
      cluster: author.cluster,
      kind: kindOf(author),
      perplexities: notesOf(author)
        .filter((note) => sentenceLengths(note).reduce((sum, length) => sum + length, 0) >= LEAST_WORDS)
        .map((note) => background.perplexity(note)),
    }))
    .filter(({ perplexities }) => perplexities.length > 0)
}

const judged = new WeakMap<TextSample, Judged[]>()

/** The same for all rows of one sample. */
function judgedOf(sample: TextSample): Judged[] {
  const known = judged.get(sample) ?? judge(sample)
  judged.set(sample, known)
  return known
}

const ascending = (drawn: readonly Judged[], kind: Kind) =>
  Float64Array.from(
    drawn.filter((author) => author.kind === kind).flatMap(({ perplexities }) => perplexities),
  ).sort()

const medianOf = (drawn: readonly Judged[], kind: Kind) => quantile(ascending(drawn, kind), 0.5)

/** The perplexity below which notes are taken for a model's, with the fewest errors on natives and models together. */
function bestThreshold(drawn: readonly Judged[]): number {
  const [models, natives] = [ascending(drawn, "model"), ascending(drawn, "native")]
  let best = { threshold: 0, gain: Number.NEGATIVE_INFINITY }
  for (const threshold of models) {
    const gain = below(models, threshold) - below(natives, threshold)
    if (gain > best.gain) best = { threshold, gain }
  }
  return best.threshold
}

/** Share of the ascending values below the limit. */
function below(values: Float64Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle] < limit) low = middle + 1
    else high = middle
  }
  return low / values.length
}

function measured(
  sample: TextSample,
  name: string,
  kinds: readonly Kind[],
  statistic: (drawn: readonly Judged[]) => number,
): Estimate | NotApplicable {
  const authors = judgedOf(sample)
  const count = Math.min(...kinds.map((kind) => authors.filter((author) => author.kind === kind).length))
  if (count < LEAST_AUTHORS) return { why: `only ${count} such authors with long English notes` }
  return resampled(authors, statistic, name)
}

const LEAST_AUTHORS = 10

const falseAlarmRow = (kind: Kind, whose: string, published: readonly [number, number]): Row => ({
  id: `perplexity-fpr-${kind}-authentic`,
  title: `notes of ${whose} below the perplexity that best tells models from natives (word trigrams, English notes of ${LEAST_WORDS} words or more)`,
  side: "authentic",
  unit: "share",
  published,
  certainty: "measured",
  source: ESSAYS,
  estimate: (sample) =>
    measured(sample, `perplexity-fpr-${kind}`, [kind, "model", "native"], (drawn) =>
      below(ascending(drawn, kind), bestThreshold(drawn)),
    ),
})

const ratioRow = (kind: Kind, side: "authentic" | "managed", whose: string, value: number): Row => ({
  id: `perplexity-${kind}-${side}`,
  title: `median perplexity of ${whose} over that of native writers (word trigrams, English notes of ${LEAST_WORDS} words or more)`,
  side,
  unit: "",
  published: about(value / NATIVE),
  certainty: "measured",
  source: ESSAYS,
  estimate: (sample) =>
    measured(
      sample,
      `perplexity-${kind}`,
      [kind, "native"],
      (drawn) => medianOf(drawn, kind) / medianOf(drawn, "native"),
    ),
})

/** Published median perplexity of native writers. */
const NATIVE = 86

export const perplexityRows: readonly Row[] = [
  falseAlarmRow("second-language", "second-language writers", about(0.61)),
  falseAlarmRow("native", "native writers", [0, 0.04]),
  ratioRow("second-language", "authentic", "second-language writers", 42),
  ratioRow("model", "managed", "models", 26),
  ratioRow(
    "evasive-model",
    "managed",
    "models that their operators have rewrite (evasion effort of 0.5 or more)",
    66,
  ),
]
