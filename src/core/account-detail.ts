/**
 * One account in full, for a person to read: what the platform saw of it, what the detectors
 * made of that and why, and, apart, what really runs it. Generated again from the seed on demand.
 */
import type { Layer, Reason } from "./detection/detector.ts"
import type { InteractionKind, Language } from "./evidence/evidence.ts"
import type { Grade } from "./policy/definition.ts"

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
  /** Added to the log-odds of the risk, from the fusion's intercept on; null when fusion does not use it. */
  readonly contribution: number | null
  readonly features: readonly {
    readonly id: string
    readonly title: string
    readonly unit: string
    readonly value: number | null
  }[]
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
    /** The automation runs from this day of the period on, counted from 0, until the end of the other, exclusive. */
    readonly fromDay: number
    readonly untilDay: number
    /** By the scenario's definition. */
    readonly grade: Grade
    /** What its operator spends: effort on evading in [0, 1], and CNY a month in all; null without an operator. */
    readonly operator: { readonly evasion: number; readonly cost: number } | null
    readonly group: number | null
  }
  readonly detectors: readonly AccountDetector[]
  /** All of them, oldest first. */
  readonly posts: readonly AccountPost[]
  readonly interactions: readonly AccountInteraction[]
  readonly reports: readonly {
    readonly time: number
    readonly reporter: number
    readonly reporterDecided: number
    readonly reporterUpheld: number
  }[]
  /** Accounts found together with this one, the strongest first, at most 50. */
  readonly neighbours: readonly {
    readonly account: number
    readonly detector: string
    readonly weight: number
  }[]
}
