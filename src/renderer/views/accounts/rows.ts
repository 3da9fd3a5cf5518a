/** Which accounts the table shows, and in which order: row numbers in typed arrays, never an object a row. */
import type { Outcome } from "../../state/account-filter.ts"

interface Judged {
  readonly risk: Float32Array
  /** 1 for AI-managed. */
  readonly label: Uint8Array
}

/**
 * Numbers of the accounts with this outcome at the threshold, ascending. Accounts without a risk are neither flagged nor
 * passed: they are only in "all".
 */
export function accountsWith(outcome: Outcome, { risk, label }: Judged, threshold: number): Uint32Array {
  const rows = new Uint32Array(risk.length)
  if (outcome === "all") return rows.map((_, account) => account)
  const anyLabel = outcome === "flagged" || outcome === "passed"
  const wantedLabel = outcome === "tp" || outcome === "fn" ? 1 : 0
  const wantsFlagged = outcome === "tp" || outcome === "fp" || outcome === "flagged"
  let found = 0
  for (let account = 0; account < risk.length; account++) {
    const score = risk[account]!
    if ((!anyLabel && label[account] !== wantedLabel) || Number.isNaN(score)) continue
    // At or above counts as flagged.
    if (score >= threshold === wantsFlagged) rows[found++] = account
  }
  return rows.slice(0, found)
}

/**
 * A key that orders as the numbers do, as unsigned 32 bits. Positive floats order as their bits;
 * negative ones the other way round.
 */
function orderedKeys(values: ArrayLike<number>, rows: Uint32Array): Uint32Array {
  const float = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) float[i] = values[rows[i]!]!
  const key = new Uint32Array(float.buffer)
  for (let i = 0; i < key.length; i++) {
    const bits = key[i]!
    key[i] = bits & 0x80000000 ? ~bits : bits | 0x80000000
  }
  return key
}

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Stable counting sort of `order` by one digit of the keys. */
function sortByDigit(key: Uint32Array, order: Uint32Array, shift: number): Uint32Array {
  const start = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < key.length; i++) start[((key[i]! >>> shift) & (DIGITS - 1)) + 1]!++
  for (let digit = 0; digit < DIGITS; digit++) start[digit + 1]! += start[digit]!
  const sorted = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const digit = (key[order[i]!]! >>> shift) & (DIGITS - 1)
    sorted[start[digit]!++] = order[i]!
  }
  return sorted
}

/**
 * The rows in the order of `values` (one an account), ties in the rows' own order. NaN comes last either way:
 * what is missing is neither high nor low.
 */
export function sortRows(rows: Uint32Array, values: ArrayLike<number>, descending: boolean): Uint32Array {
  const key = orderedKeys(values, rows)
  for (let i = 0; i < rows.length; i++) {
    if (Number.isNaN(values[rows[i]!]!)) key[i] = 0xffffffff
    else if (descending) key[i] = ~key[i]!
  }
  let order: Uint32Array = new Uint32Array(rows.length).map((_, i) => i)
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) order = sortByDigit(key, order, shift)
  return order.map((i) => rows[i]!)
}
