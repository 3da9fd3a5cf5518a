/**
 * The contract of a detector: evidence in, one score in [0, 1] per account out, with reasons.
 *
 * A detector works in two steps, so that it can run over tiles on many threads and never hold
 * more than one tile of bulky evidence:
 *   1. evidence -> features. `observe` fills one row of named numbers per account from the
 *      account's own evidence. A detector that joins accounts declares `linkage` instead (or as well).
 *   2. features -> score. `score` is a pure function of one account's row.
 * NaN, as a feature or a score, says that the evidence to judge by is missing. It is not zero.
 *
 * Truth is not among the arguments of any of these functions, nor reachable from them.
 */
import type { Evidence, EvidenceField, EvidenceSize } from "../evidence/evidence.ts"

export const LAYERS = ["behaviour", "content", "network", "reports"] as const
export type Layer = (typeof LAYERS)[number]

/** One named number per account, e.g. the share of posts within the quietest eight hours. */
export interface Feature {
  readonly id: string
  readonly title: string
  /** "share", "count", "seconds", "nats", "" for a pure number. */
  readonly unit: string
}

/**
 * A statement about one account. `id` names the sentence for translation,
 * `values` fills its places, `text` is the sentence in English, complete.
 * `weight` in [0, 1] orders the reasons: how much it spoke for AI-managed.
 */
export interface Reason {
  readonly id: string
  readonly values: Readonly<Record<string, number | string>>
  readonly text: string
  readonly weight: number
}

/** What the rest of the population is like; lets a reason say how unusual a number is. */
export interface PopulationView {
  /** Share of the accounts with this feature present whose value is at or above `value`. */
  shareAtOrAbove(feature: string, value: number): number
}

/** Columns shared by all workers; a tile writes only its own slice. */
export type LinkColumns = Readonly<Record<string, Uint32Array>>

/** What a join of all partitions yields. */
export interface LinkResult {
  /** One column for each of the detector's features, length accounts. */
  readonly features: Readonly<Record<string, Float32Array>>
  /** Pairs of accounts that were found together, the stronger first; a < b. */
  readonly pairs: LinkPairs
  /** Counts over the whole population, printed with the detector. */
  readonly summary: Readonly<Record<string, number>>
}

export interface LinkPairs {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly weight: Float32Array
}

/** Partial results travel between threads: typed arrays and numbers only. */
export type JoinPart = Readonly<Record<string, Float64Array | Uint32Array | number>>

/** Joins accounts through keyed records; partitions are joined apart, nothing compares all pairs. */
export interface Linkage {
  /** Names and lengths of the shared columns. */
  columns(size: EvidenceSize): Readonly<Record<string, number>>
  /** Writes the tile's slice, placed by the tile's firstPost and firstInteraction. */
  observe(tile: Evidence, columns: LinkColumns): void
  readonly partitions: number
  join(partition: number, input: LinkInput): JoinPart
  merge(parts: readonly JoinPart[], input: LinkInput): LinkResult
}

export interface LinkInput {
  readonly size: EvidenceSize
  readonly columns: LinkColumns
  /** Lengths accounts + 1: which posts and interactions belong to an account. */
  readonly postOffset: Uint32Array
  readonly interactionOffset: Uint32Array
  /** Seconds; the window of co-action. */
  readonly settings: DetectionSettings
}

export interface DetectionSettings {
  /** Two actions on one object at most this many seconds apart count as together. */
  readonly coActionWindow: number
}

export interface Detector {
  /** Lower-case words joined by hyphens; never changes. */
  readonly id: string
  readonly layer: Layer
  readonly title: string
  /** Raised whenever the same evidence would yield other scores. Part of a run's digest. */
  readonly version: number
  /** All of it must be there for the detector to run. */
  readonly reads: readonly EvidenceField[]
  readonly features: readonly Feature[]
  /** Fills `columns[feature][i]` for each account i of the tile, i from 0. */
  observe?(tile: Evidence, columns: Readonly<Record<string, Float32Array>>): void
  readonly linkage?: Linkage
  /** `row[k]` is the value of features[k]. Returns a number in [0, 1], or NaN without evidence. */
  score(row: ArrayLike<number>): number
  /** The strongest first; empty when nothing about the account stands out. */
  reasons(row: ArrayLike<number>, population: PopulationView): readonly Reason[]
}
