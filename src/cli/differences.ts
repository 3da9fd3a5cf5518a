/** How differences of figures and their tests are written. */
import { count } from "./table.ts"

/** With a sign; of shares in percentage points, without the unit. */
export function signed(value: number, isShare: boolean): string {
  if (!Number.isFinite(value)) return "–"
  const text = isShare ? (100 * value).toFixed(2) : value.toFixed(4)
  return value > 0 ? `+${text}` : text.replace(/^-(?=0(\.0*)?$)/, "")
}

/** Two digits: it is an estimate. */
export const rounded = (value: number) => count(Number(value.toPrecision(2)))

export const pValue = (p: number) => (p < 0.0001 ? "<0.0001" : p.toFixed(4))
