/**
 * Why it works: whether risks can be taken at their word, what each detector and layer is worth, whom only one of them
 * catches, which of them see the same, and what is lost on archetypes that nobody has seen. `assay why --json` prints
 * it.
 */
import { LAYERS, type Layer } from "./detection/detector.ts"
import type { FusionMethod } from "./detection/fusion/model.ts"
import { DataError } from "./errors.ts"
import { type Ablated, type AblationFigures, ablate, MAX_FPR } from "./evaluation/ablation.ts"
import { type CalibrationReport, calibrationReport } from "./evaluation/calibration-report.ts"
import { COHORT_KINDS } from "./evaluation/cohorts.ts"
import { type CorrelationReport, correlationReport } from "./evaluation/correlation.ts"
import { type OverlapReport, overlapReport } from "./evaluation/overlap.ts"
import { type Sampling, samplingOf } from "./evaluation/resample.ts"
import type { TransferReport } from "./evaluation/transfer.ts"
import { type Relearning, relearning } from "./learning.ts"
import { type Definition, labelAccounts } from "./policy/definition.ts"
import { type CohortReport, cohortReports, transferOf } from "./report.ts"
import type { DetectorSummary, Run } from "./run.ts"
import { whyNoLearning } from "./saved-model.ts"

export interface AblatedDetector extends Ablated {
  readonly id: string
  readonly layer: Layer
}

export interface AblatedLayer extends Ablated {
  readonly layer: Layer
  /** Ids of the detectors that are left out together. */
  readonly detectors: readonly string[]
}

export interface Ablation {
  /** The false-positive rate that recall is told at. */
  readonly maxFpr: number
  /** Of all detectors together. */
  readonly full: AblationFigures
  readonly detectors: readonly AblatedDetector[]
  readonly layers: readonly AblatedLayer[]
}

export interface WhyReport {
  /** The run's id. */
  readonly run: string
  readonly definition: Definition
  /** Whether fusion was learned again, by a definition that is not the run's own. */
  readonly relearned: boolean
  readonly method: FusionMethod
  readonly accounts: number
  /** Of all accounts. */
  readonly prevalence: number
  readonly calibration: CalibrationReport
  /** null when fusion cannot be learned again; `unavailable` says why. */
  readonly ablation: Ablation | null
  readonly unavailable: string | null
  readonly overlap: OverlapReport
  readonly correlation: CorrelationReport
  readonly transfer: TransferReport
  /** What the cohorts are judged at. */
  readonly threshold: number
  readonly cohorts: readonly CohortReport[]
}

export interface WhyOptions {
  /** The run's own unless told; by another, fusion is learned again. */
  readonly definition?: Definition
  /** In [0, 1]; the scenario's unless told. */
  readonly threshold?: number
  /** Bins of the reliability curve; 10 unless told. */
  readonly bins?: number
  /** Bootstrap draws; 200 unless told. */
  readonly draws?: number
  /** Told what share is done, in [0, 1]. */
  readonly onProgress?: (fraction: number) => void
}

/** Shares of the work: learning again without each part and by it alone, then comparing on every draw. */
const [RELEARNING, COMPARING] = [0.45, 0.45]

/**
 * Throws a DataError for another definition than the run's when the run does not hold what its fusion was learned from,
 * and a ScenarioError when that definition leaves nothing to learn from.
 */
export function whyReport(run: Run, options: WhyOptions = {}): WhyReport {
  const { manifest, columns, learning } = run
  const { scenario } = manifest
  const {
    definition = scenario.definition,
    threshold = scenario.threshold,
    bins,
    draws = 200,
    onProgress,
  } = options
  const isOwn = JSON.stringify(definition) === JSON.stringify(scenario.definition)
  if (!isOwn && learning === undefined)
    throw new DataError(
      `${manifest.id}: under another definition fusion must be learned again, but the run ${whyNoLearning(run)}`,
    )
  const label = labelAccounts(columns.truth, definition)
  const again = learning && relearning(manifest, learning, definition)
  const ids = manifest.detectors.map(({ id }) => id)
  const risk = isOwn ? columns.risk : again!.risk(ids, columns.scores)
  const seed = `${scenario.seed}/why`
  const sampling = samplingOf(label, columns.group, { seed, draws })
  return {
    run: manifest.id,
    definition,
    relearned: !isOwn,
    method: manifest.fusion.method,
    accounts: manifest.accounts,
    prevalence: label.reduce((sum, value) => sum + value, 0) / label.length,
    calibration: calibrationReport(risk, label, sampling, bins),
    ablation: again ? ablation({ run, risk, label, again, sampling, onProgress }) : null,
    unavailable: again ? null : `The run ${whyNoLearning(run)}`,
    overlap: overlapReport(
      columns.scores,
      { label, archetype: columns.archetype, archetypes: manifest.archetypes.map(({ id }) => id) },
      sampling,
    ),
    correlation: correlationReport(columns.scores, label),
    transfer: transferOf(run, risk, label, {
      seed,
      draws,
      points: [{ threshold }, { maxFpr: 0.01 }, { maxFpr: 0.001 }],
    }),
    threshold,
    cohorts: COHORT_KINDS.flatMap((kind) => cohortReports(run, kind, threshold, risk, label)),
  }
}

interface Ablating {
  readonly run: Run
  readonly risk: Float32Array
  readonly label: Uint8Array
  readonly again: Relearning
  readonly sampling: Sampling
  readonly onProgress: WhyOptions["onProgress"]
}

function ablation({ run, risk, label, again, sampling, onProgress }: Ablating): Ablation {
  const { scores } = run.columns
  const { detectors } = run.manifest
  const ids = detectors.map(({ id }) => id)
  const layers = LAYERS.map((layer) => ({ layer, detectors: idsOf(detectors, layer) })).filter(
    (part) => part.detectors.length > 0,
  )
  const parts = [...ids.map((id) => [id]), ...layers.map((part) => part.detectors)]
  const risks = parts.map((part, k) => {
    onProgress?.((RELEARNING * k) / parts.length)
    const others = ids.filter((id) => !part.includes(id))
    return { without: again.risk(others, scores), alone: again.risk(part, scores) }
  })
  const { full, parts: ablated } = ablate(risk, risks, label, sampling, (share) =>
    onProgress?.(RELEARNING + COMPARING * share),
  )
  return {
    maxFpr: MAX_FPR,
    full,
    detectors: detectors.map(({ id, layer }, k) => ({ id, layer, ...ablated[k] })),
    layers: layers.map((part, k) => ({ ...part, ...ablated[ids.length + k] })),
  }
}

const idsOf = (detectors: readonly DetectorSummary[], layer: Layer) =>
  detectors.filter((detector) => detector.layer === layer).map(({ id }) => id)
