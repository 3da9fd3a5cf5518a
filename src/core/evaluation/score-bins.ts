/** Counts by bin, for the pointer: every figure of every cohort in well under a microsecond. */
import type { CohortColumn } from "./score-index.ts"

/** Steps of the grid: thresholds that are a multiple of 1 / 65,536 are answered exactly. */
export const BIN_STEPS = 65_536

/** Columns of a row of `figuresAt`, in order. */
export const BIN_FIGURES = [
  "truePositives",
  "falsePositives",
  "trueNegatives",
  "falseNegatives",
  "precision",
  "recall",
  "falsePositiveRate",
  "flaggedShare",
] as const

/** The nearest threshold of the grid, in [0, 1]. The bins answer for it exactly, so move the pointer by it. */
export function snapThreshold(threshold: number): number {
  return Math.round(Math.min(1, Math.max(0, threshold)) * BIN_STEPS) / BIN_STEPS
}

export interface ScoreBins {
  readonly cohortCount: number
  /** Rows of figures: one a cohort, then one over all accounts. */
  readonly rows: number
  /**
   * Fills `out` (length rows x BIN_FIGURES.length, row after row) with the figures at snapThreshold(threshold).
   * Counts are as observed; precision and flaggedShare are re-weighted to `prevalence` (over all accounts) if given.
   */
  figuresAt(threshold: number, out: Float64Array, prevalence?: number): void
}

/** As `createScoreIndex`; scores beyond [0, 1] count as 0 or 1. */
export function createScoreBins(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): ScoreBins {
  void [score, label, cohort]
  throw new Error("unfinished")
}
