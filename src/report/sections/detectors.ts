/** What the detectors are worth, alone and together, and whether the risk can be taken at its word. */
import type { DetectorSummary } from "../../core/run.ts"
import { figure } from "../charts/figure.ts"
import { reliabilityChart } from "../charts/run-charts.ts"
import type { RunFigures } from "../figures.ts"
import { between, count, decimal, decimals, NOTHING, setShare, share, shares, signed } from "../format.ts"
import { html, type Piece } from "../markup.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts, withInterval } from "../table.ts"
import { nameOf, type Words } from "../words/index.ts"

export function detectorsSection(words: Words, { manifest, why, isOwnDefinition }: RunFigures): Section {
  const { ablation, unavailable, overlap } = why
  const rows = manifest.detectors.map((detector) => [
    nameOf(words, `detector.${detector.id}`, detector.title),
    nameOf(words, `layer.${detector.layer}`, detector.layer),
    aloneCell(detector),
    ...(ablation ? addedCells(ablation.detectors.find(({ id }) => id === detector.id)) : []),
    count(overlap.detectors.find(({ id }) => id === detector.id)?.alone ?? Number.NaN),
  ])
  const added = ablation
    ? [numbers(words.aucAdded), numbers(words.recallAdded({ rate: setShare(ablation.maxFpr) }))]
    : []
  const heading = [
    texts(words.detector),
    texts(words.layer),
    numbers(words.aucAlone),
    ...added,
    numbers(words.caughtAlone),
  ]
  const body = html`${isOwnDefinition ? null : html`<p>${words.whyOwn}</p>`}${table(
    words.detectorsCaption,
    heading,
    rows,
  )}<p class="note">${words.detectorsNote({ rate: setShare(overlap.maxFpr) })}</p>
${unavailable === null ? null : html`<p class="note">${words.ablationUnavailable} ${unavailable}</p>`}`
  return { id: "detectors", title: words.sectionDetectors, body }
}

const aloneCell = ({ auc, aucInterval }: DetectorSummary) =>
  withInterval(decimal(auc), aucInterval === null ? NOTHING : decimals(aucInterval))

type Added = NonNullable<RunFigures["why"]["ablation"]>["detectors"][number] | undefined

function addedCells(part: Added): Piece[] {
  if (part === undefined) return [NOTHING, NOTHING]
  const { auc, recall } = part.added
  const fine = (value: number) => signed(value, (shown) => decimal(shown, 4))
  const wide = (value: number) => signed(value, share)
  return [
    withInterval(fine(auc.value), between(auc.interval, fine)),
    withInterval(wide(recall.value), between(recall.interval, wide)),
  ]
}

export function calibrationSection(words: Words, { why: { calibration } }: RunFigures): Section {
  const { brier, calibrationError, uncertainty, bins } = calibration
  const body = html`<p>${words.calibrationText({
    brier: decimal(brier.value, 4),
    brierInterval: decimals(brier.interval, 4),
    base: decimal(uncertainty, 4),
    error: decimal(calibrationError.value, 4),
    errorInterval: decimals(calibrationError.interval, 4),
  })}</p>
<div class="charts calibration">${figure(words.reliabilityTitle, [], reliabilityChart(words, bins))}<div>${table(
    words.binsCaption,
    [
      texts(words.binRange),
      numbers(words.accounts),
      numbers(words.binMean),
      numbers(words.binShare),
      numbers(words.interval),
    ],
    bins.map(({ from, to, accounts, meanRisk, share: actual, shareInterval }) => [
      shares([from, to]),
      count(accounts),
      share(meanRisk),
      share(actual),
      shares(shareInterval),
    ]),
  )}</div></div>
`
  return { id: "calibration", title: words.sectionCalibration, body }
}
