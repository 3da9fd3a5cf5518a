/** Precision, recall, false-positive rate and F1 against the threshold, which is dragged here. */
import type { ChartConfiguration } from "chart.js"
import { useRef } from "react"
import {
  f1,
  falsePositiveRate,
  precision,
  recall,
  reweigh,
  type ScoreIndex,
  sweepCurve,
} from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { fewFlagged, partFew, toldPrecision } from "../few.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial } from "../state/dial.ts"
import { type Colours, DASHES } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { HANDLE_ROOM, paintDot, paintOtherTiers, paintThreshold } from "./marks.ts"
import { otherTiers } from "./other-tiers.ts"
import type { Overlay } from "./overlay.ts"
import { redrawData } from "./redraw.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, faintLine, POINTS, pair, thresholdScale } from "./setup.ts"
import { EVEN, spread, type ThresholdAxis } from "./threshold-axis.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

/** The curves, in the order of the datasets. */
export const SWEEP_FIGURES = ["precision", "recall", "falsePositiveRate", "f1"] as const
export type SweepFigure = (typeof SWEEP_FIGURES)[number]

/** The lowest rate that the logarithmic axis shows. */
const LOWEST_RATE = 1e-4

const scaleOf = (figure: SweepFigure, logRate: boolean) =>
  logRate && figure === "falsePositiveRate" ? "rate" : "y"

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  { logRate, along }: SweepChartProps,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "line",
    plugins: [overlay.plugin],
    data: {
      datasets: [
        ...SWEEP_FIGURES.map((figure) => ({
          label: t(`figure.${figure}`),
          data: [],
          borderColor: colours[figure],
          borderDash: [...DASHES[figure]],
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 0,
          yAxisID: scaleOf(figure, logRate),
        })),
        {
          ...faintLine(colours.precision),
          label: t("save.series.few", { figure: t("figure.precision") }),
          data: [],
          pointHitRadius: 0,
          yAxisID: "y",
        },
      ],
    },
    options: {
      ...options,
      events: [],
      layout: { padding: { top: HANDLE_ROOM, right: 8 } },
      scales: {
        x: thresholdScale(
          colours,
          format,
          t(along === EVEN ? "axis.threshold" : "axis.thresholdLogOdds"),
          along,
        ),
        y: axis(colours, { title: t("axis.share"), min: 0, max: 1, tick: format.tick }),
        ...(logRate ? { rate: rateScale(colours, t, format) } : {}),
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function rateScale(colours: Colours, t: Translate, format: Format) {
  const options = { title: t("axis.rateLog"), min: LOWEST_RATE, max: 1, logarithmic: true, tick: format.tick }
  return { ...axis(colours, options), position: "right", grid: { display: false } }
}

/** Points of a curve that moves on in the next frame. */
const COARSE_POINTS = 160

/** Each figure at so many thresholds along the axis. */
function curves(index: ScoreIndex, along: ThresholdAxis, prevalence: number | undefined, points = POINTS) {
  if (along === EVEN) return sweepCurve(index, points, prevalence)
  const threshold = spread(along, points)
  const at = Array.from(threshold, (value) => {
    const counted = index.confusionAt(value)
    return prevalence === undefined ? counted : reweigh(counted, prevalence)
  })
  return {
    threshold,
    precision: Float64Array.from(at, precision),
    recall: Float64Array.from(at, recall),
    falsePositiveRate: Float64Array.from(at, falsePositiveRate),
    f1: Float64Array.from(at, f1),
  }
}

/** The curves as they are, rates below the axis included. */
function tableOf(t: Translate, { setting, labelled: { index } }: Picture, along: ThresholdAxis): Table {
  const found = curves(index, along, setting.prevalence)
  return {
    columns: [
      t("axis.threshold"),
      ...SWEEP_FIGURES.map((figure) => t(`figure.${figure}`)),
      t("save.flagged"),
    ],
    rows: Array.from(found.threshold, (threshold, i) => {
      const { truePositives, falsePositives } = index.confusionAt(threshold)
      return [threshold, ...SWEEP_FIGURES.map((figure) => found[figure][i]!), truePositives + falsePositives]
    }),
  }
}

export interface SweepChartProps {
  readonly logRate: boolean
  readonly along: ThresholdAxis
}

export function SweepChart({ logRate, along }: SweepChartProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, { logRate, along }, overlay), [
    dial,
    colours,
    t,
    format,
    logRate,
    along,
  ])
  useThresholdDrag(canvas, chart, dial, along)

  useSeenFrame(canvas, ({ setting, labelled: { index }, point, curvesMoved, moving }: Picture) => {
    const drawn = chart.current
    if (!drawn) return
    // Zero has no place on a logarithmic axis.
    const shown = (figure: SweepFigure, value: number) =>
      logRate && figure === "falsePositiveRate" && value < LOWEST_RATE ? Number.NaN : value
    const label = format.threshold(setting.threshold)
    paint((context, painted) => {
      const x = along.place(setting.threshold)
      paintOtherTiers(context, painted, colours, otherTiers(setting, along))
      paintThreshold(context, painted, colours, { x, label, note: t("chart.flaggedSide") })
      for (const figure of SWEEP_FIGURES) {
        const y = painted.scales[scaleOf(figure, logRate)]!.getPixelForValue(
          shown(figure, point[figure].value),
        )
        paintDot(context, painted.scales.x!.getPixelForValue(x), y, 4.5, colours[figure], colours.surface)
      }
    })
    if (curvesMoved) {
      const found = curves(index, along, setting.prevalence, moving ? COARSE_POINTS : POINTS)
      const places = found.threshold.map(along.place)
      SWEEP_FIGURES.forEach((figure, i) => {
        drawn.data.datasets[i]!.data = pair(
          places,
          found[figure].map((value) => shown(figure, value)),
        )
      })
      const few = Array.from(found.threshold, (value) => fewFlagged(index.confusionAt(value)))
      const { firm, faint } = partFew(pair(places, found.precision), few)
      drawn.data.datasets[0]!.data = firm
      drawn.data.datasets[SWEEP_FIGURES.length]!.data = faint
      if (moving) redrawData(drawn)
      else drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.sweep.aria", {
        threshold: label,
        precision: toldPrecision(t, format.share(point.precision.value), point.observed),
        recall: format.share(point.recall.value),
        rate: format.share(point.falsePositiveRate.value),
        f1: format.decimal(point.f1.value),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.sweep.title")}
      className="chart-draggable"
      testId="sweep-chart"
      table={() => tableOf(t, dial.picture(), along)}
    />
  )
}
