/**
 * A forest plot: one row a test, its difference as a mark and its interval as a line, all on one axis. Figures differ in
 * scale, so a difference is told in multiples of what matters, and turned so that the right is always better.
 */
import { html, type Markup } from "../markup.ts"
import { dot, line, number, text } from "./plot.ts"

export interface ForestRow {
  readonly label: string
  /** In multiples of what matters, above 0 better. */
  readonly value: number
  readonly interval: readonly [low: number, high: number]
  /** Each has a mark and a colour of its own; the label says the outcome in words. */
  readonly kind: "worse" | "better" | "quiet"
}

interface Texts {
  readonly told: string
  readonly worse: string
  readonly better: string
}

const WIDTH = 940
const LABELS = 440
const RIGHT = 20
const ROW = 22
const HEAD = 26
const FOOT = 24
/** Beyond this many multiples an arrow tells that an interval goes on, and a number where a difference is. */
const MOST = 8
/** Between what a number beyond the axis says and the arrow that carries it. */
const BESIDE = 12

export function forestPlot(rows: readonly ForestRow[], { told, worse, better }: Texts): Markup {
  const bottom = HEAD + rows.length * ROW
  const reach = reachOf(rows)
  const place = (value: number) =>
    LABELS + ((Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * (WIDTH - RIGHT - LABELS)
  const ticks = [-reach, -1, 0, 1, reach]
  return html`<svg role="img" aria-label="${told}" viewBox="0 0 ${WIDTH} ${bottom + FOOT}" class="chart forest">
<rect class="band" x="${number(place(-1))}" y="${HEAD - 8}" width="${number(place(1) - place(-1))}" height="${bottom - HEAD + 8}"/>
<g class="grid">${ticks.map((tick) => line([place(tick), HEAD - 8], [place(tick), bottom]))}</g>
<g class="zero">${line([place(0), HEAD - 8], [place(0), bottom])}</g>
<g class="ticks">${ticks.map((tick) => text(place(tick), bottom + 15, "middle", tickText(tick)))}</g>
<g class="axis">${text(LABELS, 12, "start", `← ${worse}`)}${text(WIDTH - RIGHT, 12, "end", `${better} →`)}</g>
${rows.map((row, i) => rowMarks(row, HEAD + (i + 0.5) * ROW - 4, place, reach))}</svg>`
}

/** Whole multiples on either side, so that all intervals fit if they are not too long. */
const reachOf = (rows: readonly ForestRow[]) =>
  Math.min(
    MOST,
    Math.max(2, ...rows.flatMap(({ interval }) => interval.map((end) => Math.ceil(Math.abs(end))))),
  )

const tickText = (tick: number) => (tick < 0 ? `−${-tick}` : String(tick))

function rowMarks(row: ForestRow, y: number, place: (value: number) => number, reach: number): Markup {
  const [low, high] = row.interval
  const arrows = [
    ...(low < -reach ? [arrow(place(-reach), y, -1)] : []),
    ...(high > reach ? [arrow(place(reach), y, 1)] : []),
  ]
  return html`<g class="${row.kind}">${text(LABELS - 12, y + 4, "end", row.label)}${line(
    [place(low), y],
    [place(high), y],
  )}${arrows}${Math.abs(row.value) > reach ? beyond(row.value, y, place) : mark(row.kind, place(row.value), y)}</g>
`
}

/** Worse: a diamond; better: a square; else a dot. */
function mark(kind: ForestRow["kind"], x: number, y: number): Markup {
  if (kind === "quiet") return dot(x, y, 4)
  const shape = kind === "worse" ? "-5.5l5.5 5.5 -5.5 5.5 -5.5 -5.5z" : "-4.5h4.5v9h-9v-9z"
  return html`<path class="mark" d="M${number(x)} ${number(y)}m0 ${shape}"/>`
}

/** A difference that the axis does not reach: no mark at its edge, which would be taken for where it is. */
function beyond(value: number, y: number, place: (value: number) => number): Markup {
  const towards = value > 0 ? 1 : -1
  const edge = place(value)
  return html`${arrow(edge, y, towards)}<g class="beyond">${text(
    edge - BESIDE * towards,
    y - 3,
    towards > 0 ? "end" : "start",
    signedText(value),
  )}</g>`
}

const signedText = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`

const arrow = (x: number, y: number, towards: 1 | -1) =>
  html`<path d="M${number(x + 6 * towards)} ${number(y)}l${-7 * towards} -4v8z"/>`
