/**
 * A chart as a picture that can stand alone: title and legend above it, below it what it was made from.
 * A PNG and an SVG are painted by the same lines, on a canvas and on what stands in for one.
 */
import type { Chart } from "chart.js"
import { type Marker, paintMarker } from "../charts/markers.ts"
import type { Colours } from "../theme.ts"
import { drawAgain } from "./draw-again.ts"
import { tidySvg } from "./tidy-svg.ts"

export interface LegendEntry {
  readonly label: string
  readonly colour: string
  /** As a canvas takes it; empty for an unbroken line. */
  readonly dash?: readonly number[]
  /** On the line's middle. */
  readonly marker?: Marker
}

export interface PictureWords {
  readonly title: string
  readonly legend: readonly LegendEntry[]
  /** Said below the chart, a paragraph each. */
  readonly caption: readonly string[]
}

/** Pixels of the page. A small chart is drawn in a size that a slide or a page can use. */
const LEAST = { width: 760, height: 380 } as const
const MARGIN = 16
const LINE = 17
const SAMPLE = 26
/** Device pixels of a PNG for each of those. */
const DENSITY = 2

export async function pngOf(chart: Chart, words: PictureWords, colours: Colours): Promise<Blob> {
  const layout = layOut(chart, words, measuring())
  const whole = document.createElement("canvas")
  whole.width = layout.width * DENSITY
  whole.height = layout.height * DENSITY
  const context = whole.getContext("2d")!
  context.scale(DENSITY, DENSITY)
  paintAround(context, layout, colours)
  const canvas = document.createElement("canvas")
  canvas.width = layout.chart.width
  canvas.height = layout.chart.height
  drawAgain(chart, { canvas, density: DENSITY }, () => {
    const { x, y, width, height } = layout.chart
    context.drawImage(canvas, x, y, width, height)
  })
  const picture = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, "image/png"))
  if (!picture) throw new Error(`a picture of ${whole.width} by ${whole.height} pixels could not be made`)
  return picture
}

export async function svgOf(chart: Chart, words: PictureWords, colours: Colours): Promise<string> {
  // Half of the page's visitors never save an SVG.
  const { Context, Element } = await import("svgcanvas")
  const layout = layOut(chart, words, measuring())
  const around = new Context(layout)
  paintAround(around, layout, colours)
  const canvas = new Element(layout.chart)
  const inner = drawAgain(chart, { canvas: canvas as unknown as HTMLCanvasElement, density: 1 }, () =>
    canvas.getContext("2d").getSvg().cloneNode(true),
  ) as SVGSVGElement
  return tidySvg(around.getSvg(), inner, layout.chart, words.title)
}

interface Layout {
  readonly width: number
  readonly height: number
  readonly title: string
  /** Where each entry begins, and its line's middle. */
  readonly legend: readonly (LegendEntry & { readonly x: number; readonly y: number })[]
  /** Lines, each with its middle. */
  readonly caption: readonly { readonly text: string; readonly y: number }[]
  readonly chart: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

function layOut(chart: Chart, { title, legend, caption }: PictureWords, context: Measuring): Layout {
  const width = Math.round(Math.max(chart.width, LEAST.width))
  const height = Math.round(Math.max(chart.height, LEAST.height))
  const inner = width
  context.font = fontOf(12)
  let x: number = MARGIN
  let y = MARGIN + 34
  const entries = legend.map((entry) => {
    const needed = SAMPLE + 6 + context.measureText(entry.label).width + 18
    if (x > MARGIN && x + needed > inner + MARGIN) {
      x = MARGIN
      y += LINE + 2
    }
    const placed = { ...entry, x, y }
    x += needed
    return placed
  })
  const top = legend.length === 0 ? MARGIN + 26 : y + 14
  context.font = fontOf(11)
  const lines = caption.flatMap((text) => wrap(context, text, inner))
  const below = top + height + 10
  return {
    width: width + 2 * MARGIN,
    height: below + lines.length * LINE + MARGIN,
    title,
    legend: entries,
    caption: lines.map((text, i) => ({ text, y: below + i * LINE + LINE / 2 })),
    chart: { x: MARGIN, y: top, width, height },
  }
}

type Measuring = Pick<CanvasRenderingContext2D, "font" | "measureText">

const measuring = (): Measuring => document.createElement("canvas").getContext("2d")!

const fontOf = (size: number, weight = 400) =>
  `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`

/** Lines no wider than `width`; breaks at spaces, and within Chinese anywhere. */
export function wrap(context: Measuring, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of text.match(/\p{Script=Han}[\p{Po}]*|[^\s\p{Script=Han}]+|\s+/gu) ?? []) {
    if (line.trim() !== "" && context.measureText(line + word.trimEnd()).width > width) {
      lines.push(line.trim())
      line = ""
    }
    line += word
  }
  if (line.trim() !== "") lines.push(line.trim())
  return lines
}

function paintAround(context: CanvasRenderingContext2D, layout: Layout, colours: Colours): void {
  context.fillStyle = colours.surface
  context.fillRect(0, 0, layout.width, layout.height)
  context.textBaseline = "middle"
  context.textAlign = "left"
  context.fillStyle = colours.text
  context.font = fontOf(15, 600)
  context.fillText(layout.title, MARGIN, MARGIN + 9)
  context.font = fontOf(12)
  for (const { label, x, y } of layout.legend) context.fillText(label, x + SAMPLE + 6, y)
  context.fillStyle = colours.muted
  context.font = fontOf(11)
  for (const { text, y } of layout.caption) context.fillText(text, MARGIN, y)
  for (const { colour, dash = [], marker, x, y } of layout.legend) {
    context.lineWidth = 2.5
    context.strokeStyle = colour
    context.setLineDash([...dash])
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(x + SAMPLE, y)
    context.stroke()
    if (marker)
      paintMarker(context, x + SAMPLE / 2, y, { marker, radius: 4, fill: colour, edge: colours.surface })
  }
}
