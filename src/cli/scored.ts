/** A run's score against the labels of a definition, and the heading that says which. */

import type { ScoreIndex } from "../core/evaluation/index.ts"
import {
  countGrades,
  type Definition,
  type Grade,
  gradeAccounts,
  labelGrades,
} from "../core/policy/definition.ts"
import type { Run } from "../core/run.ts"
import { count, percentage } from "../report/plain-numbers.ts"
import { type DefinitionOptions, definitionText, gradesText, movedDefinition } from "./definition.ts"
import { oneOf } from "./options.ts"
import type { ReadPolicy } from "./policy.ts"

export interface Scored {
  readonly run: Run
  /** A detector's id, or "risk". */
  readonly name: string
  readonly score: Float32Array
  readonly definition: Definition
  readonly grades: Readonly<Record<Grade, number>>
  readonly label: Uint8Array
}

/** `detector` is the value of the option named `option`; without it the score is the fused risk. */
export function scoredBy(
  run: Run,
  moved: DefinitionOptions,
  policy: ReadPolicy | null,
  option: string,
  detector: string | undefined,
): Scored {
  const { scores, risk, truth } = run.columns
  const definition = movedDefinition(run.manifest, moved, policy)
  const grade = gradeAccounts(truth, definition)
  const judged = { run, definition, grades: countGrades(grade), label: labelGrades(grade) }
  if (detector === undefined) return { ...judged, name: "risk", score: risk }
  const name = oneOf(option, Object.keys(scores))(detector)
  return { ...judged, name, score: scores[name]! }
}

/** `shown` follows the counts: at what prevalence figures hold, say. */
export function scoredHeading(
  { run, name, definition, grades }: Scored,
  index: ScoreIndex,
  shown = "",
): string {
  return (
    `${run.manifest.id}: ${name} of ${count(index.judged)} accounts, ${count(index.managed)} AI-managed ` +
    `(${percentage(index.managed / index.judged)})${shown}\n` +
    `${definitionText(definition, run.manifest.scenario.definition)}\n${gradesText(grades)}`
  )
}
