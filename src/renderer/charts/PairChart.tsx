/** The heat map of a rule over two scores, with its Pareto front and the chosen point, which is dragged here. */
import type { Chart, ChartConfiguration } from "chart.js"
import { type RefObject, useEffect, useRef } from "react"
import { type PairHow, paretoOfGrid, type ThresholdGrid } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { type Picture, useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintDot } from "./marks.ts"
import { mix } from "./mix.ts"
import type { Overlay } from "./overlay.ts"
import { depthsOf, PAIR_FIGURES, type PairAxes, type PairFigure, pairFigure } from "./pair-grid.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions } from "./setup.ts"

/** Places on the axes. */
export interface Cell {
  readonly x: number
  readonly y: number
}

export interface PairChartProps {
  readonly axes: PairAxes
  readonly names: readonly [string, string]
  readonly how: PairHow
  readonly figure: PairFigure
  readonly chosen: Cell
  readonly choose: (cell: Cell) => void
  /** The cell under the pointer, or null. */
  readonly point: (cell: Cell | null) => void
  readonly gridAt: (picture: Picture) => ThresholdGrid
}

function cellScale(colours: Colours, format: Format, title: string, thresholds: readonly number[]) {
  return {
    ...axis(colours, {
      title: `${title} ≥`,
      min: -0.5,
      max: thresholds.length - 0.5,
      tick: (place) => {
        const threshold = thresholds[place]
        return threshold === undefined ? "" : format.rate(threshold)
      },
    }),
    grid: { display: false },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = thresholds.map((_, value) => ({ value }))
    },
  }
}

