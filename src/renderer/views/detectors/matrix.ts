/** Figures of pairs as a square: every pair stands on both sides of the diagonal. */
import type { CorrelationReport, Estimate, OverlapReport } from "../../../core/evaluation/index.ts"

export const MATRICES = ["jaccard", "authentic", "managed"] as const
export type MatrixKind = (typeof MATRICES)[number]

export interface Cell {
  readonly estimate: Estimate
  /** What the figure rests on: accounts that either catches and both do, or that both have judged. */
  readonly basis: { readonly both: number; readonly either: number } | { readonly accounts: number }
}

interface Pair extends Cell {
  readonly a: string
  readonly b: string
}

export function pairsOf(
  kind: MatrixKind,
  { overlap, correlation }: { readonly overlap: OverlapReport; readonly correlation: CorrelationReport },
): readonly Pair[] {
  if (kind === "jaccard")
    return overlap.pairs.map(({ a, b, both, either, jaccard }) => {
      return { a, b, estimate: jaccard, basis: { both, either } }
    })
  return correlation[kind].map(({ a, b, accounts, rho }) => ({ a, b, estimate: rho, basis: { accounts } }))
}

/** Rows and columns in the order of `ids`; null on the diagonal. */
export function squareOf(
  ids: readonly string[],
  pairs: readonly Pair[],
): readonly (readonly (Cell | null)[])[] {
  const place = new Map(ids.map((id, at) => [id, at]))
  const square = ids.map(() => new Array<Cell | null>(ids.length).fill(null))
  for (const pair of pairs) {
    const [row, column] = [place.get(pair.a), place.get(pair.b)]
    if (row === undefined || column === undefined) continue
    square[row]![column] = pair
    square[column]![row] = pair
  }
  return square
}

/** The greatest distance from 0, which the darkest shade stands for. */
export function greatest(pairs: readonly Pair[]): number {
  return pairs.reduce(
    (most, { estimate: { value } }) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))),
    0,
  )
}

export interface Spot {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell of a square of so many rows; null for a key that leads nowhere. */
export function moved({ row, column }: Spot, key: string, size: number): Spot | null {
  const within = (at: number) => Math.min(size - 1, Math.max(0, at))
  switch (key) {
    case "ArrowUp":
      return { row: within(row - 1), column }
    case "ArrowDown":
      return { row: within(row + 1), column }
    case "ArrowLeft":
      return { row, column: within(column - 1) }
    case "ArrowRight":
      return { row, column: within(column + 1) }
    case "Home":
      return { row, column: 0 }
    case "End":
      return { row, column: size - 1 }
    default:
      return null
  }
}
