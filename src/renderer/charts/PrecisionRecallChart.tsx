/** Precision against recall, re-weighted to the prevalence, with the operating point and its intervals. */
import type { ChartConfiguration } from "chart.js"
import type { AnnotationOptions } from "chartjs-plugin-annotation"
import { useMemo, useRef } from "react"
import {
  precision,
  precisionRecallCurve,
  recall,
  reweigh,
  type ScoreIndex,
  thin,
} from "../../core/evaluation/index.ts"
import { fewFlagged, partFew, toldPrecision } from "../few.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial, useFrame } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintCross } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { axis, baseOptions, faintLine, POINTS, type Point } from "./setup.ts"
import { useShowAll, zoomByDrag } from "./zoom.ts"

/** Thresholds at which the curve keeps its shape; chosen once, since sorting out a million is not for a frame. */
function corners(index: ScoreIndex): Float64Array {
  const curve = thin(precisionRecallCurve(index), "recall", "precision", POINTS)
  // Where nobody is flagged there is no precision: the curve begins at the highest score.
  const highest = index.thresholds.score[0] ?? 1
  return curve.threshold.map((threshold) => Math.min(threshold, highest))
}

function curveAt(index: ScoreIndex, thresholds: Float64Array, prevalence: number | undefined): Point[] {
  return Array.from(thresholds, (threshold) => {
    const counted = index.confusionAt(threshold)
    const confusion = prevalence === undefined ? counted : reweigh(counted, prevalence)
    return { x: recall(confusion), y: precision(confusion) }
  })
}

/** Precision of flagging at random: the prevalence, whatever the recall. */
function guessingLine(colours: Colours): AnnotationOptions {
  return {
    type: "line",
    scaleID: "y",
    value: 0,
    borderColor: colours.muted,
    borderWidth: 1,
    borderDash: [4, 4],
    drawTime: "beforeDatasetsDraw",
  }
}

function configure(colours: Colours, t: Translate, format: Format, overlay: Overlay): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: {
      datasets: [
        { data: [], borderColor: colours.precision, borderWidth: 2, pointRadius: 0, showLine: true },
        { ...faintLine(colours.precision), data: [], showLine: true },
      ],
    },
    options: {
      ...options,
      scales: {
        x: axis(colours, { title: t("axis.recall"), min: 0, max: 1, tick: format.tick }),
        y: axis(colours, { title: t("axis.precision"), min: 0, max: 1, tick: format.tick }),
      },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          // Where both parts of the curve meet, one of them speaks.
          filter: (item, place) => place === 0 && Number.isFinite(item.parsed.y),
          callbacks: {
            label: ({ parsed, datasetIndex }) => {
              const said = t("chart.pr.point", {
                recall: format.share(parsed.x ?? Number.NaN),
                precision: format.share(parsed.y ?? Number.NaN),
              })
              return datasetIndex === 0 ? said : `${said} · ${t("figure.few")}`
            },
          },
        },
        zoom: zoomByDrag(colours),
        annotation: { annotations: { guessing: guessingLine(colours) } },
      },
    },
  }
}

export function PrecisionRecallChart() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const thresholds = useMemo(() => corners(dial.run.index), [dial])
  const few = useMemo(
    () => Array.from(thresholds, (threshold) => fewFlagged(dial.run.index.confusionAt(threshold))),
    [dial, thresholds],
  )
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, overlay), [dial, colours, t, format])
  useShowAll(canvas, chart)

  useFrame(({ setting, point, prevalenceMoved }) => {
    const drawn = chart.current
    if (!drawn) return
    const x = point.recall.value
    const y = point.precision.value
    paint((context, painted) =>
      paintCross(context, painted, colours, {
        x,
        y,
        xInterval: point.recall.interval,
        yInterval: point.precision.interval,
      }),
    )
    if (prevalenceMoved) {
      const { firm, faint } = partFew(curveAt(dial.run.index, thresholds, setting.prevalence), few)
      drawn.data.datasets[0]!.data = firm
      drawn.data.datasets[1]!.data = faint
      const lines = drawn.options.plugins?.annotation?.annotations as Record<"guessing", { value: number }>
      lines.guessing.value = point.prevalence
      drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.pr.aria", {
        threshold: format.threshold(setting.threshold),
        precision: toldPrecision(t, format.share(y), point.observed),
        recall: format.share(x),
        prevalence: format.share(point.prevalence),
      }),
    )
  })

  return <ChartBox canvas={canvas} label={t("chart.pr.title")} testId="pr-chart" />
}
