/**
 * A rate of each cohort as a dot with its interval as a whisker, beside the rate over all: whom the threshold hits
 * wrongly, with caps that can be dragged, or what it catches.
 */
import type { Chart, ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { type CapVerdict, type CohortRow, capVerdict, type Interval } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { useCapDrag } from "./cap-drag.ts"
import {
  axisEnd,
  type CohortFigure,
  LEAST_RATE_SHOWN,
  type Rated,
  ratedBy,
  type ShownCohort,
} from "./cohort-rows.ts"
import { noteWidth, paintDot, paintLine, paintNote, withinPlot } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, font } from "./setup.ts"

/** Pixels. */
const ROW_HEIGHT = 26
const AXIS_HEIGHT = 52
/** Beside the plot, for the note of a row whose whisker leaves none. */
const NOTE_ROOM = 88

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  { figure, cohorts, logRate }: Pick<CohortChartProps, "figure" | "cohorts" | "logRate">,
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
      layout: { padding: { top: 6, right: NOTE_ROOM } },
      scales: {
        x: axis(colours, {
          title: t(figure === "recall" ? "axis.recall" : logRate ? "axis.rateLog" : "axis.rate"),
          min: logRate ? LEAST_RATE_SHOWN : 0,
          max: 1,
          logarithmic: logRate,
          // The end of a logarithmic axis stands for all that lies beyond it.
          tick: (rate) =>
            logRate && rate <= LEAST_RATE_SHOWN ? `≤ ${format.tick(rate)}` : format.tick(rate),
        }),
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

interface PaintedRow extends Rated {
  /** In [0, 1]; undefined without one. */
  readonly cap: number | undefined
}

/** Signs beside the dot, so that a verdict is not told by colour alone. */
const SIGNS: Readonly<Record<CapVerdict, string>> = { kept: "✓", undecided: "?", exceeded: "✕" }

function paintRows(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  figure: CohortFigure,
  rows: readonly PaintedRow[],
  overall: number,
  words: { readonly few: string },
): void {
  const { min, max } = chart.scales.x!
  const across = (rate: number) => chart.scales.x!.getPixelForValue(Math.max(rate, min))
  const { top, bottom, right } = chart.chartArea
  const own = figure === "recall" ? colours.managed : colours.authentic
  paintLine(context, [across(overall), top], [across(overall), bottom], colours.threshold, 1, [4, 4])
  rows.forEach(({ value, interval: [low, high], few, cap }, place) => {
    const y = chart.scales.y!.getPixelForValue(place)
    const verdict = cap === undefined ? null : capVerdict([low, high], cap)
    const colour = verdict === "exceeded" ? colours.managed : own
    withinPlot(context, chart, () => {
      if (cap !== undefined) paintCap(context, colours, across(cap), y)
      paintLine(context, [across(low), y], [across(high), y], colour, few ? 1.5 : 2.5, few ? [2, 3] : [])
      const hollow = few || verdict === "undecided"
      paintDot(
        context,
        across(value),
        y,
        hollow ? 4.5 : 5,
        hollow ? colours.surface : colour,
        hollow ? colour : colours.surface,
      )
    })
    const sign = verdict === null ? "" : SIGNS[verdict]
    const note = [sign, few ? words.few : ""].filter(Boolean).join(" ")
    if (note === "") return
    const text = verdict === "exceeded" ? colours.managed : colours.muted
    // After whisker and cap, or beside the plot where that has no room.
    const after = across(Math.min(Math.max(high, cap ?? 0), max)) + 10
    const fits = after + noteWidth(context, note) <= right
    paintNote(context, note, fits ? after : right + 9, y, text, colours.surface)
  })
}

/** A tick with a grip on it. */
function paintCap(context: CanvasRenderingContext2D, colours: Colours, x: number, y: number): void {
  paintLine(context, [x, y - 10], [x, y + 10], colours.threshold, 2)
  context.save()
  context.fillStyle = colours.threshold
  context.beginPath()
  context.moveTo(x - 5, y - 12)
  context.lineTo(x + 5, y - 12)
  context.lineTo(x, y - 5)
  context.fill()
  context.restore()
}

const NO_RATE = [null, null, null]

/** The cohorts' figures, those included that rest on few accounts, with their intervals. */
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

/** The caps on the charted cohorts; nothing on recall. */
export interface ChartedCaps {
  /** By the cohort's id, in a setting. */
  readonly of: (picture: Picture, id: string) => number | undefined
  /** While it is dragged. */
  readonly move: (id: string, maxFpr: number) => void
  /** When it is let go. */
  readonly rest: () => void
}

export interface CohortChartProps {
  readonly figure: CohortFigure
  readonly cohorts: readonly ShownCohort[]
  /** On a logarithmic axis, so that one high rate does not squeeze the others. */
  readonly logRate: boolean
  /** By the cohorts' places. */
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
  readonly caps?: ChartedCaps
}

export function CohortChart({ figure, cohorts, logRate, rowsAt, caps }: CohortChartProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, { figure, cohorts, logRate }, overlay), [
    figure,
    cohorts,
    logRate,
    colours,
    t,
    format,
  ])
  useCapDrag(canvas, chart, cohorts, caps, (id) => caps?.of(dial.picture(), id))

  useSeenFrame(canvas, (picture) => {
    const drawn = chart.current
    if (!drawn) return
    const all = rowsAt(picture)
    const rows = cohorts.map(({ place }) => all[place]!)
    const rated = cohorts.map(({ id }, i) => ({
      ...ratedBy(figure, rows[i]!),
      cap: caps?.of(picture, id),
    }))
    const overall = picture.point[figure].value
    const words = { few: t("figure.few") }
    paint((context, painted) => paintRows(context, painted, colours, figure, rated, overall, words))
    const scale = drawn.options.scales?.x
    const limits = rated.flatMap(({ cap }) => (cap === undefined ? [] : [cap]))
    const end = figure === "recall" ? 1 : axisEnd(rows, overall, limits)
    if (scale && scale.max !== end) {
      scale.max = end
      drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t(figure === "recall" ? "chart.caught.aria" : "chart.cohorts.aria", {
        cohorts: rated
          .map(({ value, few, interval, cap }, i) => {
            const rate = few
              ? t("cohorts.fewRate", { rate: format.share(value), interval: format.shareInterval(interval) })
              : format.share(value)
            const verdict = cap === undefined ? null : capVerdict(interval, cap)
            const told = verdict === null ? "" : t(`caps.told.${verdict}`, { cap: format.share(cap!) })
            return `${cohorts[i]!.name}: ${rate}${told}`
          })
          .join("; "),
        overall: format.share(overall),
      }),
    )
  })

  const [cohortSeries, overAll] = [t("save.series.cohort"), t("save.series.all")]
  return (
    <ChartBox
      canvas={canvas}
      label={t(figure === "recall" ? "chart.caught.title" : "chart.cohorts.title")}
      className="chart-cohorts"
      height={AXIS_HEIGHT + ROW_HEIGHT * cohorts.length}
      testId={figure === "recall" ? "caught-chart" : "cohort-chart"}
      table={() => tableOfCohorts(t, cohorts, rowsAt(dial.picture()))}
      legend={[
        { label: cohortSeries, colour: figure === "recall" ? colours.managed : colours.authentic },
        { label: overAll, colour: colours.threshold, dash: [4, 4] },
      ]}
    />
  )
}
