/**
 * Pairs of accounts as one number: lower * accounts + higher, exact in a double for up to 94 million accounts.
 * Sorting the numbers brings equal pairs together.
 */
import type { JoinPart, LinkPairs } from "../detector.ts"

export function pairKey(a: number, b: number, accounts: number): number {
  return a < b ? a * accounts + b : b * accounts + a
}

export function pairOf(key: number, accounts: number): readonly [a: number, b: number] {
  const a = Math.floor(key / accounts)
  return [a, key - a * accounts]
}

/** Joins one column of all parts. */
export function concat(parts: readonly JoinPart[], name: string): Float64Array {
  const columns = parts.map((part) => part[name] as Float64Array)
  const all = new Float64Array(columns.reduce((length, column) => length + column.length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

/** Calls `visit` once for each distinct value of a sorted column, with how often it occurs. */
export function eachRun(sorted: Float64Array, visit: (value: number, count: number) => void): void {
  for (let at = 0; at < sorted.length; ) {
    let end = at + 1
    while (end < sorted.length && sorted[end] === sorted[at]) end++
    visit(sorted[at], end - at)
    at = end
  }
}

/** Sorts pairs by falling weight, ties by account numbers, and keeps at most `most`. */
export function strongestPairs(
  pairs: readonly { a: number; b: number; weight: number }[],
  most: number,
): LinkPairs {
  const kept = [...pairs].sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b).slice(0, most)
  return {
    a: Uint32Array.from(kept, (pair) => pair.a),
    b: Uint32Array.from(kept, (pair) => pair.b),
    weight: Float32Array.from(kept, (pair) => pair.weight),
  }
}

/** As many pairs as a run keeps for the neighbours of an account. */
export const MOST_PAIRS = 500_000
