/** The heat table over two cuts: shades, and the way of the arrow keys. */
import type { CellPlace } from "../../../core/policy/follow/index.ts"

type Values = readonly (readonly (number | null)[])[]

/** From 0 for the least to 1 for the greatest, by rank: a few huge cells do not make all others pale. */
export function shadesOf(values: Values): readonly (readonly number[])[] {
  const distinct = [...new Set(values.flat().filter((value) => value !== null))].sort((a, b) => a - b)
  const rank = new Map(
    distinct.map((value, at) => [value, distinct.length > 1 ? at / (distinct.length - 1) : 0]),
  )
  return values.map((row) => row.map((value) => (value === null ? 0 : rank.get(value)!)))
}

const STEPS: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Where a key leads, Home and End along the row; null for other keys, and where there is no cell. */
export function nextCell(values: Values, { row, column }: CellPlace, key: string): CellPlace | null {
  const there = (values[row] ?? []).flatMap((value, at) => (value === null ? [] : [at]))
  if (key === "Home" || key === "End") return { row, column: there.at(key === "Home" ? 0 : -1) ?? column }
  const step = STEPS[key]
  if (step === undefined) return null
  const next = { row: row + step.row, column: column + step.column }
  return (values[next.row]?.[next.column] ?? null) === null ? null : next
}
