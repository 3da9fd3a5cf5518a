/**
 * Pairs of accounts as one number: lower * accounts + higher, exact in a double for up to 94 million accounts.
 * Sorting the numbers brings equal pairs together.
 */
import type { JoinPart, LinkPairs } from "../detector.ts"
import { Growing } from "./growing.ts"
import { sortedOrder } from "./order.ts"

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

/** Pairs with weights, in the order in which they were added. */
export class WeightedPairs {
  readonly a = new Growing()
  readonly b = new Growing()
  readonly weight = new Growing()

  get length(): number {
    return this.weight.length
  }

  add(a: number, b: number, weight: number): void {
    this.a.push(a)
    this.b.push(b)
    this.weight.push(weight)
  }

  /** By falling weight, equal ones in the order of addition; at most `most`. */
  strongest(most: number): LinkPairs {
    const weight = Float32Array.from(this.weight.values())
    // The bits of positive floats sort as the floats do.
    const falling = new Uint32Array(weight.buffer).map((bits) => 0xffffffff - bits)
    const kept = sortedOrder(falling).subarray(0, most)
    const a = this.a.values()
    const b = this.b.values()
    return {
      a: Uint32Array.from(kept, (position) => a[position]),
      b: Uint32Array.from(kept, (position) => b[position]),
      weight: Float32Array.from(kept, (position) => weight[position]),
    }
  }
}

/** As many pairs as a run keeps for the neighbours of an account. */
export const MOST_PAIRS = 500_000
