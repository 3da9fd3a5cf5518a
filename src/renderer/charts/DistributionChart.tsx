/** How the risk scores of both classes are spread, with the threshold, which can be dragged here too. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { type ScoreIndex, scoreDistribution } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { HANDLE_ROOM, paintOtherTiers, paintThreshold } from "./marks.ts"
import { otherTiers } from "./other-tiers.ts"
import type { Overlay } from "./overlay.ts"
import { redrawData } from "./redraw.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, type Point, thresholdScale } from "./setup.ts"
import { EVEN, spread, type ThresholdAxis } from "./threshold-axis.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

const BINS = 50

/** Below one account, where a logarithmic axis keeps its empty bins. */
export const EMPTY = 0.5

/** Counts of each class between one edge and the next; the edges are thresholds, ascending. */
interface Spread {
  readonly edge: Float64Array
  readonly authentic: ArrayLike<number>
  readonly managed: ArrayLike<number>
}

/** Bins of one width on the axis. */
export function spreadOf(index: ScoreIndex, along: ThresholdAxis): Spread {
  if (along === EVEN) return scoreDistribution(index, BINS)
  const edge = spread(along, BINS + 1)
  const above = Array.from(edge, (threshold) => index.confusionAt(threshold))
  const between = (count: "truePositives" | "falsePositives") =>
    above.slice(0, -1).map((at, bin) => at[count] - (bin === BINS - 1 ? 0 : above[bin + 1]![count]))
  return { edge, managed: between("truePositives"), authentic: between("falsePositives") }
}

export function steps(
  edge: Float64Array,
  count: ArrayLike<number>,
  along: ThresholdAxis,
  logCount: boolean,
): Point[] {
  return Array.from(edge, (threshold, bin) => {
    const accounts = count[Math.min(bin, count.length - 1)]!
    return { x: along.place(threshold), y: logCount ? Math.max(accounts, EMPTY) : accounts }
  })
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  { logCount, along }: DistributionChartProps,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  const line = {
    stepped: "before" as const,
    borderWidth: 1.5,
    pointRadius: 0,
    pointHitRadius: 0,
    fill: "start",
  }
  return {
    type: "line",
    plugins: [overlay.plugin],
    data: {
      datasets: [
        {
          ...line,
          label: t("class.managed"),
          data: [],
          borderColor: colours.managed,
          backgroundColor: `${colours.managed}40`,
          borderDash: [5, 2],
        },
        {
          ...line,
          label: t("class.authentic"),
          data: [],
          borderColor: colours.authentic,
          backgroundColor: `${colours.authentic}33`,
        },
      ],
    },
    options: {
      ...options,
      events: [],
      layout: { padding: { top: HANDLE_ROOM, right: 8 } },
      scales: {
        x: thresholdScale(colours, format, t(along === EVEN ? "axis.risk" : "axis.riskLogOdds"), along),
        y: axis(colours, {
          title: t(logCount ? "axis.accountsLog" : "axis.accounts"),
          min: logCount ? EMPTY : 0,
          logarithmic: logCount,
          tick: format.count,
        }),
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

const fits = ({ scales }: Chart, count: ArrayLike<number>) =>
  Array.prototype.every.call(count, (accounts: number) => accounts <= (scales.y?.max ?? 0))

function tableOf(t: Translate, index: ScoreIndex, along: ThresholdAxis): Table {
  const { edge, managed, authentic } = spreadOf(index, along)
  const risk = { axis: t("axis.risk") }
  return {
    columns: [t("save.from", risk), t("save.to", risk), t("class.managed"), t("class.authentic")],
    rows: Array.from(managed, (accounts, bin) => [edge[bin]!, edge[bin + 1]!, accounts, authentic[bin]!]),
  }
}

export interface DistributionChartProps {
  readonly logCount: boolean
  readonly along: ThresholdAxis
}

export function DistributionChart({ logCount, along }: DistributionChartProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, { logCount, along }, overlay), [
    dial,
    along,
    colours,
    t,
    format,
    logCount,
  ])
  useThresholdDrag(canvas, chart, dial, along)

  useSeenFrame(canvas, ({ setting, labelled: { index }, point, labelsMoved, moving }) => {
    const drawn = chart.current
    if (!drawn) return
    const label = format.threshold(setting.threshold)
    paint((context, painted) => {
      paintOtherTiers(context, painted, colours, otherTiers(setting, along))
      paintThreshold(context, painted, colours, {
        x: along.place(setting.threshold),
        label,
        note: t("chart.flaggedSide"),
      })
    })
    if (labelsMoved) {
      const { edge, managed, authentic } = spreadOf(index, along)
      drawn.data.datasets[0]!.data = steps(edge, managed, along, logCount)
      drawn.data.datasets[1]!.data = steps(edge, authentic, along, logCount)
      // An axis that is too long for a moment is better than one that wobbles.
      if (moving && fits(drawn, managed) && fits(drawn, authentic)) redrawData(drawn)
      else drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.distribution.aria", {
        threshold: label,
        managed: format.count(point.observed.truePositives),
        managedAll: format.count(index.managed),
        authentic: format.count(point.observed.falsePositives),
        authenticAll: format.count(index.authentic),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.distribution.title")}
      className="chart-draggable"
      testId="distribution-chart"
      table={() => tableOf(t, dial.picture().labelled.index, along)}
    />
  )
}
