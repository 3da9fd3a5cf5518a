/** What is asked for a threshold, and the answer: the same as `assay suggest` gives of the same run. */
import {
  type Cap,
  type CohortKind,
  type Cohorts,
  capNeeds,
  createScoreIndex,
  indexCohorts,
  type Purpose,
  type Suggestion,
  suggest,
  suggestSettings,
  type Workload,
} from "../../../../core/evaluation/index.ts"

/** Everything that the answer depends on, as it travels to a worker. */
export interface Question {
  readonly risk: Float32Array
  readonly label: Uint8Array
  readonly purpose: Purpose
  readonly workload: Workload
  readonly caps: readonly Cap[]
  /** Of the kinds that caps name. */
  readonly cohorts: ReadonlyMap<CohortKind, Cohorts>
  /** With which the caps hold all together; undefined for caps on observed rates. */
  readonly capConfidence: number | undefined
  /** The scenario's. */
  readonly seed: string
}

/** Takes seconds for a very large run: intervals choose the threshold again in each of a thousand draws. */
export function answer(question: Question): Suggestion {
  const { risk, label, purpose, workload, caps, cohorts, capConfidence, seed } = question
  const indices = indexCohorts(cohorts.keys(), (kind) => cohorts.get(kind)!, risk, label)
  return suggest(createScoreIndex(risk, label), purpose, {
    ...suggestSettings(seed),
    workload,
    ...(caps.length > 0 && { caps: capNeeds(caps, indices, capConfidence) }),
  })
}
