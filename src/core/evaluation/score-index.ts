/**
 * The exact sweep: sort once, then any threshold is a look-up, exact to the account.
 */
import type { Confusion } from "./confusion.ts"

/** Which cohort an account belongs to. */
export interface CohortColumn {
  /** Number of the account's cohort, each below `count`; length accounts. */
  readonly of: Uint8Array | Uint16Array
  readonly count: number
}

/** Distinct scores, descending, and what is flagged at each; all of one length. */
export interface Thresholds {
  readonly score: Float32Array
  /** AI-managed accounts at or above the score. */
  readonly flaggedManaged: Uint32Array
  /** Authentic accounts at or above the score. */
  readonly flaggedAuthentic: Uint32Array
}

/** How many accounts there are to judge by. */
export interface ClassCounts {
  readonly managed: number
  readonly authentic: number
  /** Accounts without a score (NaN): left out of every other figure. */
  readonly missing: number
}

export interface ScoreIndex extends ClassCounts {
  /** managed + authentic. */
  readonly judged: number
  /** Scores of the AI-managed accounts, ascending. */
  readonly managedScores: Float32Array
  /** Scores of the authentic accounts, ascending. */
  readonly authenticScores: Float32Array
  /** 0 when the index was made without cohorts. */
  readonly cohortCount: number
  /** Made on first use, then kept. */
  readonly thresholds: Thresholds
  /** An account at or above `threshold` is flagged; 0 flags all judged, Infinity nobody. */
  confusionAt(threshold: number): Confusion
  /** The same within one cohort. */
  cohortConfusionAt(cohort: number, threshold: number): Confusion
  cohortCounts(cohort: number): ClassCounts
}

/**
 * `score`: one a account, in [0, 1]; NaN is missing. `label`: 1 for AI-managed, 0 for authentic.
 * Thresholds are compared as 64-bit numbers: a score stored as 0.7 in 32 bits is 0.69999999 and lies below 0.7.
 */
export function createScoreIndex(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): ScoreIndex {
  void [score, label, cohort]
  throw new Error("unfinished")
}
