/**
 * Counts by bin, for the pointer: every figure of every cohort at a threshold in well under a microsecond.
 *
 * Bin k holds the scores in [k, k + 1) / 65,536, and one more bin the score 1. What is summed up from the top
 * is kept group by group within a bin, so that a look-up reads one run of numbers. Multiplying a 32-bit score
 * by 65,536 is exact; therefore the counts at a threshold of k / 65,536 are exact to the account, and
 * `figuresAt` answers for the nearest such threshold. A figure that is quoted at any other threshold belongs
 * to the exact index.
 */
import { weightFor } from "./prevalence.ts"
import { type CohortColumn, requireSameLength } from "./score-index.ts"

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
  return stepOf(threshold) / BIN_STEPS
}

function stepOf(threshold: number): number {
  return Math.round(Math.min(1, Math.max(0, threshold)) * BIN_STEPS)
}

export interface ScoreBins {
  readonly cohortCount: number
  /** Rows of figures: one a cohort, then one over all accounts. */
  readonly rows: number
  /**
   * Fills `out` (length rows x BIN_FIGURES.length, row after row) with the figures at
   * snapThreshold(threshold), NaN where undefined. Counts are as observed. Precision and flaggedShare are
   * re-weighted, if `prevalence` is given, by the class weights that give the whole population that prevalence;
   * a cohort keeps its own mix, weighted alike.
   */
  figuresAt(threshold: number, out: Float64Array, prevalence?: number): void
}

/** As `createScoreIndex`; scores beyond [0, 1] count as 0 or 1. */
export function createScoreBins(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): ScoreBins {
  requireSameLength(score, label, cohort)
  const cohortCount = cohort?.count ?? 0
  // Without cohorts the accounts are one group of their own, which gets no row.
  const groups = Math.max(1, cohortCount)
  const flagged = countFlagged(score, label, groups, cohort)
  const authenticTotal = sumOfClass(flagged, groups, 0)
  const managedTotal = sumOfClass(flagged, groups, 1)
  const total = authenticTotal + managedTotal

  return {
    cohortCount,
    rows: cohortCount + 1,
    figuresAt(threshold, out, prevalence) {
      const managedWeight = prevalence === undefined ? 1 : weightFor(prevalence * total, managedTotal)
      const authenticWeight =
        prevalence === undefined ? 1 : weightFor((1 - prevalence) * total, authenticTotal)
      const from = stepOf(threshold) * groups * 2
      let allAuthentic = 0
      let allManaged = 0
      for (let group = 0; group < groups; group++) {
        const falsePositives = flagged[from + 2 * group]
        const truePositives = flagged[from + 2 * group + 1]
        allAuthentic += falsePositives
        allManaged += truePositives
        if (group === cohortCount) break
        // Step 0 flags all, so its counts are the sizes of the groups.
        const authentic = flagged[2 * group]
        const managed = flagged[2 * group + 1]
        fillRow(out, group, truePositives, falsePositives, managed, authentic, managedWeight, authenticWeight)
      }
      fillRow(
        out,
        cohortCount,
        allManaged,
        allAuthentic,
        managedTotal,
        authenticTotal,
        managedWeight,
        authenticWeight,
      )
    },
  }
}

/** Accounts at or above each step, by group and class: index (step x groups + group) x 2 + label. */
function countFlagged(score: Float32Array, label: Uint8Array, groups: number, cohort?: CohortColumn) {
  const stride = groups * 2
  const flagged = new Uint32Array((BIN_STEPS + 1) * stride)
  for (let account = 0; account < score.length; account++) {
    const value = score[account]
    if (Number.isNaN(value)) continue
    const step = value >= 1 ? BIN_STEPS : value <= 0 ? 0 : (value * BIN_STEPS) | 0
    const group = cohort ? cohort.of[account] : 0
    flagged[step * stride + 2 * group + (label[account] ? 1 : 0)]++
  }
  for (let at = BIN_STEPS * stride - 1; at >= 0; at--) flagged[at] += flagged[at + stride]
  return flagged
}

function sumOfClass(flagged: Uint32Array, groups: number, label: 0 | 1): number {
  let sum = 0
  for (let group = 0; group < groups; group++) sum += flagged[2 * group + label]
  return sum
}

function fillRow(
  out: Float64Array,
  row: number,
  truePositives: number,
  falsePositives: number,
  managed: number,
  authentic: number,
  managedWeight: number,
  authenticWeight: number,
): void {
  const at = row * BIN_FIGURES.length
  const weighedTrue = truePositives * managedWeight
  const weighedFlagged = weighedTrue + falsePositives * authenticWeight
  out[at] = truePositives
  out[at + 1] = falsePositives
  out[at + 2] = authentic - falsePositives
  out[at + 3] = managed - truePositives
  out[at + 4] = weighedTrue / weighedFlagged
  out[at + 5] = truePositives / managed
  out[at + 6] = falsePositives / authentic
  out[at + 7] = weighedFlagged / (managed * managedWeight + authentic * authenticWeight)
}
