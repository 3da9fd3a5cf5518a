/** Figures over replicates: means, and the 95 % band between replicates. */
import type { Estimate } from "../../evaluation/intervals.ts"
import { intervalOf } from "../../evaluation/resample.ts"
import type { Daily } from "./consequences.ts"

/** Mean and percentiles; replicates without a value (NaN) are left out, all NaN when none has one. */
export function estimateOf(values: readonly number[]): Estimate {
  return { value: meanOf(values), interval: intervalOf(values) }
}

/** Of the values that are there; NaN without any. */
export function meanOf(values: readonly number[]): number {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count > 0 ? sum / count : Number.NaN
}

/** Day by day. */
export function dailyOf(replicates: readonly Float64Array[]): Daily {
  const days = Array.from(replicates[0], (_, day) => estimateOf(replicates.map((values) => values[day])))
  return {
    value: days.map(({ value }) => value),
    low: days.map(({ interval }) => interval[0]),
    high: days.map(({ interval }) => interval[1]),
  }
}
