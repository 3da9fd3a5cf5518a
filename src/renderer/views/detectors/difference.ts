/** How a difference of two figures is told: what its interval says of it, its sign, and its place on an axis around 0. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import type { Format } from "../../format.ts"

/** `none`: the interval holds 0, so the accounts show no difference; there may be one all the same. */
export type Verdict = "adds" | "takes" | "none" | "unknown"

export function verdictOf({ value, interval: [low, high] }: Estimate): Verdict {
  if (![value, low, high].every(Number.isFinite)) return "unknown"
  if (low > 0) return "adds"
  return high < 0 ? "takes" : "none"
}

/** With its sign, unless it rounds to zero. */
export function signed(format: Format, value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits))
  const told = format.decimal(rounded, digits)
  return rounded > 0 ? `+${told}` : told
}

export function signedInterval(
  format: Format,
  [low, high]: readonly [number, number],
  digits: number,
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return ""
  return `${signed(format, low, digits)} … ${signed(format, high, digits)}`
}

/** The greatest distance from 0 that any interval reaches: half of an axis that all of them share. */
export function reachOf(estimates: readonly Estimate[]): number {
  const ends = estimates.flatMap(({ value, interval }) => [value, ...interval]).filter(Number.isFinite)
  return ends.reduce((most, end) => Math.max(most, Math.abs(end)), 0)
}
