/** What follows from a setting, for a row of the table of pins. */
import {
  type CohortKind,
  type CohortRow,
  cohortTable,
  costInterval,
  costOf,
  dailyWeights,
  type Estimate,
  operatingPoint,
  perDayOf,
} from "../../../../core/evaluation/index.ts"
import type { LoadedRun } from "../../../state/run.ts"
import { type Setting, workloadOf } from "../../../state/setting.ts"

export interface PinFigures {
  readonly precision: Estimate
  readonly recall: Estimate
  readonly falsePositiveRate: Estimate
  /** A day. */
  readonly flagged: Estimate
  readonly falsePositives: Estimate
  readonly cost: Estimate
  /** The judged cohort with the highest false-positive rate; null when there are too few authentic accounts in each. */
  readonly worst: CohortRow | null
}

export const PIN_FIGURES = [
  "precision",
  "recall",
  "falsePositiveRate",
  "flagged",
  "falsePositives",
  "cost",
] as const
export type PinFigure = (typeof PIN_FIGURES)[number]

export function pinFigures(run: LoadedRun, setting: Setting, kind: CohortKind): PinFigures {
  const { threshold, prevalence, definition, costs } = setting
  const labelled = run.labelledBy(definition)
  const workload = workloadOf(setting, labelled, run.manifest.scenario)
  const point = operatingPoint(labelled.index, threshold, prevalence)
  const { flagged, falsePositives } = perDayOf(point, workload)
  const weights = dailyWeights(labelled.index, workload)
  const { index, cohorts } = labelled.cohortIndex(kind)
  const judged = cohortTable(index, cohorts.names, threshold).filter(
    ({ authenticTooSmall }) => !authenticTooSmall,
  )
  const worst = judged.reduce<CohortRow | null>(
    (most, row) => (most === null || row.falsePositiveRate > most.falsePositiveRate ? row : most),
    null,
  )
  const { precision, recall, falsePositiveRate, observed } = point
  return {
    precision,
    recall,
    falsePositiveRate,
    flagged,
    falsePositives,
    cost: {
      value: costOf(observed, costs, weights).total,
      interval: costInterval(observed, costs, weights),
    },
    worst,
  }
}
