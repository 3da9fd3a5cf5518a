/** Tables of a report: a caption, a heading, rows whose first cell names them. */
import { html, type Markup, type Piece } from "./markup.ts"

interface Column {
  readonly title: string
  /** Aligned to the right. */
  readonly number?: boolean
}

export const words = (title: string): Column => ({ title })
export const numbers = (title: string): Column => ({ title, number: true })

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Piece[])[],
): Markup {
  const kind = (column: number) => (columns[column]!.number ? html` class="number"` : null)
  return html`<div class="scroll"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, i) => html`<th scope="col"${kind(i)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(i)}>${cell}</td>`))}</tr>
`,
  )}</tbody></table></div>
`
}

/** A value with its interval below it. */
export const withInterval = (value: string, interval: string) =>
  html`${value}<span class="interval">${interval}</span>`

/** A table of two columns, name and value, without a heading. */
export function facts(name: string, rows: readonly (readonly [name: string, value: Piece])[]): Markup {
  return html`<table class="facts" aria-label="${name}"><tbody>${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>
`,
  )}</tbody></table>
`
}
