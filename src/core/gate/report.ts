/**
 * What a check found, as it is printed, written to files, kept and shown on the page. Plain data: it survives JSON, so
 * a number that is not there is null.
 */
import type { Interval } from "../evaluation/intervals.ts"
import type { ExpectedFigure, GateFigure } from "./settings.ts"

export const GATE_OUTCOMES = ["pass", "improve", "regress", "inconclusive", "new", "gone"] as const
export type GateOutcome = (typeof GATE_OUTCOMES)[number]

/** Of a whole check; `incomplete` when not everything was looked at, or a plug-in failed, which stands above all others. */
export const CHECK_OUTCOMES = [...GATE_OUTCOMES, "incomplete"] as const
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number]

/** One test: a figure of all accounts, or recall or FPR of a cohort, before and after. */
export interface GateRow {
  readonly figure: GateFigure
  /** null for all accounts. */
  readonly cohort: { readonly kind: string; readonly name: string } | null
  /** Accounts that the figure counts: AI-managed ones for recall, authentic ones for FPR, all for others. */
  readonly accounts: number
  readonly before: number | null
  readonly after: number | null
  /** After less before. */
  readonly difference: number | null
  /** 95 %, by operator. */
  readonly interval: Interval | null
  /** Two-sided. */
  readonly p: number | null
  /** Adjusted for all tests of the check; significant at or below the check's rate of false alarms. */
  readonly adjusted: number | null
  readonly matters: number
  readonly outcome: GateOutcome
  /** Of an inconclusive one, about how many accounts of this mix would settle it; null when no number would. */
  readonly accountsToSettle: number | null
  /**
   * Whether the outcome counts for the scenario's: an inconclusive cohort does only when what was seen is worse by what
   * matters and would be significant if it were the only test.
   */
  readonly counts: boolean
}

/**
 * A detector alone: told, and no ground to fail but for one that failed itself, which leaves the scenario inconclusive and
 * the check incomplete.
 */
export interface GateDetectorRow {
  readonly detector: string
  readonly title: string
  readonly before: { readonly version: number; readonly auc: number | null } | null
  readonly after: { readonly version: number; readonly auc: number | null } | null
  readonly state: "same" | "changed" | "new" | "gone" | "failed"
  /** Of one that failed. */
  readonly message: string | null
}

export const EXPECTATION_OUTCOMES = ["kept", "broken", "inconclusive"] as const
export type ExpectationOutcome = (typeof EXPECTATION_OUTCOMES)[number]

export interface ExpectationRow {
  readonly figure: ExpectedFigure
  readonly of: string | null
  readonly score: string
  readonly threshold: number | null
  readonly atFpr: number | null
  readonly atLeast: number | null
  readonly atMost: number | null
  /** In words: "recall at FPR 0.1 % at least 40 %". */
  readonly text: string
  readonly value: number | null
  readonly interval: Interval | null
  readonly accounts: number
  readonly outcome: ExpectationOutcome
  readonly accountsToSettle: number | null
}

export const GATE_FLIPS = ["newlyHit", "newlyMissed", "newlyCaught", "newlyCleared"] as const
export type GateFlip = (typeof GATE_FLIPS)[number]

/** Accounts that changed side alike. */
export interface FlipGroup {
  readonly flip: GateFlip
  readonly archetype: string
  /** The detector that speaks loudest for the flag: now of accounts newly flagged, before of those no longer flagged. */
  readonly reason: string
  /** Ascending. */
  readonly accounts: readonly number[]
}

/** The cohort that stands out most among accounts that changed side alike. */
export interface FlipCohort {
  readonly flip: GateFlip
  readonly cohort: { readonly kind: string; readonly name: string }
  /** Accounts of it, of all `flipped` that changed side so. */
  readonly accounts: number
  readonly flipped: number
  /** Its share of the accounts that could have: of the same class, and on the same side before. In [0, 1]. */
  readonly share: number
}

export interface ScenarioCheck {
  readonly scenario: string
  /** Name of the scenario's file within the checked folder; of a gone one, the name it had. */
  readonly file: string
  readonly outcome: GateOutcome
  /** In short sentences, what decided, the worst first. */
  readonly why: readonly string[]
  readonly accounts: number | null
  readonly managed: number | null
  /** Ids of the runs; the baseline's may not be in the store. */
  readonly run: string | null
  readonly baselineRun: string | null
  /** Equal to the baseline bit for bit, so nothing was left to test. */
  readonly identical: boolean
  readonly threshold: number | null
  readonly figures: readonly GateRow[]
  readonly cohorts: readonly GateRow[]
  readonly detectors: readonly GateDetectorRow[]
  readonly expectations: readonly ExpectationRow[]
  readonly flips: readonly FlipGroup[]
  /** At most one of each flip; none where no cohort stands out. */
  readonly flipCohorts: readonly FlipCohort[]
  readonly seconds: number | null
  /** How many detectors' findings came from the cache, and how many were made. */
  readonly reused: number
  readonly made: number
}

/** A scenario of the folder that could not be read or run, so that nothing is known of it; the others went on. */
export interface CheckProblem {
  /** Name of the scenario's or baseline's file within the checked folder. */
  readonly file: string
  /** Without the file's name; one line a problem. */
  readonly message: string
}

export interface CheckReport {
  readonly format: 1
  readonly assay: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** The checked folder, as it was named. */
  readonly folder: string
  /** Where it lies, absolute, on the machine that checked it; not in reports of before it was told. */
  readonly path?: string
  /** Chance of any false alarm among all tests of the check, in (0, 1); promises have intervals of their own. */
  readonly rate: number
  /**
   * Incomplete whenever there is a problem or a plug-in failed, else the worst of the scenarios: regress, inconclusive,
   * new, gone, improve, pass.
   */
  readonly outcome: CheckOutcome
  /** 2 whenever it is incomplete: a check that did not look at everything vouches for nothing. */
  readonly exitCode: 0 | 1 | 2 | 3
  readonly scenarios: readonly ScenarioCheck[]
  readonly problems: readonly CheckProblem[]
  readonly seconds: number
}
