/** The DET curve: what is missed against what is wrongly flagged, both on probit axes, with the operating point. */
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
import { NAMED_SHARES, PROBIT_ENDS, probitPlace, shareNamedAt } from "./probit-axis.ts"
import { redrawData } from "./redraw.ts"
import { curveLine, guessingLine } from "./roc.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, POINTS, type Point } from "./setup.ts"

/** A point of the curve, with the shares that its place stands for. */
interface DetPoint extends Point {
  readonly rate: number
  readonly missed: number
}

/** Thinned in the plane in which it is drawn. */
function curve(index: ScoreIndex, coarsely: boolean): DetPoint[] {
  const { flagged } = cornersOf(index, coarsely)
  const rate = Float64Array.from(flagged, falsePositiveRate)
  const missed = Float64Array.from(flagged, (at) => 1 - recall(at))
  const all = { rate, missed, x: rate.map(probitPlace), y: missed.map(probitPlace) }
  const thinned = coarsely ? all : thin(all, "x", "y", POINTS)
  return Array.from(thinned.x, (x, i) => ({
    x,
    y: thinned.y[i]!,
    rate: thinned.rate[i]!,
    missed: thinned.missed[i]!,
  }))
}

/** Where detectors that guess would lie: miss rate and false-positive rate add up to 1. */
const CHANCE: readonly Point[] = [
  { x: PROBIT_ENDS.min, y: -PROBIT_ENDS.min },
  { x: -PROBIT_ENDS.min, y: PROBIT_ENDS.min },
]

function probitScale(colours: Colours, format: Format, title: string) {
  return {
    ...axis(colours, {
      title,
      ...PROBIT_ENDS,
      tick: (place) => {
        const share = shareNamedAt(place)
        return share === null ? "" : format.tick(share)
      },
    }),
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = NAMED_SHARES.map((share) => ({ value: probitPlace(share) }))
    },
  }
}

function configure(colours: Colours, t: Translate, format: Format, overlay: Overlay): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: {
      datasets: [curveLine(t("chart.det.title"), colours.recall), guessingLine(colours, t, CHANCE)],
    },
    options: {
      ...options,
      scales: {
        x: probitScale(colours, format, t("axis.rateProbit")),
        y: probitScale(colours, format, t("axis.missedProbit")),
      },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            label: ({ raw }) => {
              const { rate, missed } = raw as DetPoint
              return t("chart.det.point", { rate: format.share(rate), missed: format.share(missed) })
            },
          },
        },
      },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

/** Every corner that the curve is thinned from, by shares. */
function tableOf(t: Translate, index: ScoreIndex): Table {
  const { threshold, flagged } = cornersOf(index)
  return {
    columns: [t("axis.threshold"), t("axis.rate"), t("figure.missRate")],
    rows: flagged.map((at, i) => [threshold[i]!, falsePositiveRate(at), 1 - recall(at)]),
  }
}

export function DetChart() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, overlay), [colours, t, format])

  useSeenFrame(canvas, ({ setting, labelled, point, labelsMoved, moving }) => {
    const drawn = chart.current
    if (!drawn) return
    const rate = point.falsePositiveRate
    const [leastCaught, mostCaught] = point.recall.interval
    paint((context, painted) =>
      paintCross(context, painted, colours, {
        x: probitPlace(rate.value),
        y: probitPlace(1 - point.recall.value),
        xInterval: [probitPlace(rate.interval[0]), probitPlace(rate.interval[1])],
        yInterval: [probitPlace(1 - mostCaught), probitPlace(1 - leastCaught)],
      }),
    )
    if (labelsMoved) {
      drawn.data.datasets[0]!.data = curve(labelled.index, moving)
      if (moving) redrawData(drawn)
      else drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.det.aria", {
        threshold: format.threshold(setting.threshold),
        rate: format.share(rate.value),
        missed: format.share(1 - point.recall.value),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.det.title")}
      testId="det-chart"
      table={() => tableOf(t, dial.picture().labelled.index)}
    />
  )
}
