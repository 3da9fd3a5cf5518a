/** Precision against recall, re-weighted to the prevalence, with the operating point and its intervals. */
import type { ChartConfiguration } from "chart.js"
import type { AnnotationOptions } from "chartjs-plugin-annotation"
import { useRef } from "react"
import {
  type Confusion,
  precision,
  recall,
  reweigh,
  type ScoreIndex,
  thin,
} from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { fewFlagged, partFew, toldPrecision } from "../few.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { cornersOf } from "./corners.ts"
import { paintCross } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, faintLine, POINTS, type Point, pair } from "./setup.ts"
import { useShowAll, zoomByDrag } from "./zoom.ts"

/** At the prevalence, or as counted. */
const weigh = (flagged: Confusion, prevalence: number | undefined) =>
  prevalence === undefined ? flagged : reweigh(flagged, prevalence)

/** The curve at the prevalence, ascending in recall, and where it rests on few accounts. */
function curve(
  index: ScoreIndex,
  prevalence: number | undefined,
  coarsely: boolean,
): { points: Point[]; few: boolean[] } {
  const { flagged } = cornersOf(index, coarsely)
  const weighed = flagged.map((counted) => weigh(counted, prevalence))
  const all = {
    recall: Float64Array.from(weighed, recall),
    precision: Float64Array.from(weighed, precision),
    few: Float64Array.from(flagged, (counted) => Number(fewFlagged(counted))),
  }
  const thinned = coarsely ? all : thin(all, "recall", "precision", POINTS)
  return { points: pair(thinned.recall, thinned.precision), few: Array.from(thinned.few, Boolean) }
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
        {
          label: t("figure.precision"),
          data: [],
          borderColor: colours.precision,
          borderWidth: 2,
          pointRadius: 0,
          showLine: true,
        },
        {
          ...faintLine(colours.precision),
          label: t("save.series.few", { figure: t("figure.precision") }),
          data: [],
          showLine: true,
        },
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

/** Every corner that the curve is thinned from, at the prevalence, with the accounts that were counted. */
function tableOf(t: Translate, { setting: { prevalence }, labelled: { index } }: Picture): Table {
  const { threshold, flagged } = cornersOf(index)
  return {
    columns: [t("axis.threshold"), t("axis.recall"), t("axis.precision"), t("save.flagged")],
    rows: flagged.map((counted, i) => {
      const weighed = weigh(counted, prevalence)
      const { truePositives, falsePositives } = counted
      return [threshold[i]!, recall(weighed), precision(weighed), truePositives + falsePositives]
    }),
  }
}

export function PrecisionRecallChart() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, overlay), [colours, t, format])
  useShowAll(canvas, chart)

  useSeenFrame(canvas, ({ setting, labelled, point, curvesMoved, moving }) => {
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
    if (curvesMoved) {
      const { points, few } = curve(labelled.index, setting.prevalence, moving)
      const { firm, faint } = partFew(points, few)
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

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.pr.title")}
      testId="pr-chart"
      table={() => tableOf(t, dial.picture())}
    />
  )
}
