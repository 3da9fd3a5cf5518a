/**
 * The report of a run: every figure that the terminal prints and a program reads. Computed from the run alone,
 * so that a run read from disk reports the same as one just made. `assay run --json` prints it.
 */

import type { Layer } from "./detection/detector.ts"
import { weightOf } from "./detection/fusion/model.ts"
import type { PluginFailure } from "./detection/plugin.ts"
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  COHORT_KINDS,
  type CohortKind,
  type CohortRow,
  cohortsOf,
  cohortTable,
  createScoreIndex,
  type Estimate,
  type OperatingPoint,
  operatingPoint,
  operatorsOf,
  rocAuc,
  type ScoreIndex,
  scoresByOperator,
  thresholdForBestF1,
  thresholdForFalsePositiveRate,
} from "./evaluation/index.ts"
import { type TransferOptions, type TransferReport, transferReport } from "./evaluation/transfer.ts"
import {
  countGrades,
  type Definition,
  type Grade,
  gradeAccounts,
  labelAccounts,
  labelGrades,
} from "./policy/definition.ts"
import type { OperatorSummary } from "./population/operators.ts"
import type { DetectorSummary, FusionModel, PluginSummary, Run, RunManifest, Timings } from "./run.ts"

/** An area under a curve with its 95 % bootstrap interval; NaN (null in JSON) when a class is empty. */
export type Area = Estimate

export interface DetectorReport {
  readonly id: string
  readonly layer: Layer
  readonly title: string
  readonly auc: number | null
  readonly aucInterval: readonly [number, number] | null
  readonly judged: number
  /** Weight in the fusion: on the calibrated log-odds, or in the weighted sum; null for a method without weights. */
  readonly weight: number | null
  readonly summary: Readonly<Record<string, number>>
  /** What a plug-in is; null of a built-in detector. */
  readonly plugin: Pick<PluginSummary, "kind" | "source" | "digest"> | null
}

export interface NamedOperatingPoint extends OperatingPoint {
  readonly name: string
}

export interface CohortReport extends CohortRow {
  readonly kind: CohortKind
}

export interface RunReport {
  readonly digest: string
  /** Where the run was written, or its id. */
  readonly run: string
  readonly accounts: number
  /** The scenario's own, which labels follow. */
  readonly definition: Definition
  /** Accounts by how far they are hosted; those hosted mostly or in full are AI-managed. */
  readonly grades: Readonly<Record<Grade, number>>
  /** Share of accounts that are AI-managed by the definition. */
  readonly prevalence: number
  /** What evading and running the accounts of each managed archetype costs, in CNY a month. */
  readonly operators: readonly OperatorSummary[]
  readonly detectors: readonly DetectorReport[]
  /** Plug-ins that failed, so that the run had to go on without them. */
  readonly failures: readonly PluginFailure[]
  readonly fusion: {
    readonly method: string
    readonly auc: Area
    readonly averagePrecision: Area
    readonly learnedFrom: { readonly seed: string; readonly accounts: number; readonly aiManaged: number }
  }
  readonly operatingPoints: readonly NamedOperatingPoint[]
  /** What is caught of archetypes that fusion has seen, and of those held out. */
  readonly transfer: TransferReport
  /** At the scenario's threshold. */
  readonly cohorts: readonly CohortReport[]
  /** Seconds by stage. */
  readonly timings: Timings
}

export function reportOf(run: Run, where: string): RunReport {
  const { manifest } = run
  const { definition } = manifest.scenario
  const grade = gradeAccounts(run.columns.truth, definition)
  const label = labelGrades(grade)
  const index = createScoreIndex(run.columns.risk, label)
  const seed = `${manifest.scenario.seed}/report`
  const operators = scoresByOperator(operatorsOf(label, run.columns.group), run.columns.risk)
  return {
    digest: manifest.digest,
    run: where,
    accounts: manifest.accounts,
    definition,
    grades: countGrades(grade),
    prevalence: index.managed / manifest.accounts,
    operators: manifest.operators,
    detectors: manifest.detectors.map((detector) => detectorReport(detector, manifest.fusion)),
    failures: manifest.failures ?? [],
    fusion: {
      method: manifest.fusion.method,
      auc: { value: rocAuc(index), interval: bootstrapAuc(index, { seed, operators }) },
      averagePrecision: {
        value: averagePrecision(index),
        interval: bootstrapAveragePrecision(index, { seed, operators }),
      },
      learnedFrom: manifest.fusion.learnedFrom,
    },
    operatingPoints: namedPoints(index, manifest.scenario.threshold),
    transfer: transferOf(run, run.columns.risk, label, { seed, points: [{ maxFpr: 0.01 }] }),
    cohorts: COHORT_KINDS.flatMap((kind) => cohortReports(run, kind, manifest.scenario.threshold)),
    timings: manifest.timings,
  }
}

function detectorReport(
  { id, layer, title, auc, aucInterval, judged, summary, plugin }: DetectorSummary,
  fusion: FusionModel,
): DetectorReport {
  const weight = weightOf(fusion, id)
  const told = plugin ? { kind: plugin.kind, source: plugin.source, digest: plugin.digest } : null
  return { id, layer, title, auc, aucInterval, judged, weight, summary, plugin: told }
}

/** What is lost on archetypes that the run's fusion has not learned from, by a risk and labels. */
export function transferOf(
  { manifest, columns }: Run,
  risk: Float32Array,
  label: Uint8Array,
  options: TransferOptions,
): TransferReport {
  const { archetype, group } = columns
  return transferReport({ risk, label, archetype, group, archetypes: knownArchetypes(manifest) }, options)
}

/** The run's archetypes, and whether they were in the population that its fusion learned from. */
function knownArchetypes({ archetypes, scenario, model }: RunManifest) {
  return archetypes.map(({ id }) => ({
    id,
    isSeen: model ? model.learned.archetypes.includes(id) : scenario.population.managed[id]?.heldOut !== true,
  }))
}

function namedPoints(index: ScoreIndex, threshold: number): NamedOperatingPoint[] {
  const points = [
    { name: "scenario", threshold },
    { name: "FPR <= 1 %", threshold: thresholdForFalsePositiveRate(index, 0.01) },
    { name: "FPR <= 0.1 %", threshold: thresholdForFalsePositiveRate(index, 0.001) },
    { name: "best F1", threshold: thresholdForBestF1(index) },
  ]
  return points.map((point) => ({ name: point.name, ...operatingPoint(index, point.threshold) }))
}

/**
 * One row a cohort of a kind, at a threshold on a score: the risk by the scenario's own definition, unless another
 * score or other labels are given.
 */
export function cohortReports(
  run: Run,
  kind: CohortKind,
  threshold: number,
  score: Float32Array = run.columns.risk,
  label: Uint8Array = labelAccounts(run.columns.truth, run.manifest.scenario.definition),
): CohortReport[] {
  const cohorts = cohortsOf(kind, run.columns, run.manifest.archetypes)
  const index = createScoreIndex(score, label, cohorts)
  return cohortTable(index, cohorts.names, threshold).map((row) => ({ kind, ...row }))
}
