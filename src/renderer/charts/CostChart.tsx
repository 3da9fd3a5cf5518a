/** The expected cost a day at every threshold: its parts, their sum with a band, the least and the present one. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { type CostParts, costOf, dailyWeights } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial } from "../state/dial.ts"
import { workloadOf } from "../state/setting.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { type CostPoints, costEnd, costPoints, leastCost } from "./cost-points.ts"
import { HANDLE_ROOM, paintDot, paintThreshold, withinPlot } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, thresholdScale } from "./setup.ts"
import { EVEN, type ThresholdAxis } from "./threshold-axis.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

export const COST_PARTS = ["total", "falsePositives", "missed", "reviews"] as const
export type CostPart = (typeof COST_PARTS)[number]

/** Colour and dash of each line. */
export const costLine = (
  colours: Colours,
): Readonly<Record<CostPart, { colour: string; dash: number[] }>> => ({
  total: { colour: colours.text, dash: [] },
  falsePositives: { colour: colours.authentic, dash: [9, 4] },
  missed: { colour: colours.managed, dash: [2, 3] },
  reviews: { colour: colours.f1, dash: [9, 3, 2, 3] },
})

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  along: ThresholdAxis,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "line",
    plugins: [overlay.plugin],
    // The axes are all that the chart draws: every line moves with every cost.
    data: { datasets: [] },
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
        y: axis(colours, { title: t("axis.cost"), min: 0, max: 1, tick: format.number }),
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function paintCosts(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  along: ThresholdAxis,
  { threshold, curve }: CostPoints,
): void {
  const x = threshold.map((at) => chart.scales.x!.getPixelForValue(along.place(at)))
  const up = (cost: number) => chart.scales.y!.getPixelForValue(cost)
  withinPlot(context, chart, () => {
    context.save()
    context.fillStyle = `${colours.text}1f`
    context.beginPath()
    for (let i = 0; i < x.length; i++) context.lineTo(x[i]!, up(curve.high[i]!))
    for (let i = x.length - 1; i >= 0; i--) context.lineTo(x[i]!, up(curve.low[i]!))
    context.fill()
    const lines = costLine(colours)
    for (const part of COST_PARTS) {
      context.strokeStyle = lines[part].colour
      context.lineWidth = part === "total" ? 2.5 : 1.75
      context.setLineDash(lines[part].dash)
      context.beginPath()
      for (let i = 0; i < x.length; i++) context.lineTo(x[i]!, up(curve[part][i]!))
      context.stroke()
    }
    context.restore()
  })
}

/** A hollow dot where the cost is least. */
function paintLeast(context: CanvasRenderingContext2D, chart: Chart, colours: Colours, x: number, y: number) {
  paintDot(
    context,
    chart.scales.x!.getPixelForValue(x),
    chart.scales.y!.getPixelForValue(y),
    6,
    colours.surface,
    colours.text,
  )
}

/** What a day costs at the present threshold. */
export function presentCost({ labelled, setting, point }: Picture, days: number): CostParts {
  const weights = dailyWeights(labelled.index, workloadOf(setting, labelled, { days }))
  return costOf(point.observed, setting.costs, weights)
}

export function CostChart({ along }: { readonly along: ThresholdAxis }) {
  const dial = useDial()
  const { scenario } = dial.run.manifest
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, along, overlay), [
    dial,
    along,
    colours,
    t,
    format,
  ])
  useThresholdDrag(canvas, chart, dial, along)

  function pointsAt({ labelled, setting, labelsMoved, moving }: Picture) {
    const weights = dailyWeights(labelled.index, workloadOf(setting, labelled, scenario))
    return {
      points: costPoints(labelled.index, along, setting.costs, weights),
      least: leastCost(labelled.index, setting.costs, weights, moving && labelsMoved),
    }
  }

  useSeenFrame(canvas, (picture) => {
    const drawn = chart.current
    if (!drawn) return
    const { points, least } = pointsAt(picture)
    const { threshold } = picture.setting
    const present = presentCost(picture, scenario.days)
    const label = format.threshold(threshold)
    paint((context, painted) => {
      paintThreshold(context, painted, colours, {
        x: along.place(threshold),
        label,
        note: t("chart.flaggedSide"),
      })
      paintCosts(context, painted, colours, along, points)
      paintLeast(context, painted, colours, along.place(least.threshold), least.cost)
      paintDot(
        context,
        painted.scales.x!.getPixelForValue(along.place(threshold)),
        painted.scales.y!.getPixelForValue(present.total),
        5,
        colours.threshold,
        colours.surface,
      )
    })
    const scale = drawn.options.scales?.y
    const end = costEnd(least.cost, present.total)
    if (scale && Number.isFinite(end) && scale.max !== end) {
      scale.max = end
      drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.cost.aria", {
        threshold: label,
        total: format.number(present.total),
        falsePositives: format.number(present.falsePositives),
        missed: format.number(present.missed),
        reviews: format.number(present.reviews),
        least: format.number(least.cost),
        at: format.threshold(least.threshold),
      }),
    )
  })

  function table(): Table {
    const { threshold, curve } = pointsAt(dial.picture()).points
    const figure = t("cost.total")
    return {
      columns: [
        t("axis.threshold"),
        ...COST_PARTS.map((part) => t(`cost.${part}`)),
        t("save.low", { figure }),
        t("save.high", { figure }),
      ],
      rows: Array.from(threshold, (at, i) => [
        at,
        ...COST_PARTS.map((part) => curve[part][i]!),
        curve.low[i]!,
        curve.high[i]!,
      ]),
    }
  }

  const lines = costLine(colours)
  return (
    <ChartBox
      canvas={canvas}
      label={t("cost.title")}
      className="chart-draggable"
      testId="cost-chart"
      table={table}
      legend={COST_PARTS.map((part) => ({ label: t(`cost.${part}`), ...lines[part] }))}
    />
  )
}
