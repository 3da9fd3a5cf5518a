/** The marks of the operating point, painted on an overlay. Places outside the plot are left out. */
import type { Chart } from "chart.js"
import type { Interval } from "../../core/evaluation/index.ts"
import type { Colours } from "../theme.ts"

/** Pixels above the plot for the threshold's handle, so that it hides nothing. */
export const HANDLE_ROOM = 24

const FONT = "600 11px system-ui, sans-serif"
const NOTE_FONT = "11px system-ui, sans-serif"

/** Paints only within the plot, with room for a dot on its edge. */
export function withinPlot(
  context: CanvasRenderingContext2D,
  { chartArea: { left, top, width, height } }: Chart,
  paint: () => void,
): void {
  const room = 7
  context.save()
  context.beginPath()
  context.rect(left - room, top - room, width + 2 * room, height + 2 * room)
  context.clip()
  paint()
  context.restore()
}

export interface ThresholdMark {
  /** On the chart's x axis. */
  readonly x: number
  readonly label: string
  /** What lies to the right, e.g. "flagged →". */
  readonly note: string
}

/** A vertical line with the threshold on a handle above the plot, and a tint over the flagged side. */
export function paintThreshold(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  { x, label, note }: ThresholdMark,
): void {
  const { left, right, top, bottom } = chart.chartArea
  const at = Math.min(right, Math.max(left, chart.scales.x!.getPixelForValue(x)))
  context.save()
  context.fillStyle = colours.flagged
  context.fillRect(at, top, right - at, bottom - top)
  context.fillStyle = colours.threshold
  context.fillRect(at - 1, top - 4, 2, bottom - top + 4)

  context.font = FONT
  context.textBaseline = "middle"
  const text = `◂ ${label} ▸`
  const half = context.measureText(text).width / 2 + 6
  // Near the ends the handle moves to the side that has room.
  const middle = Math.min(right - half, Math.max(left + half, at))
  context.beginPath()
  context.roundRect(middle - half, top - HANDLE_ROOM + 2, 2 * half, 19, 4)
  context.fill()
  context.fillStyle = colours.surface
  context.textAlign = "center"
  context.fillText(text, middle, top - HANDLE_ROOM + 12)

  context.font = NOTE_FONT
  context.textAlign = "right"
  context.fillStyle = colours.muted
  if (right - middle - half > context.measureText(note).width + 12)
    context.fillText(note, right - 2, top - HANDLE_ROOM + 12)
  context.restore()
}

/** Where the other tiers begin: dashed lines, paler than the selected one's. */
export function paintOtherTiers(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  places: readonly number[],
): void {
  const { top, bottom } = chart.chartArea
  context.save()
  context.globalAlpha = 0.45
  for (const place of places) {
    const x = chart.scales.x!.getPixelForValue(place)
    paintLine(context, [x, top - 4], [x, bottom], colours.threshold, 1, [2, 3])
  }
  context.restore()
}

/** Pixels that a note takes. */
export function noteWidth(context: CanvasRenderingContext2D, text: string): number {
  context.save()
  context.font = NOTE_FONT
  const { width } = context.measureText(text)
  context.restore()
  return width
}

/** Small print, beginning at x, its middle at y; what lies behind it is covered. */
export function paintNote(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  behind: string,
): void {
  context.save()
  context.font = NOTE_FONT
  context.fillStyle = behind
  context.fillRect(x - 2, y - 7, context.measureText(text).width + 4, 14)
  context.textBaseline = "middle"
  context.textAlign = "left"
  context.fillStyle = colour
  context.fillText(text, x, y)
  context.restore()
}

export function paintDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  edge: string,
): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = edge
  context.stroke()
}

export function paintLine(
  context: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width: number,
  dash: readonly number[] = [],
): void {
  if (![...from, ...to].every(Number.isFinite)) return
  context.beginPath()
  context.setLineDash([...dash])
  context.moveTo(...from)
  context.lineTo(...to)
  context.lineWidth = width
  context.strokeStyle = colour
  context.stroke()
  context.setLineDash([])
}

/** A value on each axis, with the intervals between which it may lie. */
export interface CrossMark {
  readonly x: number
  readonly y: number
  readonly xInterval: Interval
  readonly yInterval: Interval
}

/** The operating point as a dot, its intervals as a cross. */
export function paintCross(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  { x, y, xInterval, yInterval }: CrossMark,
): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return
  const across = (value: number) => chart.scales.x!.getPixelForValue(value)
  const up = (value: number) => chart.scales.y!.getPixelForValue(value)
  withinPlot(context, chart, () => {
    paintLine(context, [across(xInterval[0]), up(y)], [across(xInterval[1]), up(y)], colours.threshold, 1.5)
    paintLine(context, [across(x), up(yInterval[0])], [across(x), up(yInterval[1])], colours.threshold, 1.5)
    paintDot(context, across(x), up(y), 5.5, colours.threshold, colours.surface)
  })
}
