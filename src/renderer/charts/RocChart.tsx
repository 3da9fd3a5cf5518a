/** The ROC curve, with the operating point and its intervals. */
import type { ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { falsePositiveRate, recall, type ScoreIndex } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { cornersOf } from "./corners.ts"
import { paintCross } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { redrawData } from "./redraw.ts"
import { chance, curveLine, guessingLine, LOWEST_RATE, rocPoints, rocScales } from "./roc.ts"
import { useSeenFrame } from "./seen.ts"
import { baseOptions } from "./setup.ts"
import { useShowAll, zoomByDrag } from "./zoom.ts"

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  logRate: boolean,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: {
      datasets: [curveLine(t("chart.roc.title"), colours.recall), guessingLine(colours, t, chance(logRate))],
    },
    options: {
      ...options,
      scales: rocScales(colours, t, format, logRate),
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            label: ({ parsed }) =>
              t("chart.roc.point", {
                rate: format.share(parsed.x ?? Number.NaN),
                recall: format.share(parsed.y ?? Number.NaN),
              }),
          },
        },
        zoom: zoomByDrag(colours),
      },
    },
  }
}

/** Every corner that the curve is thinned from, with the accounts that make it. */
function tableOf(t: Translate, index: ScoreIndex): Table {
  const { threshold, flagged } = cornersOf(index)
  return {
    columns: [
      t("axis.threshold"),
      t("axis.rate"),
      t("axis.recall"),
      t("save.flaggedOf", { side: t("class.authentic") }),
      t("save.flaggedOf", { side: t("class.managed") }),
    ],
    rows: flagged.map((at, i) => [
      threshold[i]!,
      falsePositiveRate(at),
      recall(at),
      at.falsePositives,
      at.truePositives,
    ]),
  }
}

export function RocChart({ logRate }: { readonly logRate: boolean }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, logRate, overlay), [
    logRate,
    colours,
    t,
    format,
  ])
  useShowAll(canvas, chart)

  useSeenFrame(canvas, ({ setting, labelled, point, labelsMoved, moving }) => {
    const drawn = chart.current
    if (!drawn) return
    const place = (rate: number) => (logRate ? Math.max(rate, LOWEST_RATE) : rate)
    const rate = point.falsePositiveRate
    const y = point.recall.value
    paint((context, painted) =>
      paintCross(context, painted, colours, {
        x: place(rate.value),
        y,
        xInterval: [place(rate.interval[0]), place(rate.interval[1])],
        yInterval: point.recall.interval,
      }),
    )
    if (labelsMoved) {
      drawn.data.datasets[0]!.data = rocPoints(labelled.index, logRate, moving)
      if (moving) redrawData(drawn)
      else drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.roc.aria", {
        threshold: format.threshold(setting.threshold),
        rate: format.share(rate.value),
        recall: format.share(y),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.roc.title")}
      testId="roc-chart"
      table={() => tableOf(t, dial.picture().labelled.index)}
    />
  )
}
