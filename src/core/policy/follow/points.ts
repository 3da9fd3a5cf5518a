/**
 * Consequences in short, for many settings of the tiers: along a threshold, over two cuts, of the cheapest policy. All
 * settings meet the same platform accounts, the same reviewers and the same luck (common random numbers), so that two
 * points differ by what the setting does and by little else.
 */
import type { Cap } from "../../evaluation/caps.ts"
import type { CohortKind } from "../../evaluation/cohorts.ts"
import type { Estimate } from "../../evaluation/intervals.ts"
import type { Tier } from "../tiers.ts"
import type { CostReport } from "./consequences.ts"

export const SHORT_FIGURES = [
  "falsePositiveRate",
  "recall",
  "wrongfulDays",
  "sentToReview",
  "backlog",
  "hoursP95",
  "within24Hours",
  "reviewerHours",
] as const
/**
 * False-positive rate: share of the judged authentic accounts that were acted on, whether an appeal undid it or not.
 * Recall: share of the judged AI-managed accounts that were caught, that is an action stood or they complied. Wrongful
 * days: account-days of authentic accounts limited or suspended. Sent to review: flags. Backlog: flags and appeals
 * without a decision at the end. Hours p95, within 24 hours: as in QueueReport. Reviewer hours: of work.
 */
export type ShortFigure = (typeof SHORT_FIGURES)[number]

/** Means over replicates, with the 95 % band between them. */
export interface ShortConsequences extends Readonly<Record<ShortFigure, Estimate>> {
  /** null for a policy without costs. */
  readonly cost: CostReport | null
}

export interface ThresholdPoint extends ShortConsequences {
  readonly threshold: number
}

export interface ThresholdCurve {
  /** The one that moves; those that it would pass go along with it. */
  readonly tier: Tier
  readonly days: number
  readonly replicates: number
  readonly points: readonly ThresholdPoint[]
}

/** At or above `suspend` straight to action, from `review` to there to people, below left to the milder tiers. */
export interface TwoCuts {
  readonly review: readonly number[]
  readonly suspend: readonly number[]
  readonly days: number
  readonly replicates: number
  /** By the place in `review`, then in `suspend`; null where `review` lies above `suspend`. */
  readonly cells: readonly (readonly (ShortConsequences | null)[])[]
}

/**
 * What a setting may not do: wrongly act on too large a share of a cohort, or of all authentic accounts, keep flags waiting,
 * or leave too many of them at the end.
 */
export type Limit =
  | { readonly kind: "cap"; readonly cap: Cap; readonly rate: Estimate }
  | { readonly kind: "acted-on"; readonly most: number; readonly rate: Estimate }
  | { readonly kind: "hours"; readonly hours: number; readonly shareInTime: Estimate }
  | { readonly kind: "waiting"; readonly most: number; readonly backlog: Estimate }

export type BrokenCap = Extract<Limit, { readonly kind: "cap" }>

/** null where a tier is off. */
export interface Setting {
  readonly label: number | null
  readonly limit: number | null
  readonly review: number | null
  readonly suspend: number | null
  readonly reviewers: number
}

export interface SettingConsequences extends ShortConsequences, Setting {
  /** The limits that it breaks. */
  readonly broken: readonly Limit[]
}

export interface CheapestReport {
  readonly days: number
  readonly replicates: number
  /** How many settings were looked at, the present one among them. */
  readonly looked: number
  /** null when none of them keeps the limits. */
  readonly cheapest: SettingConsequences | null
  /** The limits that `cheapest` is held to and keeps, with what was found; empty without it. */
  readonly held: readonly Limit[]
  /** Cost of `present` less that of `cheapest`, replicate by replicate; null without it. */
  readonly saving: Estimate | null
  /** The cheapest if there were no limits. */
  readonly unlimited: SettingConsequences
  /** The limits that bind: those that `unlimited` breaks. Empty when `unlimited` is the cheapest. */
  readonly binding: readonly Limit[]
  /** The policy as it stands. */
  readonly present: SettingConsequences
  /** All that were followed on all replicates, the cheapest first; `cheapest`, `unlimited` and `present` are among them. */
  readonly followed: readonly SettingConsequences[]
  /** Where none keeps the limits, the one that is the least beyond them, by the limit that it is furthest beyond. */
  readonly nearest: SettingConsequences | null
  /** Caps of cohorts that the run has too few authentic accounts of, or none: held to nothing. */
  readonly unjudged: readonly Cap[]
}

export const COMPARED_CONSEQUENCES = [...SHORT_FIGURES, "hoursToAction", "cost"] as const
export type ComparedConsequence = (typeof COMPARED_CONSEQUENCES)[number]

/** A figure of two policies on the same replicates; NaN where a policy does not have it. */
export interface PairedEstimate {
  readonly a: Estimate
  readonly b: Estimate
  /** b - a, replicate by replicate, with its band. */
  readonly difference: Estimate
  /** Whether the band of 20 replicates or more leaves 0 out. */
  readonly significant: boolean
}

export interface ConsequencesDifference extends PairedEstimate {
  readonly figure: ComparedConsequence
}

/** What two policies do to one cohort: NaN without accounts of the class. */
export interface CohortDifference {
  readonly name: string
  /** Share of the judged authentic accounts that were acted on. */
  readonly actedOn: PairedEstimate
  /** Days that authentic accounts were limited or suspended, per 1,000 of them judged. */
  readonly restrictedDaysPer1000: PairedEstimate
  /** Share of the judged AI-managed accounts that were caught. */
  readonly caught: PairedEstimate
  /** Fewer than 100 accounts of the run: too few to judge, so that no difference is told to be significant. */
  readonly isTooSmall: boolean
}

export interface ConsequencesComparison {
  readonly days: number
  readonly replicates: number
  readonly differences: readonly ConsequencesDifference[]
  /** Of each kind, those that had any accounts judged. */
  readonly cohorts: readonly { readonly kind: CohortKind; readonly rows: readonly CohortDifference[] }[]
}
