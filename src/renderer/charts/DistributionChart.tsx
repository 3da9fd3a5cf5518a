/** How the risk scores of both classes are spread, with the threshold, which can be dragged here too. */
import type { ChartConfiguration } from "chart.js"
import { useMemo, useRef } from "react"
import { type ScoreDistribution, scoreDistribution } from "../../core/evaluation/index.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial, useFrame } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { moveThreshold, thresholdMark } from "./annotations.ts"
import { ChartBox, describe, useChart, useColours } from "./ChartBox.tsx"
import { axis, baseOptions, type Point } from "./setup.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

const BINS = 50

/** Below one account, where a logarithmic axis keeps its empty bins. */
const EMPTY = 0.5

function steps(edge: Float64Array, count: Uint32Array, logCount: boolean): Point[] {
  return Array.from(edge, (x, bin) => {
    const accounts = count[Math.min(bin, count.length - 1)]!
    return { x, y: logCount ? Math.max(accounts, EMPTY) : accounts }
  })
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  logCount: boolean,
  spread: ScoreDistribution,
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
    data: {
      datasets: [
        {
          ...line,
          data: steps(spread.edge, spread.managed, logCount),
          borderColor: colours.managed,
          backgroundColor: `${colours.managed}40`,
          borderDash: [5, 2],
        },
        {
          ...line,
          data: steps(spread.edge, spread.authentic, logCount),
          borderColor: colours.authentic,
          backgroundColor: `${colours.authentic}33`,
        },
      ],
    },
    options: {
      ...options,
      events: [],
      scales: {
        x: axis(colours, {
          title: t("axis.risk"),
          min: 0,
          max: 1,
          tick: (value) => format.decimal(value, 1),
        }),
        y: axis(colours, {
          title: t(logCount ? "axis.accountsLog" : "axis.accounts"),
          min: logCount ? EMPTY : 0,
          logarithmic: logCount,
          tick: format.count,
        }),
      },
      plugins: {
        ...options.plugins,
        tooltip: { enabled: false },
        annotation: { annotations: thresholdMark(colours, t("chart.flaggedSide")) },
      },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

export function DistributionChart({ logCount }: { readonly logCount: boolean }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const spread = useMemo(() => scoreDistribution(dial.run.index, BINS), [dial])
  const chart = useChart(canvas, () => configure(colours, t, format, logCount, spread), [
    spread,
    colours,
    t,
    format,
    logCount,
  ])
  useThresholdDrag(canvas, chart, dial)

  useFrame(({ setting, point }) => {
    const drawn = chart.current
    if (!drawn) return
    moveThreshold(drawn, setting.threshold, format.decimal(setting.threshold, 3))
    drawn.update("none")
    describe(
      canvas,
      t("chart.distribution.aria", {
        threshold: format.decimal(setting.threshold, 3),
        managed: format.count(point.observed.truePositives),
        managedAll: format.count(dial.run.index.managed),
        authentic: format.count(point.observed.falsePositives),
        authenticAll: format.count(dial.run.index.authentic),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.distribution.title")}
      className="chart-draggable"
      testId="distribution-chart"
    />
  )
}
