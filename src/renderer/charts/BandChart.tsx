/** Lines with the bands that they may lie in; a chart that nothing on the dial moves, but for the place marked on it. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import { intervalCells, intervalColumns } from "../export/interval.ts"
import type { Table } from "../export/table.ts"
import { useT } from "../i18n/index.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintLine, withinPlot } from "./marks.ts"
import { type Axis, axis, baseOptions, pair } from "./setup.ts"

export interface BandLine {
  readonly label: string
  readonly colour: keyof Colours
  readonly dash?: readonly number[]
  readonly value: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

interface BandChartProps {
  readonly title: string
  /** Told to screen readers. */
  readonly aria: string
  readonly testId: string
  /** Where the lines have their values; the same array as long as it is the same. */
  readonly places: readonly number[]
  readonly lines: readonly BandLine[]
  readonly x: Axis
  readonly y: Axis
  /** A place to be marked by an upright line. */
  readonly mark?: number
}

export function BandChart({ title, aria, testId, places, lines, x, y, mark }: BandChartProps) {
  const t = useT()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  paint((context, chart) =>
    withinPlot(context, chart, () => {
      for (const line of lines) paintBand(context, chart, places, line, colours)
      if (mark === undefined) return
      const at = chart.scales.x!.getPixelForValue(mark)
      const { top, bottom } = chart.chartArea
      paintLine(context, [at, top], [at, bottom], colours.threshold, 1.5, [5, 3])
    }),
  )
  useChart(canvas, () => configure(colours, places, lines, x, y, overlay.plugin), [
    places,
    lines,
    mark,
    colours,
    x.title,
    y.title,
  ])
  useEffect(() => describe(canvas, aria), [aria])
  const table = (): Table => ({
    columns: [x.title, ...lines.flatMap(({ label }) => intervalColumns(t, label))],
    rows: places.map((place, at) => [
      place,
      ...lines.flatMap(({ value, low, high }) => intervalCells(value[at], [low[at]!, high[at]!])),
    ]),
  })
  return <ChartBox canvas={canvas} label={title} testId={testId} table={table} />
}

/** Stretches without a band are left out. */
function paintBand(
  context: CanvasRenderingContext2D,
  chart: Chart,
  places: readonly number[],
  { low, high, colour }: BandLine,
  colours: Colours,
): void {
  const [across, up] = [chart.scales.x!, chart.scales.y!]
  const known = places.flatMap((place, at) =>
    Number.isFinite(low[at]) && Number.isFinite(high[at]) ? [{ place, at }] : [],
  )
  if (known.length === 0) return
  context.save()
  context.globalAlpha = 0.18
  context.fillStyle = colours[colour]
  context.beginPath()
  for (const { place, at } of known)
    context.lineTo(across.getPixelForValue(place), up.getPixelForValue(high[at]!))
  for (const { place, at } of known.toReversed())
    context.lineTo(across.getPixelForValue(place), up.getPixelForValue(low[at]!))
  context.closePath()
  context.fill()
  context.restore()
}

function configure(
  colours: Colours,
  places: readonly number[],
  lines: readonly BandLine[],
  x: Axis,
  y: Axis,
  plugin: NonNullable<ChartConfiguration["plugins"]>[number],
): ChartConfiguration {
  const options = baseOptions(colours)
  // Room for the bands, which the scale does not know of.
  const highest = Math.max(...lines.flatMap(({ high }) => high.filter(Number.isFinite)), 0)
  const up = highest > 0 ? { suggestedMax: highest } : { max: 1 }
  return {
    type: "scatter",
    plugins: [plugin],
    data: {
      datasets: lines.map(({ label, value, colour, dash }) => ({
        label,
        data: pair(places, value),
        borderColor: colours[colour],
        borderDash: [...(dash ?? [])],
        borderWidth: 2,
        pointRadius: 0,
        pointHitRadius: 0,
        showLine: true,
      })),
    },
    options: {
      ...options,
      events: [],
      scales: { x: axis(colours, x), y: { ...axis(colours, y), ...up } },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    },
  }
}
