/**
 * The leakage report: what gives AI-managed accounts away, feature by feature and detector by detector, and how much
 * of the fusion survives on operators that it has not learned from. Types only; leakage.ts computes it.
 */
import type { Layer } from "../detection/detector.ts"

export type LeakageInterval = readonly [number, number]

/** How well one number tells AI-managed accounts from authentic ones. */
export interface Separation {
  /** Area under the ROC curve, in [0, 1]; null where fewer than 20 accounts of a class have the number. */
  readonly auc: number | null
  /** 95 % bootstrap interval; null with auc. */
  readonly interval: LeakageInterval | null
  /** Accounts that have the number. */
  readonly judged: number
}

export interface FeatureLeakage extends Separation {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** Kind of evidence that a raw feature is taken from, or the detector that a feature belongs to. */
  readonly of: string
  /** What speaks for AI-managed, high values or low ones; `auc` is that of this direction, so 0.5 or more. */
  readonly direction: "high" | "low" | null
}

export interface DetectorLeakage extends Separation {
  readonly id: string
  readonly layer: Layer
  readonly title: string
}

/** The fusion learned without one archetype and tried on it: its AI-managed accounts against all authentic ones. */
export interface LeaveOneOut extends Separation {
  readonly archetype: string
  /** The same accounts when fusion has learned from their kind as well; null for a kind that the scenario holds out. */
  readonly whenSeen: number | null
  readonly whenSeenInterval: LeakageInterval | null
}

export interface FusionLeakage {
  readonly all: Separation
  /** AI-managed accounts of the archetypes that fusion has learned from, against all authentic ones. */
  readonly seen: Separation
  /** Those of the archetypes that the scenario holds out. */
  readonly heldOut: Separation
  readonly leaveOneOut: readonly LeaveOneOut[]
}

/** Where an honest pipeline lands, as TARGETS.md has it, and where this one does. */
export interface Zone {
  readonly id: string
  readonly title: string
  readonly published: LeakageInterval
  readonly value: number | null
  readonly interval: LeakageInterval | null
  /** Whether the interval meets the zone; null where there is no value. */
  readonly met: boolean | null
  /** Which feature or detector it is, where it is the one that comes out first or last; else null. */
  readonly name: string | null
}

/** A limit above which the population gives too much away, and what exceeds it. */
export interface LeakageLimit {
  readonly id: string
  readonly title: string
  readonly limit: number
  /** What comes nearest the limit, or exceeds it most; null where nothing could be judged. */
  readonly greatest: { readonly name: string; readonly auc: number } | null
  /** Names and areas of all that exceed it, the greatest first. */
  readonly exceeding: readonly { readonly name: string; readonly auc: number }[]
}

/** `assay realism --leakage --json` prints it. */
export interface LeakageReport {
  readonly scenario: string
  readonly accounts: number
  /** AI-managed by the scenario's definition. */
  readonly managed: number
  /** Raw features of the evidence, the most telling first. */
  readonly features: readonly FeatureLeakage[]
  /** Features of the detectors, the most telling first. */
  readonly detectorFeatures: readonly FeatureLeakage[]
  readonly detectors: readonly DetectorLeakage[]
  readonly fusion: FusionLeakage
  readonly zones: readonly Zone[]
  readonly limits: readonly LeakageLimit[]
  /** Whether no limit is exceeded; null where none is, but one had nothing to judge. */
  readonly passed: boolean | null
}
