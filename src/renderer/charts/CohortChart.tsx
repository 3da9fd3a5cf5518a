/** Each cohort's false-positive rate as a dot with its interval as a whisker, beside the rate over all. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { type CohortRow, type Interval, isTooSmall } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial, useFrame } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintDot, paintLine, paintNote } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { axis, baseOptions, font } from "./setup.ts"

/** A cohort as chart and table show it. */
export interface ShownCohort {
  /** Its number among the rows. */
  readonly place: number
  /** In the reader's language. */
  readonly name: string
  /** The archetype's id when the cohort is one. */
  readonly archetype: string | null
  /** A managed archetype: next to none of its accounts can be flagged wrongly. */
  readonly managed: boolean
  /** Authentic accounts with a risk. */
  readonly authentic: number
}

/** Cohorts in which people can be flagged wrongly; managed archetypes only with enough of them to judge by. */
export function chartedCohorts(cohorts: readonly ShownCohort[]): readonly ShownCohort[] {
  return cohorts.filter(({ managed, authentic }) => authentic > 0 && !(managed && isTooSmall(authentic)))
}

/** Pixels. */
const ROW_HEIGHT = 29
const AXIS_HEIGHT = 52

/** Ends of the axis, so that it does not wobble while the threshold moves. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** The shortest axis on which every cohort that can be judged has its whisker whole. */
export function axisEnd(rows: readonly CohortRow[], overall: number): number {
  const judged = rows.filter((row) => !row.authenticTooSmall)
  const widest = Math.max(overall, ...judged.map((row) => row.falsePositiveRateInterval[1]))
  return ENDS.find((end) => end >= widest) ?? 1
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  cohorts: readonly ShownCohort[],
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    // The axes are all that the chart draws; what is on them moves.
    data: { datasets: [] },
    options: {
      ...options,
      events: [],
      scales: {
        x: axis(colours, { title: t("axis.rate"), min: 0, max: 1, tick: format.tick }),
        y: {
          ...axis(colours, { title: "", min: -0.5, max: Math.max(1, cohorts.length) - 0.5, tick: () => "" }),
          title: { display: false },
          reverse: true,
          afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
            scale.ticks = cohorts.map((_, value) => ({ value }))
          },
          ticks: {
            autoSkip: false,
            color: colours.text,
            // A dot at 0 % reaches half its width beyond the axis.
            padding: 14,
            font: font(12),
            callback: (value: number | string) => cohorts[Number(value)]?.name ?? "",
          },
        },
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function paintRows(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  rows: readonly CohortRow[],
  overall: number,
  tooFew: string,
): void {
  const across = (rate: number) => chart.scales.x!.getPixelForValue(rate)
  const { top, bottom } = chart.chartArea
  paintLine(context, [across(overall), top], [across(overall), bottom], colours.threshold, 1, [4, 4])
  rows.forEach((row, place) => {
    const y = chart.scales.y!.getPixelForValue(place)
    if (row.authenticTooSmall) {
      paintNote(context, tooFew, across(0) + 10, y, colours.muted, colours.surface)
      return
    }
    const [low, high] = row.falsePositiveRateInterval
    paintLine(context, [across(low), y], [across(high), y], colours.authentic, 2.5)
    paintDot(context, across(row.falsePositiveRate), y, 5, colours.authentic, colours.surface)
  })
}

const NO_RATE = [null, null, null]

/** The cohorts' figures, those included that are too small to judge, with their intervals. */
export function tableOfCohorts(
  t: Translate,
  cohorts: readonly ShownCohort[],
  rows: readonly CohortRow[],
): Table {
  const withInterval = (figure: string) => [figure, t("save.low", { figure }), t("save.high", { figure })]
  const rate = (value: number, interval: Interval) => (Number.isNaN(value) ? NO_RATE : [value, ...interval])
  return {
    columns: [
      t("cohorts.cohort"),
      t("cohorts.authentic"),
      t("cohorts.wrongly"),
      ...withInterval(t("figure.falsePositiveRate")),
      t("cohorts.managed"),
      ...withInterval(t("figure.recall")),
    ],
    rows: cohorts.map(({ name, place }) => {
      const row = rows[place]!
      return [
        name,
        row.authentic,
        row.falsePositives,
        ...rate(row.falsePositiveRate, row.falsePositiveRateInterval),
        row.managed,
        ...rate(row.recall, row.recallInterval),
      ]
    }),
  }
}

export interface CohortChartProps {
  readonly cohorts: readonly ShownCohort[]
  /** By the cohorts' places. */
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
}

export function CohortChart({ cohorts, rowsAt }: CohortChartProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, cohorts, overlay), [
    cohorts,
    colours,
    t,
    format,
  ])

  useFrame((picture) => {
    const drawn = chart.current
    if (!drawn) return
    const all = rowsAt(picture)
    const rows = cohorts.map(({ place }) => all[place]!)
    const overall = picture.point.falsePositiveRate.value
    paint((context, painted) => paintRows(context, painted, colours, rows, overall, t("cohorts.tooFew")))
    const scale = drawn.options.scales?.x
    const end = axisEnd(rows, overall)
    if (scale && scale.max !== end) {
      scale.max = end
      drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.cohorts.aria", {
        cohorts: rows
          .map((row, i) =>
            row.authenticTooSmall
              ? `${cohorts[i]!.name}: ${t("cohorts.tooFew")}`
              : `${cohorts[i]!.name}: ${format.share(row.falsePositiveRate)}`,
          )
          .join("; "),
        overall: format.share(overall),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.cohorts.title")}
      className="chart-cohorts"
      height={AXIS_HEIGHT + ROW_HEIGHT * cohorts.length}
      testId="cohort-chart"
      table={() => tableOfCohorts(t, cohorts, rowsAt(dial.picture()))}
      legend={[
        { label: t("save.series.cohort"), colour: colours.authentic },
        { label: t("save.series.all"), colour: colours.threshold, dash: [4, 4] },
      ]}
    />
  )
}
