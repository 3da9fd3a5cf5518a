/** Whom a threshold hits wrongly, cohort by cohort and under which cap, and whom it catches. */
import {
  type Cap,
  COHORT_KINDS,
  type CohortKind,
  capVerdict,
  ENOUGH_TRIALS,
} from "../../core/evaluation/index.ts"
import type { CohortReport } from "../../core/report.ts"
import { rateBar } from "../charts/run-charts.ts"
import type { RunFigures } from "../figures.ts"
import { count, setShare, share, shares, signed } from "../format.ts"
import { html, type Markup } from "../markup.ts"
import { archetypeName, cohortName } from "../names.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts } from "../table.ts"
import type { Words } from "../words/index.ts"

export function cohortsSection(words: Words, figures: RunFigures): Section {
  const { caps } = figures.setting
  const body = html`${COHORT_KINDS.map((kind) => kindTable(words, figures, kind))}<p class="note">${words.tooFewNote(
    {
      enough: count(ENOUGH_TRIALS),
    },
  )}${caps.length > 0 ? ` ${words.capsNote}` : null}</p>
`
  return { id: "cohorts", title: words.sectionCohorts, body }
}

function kindTable(words: Words, { manifest, cohorts, setting }: RunFigures, kind: CohortKind): Markup {
  const rows = cohorts.filter((row) => row.kind === kind && row.authentic > 0)
  const caps = new Map(setting.caps.filter((cap) => cap.kind === kind).map((cap) => [cap.name, cap] as const))
  const end = axisEnd(
    rows.filter((row) => !row.authenticTooSmall).map((row) => row.falsePositiveRateInterval[1]),
  )
  const title = words.cohortKind[kind]
  return table(
    words.cohortsCaption({ kind: title }),
    [
      texts(title),
      numbers(words.authentic),
      numbers(words.wronglyFlagged),
      numbers(words.falsePositiveRate),
      numbers(words.interval),
      texts(`0 – ${setShare(end)}`),
      ...(caps.size > 0 ? [texts(words.cap)] : []),
    ],
    rows.map((row) => [
      cohortName(words, manifest, kind, row.name),
      count(row.authentic),
      count(row.falsePositives),
      ...(row.authenticTooSmall
        ? [words.tooFew, "", ""]
        : [
            share(row.falsePositiveRate),
            shares(row.falsePositiveRateInterval),
            rateBar(
              { value: row.falsePositiveRate, interval: row.falsePositiveRateInterval },
              end,
              caps.get(row.name)?.maxFpr,
            ),
          ]),
      ...(caps.size > 0 ? [capCell(words, row, caps.get(row.name))] : []),
    ]),
  )
}

function capCell(words: Words, row: CohortReport, cap: Cap | undefined): Markup | null {
  if (cap === undefined) return null
  const verdict = capVerdict(row.falsePositiveRateInterval, cap.maxFpr)
  const isExceeded = verdict === "exceeded"
  return html`${setShare(cap.maxFpr)} <span class="tag${isExceeded ? " broken" : ""}">${words.capVerdict[verdict]}</span>`
}

/** Ends of the bars' axis: the first that all of them fit in. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
const axisEnd = (values: readonly number[]) => ENDS.find((end) => end >= Math.max(0, ...values)) ?? 1

export function managedSection(words: Words, { manifest, cohorts, why }: RunFigures): Section {
  const rows = cohorts.filter((row) => row.kind === "archetype" && row.managed > 0)
  const heldOut = new Set(why.transfer.heldOut.archetypes)
  const atOne = why.transfer.recalls.find(({ name }) => name === "FPR <= 1 %")
  const body = html`<div class="caught">${table(
    words.managedCaption,
    [
      texts(words.cohortKind.archetype),
      numbers(words.managed),
      numbers(words.caught),
      numbers(words.recall),
      numbers(words.interval),
      texts("0 – 100%"),
    ],
    rows.map((row) => [
      html`${archetypeName(words, manifest, row.name)}${
        heldOut.has(row.name) ? html` <span class="tag">${words.heldOut}</span>` : null
      }`,
      count(row.managed),
      count(row.truePositives),
      ...(row.managedTooSmall
        ? [words.tooFew, "", ""]
        : [
            share(row.recall),
            shares(row.recallInterval),
            rateBar({ value: row.recall, interval: row.recallInterval }, 1),
          ]),
    ]),
  )}</div>${
    heldOut.size === 0
      ? null
      : html`<p class="note">${words.heldOutNote}${
          atOne && why.transfer.heldOut.aiManaged > 0
            ? ` ${words.transferText({
                seen: share(atOne.seen.value),
                heldOut: share(atOne.heldOut.value),
                difference: signed(atOne.difference.value, share),
                interval: shares(atOne.difference.interval),
              })}`
            : null
        }</p>
`
  }`
  return { id: "caught", title: words.sectionManaged, body }
}
