/** Lines that stand still: a chart that nothing on the dial moves. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import type { Interval } from "../../core/evaluation/index.ts"
import { useOwnCaption } from "../export/caption.ts"
import type { Table } from "../export/table.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { type Marker, paintMarker } from "./markers.ts"
import { paintLine, withinPlot } from "./marks.ts"
import { type Axis, axis, baseOptions, type Point } from "./setup.ts"

export interface Line {
  readonly label: string
  readonly points: readonly Point[]
  readonly colour: keyof Colours
  readonly dash?: readonly number[]
  /** Each point's value holds up to the next point. */
  readonly isStepped?: boolean
  /** By point, drawn as a bar with a dot on it. */
  readonly intervals?: readonly Interval[]
  /** By point, drawn as a pale band about the line; where it is not a number there is none. */
  readonly band?: readonly Interval[]
  /** On each point: for the few rounds of a game, say. */
  readonly marker?: Marker
}

/** The highest point of lines, their bands and their bars; 0 without any. */
export const highestOf = (lines: readonly Line[]): number =>
  lines
    .flatMap(({ points, band = [], intervals = [] }) => [
      ...points.map(({ y }) => y),
      ...[...band, ...intervals].map(([, high]) => high),
    ])
    .filter(Number.isFinite)
    .reduce((most, value) => Math.max(most, value), 0)

interface LinesChartProps {
  readonly title: string
  /** Told to screen readers. */
  readonly aria: string
  readonly testId: string
  /** The same object as long as they are the same lines. */
  readonly lines: readonly Line[]
  readonly x: Axis
  readonly y: Axis
  readonly table?: () => Table
}

function configure(
  colours: Colours,
  { lines, x, y }: LinesChartProps,
  plugin: NonNullable<ChartConfiguration["plugins"]>[number],
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [plugin],
    data: {
      datasets: lines.map(({ label, points, colour, dash, isStepped }) => ({
        label,
        data: [...points],
        borderColor: colours[colour],
        borderDash: [...(dash ?? [])],
        borderWidth: 2,
        pointRadius: 0,
        pointHitRadius: 0,
        showLine: true,
        ...(isStepped ? { stepped: "before" as const } : {}),
      })),
    },
    options: {
      ...options,
      events: [],
      scales: { x: axis(colours, x), y: axis(colours, y) },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    },
  }
}

/** Points without an interval are passed over. */
function paintBand(
  context: CanvasRenderingContext2D,
  { scales }: Chart,
  { points, band, colour }: Line,
  colours: Colours,
): void {
  if (band === undefined) return
  const place = (at: number, end: 0 | 1) =>
    [scales.x!.getPixelForValue(points[at]!.x), scales.y!.getPixelForValue(band[at]![end])] as const
  const known = points.map((_, at) => at).filter((at) => band[at]!.every(Number.isFinite))
  context.save()
  context.globalAlpha = 0.14
  context.fillStyle = colours[colour]
  context.beginPath()
  for (const at of known) context.lineTo(...place(at, 0))
  for (const at of known.toReversed()) context.lineTo(...place(at, 1))
  context.fill()
  context.restore()
}

export function LinesChart(props: LinesChartProps) {
  const { title, aria, testId, lines, x, y, table } = props
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  paint((context, chart) => {
    const [across, up] = [chart.scales.x!, chart.scales.y!]
    withinPlot(context, chart, () => {
      for (const line of lines) paintBand(context, chart, line, colours)
      for (const { points, intervals, colour } of lines)
        intervals?.forEach(([low, high], i) => {
          const at = across.getPixelForValue(points[i]!.x)
          const [from, to] = [low, high].map((end) => up.getPixelForValue(Math.max(end, y.min ?? end)))
          paintLine(context, [at, from!], [at, to!], colours[colour], 2)
        })
      for (const { points, intervals, marker = intervals && "circle", colour } of lines)
        if (marker)
          for (const { x, y } of points)
            paintMarker(context, across.getPixelForValue(x), up.getPixelForValue(y), {
              marker,
              radius: 4,
              fill: colours[colour],
              edge: colours.surface,
            })
    })
  })
  useChart(canvas, () => configure(colours, props, overlay.plugin), [lines, colours, x.title, y.title])
  useEffect(() => describe(canvas, aria), [aria])
  return (
    <ChartBox
      canvas={canvas}
      label={title}
      testId={testId}
      caption={useOwnCaption()}
      legend={lines.map(({ label, colour, dash, marker }) => ({
        label,
        colour: colours[colour],
        ...(dash ? { dash } : {}),
        ...(marker ? { marker } : {}),
      }))}
      {...(table ? { table } : {})}
    />
  )
}
