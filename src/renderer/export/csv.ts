/** Comma-separated values by RFC 4180, in UTF-8. */
import type { Cell, Table } from "./table.ts"

/** A spreadsheet takes text that begins so for a formula, and a scenario's names are anybody's. */
const FORMULA = /^[=+\-@\t\r]/

/** Excel reads UTF-8 as such only behind this mark; other programs want none where it is not needed. */
const BYTE_ORDER_MARK = "\uFEFF"

export function toCsv({ columns, rows }: Table): string {
  const text = [columns, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("")
  return isAscii(text) ? text : BYTE_ORDER_MARK + text
}

function cellText(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return Number.isNaN(cell) ? "" : String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
