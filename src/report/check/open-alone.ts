/** Rows that look worse or better by their interval and are open all the same, which reads as a contradiction unless told. */
import type { GateRow } from "../../core/gate/report.ts"

/** Whether it would be decided, had it been the only test. `rate`: the check's. */
export function isOpenByAllTests(
  { outcome, interval, adjusted, difference, matters }: GateRow,
  rate: number,
): boolean {
  if (outcome !== "inconclusive" || interval === null || adjusted === null || difference === null)
    return false
  const isWithoutZero = interval[0] > 0 || interval[1] < 0
  return isWithoutZero && Math.abs(difference) >= matters && adjusted > rate
}

/** Nothing where no row is so. */
export const openAloneTold = (rows: readonly GateRow[], rate: number): readonly string[] =>
  rows.some((row) => isOpenByAllTests(row, rate)) ? [TOLD] : []

const TOLD =
  "inconclusive, though the interval leaves 0 out: it is of this row alone, while p is adjusted for all tests of the check"
