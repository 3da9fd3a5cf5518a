/**
 * Detectors switched off: what a run's risks would be, had its fusion been learned without some of its detectors. The
 * accounts and the other detectors' scores stay as they are, as no detector looks at another's.
 */
import { DataError, UsageError } from "./errors.ts"
import { relearning } from "./learning.ts"
import type { Run } from "./run.ts"
import { whyNoLearning } from "./saved-model.ts"

/** All that is needed of a run. */
export type Switchable = Pick<Run, "manifest" | "learning"> & {
  readonly columns: Pick<Run["columns"], "scores">
}

/**
 * Risk of each account, in [0, 1]. `off`: ids of detectors, at least one of the run's left out of it. Throws a UsageError
 * for an id that the run has no detector of, and when none is left on; a DataError for a run that keeps nothing to
 * learn from.
 */
export function riskWithout(run: Switchable, off: readonly string[]): Float32Array {
  const { manifest, columns, learning } = run
  const ids = manifest.detectors.map(({ id }) => id)
  for (const id of off)
    if (!ids.includes(id))
      throw new UsageError(`off must be detectors of ${manifest.id}: ${ids.join(", ")}; got "${id}"`)
  const on = ids.filter((id) => !off.includes(id))
  if (on.length === 0) throw new UsageError(`off must leave a detector of ${manifest.id} on, got all of them`)
  if (learning === undefined) throw new DataError(`${manifest.id}: ${whyNoLearning(run)}`)
  return relearning(manifest, learning, manifest.scenario.definition).risk(on, columns.scores)
}
