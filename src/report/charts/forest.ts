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
  /** Drawn bold; the label says the outcome in words. */
  readonly isDecisive: boolean
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
/** Beyond this many multiples an arrow tells that it goes on. */
const MOST = 8

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
  return html`<g class="${row.isDecisive ? "decisive" : "quiet"}">${text(LABELS - 12, y + 4, "end", row.label)}${line(
    [place(low), y],
    [place(high), y],
  )}${dot(place(row.value), y, 4)}${arrows}</g>
`
}

const arrow = (x: number, y: number, towards: 1 | -1) =>
  html`<path d="M${number(x + 6 * towards)} ${number(y)}l${-7 * towards} -4v8z"/>`
