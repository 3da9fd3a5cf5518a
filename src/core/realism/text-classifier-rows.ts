/**
 * Rows on how well a text classifier tells models' notes from people's, in topics that it has learned and in others.
 * It learns from one half of the authors and is tested on the other half. The published texts by people are native
 * writers', so second-language writers are left out here: what a threshold does to them has rows of its own.
 */
import { NONE } from "../evidence/evidence.ts"
import type { Clustered } from "./cluster.ts"
import { resampled } from "./resample.ts"
import { about, type Estimate, type NotApplicable, type RowOf } from "./row.ts"
import { areaUnderCurve, recallAt, trainClassifier } from "./text-classifier.ts"
import type { TextAuthor, TextSample } from "./text-sample.ts"
import { proseOf } from "./text-style.ts"

type Row = RowOf<TextSample>

const FILM_REVIEWS = "computed from C-ReD, Chinese film reviews; other genre: questions and answers"
/** A whole document: the published ones are long. */
const WHOLE = 160
const NOTES_OF_AN_AUTHOR = 10
const LEAST_NOTES = 100

interface Scored extends Clustered {
  readonly managed: boolean
  readonly scores: readonly number[]
}

/** Chinese notes of at least `least` characters, cut to `most`. */
function textsOf(author: TextAuthor, least: number, most: number): string[] {
  return (author.managed ? author.model : author.own)
    .map((note) => [...proseOf(note)])
    .filter((characters) => characters.length >= least)
    .slice(0, NOTES_OF_AN_AUTHOR)
    .map((characters) => characters.slice(0, most).join(""))
}

/** Topics are told apart by halves: 0 to 3 to learn from, 4 to 7 to be tested on. */
const isFirstTopic = ({ topic }: TextAuthor) => topic < 4

function scored(
  sample: TextSample,
  isOtherGenre: boolean,
  least: number,
  most: number,
): Scored[] | NotApplicable {
  const authors = sample.authors.filter(({ chinese, managed, learner }) => chinese && (managed || !learner))
  // Whole fleets are on one side or the other: what an operator's accounts share must not be learned by heart.
  const teaches = ({ account, group }: TextAuthor) => (group === NONE ? account : group) % 2 === 0
  const teachers = authors.filter((author) => teaches(author) && (!isOtherGenre || isFirstTopic(author)))
  const taught = (managed: boolean) =>
    teachers
      .filter((author) => author.managed === managed)
      .flatMap((author) => textsOf(author, 20, Number.POSITIVE_INFINITY))
  const [ours, theirs] = [taught(true), taught(false)]
  if (ours.length < LEAST_NOTES || theirs.length < LEAST_NOTES) return { why: "too few notes to learn from" }
  const classify = trainClassifier(ours, theirs)
  return authors
    .filter((author) => !teaches(author) && (!isOtherGenre || !isFirstTopic(author)))
    .map((author) => ({
      cluster: author.cluster,
      managed: author.managed,
      scores: textsOf(author, least, most).map(classify),
    }))
    .filter(({ scores }) => scores.length > 0)
}

function classified(
  sample: TextSample,
  name: string,
  [isOtherGenre, least, most]: readonly [boolean, number, number],
  statistic: (positives: readonly number[], negatives: readonly number[]) => number,
): Estimate | NotApplicable {
  const found = scored(sample, isOtherGenre, least, most)
  if ("why" in found) return found
  if (new Set(found.map(({ managed }) => managed)).size < 2) return { why: "no notes to be tested on" }
  const scoresOf = (drawn: readonly Scored[], side: boolean) =>
    drawn.filter(({ managed }) => managed === side).flatMap(({ scores }) => scores)
  return resampled(found, (drawn) => statistic(scoresOf(drawn, true), scoresOf(drawn, false)), name)
}

const METHOD = "naive Bayes on characters and their pairs, models' against native writers' Chinese notes"

const inGenre: Row = {
  id: "classifier-auc-same-topics-managed",
  title: `AUC of ${METHOD}, topics it has learned, whole notes of ${WHOLE} characters or more`,
  side: "managed",
  unit: "",
  published: [0.994, 1],
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) =>
    classified(sample, "classifier-same", [false, WHOLE, Number.POSITIVE_INFINITY], areaUnderCurve),
}

const otherGenre = (characters: number, published: readonly [number, number]): Row => ({
  id: `classifier-auc-other-topics-${characters}-managed`,
  title: `AUC of ${METHOD}, topics it has not learned, first ${characters} characters`,
  side: "managed",
  unit: "",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) =>
    classified(sample, `classifier-other-${characters}`, [true, characters, characters], areaUnderCurve),
})

const recallRow = (characters: number, published: readonly [number, number]): Row => ({
  id: `classifier-tpr-other-topics-${characters}-managed`,
  title: `TPR at 1 % FPR of ${METHOD}, topics it has not learned, first ${characters} characters`,
  side: "managed",
  unit: "share",
  published,
  certainty: "measured",
  source: FILM_REVIEWS,
  estimate: (sample) =>
    classified(
      sample,
      `classifier-tpr-${characters}`,
      [true, characters, characters],
      (positives, negatives) => recallAt(0.01, positives, negatives),
    ),
})

export const classifierRows: readonly Row[] = [
  inGenre,
  otherGenre(30, [0.63, 0.7]),
  otherGenre(80, about(0.78)),
  otherGenre(160, about(0.9)),
  recallRow(30, about(0.03)),
  recallRow(80, about(0.1)),
  recallRow(160, about(0.32)),
]
