/** How a check's rows are written in its report. */
import type { CheckOutcome, ExpectationOutcome, GateRow } from "../../core/gate/report.ts"
import type { ExpectedFigure, GateFigure } from "../../core/gate/settings.ts"
import { MARKS } from "../check/telling.ts"
import { between, decimal, NOTHING, share, signed } from "../format.ts"
import { html, type Markup } from "../markup.ts"
import { cohortTold } from "../names.ts"
import type { Words } from "../words/index.ts"

const NAMES = {
  recall: "recall",
  fpr: "falsePositiveRate",
  precision: "precision",
  auc: "auc",
  recallAtFpr1: "recallAtFpr1",
  averagePrecision: "averagePrecision",
} as const satisfies Record<GateFigure | ExpectedFigure, keyof Words>

export const figureTold = (words: Words, figure: GateFigure | ExpectedFigure) => words[NAMES[figure]]

export function rowTold(words: Words, { figure, cohort }: GateRow): string {
  const name = figureTold(words, figure)
  if (cohort === null) return name
  return words.ofCohort({ figure: name, cohort: cohortTold(words, cohort.kind, cohort.name) })
}

const isShare = (figure: GateFigure | ExpectedFigure) => figure !== "auc" && figure !== "averagePrecision"

export function valueTold(figure: GateFigure | ExpectedFigure, value: number | null): string {
  if (value === null) return NOTHING
  return isShare(figure) ? share(value) : decimal(value, 4)
}

const sizeTold = (figure: GateFigure, value: number) =>
  signed(value, (shown) => (isShare(figure) ? decimal(100 * shown, 2) : decimal(shown, 4)))

const unit = (words: Words, figure: GateFigure) => (isShare(figure) ? ` ${words.points}` : "")

export const differenceTold = (words: Words, { figure, difference }: GateRow) =>
  difference === null ? NOTHING : `${sizeTold(figure, difference)}${unit(words, figure)}`

export const intervalTold = ({ figure, interval }: GateRow) =>
  interval === null ? NOTHING : between(interval, (end) => sizeTold(figure, end))

export const mattersTold = (words: Words, { figure, matters }: GateRow) =>
  `${isShare(figure) ? Number((100 * matters).toPrecision(6)) : matters}${unit(words, figure)}`

export function outcomeTag(words: Words, outcome: CheckOutcome): Markup {
  return tag(outcome, words.outcomes[outcome])
}

export function promiseTag(words: Words, outcome: ExpectationOutcome): Markup {
  return tag(outcome, words.promiseOutcomes[outcome])
}

function tag(outcome: CheckOutcome | ExpectationOutcome, word: string): Markup {
  const isBad = outcome === "regress" || outcome === "broken" || outcome === "incomplete"
  return html`<span class="${isBad ? "broken" : "outcome"}">${MARKS[outcome]} ${word}</span>`
}
