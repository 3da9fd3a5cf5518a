/** The frame of a chart as SVG: axes with names and ticks, the place of a value, and the marks that are drawn in it. */
import { html, type Markup } from "../markup.ts"

/** Where a value lies between the ends of an axis, in [0, 1]; those beyond the ends lie on them. */
export interface Axis {
  readonly title: string
  readonly ticks: readonly number[]
  readonly name: (tick: number) => string
  readonly place: (value: number) => number
}

interface AxisOptions {
  readonly title: string
  readonly name: (tick: number) => string
}

export function linear(low: number, high: number, { title, name }: AxisOptions, steps = 5): Axis {
  return {
    title,
    name,
    ticks: Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps),
    place: (value) => within((value - low) / (high - low)),
  }
}

/** From one power of ten to another; a value of 0 lies at the lower end. */
export function logarithmic(low: number, high: number, { title, name }: AxisOptions): Axis {
  const [from, to] = [Math.log10(low), Math.log10(high)]
  const powers = Array.from({ length: Math.round(to - from) + 1 }, (_, i) => 10 ** (from + i))
  return {
    title,
    name,
    ticks: powers,
    place: (value) => (value <= low ? 0 : within((Math.log10(value) - from) / (to - from))),
  }
}

const within = (place: number) => Math.min(1, Math.max(0, place))

export type Point = readonly [x: number, y: number]

export interface Plot {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Frame {
  /** What the picture shows, for those who do not see it. */
  readonly told: string
  readonly x: Axis
  readonly y: Axis
  readonly width?: number
  readonly height?: number
}

const MARGIN = { left: 54, right: 20, top: 22, bottom: 42 } as const

export function plot(
  { told, x, y, width = 460, height = 290 }: Frame,
  draw: (plot: Plot) => readonly Markup[],
): Markup {
  const [left, right] = [MARGIN.left, width - MARGIN.right]
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom]
  const placed: Plot = {
    left,
    right,
    top,
    bottom,
    x: (value) => left + (right - left) * x.place(value),
    y: (value) => bottom - (bottom - top) * y.place(value),
  }
  return html`<svg role="img" aria-label="${told}" viewBox="0 0 ${width} ${height}" class="chart">
<g class="grid">${x.ticks.map((tick) => line([placed.x(tick), top], [placed.x(tick), bottom]))}${y.ticks.map(
    (tick) => line([left, placed.y(tick)], [right, placed.y(tick)]),
  )}</g>
<g class="ticks">${x.ticks.map((tick) => text(placed.x(tick), bottom + 15, "middle", x.name(tick)))}${y.ticks.map(
    (tick) => text(left - 6, placed.y(tick) + 3.5, "end", y.name(tick)),
  )}</g>
<text class="axis" text-anchor="middle" x="${number((left + right) / 2)}" y="${height - 8}">${x.title}</text>
<text class="axis" text-anchor="middle" transform="translate(13 ${number((top + bottom) / 2)}) rotate(-90)">${y.title}</text>
${draw(placed)}</svg>`
}

export function text(x: number, y: number, anchor: "start" | "middle" | "end", content: string): Markup {
  return html`<text text-anchor="${anchor}" x="${number(x)}" y="${number(y)}">${content}</text>`
}

export function line([x1, y1]: Point, [x2, y2]: Point, kind = ""): Markup {
  const named = kind === "" ? null : html` class="${kind}"`
  return html`<line${named} x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"/>`
}

/** A line through values; where one is not a number, it is broken. */
export function curve(plot: Plot, points: readonly Point[], kind: string): Markup {
  return html`<path class="line ${kind}" d="${path(plot, points)}"/>`
}

/** The same, filled down to the axis. The points must not be broken. */
export function area(plot: Plot, points: readonly Point[], kind: string): Markup {
  const [first, last] = [points[0]!, points.at(-1)!]
  const close = `L${number(plot.x(last[0]))} ${plot.bottom}L${number(plot.x(first[0]))} ${plot.bottom}Z`
  return html`<path class="area ${kind}" d="${path(plot, points)}${close}"/>`
}

function path(plot: Plot, points: readonly Point[]): string {
  let isBroken = true
  return points
    .map(([x, y]) => {
      if (Number.isNaN(x) || Number.isNaN(y)) {
        isBroken = true
        return ""
      }
      const step = isBroken ? "M" : "L"
      isBroken = false
      return `${step}${number(plot.x(x))} ${number(plot.y(y))}`
    })
    .join("")
}

type Interval = readonly [number, number]

/** The operating point with its intervals as a cross. */
export function cross(plot: Plot, [x, y]: Point, xInterval: Interval, yInterval: Interval): Markup | null {
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  const [across, up] = [plot.x(x), plot.y(y)]
  return html`<g class="point">${line([plot.x(xInterval[0]), up], [plot.x(xInterval[1]), up])}${line(
    [across, plot.y(yInterval[0])],
    [across, plot.y(yInterval[1])],
  )}${dot(across, up, 4.5)}</g>`
}

export const dot = (x: number, y: number, radius: number) =>
  html`<circle cx="${number(x)}" cy="${number(y)}" r="${radius}"/>`

/** Tenths of a pixel suffice. */
export const number = (value: number) => String(Math.round(value * 10) / 10)