function configure(
  colours: Colours,
  format: Format,
  { axes, names }: PairChartProps,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: { datasets: [] },
    options: {
      ...options,
      events: [],
      scales: {
        x: cellScale(colours, format, names[0], axes.x),
        y: cellScale(colours, format, names[1], axes.y),
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function paintCells(
  context: CanvasRenderingContext2D,
  chart: Chart,
  { axes: { x, y } }: PairChartProps,
  depths: Float64Array,
  colourOf: (depth: number) => string,
): void {
  const left = (place: number) => Math.round(chart.scales.x!.getPixelForValue(place - 0.5))
  const top = (place: number) => Math.round(chart.scales.y!.getPixelForValue(place + 0.5))
  for (let atX = 0; atX < x.length; atX++)
    for (let atY = 0; atY < y.length; atY++) {
      const depth = depths[atX * y.length + atY]!
      if (Number.isNaN(depth)) continue
      context.fillStyle = colourOf(depth)
      context.fillRect(left(atX), top(atY), left(atX + 1) - left(atX), top(atY - 1) - top(atY))
    }
}

/** A dot on each cell of the front; light around dark, so that it shows on any shade. */
function paintFront(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  front: readonly Cell[],
): void {
  for (const { x, y } of front)
    paintDot(
      context,
      chart.scales.x!.getPixelForValue(x),
      chart.scales.y!.getPixelForValue(y),
      3.5,
      colours.threshold,
      colours.surface,
    )
}

function paintChosen(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  { x, y }: Cell,
): void {
  const left = chart.scales.x!.getPixelForValue(x - 0.5)
  const right = chart.scales.x!.getPixelForValue(x + 0.5)
  const top = chart.scales.y!.getPixelForValue(y + 0.5)
  const bottom = chart.scales.y!.getPixelForValue(y - 0.5)
  context.save()
  for (const [colour, width] of [
    [colours.surface, 5],
    [colours.threshold, 2.5],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = width
    context.strokeRect(left, top, right - left, bottom - top)
  }
  context.restore()
}

/** Every cell with all its figures. */
function tableOf(
  t: Translate,
  { axes: { x, y }, names, how, gridAt }: PairChartProps,
  picture: Picture,
): Table {
  const grid = gridAt(picture)
  const { prevalence } = picture.setting
  return {
    columns: [`${names[0]} ≥`, `${names[1]} ≥`, ...PAIR_FIGURES.map((figure) => t(`figure.${figure}`))],
    rows: x.flatMap((first, atX) =>
      y.map((second, atY) => [
        first,
        second,
        ...PAIR_FIGURES.map((figure) => pairFigure(figure, grid.confusionAt(atX, atY, how), prevalence)),
      ]),
    ),
  }
}

export function PairChart(props: PairChartProps) {
  const { axes, names, how, figure, chosen, choose, point, gridAt } = props
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const chart = useChart(canvas, () => configure(colours, format, props, overlay), [
    axes,
    names,
    colours,
    format,
  ])
  usePointing(canvas, chart, axes, choose, point)

  useSeenFrame(canvas, (picture) => {
    const drawn = chart.current
    if (!drawn) return
    const grid = gridAt(picture)
    const { prevalence } = picture.setting
    const depths = depthsOf(grid, axes, how, figure, prevalence)
    const front = paretoOfGrid(grid, axes.x.length, axes.y.length, how)
    const colourOf = (depth: number) => mix(colours.surface, colours[figure], 0.06 + 0.94 * depth)
    paint((context, painted) => {
      paintCells(context, painted, props, depths, colourOf)
      paintFront(context, painted, colours, front)
      paintChosen(context, painted, colours, chosen)
    })
    overlay.repaint(drawn)
    const at = grid.confusionAt(chosen.x, chosen.y, how)
    describe(
      canvas,
      t("chart.pair.aria", {
        rule: t(`pair.rule.${how}`, {
          x: names[0],
          atX: format.rate(axes.x[chosen.x]!),
          y: names[1],
          atY: format.rate(axes.y[chosen.y]!),
        }),
        recall: format.share(pairFigure("recall", at, prevalence)),
        rate: format.share(pairFigure("falsePositiveRate", at, prevalence)),
        precision: format.share(pairFigure("precision", at, prevalence)),
        front: format.count(front.length),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("pair.title")}
      className="chart-pickable"
      testId="pair-chart"
      table={() => tableOf(t, props, dial.picture())}
    />
  )
}

/** Chooses a cell by pressing and dragging, and tells which one the pointer is over. */
function usePointing(
  canvas: RefObject<HTMLCanvasElement | null>,
  chart: RefObject<Chart | null>,
  { x, y }: PairAxes,
  choose: (cell: Cell) => void,
  point: (cell: Cell | null) => void,
): void {
  const latest = useRef({ choose, point })
  latest.current = { choose, point }
  useEffect(() => {
    const target = canvas.current
    if (!target) return
    function cellAt(event: PointerEvent): Cell | null {
      const scales = chart.current?.scales
      if (!scales?.x || !scales.y || !target) return null
      const box = target.getBoundingClientRect()
      const place = (value: number | undefined, count: number) =>
        Math.min(count - 1, Math.max(0, Math.round(value ?? 0)))
      return {
        x: place(scales.x.getValueForPixel(event.clientX - box.left), x.length),
        y: place(scales.y.getValueForPixel(event.clientY - box.top), y.length),
      }
    }
    function grab(event: PointerEvent): void {
      if (event.button !== 0 || event.ctrlKey) return
      target?.setPointerCapture(event.pointerId)
      const cell = cellAt(event)
      if (cell) latest.current.choose(cell)
    }
    function move(event: PointerEvent): void {
      const cell = cellAt(event)
      latest.current.point(cell)
      if (cell && target?.hasPointerCapture(event.pointerId)) latest.current.choose(cell)
    }
    const leave = () => latest.current.point(null)
    target.addEventListener("pointerdown", grab)
    target.addEventListener("pointermove", move)
    target.addEventListener("pointerleave", leave)
    return () => {
      target.removeEventListener("pointerdown", grab)
      target.removeEventListener("pointermove", move)
      target.removeEventListener("pointerleave", leave)
    }
  }, [canvas, chart, x, y])
}
