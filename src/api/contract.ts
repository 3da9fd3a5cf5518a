/**
 * What travels between the api and its clients, in one place.
 *
 *   GET    /api/health                     -> Health
 *   GET    /api/scenarios                  -> ScenarioEntry[]
 *   GET    /api/runs                       -> RunEntry[], newest first
 *   GET    /api/runs/:id                   -> RunManifest
 *   GET    /api/runs/:id/columns           -> Arrow IPC stream, one row an account; see columns.ts
 *   GET    /api/runs/:id/accounts/:number  -> AccountDetail
 *   POST   /api/jobs          JobRequest   -> { id: string }
 *   GET    /api/jobs/:id/events            -> text/event-stream of JobEvent (each as a `data:` line of JSON)
 *   DELETE /api/jobs/:id                   -> 204; the job's workers are freed at once
 *
 * Failures: status 400, 404, 409 or 500 with Failure as JSON.
 */
import type { Layer, Reason } from "../core/detection/detector.ts"
import type { InteractionKind, Language } from "../core/evidence/evidence.ts"

export interface Health {
  readonly name: "assay"
  readonly version: string
}

export interface Failure {
  /** The name of the error's class. */
  readonly kind: string
  /** Complete sentences, one problem a line. */
  readonly message: string
}

/** A scenario file. A broken one is listed with its error, so that it can be shown and mended. */
export type ScenarioEntry =
  | {
      readonly file: string
      readonly name: string
      readonly description: string
      readonly seed: string
      readonly accounts: number
      readonly days: number
      readonly prevalence: number
    }
  | { readonly file: string; readonly name: string; readonly error: string }

export interface RunEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly accounts: number
  readonly prevalence: number
  readonly digest: string
  readonly seconds: number
}

export interface JobRequest {
  /** A name from /api/scenarios. */
  readonly scenario: string
  readonly seed?: string
  readonly workers?: number
}

export type JobEvent =
  | {
      readonly type: "progress"
      /** A stage of the main line: roster, posts, evidence, linkage, learning, fusion, writing. */
      readonly stage: string
      /** Of the whole job, in [0, 1]; never falls. */
      readonly fraction: number
      readonly elapsedSeconds: number
      /** null until it can be estimated. */
      readonly remainingSeconds: number | null
    }
  | { readonly type: "done"; readonly run: string }
  | { readonly type: "cancelled" }
  | ({ readonly type: "failed" } & Failure)

export interface AccountPost {
  /** Unix seconds. */
  readonly time: number
  readonly text: string
  /** Another account's post that reads almost the same, if any: its account and the Jaccard similarity. */
  readonly nearDuplicate: { readonly account: number; readonly similarity: number } | null
}

export interface AccountInteraction {
  readonly time: number
  readonly kind: InteractionKind
  readonly object: number | null
  readonly target: number | null
}

export interface AccountDetector {
  readonly id: string
  readonly layer: Layer
  readonly title: string
  /** null when there was no evidence to judge by. */
  readonly score: number | null
  /** Contribution to the risk score in log-odds; null when fusion does not use it. */
  readonly contribution: number | null
  readonly features: readonly { readonly id: string; readonly title: string; readonly unit: string; readonly value: number | null }[]
  readonly reasons: readonly Reason[]
}

export interface AccountDetail {
  readonly account: number
  readonly profile: {
    readonly name: string
    readonly bio: string
    readonly language: Language
    /** Hours east of UTC. */
    readonly timeZone: number
    readonly ageDays: number
    readonly followers: number
    readonly following: number
    readonly verified: boolean
  }
  readonly risk: number
  readonly truth: {
    readonly archetype: string
    readonly creation: number
    readonly scheduling: number
    readonly distribution: number
    readonly oversight: number
    readonly group: number | null
  }
  readonly detectors: readonly AccountDetector[]
  /** All of them, oldest first. */
  readonly posts: readonly AccountPost[]
  readonly interactions: readonly AccountInteraction[]
  readonly reports: readonly { readonly time: number; readonly reporter: number; readonly reporterDecided: number; readonly reporterUpheld: number }[]
  /** Accounts found together with this one, the strongest first, at most 50. */
  readonly neighbours: readonly { readonly account: number; readonly detector: string; readonly weight: number }[]
}
