/** Detectors alone, before and after: told, but no ground to fail. */
import type { Run } from "../run.ts"
import type { Baseline } from "./baseline.ts"
import type { GateDetectorRow } from "./report.ts"

/** The run's in their order, then those that failed, then those that are gone. */
export function detectorRows(baseline: Baseline | null, { manifest }: Run): GateDetectorRow[] {
  const known = baseline?.detectors ?? {}
  const beforeOf = (id: string) => (Object.hasOwn(known, id) ? known[id] : null)
  const run = manifest.detectors.map(({ id, title, version, auc }): GateDetectorRow => {
    const [before, after] = [beforeOf(id), { version, auc }]
    const isSame = before?.version === version && before.auc === auc
    const state = before === null ? "new" : isSame ? "same" : "changed"
    return { detector: id, title, before, after, state, message: null }
  })
  const failed = (manifest.failures ?? []).map(({ detector, message }): GateDetectorRow => {
    return { detector, title: detector, before: beforeOf(detector), after: null, state: "failed", message }
  })
  const told = new Set([...run, ...failed].map(({ detector }) => detector))
  const gone = Object.keys(known)
    .filter((id) => !told.has(id))
    .map((id): GateDetectorRow => {
      return { detector: id, title: id, before: known[id], after: null, state: "gone", message: null }
    })
  return [...run, ...failed, ...gone]
}
