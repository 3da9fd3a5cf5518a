/** What a gate said over many checks of one change, and how large the change was in truth. */
import { clopperPearson } from "../../src/core/evaluation/clopper-pearson.ts"
import type { Interval } from "../../src/core/evaluation/intervals.ts"
import type { GateOutcome, GateRow, JudgedCheck } from "../../src/core/gate/index.ts"

/** A figure of all accounts ("recall") or of a cohort ("fpr of archetype merchant-with-scheduler"). */
export const rowName = ({ figure, cohort }: Pick<GateRow, "figure" | "cohort">) =>
  cohort === null ? figure : `${figure} of ${cohort.kind} ${cohort.name}`

export interface RowTally {
  /** Checks in which the figure was defined on both sides. */
  tests: number
  /** Of after less before, to be divided by `tests`. */
  differences: number
  outcomes: Record<GateOutcome, number>
}

export interface Tally {
  checks: number
  outcomes: Record<GateOutcome, number>
  /** Checks in which a figure of all accounts regressed in any scenario, and those in which a cohort's did. */
  regressed: { figures: number; cohorts: number }
  /** By rowName, over all scenarios of the check. */
  readonly rows: Map<string, RowTally>
}

const none = (): Record<GateOutcome, number> => ({
  pass: 0,
  improve: 0,
  regress: 0,
  inconclusive: 0,
  new: 0,
  gone: 0,
})

export const emptyTally = (): Tally => ({
  checks: 0,
  outcomes: none(),
  regressed: { figures: 0, cohorts: 0 },
  rows: new Map(),
})

export function count(tally: Tally, { outcome, scenarios }: JudgedCheck): void {
  tally.checks++
  tally.outcomes[outcome]++
  for (const family of ["figures", "cohorts"] as const)
    if (scenarios.some((one) => one[family].some((row) => row.outcome === "regress")))
      tally.regressed[family]++
  for (const { figures, cohorts } of scenarios)
    for (const row of [...figures, ...cohorts]) {
      const own = tally.rows.get(rowName(row)) ?? { tests: 0, differences: 0, outcomes: none() }
      tally.rows.set(rowName(row), own)
      if (row.difference === null) continue
      own.tests++
      own.differences += row.difference
      own.outcomes[row.outcome]++
    }
}

/** Of the checks, how many; with Clopper and Pearson's 95 % interval. */
export interface Share {
  readonly value: number
  readonly interval: Interval
}

export const shareOf = (found: number, of: number): Share => ({
  value: found / of,
  interval: clopperPearson(found, of),
})

/** Mean difference; NaN when nothing was tested. */
export function effectOf({ rows }: Tally, name: string): number {
  const row = rows.get(name)
  return row === undefined ? Number.NaN : row.differences / row.tests
}
