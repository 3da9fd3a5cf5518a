/** The numbers of a run's report: the run, looked at by a setting. */
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  COHORT_KINDS,
  cohortsOf,
  cohortTable,
  type Estimate,
  indexOrdered,
  type OperatingPoint,
  operatingPoint,
  operatorsOf,
  orderByCohort,
  orderScores,
  rocAuc,
  type ScoreIndex,
  scoresByOperator,
} from "../core/evaluation/index.ts"
import { countGrades, type Grade, gradeAccounts, labelGrades } from "../core/policy/definition.ts"
import type { CohortReport } from "../core/report.ts"
import type { Run, RunManifest } from "../core/run.ts"
import type { WhyReport } from "../core/why.ts"
import type { ReportSetting } from "./setting.ts"

export interface RunFigures {
  readonly manifest: RunManifest
  readonly setting: ReportSetting
  /** By the scenario's own definition. */
  readonly why: WhyReport
  readonly index: ScoreIndex
  readonly grades: Readonly<Record<Grade, number>>
  /** Of the run, by the setting's definition. */
  readonly ownPrevalence: number
  readonly isOwnDefinition: boolean
  readonly point: OperatingPoint
  readonly auc: Estimate
  readonly averagePrecision: Estimate
  /** One row a cohort, kind by kind, at the setting's threshold. */
  readonly cohorts: readonly CohortReport[]
}

export function figuresOf(run: Run, setting: ReportSetting, why: WhyReport): RunFigures {
  const { manifest, columns } = run
  const { definition, prevalence, threshold } = setting
  const own = manifest.scenario.definition
  const grade = gradeAccounts(columns.truth, definition)
  const label = labelGrades(grade)
  // Scores are sorted once, and dealt out to the cohorts of each kind.
  const order = orderScores(columns.risk)
  const index = indexOrdered(order, label)
  const operators = scoresByOperator(operatorsOf(label, columns.group), columns.risk)
  const options = { seed: `${manifest.scenario.seed}/report`, operators }
  return {
    manifest,
    setting,
    why,
    index,
    grades: countGrades(grade),
    ownPrevalence: index.managed / index.judged,
    isOwnDefinition:
      definition.automation === own.automation &&
      definition.oversight === own.oversight &&
      definition.days === own.days,
    point: operatingPoint(index, threshold, prevalence),
    auc: { value: rocAuc(index), interval: bootstrapAuc(index, options) },
    averagePrecision: {
      value: averagePrecision(index, prevalence),
      interval: bootstrapAveragePrecision(index, options, prevalence),
    },
    cohorts: COHORT_KINDS.flatMap((kind) => {
      const cohorts = cohortsOf(kind, columns, manifest.archetypes)
      const within = indexOrdered(order, label, orderByCohort(order, cohorts))
      return cohortTable(within, cohorts.names, threshold).map((row) => ({ kind, ...row }))
    }),
  }
}
