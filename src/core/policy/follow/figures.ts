/** The figures of one replicate, before bands are laid over several. */
import { quantile } from "../../evaluation/bootstrap.ts"
import { AI_MANAGED, AUTHENTIC } from "../definition.ts"
import type { Policy } from "../policy.ts"
import type { Arrivals, Candidates } from "./arrivals.ts"
import { ALL } from "./cohort-rows.ts"
import { ACCOUNT_OUTCOMES, type AccountOutcome, STEPS } from "./consequences.ts"
import { type Cost, costOfOutcome } from "./cost.ts"
import { followReplicate, type Outcome } from "./follow-replicate.ts"
import type { Platform } from "./platform.ts"
import type { ShortFigure } from "./points.ts"
import type { QueueLog } from "./queue-log.ts"
import { ACCOUNT_COLUMNS, COLUMNS, DAYS_COLUMN, STEP_COLUMNS } from "./tally.ts"

/** Everything that is told of one replicate; counts by account are not kept, of which there may be a million. */
export interface Figures {
  readonly log: QueueLog
  /** By row and class (row * 2 + label): the tally's columns summed over accounts; and platform accounts judged. */
  readonly rows: Float64Array
  readonly judged: Float64Array
  readonly short: Readonly<Record<ShortFigure, number>>
  readonly hours: Readonly<Record<"median" | "p90" | "p95", number>>
  readonly hoursToAction: number
  /** By row and class: median days from action to reinstatement; NaN without any. */
  readonly daysUntilReinstated: Float64Array
  readonly cost: Cost | null
}

export function followOnce(
  platform: Platform,
  policy: Policy,
  candidates: Candidates,
  arrivals: Arrivals,
  seed: string,
): Figures {
  const outcome = followReplicate(platform, policy, candidates, arrivals, seed)
  const rows = sumRows(platform, candidates, outcome)
  const { judged } = arrivals
  const hours = quantilesOf(outcome.log.hours)
  return {
    log: outcome.log,
    rows,
    judged,
    hours,
    hoursToAction: medianOf(outcome.tally.hoursToAction),
    daysUntilReinstated: daysUntilReinstated(platform, outcome),
    cost: costOfOutcome(platform, policy, candidates, arrivals, outcome),
    short: shortOf(rows, judged, outcome, hours.p95),
  }
}

/** Where a class of a row begins in `Figures.rows`. */
export const rowAt = (row: number, label: number) => (row * 2 + label) * COLUMNS

export const outcomeColumn = (outcome: AccountOutcome) => ACCOUNT_COLUMNS + ACCOUNT_OUTCOMES.indexOf(outcome)

/** Share of the judged accounts of a row and class that met an outcome; NaN when none was judged. */
export function shareOf(
  { rows, judged }: Pick<Figures, "rows" | "judged">,
  row: number,
  label: number,
  outcome: AccountOutcome,
): number {
  const count = rows[rowAt(row, label) + outcomeColumn(outcome)]
  return judged[row * 2 + label] > 0 ? count / judged[row * 2 + label] : Number.NaN
}

function sumRows({ label, rows: { of, count } }: Platform, { account }: Candidates, { tally }: Outcome) {
  const sums = new Float64Array(count * 2 * COLUMNS)
  const { counts } = tally
  for (let slot = 0, from = 0; slot < account.length; slot++, from += COLUMNS) {
    // The first column is of flags: whoever has none has nothing.
    if (counts[from] === 0) continue
    const own = label[account[slot]]
    add(counts, from, sums, rowAt(ALL, own))
    for (let kind = 0; kind < of.length; kind++) add(counts, from, sums, rowAt(of[kind][account[slot]], own))
  }
  return sums
}

function daysUntilReinstated({ label, rows }: Platform, { tally }: Outcome): Float64Array {
  const days = Array.from({ length: rows.count * 2 }, (): number[] => [])
  for (const { account, days: until } of tally.reinstated)
    for (const row of [ALL, ...rows.of.map((of) => of[account])]) days[row * 2 + label[account]].push(until)
  return Float64Array.from(days, medianOf)
}

function add(counts: Float64Array, from: number, sums: Float64Array, to: number): void {
  for (let column = 0; column < COLUMNS; column++) sums[to + column] += counts[from + column]
}

function shortOf(
  rows: Float64Array,
  judged: Float64Array,
  { log }: Outcome,
  hoursP95: number,
): Record<ShortFigure, number> {
  const sent = STEP_COLUMNS + STEPS.indexOf("sent-to-review")
  return {
    falsePositiveRate: shareOf({ rows, judged }, ALL, AUTHENTIC, "acted-on"),
    recall: shareOf({ rows, judged }, ALL, AI_MANAGED, "caught"),
    wrongfulDays: rows[rowAt(ALL, AUTHENTIC) + DAYS_COLUMN],
    sentToReview: rows[rowAt(ALL, AUTHENTIC) + sent] + rows[rowAt(ALL, AI_MANAGED) + sent],
    backlog: log.backlog[log.backlog.length - 1],
    hoursP95,
    within24Hours: log.shareWithin(24),
    reviewerHours: log.workedHours.reduce((sum, hours) => sum + hours, 0),
  }
}

function quantilesOf(values: readonly number[]) {
  if (values.length === 0) return { median: Number.NaN, p90: Number.NaN, p95: Number.NaN }
  const ascending = Float64Array.from(values).sort()
  return {
    median: quantile(ascending, 0.5),
    p90: quantile(ascending, 0.9),
    p95: quantile(ascending, 0.95),
  }
}

/** NaN without values. */
const medianOf = (values: readonly number[]) => quantilesOf(values).median
