/** Both sides' ROC, each with its operating point. */
import {
  type Comparison,
  indexOfSide,
  type Judgement,
  operatingPoint,
  RISK,
} from "../../core/evaluation/index.ts"
import { labelAccounts } from "../../core/policy/definition.ts"
import { figure } from "../charts/figure.ts"
import { twoRocChart } from "../charts/run-charts.ts"
import { html } from "../markup.ts"
import type { Section } from "../page.ts"
import type { Words } from "../words/index.ts"

export function rocSection(words: Words, { report }: Comparison, a: Judgement, b: Judgement): Section {
  const sides = [
    { letter: "A", ...rankedBy(a, report.a.threshold) },
    { letter: "B", ...rankedBy(b, report.b.threshold) },
  ] as const
  const body = html`<div class="charts">${figure(
    words.rocTitle,
    [
      { label: "A", kind: "sideA" },
      { label: "B", kind: "sideB" },
      { label: words.guessing, kind: "chance" },
    ],
    twoRocChart(words, sides),
  )}</div>
<p class="note">${words.twoRocNote}</p>
`
  return { id: "roc", title: words.rocTitle, body }
}

/** `threshold`: as the comparison chose it; Infinity flags nobody, which is no point on a logarithmic axis. */
function rankedBy({ run, score, definition }: Judgement, threshold: number) {
  const { columns } = run
  const index = indexOfSide({
    score: score === RISK ? columns.risk : columns.scores[score]!,
    label: labelAccounts(columns.truth, definition),
  })
  return { index, point: Number.isFinite(threshold) ? operatingPoint(index, threshold) : null }
}
