/**
 * Runs detectors over evidence: tiles are observed, linked records joined partition by partition, features turned
 * into scores. The same path serves a simulated population and a real log; truth appears nowhere on it.
 */
import { DetectorError } from "../errors.ts"
import type { EvidenceSize } from "../evidence/evidence.ts"
import { shared } from "../shared-columns.ts"
import type { Executor, Task } from "../tasks.ts"
import type {
  DetectionSettings,
  Detector,
  JoinPart,
  LinkInput,
  LinkPairs,
  LinkResult,
  PopulationView,
} from "./detector.ts"
import type { DetectorId } from "./ids.ts"
import type { ObservedColumns } from "./observe.ts"
import type { PluginFailure, ToldReasons } from "./plugin.ts"

/** What one detector found out about all accounts of a population. */
export interface Findings {
  /** Length accounts. */
  readonly score: Float32Array
  readonly features: Readonly<Record<string, Float32Array>>
  readonly pairs?: LinkPairs | undefined
  readonly summary: Readonly<Record<string, number>>
  /** Of plug-ins only: a built-in detector tells its reasons from its features. */
  readonly reasons?: ToldReasons | undefined
}

/** What detectors found out, by detector id. */
export interface Detection {
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly features: Readonly<Record<string, Readonly<Record<string, Float32Array>>>>
  readonly pairs: Readonly<Record<string, LinkPairs>>
  readonly summaries: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly reasons: Readonly<Record<string, ToldReasons>>
  /** Plug-ins that failed; nothing else stands under their ids. */
  readonly failures: readonly PluginFailure[]
}

/** The findings of detectors, by id in the order in which they are told. */
export function detectionOf(
  found: readonly (readonly [id: string, findings: Findings])[],
  failures: readonly PluginFailure[] = [],
): Detection {
  const by = <Value>(of: (findings: Findings) => Value | undefined): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      found.flatMap(([id, findings]) => {
        const value = of(findings)
        return value === undefined ? [] : [[id, value] as const]
      }),
    )
  return {
    scores: by(({ score }) => score),
    features: by(({ features }) => features),
    pairs: by(({ pairs }) => pairs),
    summaries: by(({ summary }) => summary),
    reasons: by(({ reasons }) => reasons),
    failures,
  }
}

/** What stands under an id. */
export const findingsIn = (detection: Detection, id: string): Findings => ({
  score: detection.scores[id],
  features: detection.features[id],
  pairs: detection.pairs[id],
  summary: detection.summaries[id],
})

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

/** Joins what the tiles noted and scores every account. Detectors go on side by side, each at its own pace. */
export async function detect(
  detectors: readonly Detector[],
  observed: ObservedColumns,
  size: EvidenceSize,
  offsets: Offsets,
  settings: DetectionSettings,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<Detection> {
  const progress = detectors.map(() => 0)
  const found = await Promise.all(
    detectors.map(async (detector, k): Promise<readonly [string, Findings]> => {
      const input = { size, columns: observed.links[detector.id], ...offsets, settings }
      const linked = await link(detector, input, executor, (fraction) => {
        progress[k] = fraction
        onDone(progress.reduce((sum, done) => sum + done, 0) / detectors.length)
      })
      const features = { ...observed.features[detector.id], ...linked?.features }
      const score = scoreAll(detector, features, size.accounts)
      return [detector.id, { score, features, pairs: linked?.pairs, summary: linked?.summary ?? {} }]
    }),
  )
  return detectionOf(found)
}

/** Joins a detector's partitions; undefined for one that has none. */
async function link(
  detector: Detector,
  input: LinkInput,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<LinkResult | undefined> {
  if (!detector.linkage) {
    onDone(1)
    return undefined
  }
  const tasks = Array.from({ length: detector.linkage.partitions }, (_, partition): Task => {
    return { kind: "join", detector: detector.id as DetectorId, partition, input }
  })
  const parts = await executor.run(tasks, (done) => onDone(done / tasks.length))
  return detector.linkage.merge(parts as JoinPart[], input)
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
