/** Each cohort's false-positive rate as a dot with its interval as a whisker, beside the rate over all. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useRef } from "react"
import type { CohortRow } from "../../core/evaluation/index.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useFrame } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintDot, paintLine } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { axis, baseOptions } from "./setup.ts"

/** Ends of the axis, so that it does not wobble while the threshold moves. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** The shortest axis on which every cohort that can be judged has its whisker whole. */
export function axisEnd(rows: readonly CohortRow[], overall: number): number {
  const judged = rows.filter((row) => !row.authenticTooSmall)
  const widest = Math.max(overall, ...judged.map((row) => row.falsePositiveRateInterval[1]))
  return ENDS.find((end) => end >= widest) ?? 1
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  names: readonly string[],
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    // The axes are all that the chart draws; what is on them moves.
    data: { datasets: [] },
    options: {
      ...options,
      events: [],
      scales: {
        x: axis(colours, { title: t("axis.rate"), min: 0, max: 1, tick: format.tick }),
        y: {
          ...axis(colours, { title: "", min: -0.5, max: names.length - 0.5, tick: () => "" }),
          title: { display: false },
          reverse: true,
          afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
            scale.ticks = names.map((_, value) => ({ value }))
          },
          ticks: {
            autoSkip: false,
            color: colours.text,
            font: { size: 12 },
            callback: (value: number | string) => names[Number(value)] ?? "",
          },
        },
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function paintRows(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  rows: readonly CohortRow[],
  overall: number,
): void {
  const across = (rate: number) => chart.scales.x!.getPixelForValue(rate)
  const { top, bottom } = chart.chartArea
  paintLine(context, [across(overall), top], [across(overall), bottom], colours.threshold, 1, [4, 4])
  rows.forEach((row, place) => {
    if (row.authenticTooSmall) return
    const y = chart.scales.y!.getPixelForValue(place)
    const [low, high] = row.falsePositiveRateInterval
    paintLine(context, [across(low), y], [across(high), y], colours.authentic, 2.5)
    paintDot(context, across(row.falsePositiveRate), y, 5, colours.authentic, colours.surface)
  })
}

export interface CohortChartProps {
  /** In the reader's language, in the order of the rows. */
  readonly names: readonly string[]
  readonly rowsAt: (threshold: number) => readonly CohortRow[]
}

export function CohortChart({ names, rowsAt }: CohortChartProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, t, format, names, overlay), [
    names,
    colours,
    t,
    format,
  ])

  useFrame(({ setting, point }) => {
    const drawn = chart.current
    if (!drawn) return
    const rows = rowsAt(setting.threshold)
    const overall = point.falsePositiveRate.value
    paint((context, painted) => paintRows(context, painted, colours, rows, overall))
    const scale = drawn.options.scales?.x
    const end = axisEnd(rows, overall)
    if (scale && scale.max !== end) {
      scale.max = end
      drawn.update("none")
    } else overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.cohorts.aria", {
        cohorts: rows
          .map((row, i) =>
            row.authenticTooSmall
              ? `${names[i]}: ${t("cohorts.tooFew")}`
              : `${names[i]}: ${format.share(row.falsePositiveRate)}`,
          )
          .join("; "),
        overall: format.share(overall),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.cohorts.title")}
      className="chart-cohorts"
      testId="cohort-chart"
    />
  )
}
