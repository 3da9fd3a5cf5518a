/**
 * A run: one scenario simulated and scored. The manifest says what it is and what came out;
 * the columns hold one value an account. The store writes both, the api serves both.
 */
import type { Feature, Layer, LinkPairs } from "./detection/detector.ts"
import type { FusionModel } from "./detection/fusion/model.ts"
import type { PluginFailure, PluginKind, ToldReasons } from "./detection/plugin.ts"
import type { OperatorSummary } from "./population/operators.ts"
import type { Truth } from "./population/truth.ts"
import type { ModelProvenance } from "./saved-model.ts"
import type { Scenario } from "./scenario/schema.ts"

export type { FusionModel } from "./detection/fusion/model.ts"

/** What a run keeps of a plug-in, whose code nobody needs to have to read the run. */
export interface PluginSummary {
  readonly kind: PluginKind
  /** As the scenario or the command line names it: "module ./late.ts". */
  readonly source: string
  /** SHA-256, hex, over all that it consists of; null of an endpoint, of which that cannot be known. */
  readonly digest: string | null
  readonly features: readonly Feature[]
}

export interface DetectorSummary {
  readonly id: string
  readonly layer: Layer
  readonly title: string
  readonly version: number
  /** Area under the ROC curve against the scenario's own definition; null when a class is empty. */
  readonly auc: number | null
  /** 95 % bootstrap interval, null with auc. */
  readonly aucInterval: readonly [number, number] | null
  /** Accounts that the detector had evidence to judge. */
  readonly judged: number
  readonly summary: Readonly<Record<string, number>>
  /** Of a plug-in; missing from a built-in detector. */
  readonly plugin?: PluginSummary | undefined
}

/** Seconds, by stage of the main line; `total` is the whole. */
export type Timings = Readonly<Record<string, number>> & { readonly total: number }

/** Where a fusion that was not learned for the run came from; see saved-model.ts. */
export interface ModelOrigin {
  /** As it was named in the scenario or on the command line. */
  readonly file: string
  readonly name: string
  /** SHA-256, hex, over all that the model holds but its name. */
  readonly digest: string
  readonly learned: ModelProvenance
}

export interface RunManifest {
  readonly format: 2
  /** Folder name: scenario name, then the first characters of the digest. */
  readonly id: string
  readonly name: string
  /** ISO 8601, UTC. Not part of the digest. */
  readonly createdAt: string
  readonly versions: Readonly<Record<"assay" | "generator", string>>
  /** SHA-256, hex, over population, settings, versions and scores: equal for equal scenario and seed. */
  readonly digest: string
  /** SHA-256, hex, over the population alone: no detector moves it. */
  readonly populationDigest: string
  readonly scenario: Scenario
  readonly accounts: number
  readonly posts: number
  readonly interactions: number
  /** Names behind the `archetype` column. */
  readonly archetypes: readonly { readonly id: string; readonly side: "authentic" | "managed" }[]
  /** What evading and running the accounts of each managed archetype costs. */
  readonly operators: readonly OperatorSummary[]
  /** Those that judged the population: the built-in ones, then plug-ins in the order of their ids. */
  readonly detectors: readonly DetectorSummary[]
  /** Plug-ins that failed and were left out; missing when none did. */
  readonly failures?: readonly PluginFailure[] | undefined
  readonly fusion: FusionModel
  /** Of a fusion that was read from a file, in which case no sibling was simulated; missing otherwise. */
  readonly model?: ModelOrigin | undefined
  readonly timings: Timings
}

/** One value an account. */
export interface RunColumns {
  readonly truth: Truth
  /** Index into RunManifest.archetypes. */
  readonly archetype: Uint8Array
  /** Index into LANGUAGES. */
  readonly language: Uint8Array
  readonly followers: Uint32Array
  readonly ageDays: Float32Array
  readonly postCount: Uint32Array
  readonly interactionCount: Uint32Array
  /** Accounts of one operator, fan club or pod share the number; NONE for an account on its own. */
  readonly group: Uint32Array
  /** By detector id; NaN where the detector had no evidence. */
  readonly scores: Readonly<Record<string, Float32Array>>
  /** The fused score in [0, 1]. */
  readonly risk: Float32Array
}

/** By detector id, by feature id: one value an account, NaN where it is missing. */
export type RunFeatures = Readonly<Record<string, Readonly<Record<string, Float32Array>>>>

/** The sibling population that fusion learned from, one value an account: enough to learn again, otherwise. */
export interface RunLearning {
  readonly truth: Truth
  /** Index into RunManifest.archetypes. */
  readonly archetype: Uint8Array
  /** By detector id; NaN where the detector had no evidence. */
  readonly scores: Readonly<Record<string, Float32Array>>
}

export interface Run {
  readonly manifest: RunManifest
  readonly columns: RunColumns
  /** What the scores were made from, and what reasons are told from. */
  readonly features: RunFeatures
  /** Pairs of accounts found together, by detector id. */
  readonly pairs: Readonly<Record<string, LinkPairs>>
  /** What plug-ins said of accounts, by detector id; missing from a run without plug-ins. */
  readonly reasons?: Readonly<Record<string, ToldReasons>> | undefined
  /** Missing from a run that an earlier Assay wrote, and from one whose fusion was read from a file. */
  readonly learning?: RunLearning | undefined
}
