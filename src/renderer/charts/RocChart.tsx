/** The ROC curve, with the operating point and its intervals. */
import type { ChartConfiguration } from "chart.js"
import { useRef } from "react"
import { falsePositiveRate, recall, type ScoreIndex, thin } from "../../core/evaluation/index.ts"
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
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, POINTS, type Point, pair } from "./setup.ts"
import { useShowAll, zoomByDrag } from "./zoom.ts"

export const LOWEST_RATE = 1e-4

/** Thinned in the plane in which it is drawn, so that both axes keep their corners. */
export function rocPoints(index: ScoreIndex, logRate: boolean, coarsely = false): Point[] {
  // The curve begins where nobody is flagged.
  const flagged = [index.confusionAt(Number.POSITIVE_INFINITY), ...cornersOf(index, coarsely).flagged]
  const lowest = logRate ? LOWEST_RATE : 0
  const roc = {
    rate: Float64Array.from(flagged, (at) => Math.max(falsePositiveRate(at), lowest)),
    recall: Float64Array.from(flagged, recall),
  }
  const position = logRate ? roc.rate.map(Math.log10) : roc.rate
  if (coarsely) return pair(roc.rate, roc.recall)
  const thinned = thin({ ...roc, position }, "position", "recall", POINTS)
  return pair(thinned.rate, thinned.recall)
}

/** Where detectors that guess would lie. */
export function chance(logRate: boolean): Point[] {
  if (!logRate)
    return [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]
  return Array.from({ length: 41 }, (_, i) => {
    const rate = 10 ** (Math.log10(LOWEST_RATE) * (1 - i / 40))
    return { x: rate, y: rate }
  })
}

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
      datasets: [
        {
          label: t("chart.roc.title"),
          data: [],
          borderColor: colours.recall,
          borderWidth: 2,
          pointRadius: 0,
          showLine: true,
        },
        {
          label: t("save.series.guessing"),
          data: chance(logRate),
          borderColor: colours.muted,
          borderDash: [4, 4],
          borderWidth: 1,
          pointRadius: 0,
          showLine: true,
        },
      ],
    },
    options: {
      ...options,
      scales: {
        x: axis(colours, {
          title: t(logRate ? "axis.rateLog" : "axis.rate"),
          min: logRate ? LOWEST_RATE : 0,
          max: 1,
          logarithmic: logRate,
          tick: format.tick,
        }),
        y: axis(colours, { title: t("axis.recall"), min: 0, max: 1, tick: format.tick }),
      },
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
