/** Numbers as text without a layout writes them: the terminal, Markdown, JUnit XML. */

import { count } from "./format.ts"

export { count }

/** "1 pair", "1,403 pairs". */
export const counted = (value: number, noun: string) => `${count(value)} ${noun}${value === 1 ? "" : "s"}`

/** An amount in CNY, without its fen. */
export const money = (amount: number) => `CNY ${count(Math.round(amount))}`

/** A share as a percentage with enough digits to tell small ones apart; "–" when undefined. */
export function percentage(share: number): string {
  if (!Number.isFinite(share)) return "–"
  const digits = share > 0 && share < 0.01 ? 2 : 1
  return `${(100 * share).toFixed(digits)} %`
}

/** "–" when there is no such number; never "-0.00". */
export function decimal(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return "–"
  return value.toFixed(digits).replace(/^-(?=0(\.0*)?$)/, "")
}

export const interval = ([low, high]: readonly [number, number], show: (value: number) => string) =>
  Number.isNaN(low) ? "–" : `[${show(low)}, ${show(high)}]`

/** With a sign; of shares in percentage points, without the unit. */
export function signed(value: number, isShare: boolean): string {
  if (!Number.isFinite(value)) return "–"
  const text = isShare ? (100 * value).toFixed(2) : value.toFixed(4)
  return value > 0 ? `+${text}` : text.replace(/^-(?=0(\.0*)?$)/, "")
}

/** Two digits: it is an estimate. */
export const rounded = (value: number) => count(Number(value.toPrecision(2)))

export const pValue = (p: number) => (p < 0.0001 ? "<0.0001" : p.toFixed(4))
