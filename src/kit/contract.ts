/**
 * What a test sees of the kit. Types only, and none that leads far into Assay: they are the declarations that a user's
 * project reads.
 */
import type { Detector } from "../core/detection/detector.ts"
import type { Evidence } from "../core/evidence/evidence.ts"
import type { AccountSketch } from "./sketch.ts"

/** Where a rate is judged: at a threshold, or at the lowest one that keeps the observed false-positive rate of all. */
export type At =
  | { readonly threshold: number; readonly atFpr?: never }
  | { readonly atFpr: number; readonly threshold?: never }

export interface Estimate {
  /** NaN when there is nothing to count. */
  readonly value: number
  /** 95 %. */
  readonly interval: readonly [number, number]
  /** How many accounts it counts. */
  readonly accounts: number
  /** How many of these have no score: they count as not flagged, and rank below all others. */
  readonly unscored: number
}

/** Whether the whole 95 % interval must lie on the right side, and not only the estimate. */
export interface Sureness {
  readonly sure?: boolean | undefined
}

export type AtSure = At & Sureness
/** A cohort: an archetype's name, or kind and name as in language:en, followers:<100, age:730+. */
export type AtSureOf = AtSure & { readonly of?: string | undefined }

export interface HitAccount {
  readonly account: number
  readonly archetype: string
  readonly score: number
  /** What the detector says of it, the strongest first. */
  readonly reasons: readonly string[]
}

export interface Judged {
  /** The detector's id, or "risk" for the fused score. */
  readonly of: string
  readonly scenario: string
  readonly seed: string
  readonly accounts: number
  readonly managed: number
  readonly authentic: number
  /** One an account, in [0, 1]; NaN where there was no evidence. */
  readonly scores: Float32Array
  /** One an account: 1 for AI-managed, 0 for authentic, by the scenario's definition. */
  readonly labels: Uint8Array
  /** One an account. */
  readonly archetypes: readonly string[]
  /** What repeats it in a terminal. */
  readonly repeat: string
  threshold(at: At): number
  /** `cohort`: an archetype's name, or kind and name as in language:en, followers:<100, age:730+. */
  recall(at: At, cohort?: string): Estimate
  falsePositiveRate(at: At, cohort?: string): Estimate
  precision(at: At): Estimate
  /** Area under the ROC curve. */
  auc(): Estimate
  /** Authentic accounts that are flagged, the highest score first. */
  hit(at: At, cohort?: string): readonly HitAccount[]
  /** What the detector says of an account, the strongest first. */
  reasons(account: number): readonly string[]
}

/** What a test may say instead of the scenario's file. */
export interface ScenarioChange {
  /** Other accounts of the same kind. */
  readonly seed?: string | undefined
  /** 100 to 2,000,000. */
  readonly accounts?: number | undefined
}

/** Limits of a program or an endpoint; the same as in a scenario. */
export interface PluginLimits {
  /** Accounts in one message; 128 unless told. */
  readonly batch?: number | undefined
  /** Seconds that one message may take; 30 unless told. */
  readonly seconds?: number | undefined
  /** How often one that ended is tried again; 1 unless told. */
  readonly restarts?: number | undefined
}

/** Paths start from the folder of the test's file. */
export type DetectorSource =
  /** A TypeScript or JavaScript file whose default export is a detector. */
  | string
  | Detector
  | ({ readonly program: readonly string[] } & PluginLimits)
  | ({ readonly endpoint: string } & PluginLimits)

export interface JudgeOptions extends ScenarioChange {
  /** A bundled scenario's name, or a file from the test's folder on. */
  readonly scenario: string
}

export interface RunOptions extends ScenarioChange {
  /** They judge beside the scenario's own. */
  readonly detectors?: readonly DetectorSource[] | undefined
}

export interface JudgedRun extends Judged {
  /** What one detector made of the same population; "risk" is what they are fused into. */
  detector(id: string): Judged
}

export interface ScoredAccount {
  /** In [0, 1]; NaN where there is no evidence. */
  readonly score: number
  /** The strongest first. */
  readonly reasons: readonly string[]
  /** By feature id; NaN where it is missing. */
  readonly features: Readonly<Record<string, number>>
}

export interface ConformanceOptions {
  /** Mean by which a module's scores may move among crowds when accounts are numbered otherwise, in [0, 1]; 0 unless told. */
  readonly tolerance?: number | undefined
}

export interface Assay {
  /** Has a detector judge a scenario's population, alone. */
  judge(detector: DetectorSource, options: JudgeOptions): Promise<Judged>
  /** Runs a scenario in full, as `assay run` does, and gives the fused risk. */
  run(scenario: string, options?: RunOptions): Promise<JudgedRun>
  /** Has a detector judge one account, several that may have to do with each other, or any evidence. */
  score(detector: DetectorSource, account: AccountSketch): Promise<ScoredAccount>
  score(detector: DetectorSource, accounts: readonly AccountSketch[] | Evidence): Promise<ScoredAccount[]>
}
