/** The heat table over two cuts: shades, the cell of a setting, and the way of the arrow keys. */
import type { Tiers } from "../../../core/policy/tiers.ts"

export interface Cell {
  readonly row: number
  readonly column: number
}

type Values = readonly (readonly (number | null)[])[]

/** From 0 for the least to 1 for the greatest, by rank: a few huge cells do not make all others pale. */
export function shadesOf(values: Values): readonly (readonly number[])[] {
  const distinct = [...new Set(values.flat().filter((value) => value !== null))].sort((a, b) => a - b)
  const rank = new Map(
    distinct.map((value, at) => [value, distinct.length > 1 ? at / (distinct.length - 1) : 0]),
  )
  return values.map((row) => row.map((value) => (value === null ? 0 : rank.get(value)!)))
}

function nearest(places: readonly number[], value: number): number {
  return places.reduce(
    (best, place, at) => (Math.abs(place - value) < Math.abs(places[best]! - value) ? at : best),
    0,
  )
}

/** The cell nearest to a setting. With the same thresholds both ways it is one that there is: review is never above suspend. */
export const nearestCell = (
  review: readonly number[],
  suspend: readonly number[],
  tiers: Pick<Tiers, "review" | "suspend">,
): Cell => ({ row: nearest(review, tiers.review), column: nearest(suspend, tiers.suspend) })

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Where an arrow key leads; null for other keys, and where there is no cell. */
export function nextCell(values: Values, { row, column }: Cell, key: string): Cell | null {
  const step = STEPS[key]
  if (step === undefined) return null
  const next = { row: row + step.row, column: column + step.column }
  return (values[next.row]?.[next.column] ?? null) === null ? null : next
}
