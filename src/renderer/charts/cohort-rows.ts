/** What the cohort charts and their table show: which cohorts, which of their rates, and how long the axis is. */
import { type CohortRow, type Interval, isTooSmall } from "../../core/evaluation/index.ts"

/** A cohort as chart and table show it. */
export interface ShownCohort {
  /** Its number among the rows. */
  readonly place: number
  /** As in `Cohorts.names`. */
  readonly id: string
  /** In the reader's language. */
  readonly name: string
  /** The archetype's id when the cohort is one. */
  readonly archetype: string | null
  /** A managed archetype: next to none of its accounts can be flagged wrongly. */
  readonly managed: boolean
  /** Authentic and AI-managed accounts with a risk. */
  readonly authentic: number
  readonly aiManaged: number
}

/** Cohorts in which people can be flagged wrongly; managed archetypes only with enough of them to judge by. */
export function hitCohorts(cohorts: readonly ShownCohort[]): readonly ShownCohort[] {
  return cohorts.filter(({ managed, authentic }) => authentic > 0 && !(managed && isTooSmall(authentic)))
}

/** Cohorts with somebody to catch; authentic archetypes only with enough of them to judge by. */
export function caughtCohorts(cohorts: readonly ShownCohort[]): readonly ShownCohort[] {
  return cohorts.filter(
    ({ managed, archetype, aiManaged }) =>
      aiManaged > 0 && (managed || archetype === null || !isTooSmall(aiManaged)),
  )
}

export type CohortFigure = "falsePositiveRate" | "recall"

/** A cohort's figure, and whether it rests on few accounts. */
export interface Rated {
  readonly value: number
  readonly interval: Interval
  readonly few: boolean
}

export function ratedBy(figure: CohortFigure, row: CohortRow): Rated {
  return figure === "recall"
    ? { value: row.recall, interval: row.recallInterval, few: row.managedTooSmall }
    : {
        value: row.falsePositiveRate,
        interval: row.falsePositiveRateInterval,
        few: row.authenticTooSmall,
      }
}

/** Where a logarithmic axis begins: rates below it lie on its end. */
export const LEAST_RATE_SHOWN = 1e-4

/** Ends of the axis, so that it does not wobble while the threshold moves. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/**
 * The shortest axis on which every cohort with enough accounts has its whisker whole, every other its dot, and every cap
 * its tick.
 */
export function axisEnd(rows: readonly CohortRow[], overall: number, caps: readonly number[] = []): number {
  const reach = rows.map((row) =>
    row.authenticTooSmall ? row.falsePositiveRate : row.falsePositiveRateInterval[1],
  )
  const widest = Math.max(overall, ...reach.filter(Number.isFinite), ...caps)
  return ENDS.find((end) => end >= widest) ?? 1
}
