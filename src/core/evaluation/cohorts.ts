/** Cohorts: the ways to slice accounts, and what a threshold does to each slice. */
import type { RunColumns, RunManifest } from "../run.ts"
import type { Interval } from "./intervals.ts"
import type { CohortColumn, ScoreIndex } from "./score-index.ts"

export interface Cohorts extends CohortColumn {
  /** By cohort number: an archetype's id, a language's code, or a band such as "100-999", "<30" or "730+". */
  readonly names: readonly string[]
}

export const COHORT_KINDS = ["archetype", "language", "followers", "age"] as const
export type CohortKind = (typeof COHORT_KINDS)[number]

/** One line of the table. */
export interface CohortRow {
  readonly name: string
  /** Judged accounts of each class. */
  readonly authentic: number
  readonly managed: number
  /** Accounts without a score. */
  readonly missing: number
  readonly truePositives: number
  readonly falsePositives: number
  /** NaN without authentic accounts, its interval then [0, 1]. */
  readonly falsePositiveRate: number
  readonly falsePositiveRateInterval: Interval
  /** NaN without AI-managed accounts, its interval then [0, 1]. */
  readonly recall: number
  readonly recallInterval: Interval
  /** Too few authentic accounts to judge the false-positive rate by. */
  readonly authenticTooSmall: boolean
  /** Too few AI-managed accounts to judge recall by. */
  readonly managedTooSmall: boolean
}

/** Cohorts of one kind over the accounts of a run. */
export function cohortsOf(
  kind: CohortKind,
  columns: Pick<RunColumns, "archetype" | "language" | "followers" | "ageDays">,
  archetypes: RunManifest["archetypes"],
): Cohorts {
  void [kind, columns, archetypes]
  throw new Error("unfinished")
}

export function byArchetype(
  columns: Pick<RunColumns, "archetype">,
  archetypes: RunManifest["archetypes"],
): Cohorts {
  void [columns, archetypes]
  throw new Error("unfinished")
}

export function byLanguage(columns: Pick<RunColumns, "language">): Cohorts {
  void columns
  throw new Error("unfinished")
}

export function byFollowers(columns: Pick<RunColumns, "followers">): Cohorts {
  void columns
  throw new Error("unfinished")
}

/** Days since registration at the start of the period; accounts that registered later are in the first band. */
export function byAge(columns: Pick<RunColumns, "ageDays">): Cohorts {
  void columns
  throw new Error("unfinished")
}

/** One row a cohort, in the cohorts' order. `index` must have been made with the same cohorts. */
export function cohortTable(
  index: ScoreIndex,
  names: readonly string[],
  threshold: number,
  confidence = 0.95,
): CohortRow[] {
  void [index, names, threshold, confidence]
  throw new Error("unfinished")
}
