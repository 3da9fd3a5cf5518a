/** In which order rows are told: by how many times what matters they are worse, so that the cause stands before its echoes. */
import type { GateOutcome, GateRow } from "./report.ts"
import { GATE_BETTER_WHEN } from "./settings.ts"

const OUTCOMES: readonly GateOutcome[] = ["regress", "inconclusive", "improve"]

/** In multiples of what matters, below 0 when it is better; lowest where there is no difference to tell. */
export function worseBy({ figure, difference, matters }: GateRow): number {
  return difference === null ? Number.NEGATIVE_INFINITY : (-difference * GATE_BETTER_WHEN[figure]) / matters
}

/** Rows that decide something: what regressed, what is open, what is better; of each the most first. */
export function worstFirst(rows: readonly GateRow[]): GateRow[] {
  const size = (row: GateRow) => (row.outcome === "improve" ? -worseBy(row) : worseBy(row))
  return rows
    .filter(({ outcome, counts }) => counts && OUTCOMES.includes(outcome))
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || descending(size(a), size(b)))
}

/** Infinities, too, whose difference is no number. */
const descending = (a: number, b: number) => (a === b ? 0 : a > b ? -1 : 1)
