/** Precision, recall, false-positive rate and F1 against the threshold, which is dragged here. */
import type { ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { sweepCurve } from "../../core/evaluation/index.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial, useFrame } from "../state/dial.ts"
import { type Colours, DASHES } from "../theme.ts"
import { moveThreshold, thresholdMark } from "./annotations.ts"
import { ChartBox, describe, useChart, useColours } from "./ChartBox.tsx"
import { axis, baseOptions, POINTS, pair } from "./setup.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

/** The curves, in the order of the datasets. */
export const SWEEP_FIGURES = ["precision", "recall", "falsePositiveRate", "f1"] as const
export type SweepFigure = (typeof SWEEP_FIGURES)[number]

/** The lowest rate that the logarithmic axis shows. */
const LOWEST_RATE = 1e-4

function configure(colours: Colours, t: Translate, format: Format, logRate: boolean): ChartConfiguration {
  const curves = SWEEP_FIGURES.map((figure) => ({
    data: [],
    borderColor: colours[figure],
    borderDash: [...DASHES[figure]],
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 0,
    yAxisID: logRate && figure === "falsePositiveRate" ? "rate" : "y",
  }))
  const marks = SWEEP_FIGURES.map((figure) => ({
    data: [],
    borderColor: colours.surface,
    backgroundColor: colours[figure],
    borderWidth: 1.5,
    pointRadius: 5,
    pointHitRadius: 0,
    showLine: false,
    yAxisID: logRate && figure === "falsePositiveRate" ? "rate" : "y",
  }))
  const options = baseOptions(colours)
  return {
    type: "line",
    data: { datasets: [...marks, ...curves] },
    options: {
      ...options,
      events: [],
      scales: {
        x: axis(colours, {
          title: t("axis.threshold"),
          min: 0,
          max: 1,
          tick: (value) => format.decimal(value, 1),
        }),
        y: axis(colours, { title: t("axis.share"), min: 0, max: 1, tick: format.tick }),
        ...(logRate
          ? {
              rate: {
                ...axis(colours, {
                  title: t("axis.rateLog"),
                  min: LOWEST_RATE,
                  max: 1,
                  logarithmic: true,
                  tick: format.tick,
                }),
                position: "right",
                grid: { display: false },
              },
            }
          : {}),
      },
      plugins: {
        ...options.plugins,
        tooltip: { enabled: false },
        annotation: { annotations: thresholdMark(colours, t("chart.flaggedSide")) },
      },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

export function SweepChart({ logRate }: { readonly logRate: boolean }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useChart(canvas, () => configure(colours, t, format, logRate), [
    dial,
    colours,
    t,
    format,
    logRate,
  ])
  useThresholdDrag(canvas, chart, dial)

  useFrame(({ setting, point, prevalenceMoved }: Picture) => {
    const drawn = chart.current
    if (!drawn) return
    const { datasets } = drawn.data
    // Zero has no place on a logarithmic axis.
    const shown = (figure: SweepFigure, value: number) =>
      logRate && figure === "falsePositiveRate" && value < LOWEST_RATE ? Number.NaN : value
    if (prevalenceMoved) {
      const sweep = sweepCurve(dial.run.index, POINTS, setting.prevalence)
      SWEEP_FIGURES.forEach((figure, i) => {
        const values = sweep[figure].map((value) => shown(figure, value))
        datasets[SWEEP_FIGURES.length + i]!.data = pair(sweep.threshold, values)
      })
    }
    SWEEP_FIGURES.forEach((figure, i) => {
      datasets[i]!.data = [{ x: setting.threshold, y: shown(figure, point[figure].value) }]
    })
    moveThreshold(drawn, setting.threshold, format.decimal(setting.threshold, 3))
    drawn.update("none")
    describe(
      canvas,
      t("chart.sweep.aria", {
        threshold: format.decimal(setting.threshold, 3),
        precision: format.share(point.precision.value),
        recall: format.share(point.recall.value),
        rate: format.share(point.falsePositiveRate.value),
        f1: format.share(point.f1.value),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.sweep.title")}
      className="chart-draggable"
      testId="sweep-chart"
    />
  )
}
