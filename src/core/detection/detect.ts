/**
 * Runs detectors over evidence: tiles are observed, linked records joined partition by partition, features turned
 * into scores. The same path serves a simulated population and a real log; truth appears nowhere on it.
 */
import { DetectorError } from "../errors.ts"
import type { EvidenceSize } from "../evidence/evidence.ts"
import { shared } from "../shared-columns.ts"
import type { Executor, ObservedColumns, Task } from "../tasks.ts"
import type { DetectionSettings, Detector, JoinPart, LinkPairs, PopulationView } from "./detector.ts"
import type { DetectorId } from "./ids.ts"

/** What detectors found out about all accounts, by detector id. */
export interface Detection {
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly features: Readonly<Record<string, Readonly<Record<string, Float32Array>>>>
  readonly pairs: Readonly<Record<string, LinkPairs>>
  readonly summaries: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Room for everything the detectors will note about a population of this size; features start as missing. */
export function allocateObserved(detectors: readonly Detector[], size: EvidenceSize): ObservedColumns {
  const features: Record<string, Record<string, Float32Array>> = {}
  const links: Record<string, Record<string, Uint32Array>> = {}
  for (const detector of detectors) {
    const ids = detector.observe ? detector.features.map((feature) => feature.id) : []
    features[detector.id] = Object.fromEntries(
      ids.map((id) => [id, shared.f32(size.accounts).fill(Number.NaN)]),
    )
    const lengths = Object.entries(detector.linkage?.columns(size) ?? {})
    links[detector.id] = Object.fromEntries(lengths.map(([name, length]) => [name, shared.u32(length)]))
  }
  return { features, links }
}

export interface Offsets {
  /** Lengths accounts + 1. */
  readonly postOffset: Uint32Array
  readonly interactionOffset: Uint32Array
}

/** Joins what the tiles noted and scores every account. */
export async function detect(
  detectors: readonly Detector[],
  observed: ObservedColumns,
  size: EvidenceSize,
  offsets: Offsets,
  settings: DetectionSettings,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<Detection> {
  const scores: Record<string, Float32Array> = {}
  const features: Record<string, Readonly<Record<string, Float32Array>>> = {}
  const pairs: Record<string, LinkPairs> = {}
  const summaries: Record<string, Readonly<Record<string, number>>> = {}
  for (const [k, detector] of detectors.entries()) {
    const own = { ...observed.features[detector.id] }
    summaries[detector.id] = {}
    if (detector.linkage) {
      const input = { size, columns: observed.links[detector.id], ...offsets, settings }
      const tasks = Array.from({ length: detector.linkage.partitions }, (_, partition): Task => {
        return { kind: "join", detector: detector.id as DetectorId, partition, input }
      })
      const parts = await executor.run(tasks, (done) => onDone((k + done / tasks.length) / detectors.length))
      const linked = detector.linkage.merge(parts as JoinPart[], input)
      Object.assign(own, linked.features)
      pairs[detector.id] = linked.pairs
      summaries[detector.id] = linked.summary
    }
    features[detector.id] = own
    scores[detector.id] = scoreAll(detector, own, size.accounts)
    onDone((k + 1) / detectors.length)
  }
  return { scores, features, pairs, summaries }
}

/** One score an account; a number outside [0, 1] that is not NaN fails the detector by its name. */
export function scoreAll(
  detector: Detector,
  features: Readonly<Record<string, Float32Array>>,
  accounts: number,
): Float32Array {
  const columns = detector.features.map((feature) => features[feature.id])
  const missing = detector.features.find((_, k) => columns[k]?.length !== accounts)
  if (missing)
    throw new DetectorError(detector.id, `feature ${missing.id} must have ${accounts} values, one an account`)
  const scores = new Float32Array(accounts)
  const row = new Float64Array(columns.length)
  for (let account = 0; account < accounts; account++) {
    for (let k = 0; k < columns.length; k++) row[k] = columns[k][account]
    const score = detector.score(row)
    if (score < 0 || score > 1 || typeof score !== "number") {
      throw new DetectorError(
        detector.id,
        `score of account ${account} must be in [0, 1] or NaN, got ${score}`,
      )
    }
    scores[account] = score
  }
  return scores
}

/** The detector's features of one account, in its own order. */
export function rowOf(
  detector: Detector,
  features: Readonly<Record<string, Float32Array>>,
  account: number,
): Float64Array {
  return Float64Array.from(detector.features, (feature) => features[feature.id][account])
}

/** Answers how common a feature's values are; each column is sorted when it is first asked for. */
export function populationView(features: Readonly<Record<string, Float32Array>>): PopulationView {
  const sorted = new Map<string, Float32Array>()
  return {
    shareAtOrAbove(feature, value) {
      let column = sorted.get(feature)
      if (!column) {
        column = features[feature].filter((item) => !Number.isNaN(item)).sort()
        sorted.set(feature, column)
      }
      let low = 0
      let high = column.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (column[middle] < value) low = middle + 1
        else high = middle
      }
      return column.length > 0 ? (column.length - low) / column.length : 0
    },
  }
}
