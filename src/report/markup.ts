/** HTML as text that cannot be confused with other text: whatever is put into `html` is escaped, unless it is Markup itself. */

export class Markup {
  constructor(readonly text: string) {}
}

export type Piece = Markup | string | number | null | readonly Piece[]

/** null is nothing. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + textOf(pieces[i - 1]!) + part))
}

function textOf(piece: Piece): string {
  if (piece === null) return ""
  if (piece instanceof Markup) return piece.text
  if (typeof piece === "object") return piece.map(textOf).join("")
  return escapeText(String(piece))
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!).replaceAll(NOT_XML, "\uFFFD")
}

/** Characters that neither HTML nor the SVG within may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A text in a style sheet, quoted; every character that means something there, or ends the sheet, by its number. */
export function cssText(text: string): string {
  const plain = /[\p{Letter}\p{Number} ._-]/u
  return `"${[...text].map((one) => (plain.test(one) ? one : `\\${one.codePointAt(0)!.toString(16)} `)).join("")}"`
}
