/** The figures at the threshold, and the charts of what other thresholds would do. */
import type { Estimate } from "../../core/evaluation/index.ts"
import { figure } from "../charts/figure.ts"
import { distributionChart, precisionRecallChart, rocChart, sweepChart } from "../charts/run-charts.ts"
import type { RunFigures } from "../figures.ts"
import { count, decimal, decimals, share, shares } from "../format.ts"
import { html } from "../markup.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts } from "../table.ts"
import type { Words } from "../words/index.ts"

export function figuresSection(words: Words, { point, auc, averagePrecision }: RunFigures): Section {
  const inShares = (name: string, { value, interval }: Estimate) => [name, share(value), shares(interval)]
  const inDecimals = (name: string, { value, interval }: Estimate) => [
    name,
    decimal(value),
    decimals(interval),
  ]
  const { observed, missing } = point
  const body = html`<div class="beside">${table(
    words.figuresCaption,
    [texts(words.figure), numbers(words.value), numbers(words.interval)],
    [
      inShares(words.precision, point.precision),
      inShares(words.recall, point.recall),
      inShares(words.falsePositiveRate, point.falsePositiveRate),
      inDecimals(words.f1, point.f1),
      inDecimals(words.matthews, point.matthews),
      inShares(words.flaggedShare, point.flaggedShare),
      inDecimals(words.auc, auc),
      inDecimals(words.averagePrecision, averagePrecision),
    ],
  )}${table(
    words.confusionCaption,
    [texts(""), numbers(words.flagged), numbers(words.notFlagged)],
    [
      [words.managed, count(observed.truePositives), count(observed.falseNegatives)],
      [words.authentic, count(observed.falsePositives), count(observed.trueNegatives)],
    ],
  )}</div>${missing > 0 ? html`<p class="note">${words.missing({ accounts: count(missing) })}</p>` : null}`
  return { id: "figures", title: words.sectionFigures, body }
}

export function chartsSection(words: Words, figures: RunFigures): Section {
  const { index, point, setting } = figures
  const marks =
    setting.tiers.length > 1
      ? setting.tiers.map(({ tier, threshold }) => ({ name: words.tiers[tier], threshold }))
      : [{ name: words.thresholdShort, threshold: setting.threshold }]
  const guessing = { label: words.guessing, kind: "chance" }
  const body = html`<div class="charts">${[
    figure(
      words.sweepTitle,
      [
        { label: words.precision, kind: "precision" },
        { label: words.recall, kind: "recall" },
        { label: words.falsePositiveRate, kind: "falsePositiveRate" },
        { label: words.f1, kind: "f1" },
      ],
      sweepChart(words, index, marks, setting.prevalence),
      "sweep",
    ),
    figure(
      words.distributionTitle,
      [
        { label: words.managed, kind: "managed" },
        { label: words.authentic, kind: "authentic" },
      ],
      distributionChart(words, index, marks),
    ),
    figure(words.rocTitle, [guessing], rocChart(words, index, point)),
    figure(
      words.precisionRecallTitle,
      [guessing],
      precisionRecallChart(words, index, point, setting.prevalence),
    ),
  ]}</div>
<p class="note">${words.crossNote}</p>
`
  return { id: "charts", title: words.sectionCharts, body }
}
