/** Registers the parts of Chart.js that the workbench draws with, and what all its charts have in common. */
import {
  Chart,
  type ChartOptions,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type Scale,
  type ScaleOptionsByType,
  ScatterController,
  Tooltip,
} from "chart.js"
import annotation from "chartjs-plugin-annotation"
import zoom from "chartjs-plugin-zoom"
import type { Format } from "../format.ts"
import type { Colours } from "../theme.ts"
import type { ThresholdAxis } from "./threshold-axis.ts"

Chart.register(
  LineController,
  ScatterController,
  LineElement,
  PointElement,
  LinearScale,
  LogarithmicScale,
  Filler,
  Tooltip,
  annotation,
  zoom,
)

/** Points that a curve is drawn with at most. */
export const POINTS = 512

export interface Point {
  x: number
  y: number
}

export interface Axis {
  readonly title: string
  readonly min?: number
  readonly max?: number
  /** Is on the axis, which ends at a round number beyond it. */
  readonly atLeastTo?: number
  readonly logarithmic?: boolean
  /** Between whole numbers there is nothing: only they are marked. */
  readonly isWhole?: boolean
  readonly tick: (value: number) => string
}

/** Font of Chart.js text, the same as the page's. */
export function font(size: number) {
  return { size, family: getComputedStyle(document.body).fontFamily }
}

export function axis(colours: Colours, { title, min, max, atLeastTo, logarithmic, isWhole, tick }: Axis) {
  const options = {
    type: logarithmic ? "logarithmic" : "linear",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(atLeastTo === undefined ? {} : { suggestedMax: atLeastTo }),
    title: { display: true, text: title, color: colours.muted, font: font(12), padding: 2 },
    grid: { color: colours.grid, drawTicks: false },
    border: { color: colours.grid },
    ...(isWhole
      ? {
          afterBuildTicks: (scale: Scale) => {
            const least = Math.ceil(scale.min)
            scale.ticks = Array.from({ length: Math.floor(scale.max) - least + 1 }, (_, at) => ({
              value: least + at,
            }))
          },
        }
      : {}),
    ticks: {
      color: colours.muted,
      font: font(11),
      padding: 5,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: number | string) => {
        const number = Number(value)
        if (!logarithmic) return tick(number)
        // On a logarithmic axis only the powers of ten are named.
        const power = Math.log10(number)
        return Math.abs(power - Math.round(power)) < 1e-6 ? tick(number) : ""
      },
    },
  }
  return options as unknown as ScaleOptionsByType<"linear">
}

/** The axis of a chart over thresholds. */
export function thresholdScale(colours: Colours, format: Format, title: string, along: ThresholdAxis) {
  const { named, min, max } = along
  function nameOf(place: number, names: readonly number[]): string {
    const index = names.findIndex((threshold) => Math.abs(along.place(threshold) - place) < 1e-9)
    // The ends stand for all that lies beyond them.
    const sign = index === 0 ? "≤ " : index === names.length - 1 ? "≥ " : ""
    return sign + format.plain(names[index] ?? Number.NaN)
  }
  const options = axis(colours, {
    title,
    min,
    max,
    tick: (place) => (named ? nameOf(place, named) : format.decimal(along.threshold(place), 1)),
  })
  if (!named) return options
  return {
    ...options,
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = named.map((threshold) => ({ value: along.place(threshold) }))
    },
  }
}

/** Drawn at once, from numbers as they are, in the size of the box. */
export function baseOptions(colours: Colours): ChartOptions {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    layout: { padding: { top: 6, right: 8 } },
    interaction: { mode: "nearest", intersect: false, axis: "x" },
    plugins: {
      tooltip: {
        backgroundColor: colours.text,
        titleColor: colours.surface,
        bodyColor: colours.surface,
        displayColors: false,
        animation: false,
        padding: 8,
      },
    },
  }
}

/** The part of a curve that rests on few accounts: dots, thin and pale. */
export function faintLine(colour: string) {
  return {
    borderColor: `${colour}99`,
    borderDash: [1, 6],
    borderWidth: 1.5,
    borderCapStyle: "round" as const,
    pointRadius: 0,
  }
}

/** Pairs two columns; places where y is not a number are left out of the line. */
export function pair(x: ArrayLike<number>, y: ArrayLike<number>): Point[] {
  const points = new Array<Point>(x.length)
  for (let i = 0; i < x.length; i++) points[i] = { x: x[i]!, y: y[i]! }
  return points
}
