/** Each cohort's false-positive rate as a dot with its interval as a whisker, beside the rate over all. */
import type { Chart, ChartConfiguration } from "chart.js"
import type { AnnotationOptions } from "chartjs-plugin-annotation"
import { useRef } from "react"
import type { CohortRow, Interval } from "../../core/evaluation/index.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useFrame } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours } from "./ChartBox.tsx"
import { axis, baseOptions, type Point } from "./setup.ts"

/** Ends of the axis, so that it does not wobble while the threshold moves. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** The shortest axis on which every cohort that can be judged has its whisker whole. */
export function axisEnd(rows: readonly CohortRow[], overall: number): number {
  const judged = rows.filter((row) => !row.authenticTooSmall)
  const widest = Math.max(overall, ...judged.map((row) => row.falsePositiveRateInterval[1]))
  return ENDS.find((end) => end >= widest) ?? 1
}

/** One line a row; `stretch` lays it. */
function whiskers(colours: Colours, rows: number): AnnotationOptions[] {
  return Array.from({ length: rows }, (_, y) => ({
    type: "line",
    yMin: y,
    yMax: y,
    xMin: 0,
    xMax: 0,
    borderColor: colours.authentic,
    borderWidth: 2.5,
    drawTime: "beforeDatasetsDraw",
  }))
}

function stretch(chart: Chart, row: number, interval: Interval | null): void {
  const lines = chart.options.plugins?.annotation?.annotations as {
    xMin: number
    xMax: number
    display: boolean
  }[]
  const line = lines[row]!
  line.display = interval !== null
  if (interval) [line.xMin, line.xMax] = interval
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  names: readonly string[],
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    data: {
      datasets: [
        {
          data: [],
          backgroundColor: colours.authentic,
          borderColor: colours.surface,
          borderWidth: 1,
          pointRadius: 5,
        },
        {
          data: [],
          borderColor: colours.threshold,
          borderDash: [4, 4],
          borderWidth: 1,
          pointRadius: 0,
          showLine: true,
        },
      ],
    },
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
      plugins: {
        ...options.plugins,
        tooltip: { enabled: false },
        annotation: { annotations: whiskers(colours, names.length) },
      },
    } as NonNullable<ChartConfiguration["options"]>,
  }
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
  const chart = useChart(canvas, () => configure(colours, t, format, names), [names, colours, t, format])

  useFrame(({ setting, point }) => {
    const drawn = chart.current
    if (!drawn) return
    const rows = rowsAt(setting.threshold)
    const overall = point.falsePositiveRate.value
    const dots: Point[] = []
    rows.forEach((row, y) => {
      stretch(drawn, y, row.authenticTooSmall ? null : row.falsePositiveRateInterval)
      if (!row.authenticTooSmall) dots.push({ x: row.falsePositiveRate, y })
    })
    const [dot, all] = drawn.data.datasets
    dot!.data = dots
    all!.data = [
      { x: overall, y: -0.5 },
      { x: overall, y: names.length - 0.5 },
    ]
    const scale = drawn.options.scales?.x
    if (scale) scale.max = axisEnd(rows, overall)
    drawn.update("none")
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
