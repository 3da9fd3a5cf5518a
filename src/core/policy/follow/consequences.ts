/**
 * What following every flag to its end found, as plain JSON. Each figure is a mean over replicates with the 95 % band
 * between them: a replicate draws the platform's accounts from the run anew (AI-managed ones by operator), and everything
 * that chance decides after that. Counts are of platform accounts within the horizon.
 */
import type { CohortKind } from "../../evaluation/cohorts.ts"
import type { Estimate } from "../../evaluation/intervals.ts"

/** Where a flag can end; exactly one for each, at the horizon's end at the latest. */
export const ENDS = [
  "watched",
  "labelled",
  "limited",
  "suspended",
  "cleared",
  "undecided",
  "let-go",
  "complied",
  "reinstated",
  "waiting",
] as const
/**
 * Watched: nothing was done. Labelled, limited, suspended: the action stood. Cleared: reviewers found it authentic.
 * Undecided: they could not tell. Let go: the queue overflowed. Complied: the account came under a human's oversight.
 * Reinstated: an appeal undid the action. Waiting: no reviewer had decided when the horizon ended.
 */
export type End = (typeof ENDS)[number]

/** Steps of the funnel that a flag can pass; each at most once a flag. */
export const STEPS = ["flagged", "sent-to-review", "reviewed", "acted-on", "appealed", "reinstated"] as const
export type Step = (typeof STEPS)[number]

export interface FunnelRow {
  /** Platform accounts of this cohort and class that were judged. */
  readonly judged: Estimate
  readonly steps: Readonly<Record<Step, Estimate>>
  readonly ends: Readonly<Record<End, Estimate>>
  /** Days limited or suspended, whole accounts, per 1,000 judged accounts. Of authentic accounts they are wrongful. */
  readonly restrictedDaysPer1000: Estimate
  /** Median days from action to reinstatement, of those that were reinstated; NaN without any. */
  readonly daysUntilReinstated: Estimate
}

export interface CohortFunnel {
  readonly name: string
  readonly authentic: FunnelRow
  readonly managed: FunnelRow
  /** Fewer than 100 accounts of the run: too few to judge. */
  readonly isTooSmall: boolean
}

/** One value a day of the horizon: means and band over replicates. */
export interface Daily {
  readonly value: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

export interface QueueReport {
  readonly perDay: {
    readonly arrivals: Daily
    readonly decided: Daily
    readonly automated: Daily
    /** At the day's end. */
    readonly backlog: Daily
    /** Hours that whoever is next has waited, at the day's end. */
    readonly oldestHours: Daily
    /** Share of the reviewers' paid time at work, in [0, 1]. */
    readonly utilisation: Daily
  }
  /** Hours from arrival to decision, of those decided. */
  readonly hours: Readonly<Record<"median" | "p90" | "p95", Estimate>>
  /** Share decided within 24 hours, of all that arrived at least 24 hours before the end. */
  readonly within24Hours: Estimate
  readonly reviewerHours: Estimate
}

/** In the policy's currency, over the horizon. `total` is the sum of the others. */
export interface CostReport {
  readonly falsePositives: Estimate
  readonly wrongfulDays: Estimate
  readonly missed: Estimate
  readonly reviews: Estimate
  readonly reviewerHours: Estimate
  readonly total: Estimate
}

export interface Consequences {
  readonly days: number
  readonly replicates: number
  readonly seed: string
  readonly accountsPerDay: number
  readonly prevalence: number
  readonly queue: QueueReport
  /** All accounts. */
  readonly funnel: CohortFunnel
  readonly cohorts: readonly { readonly kind: CohortKind; readonly rows: readonly CohortFunnel[] }[]
  /** Account-days of authentic accounts limited or suspended, of the whole platform. */
  readonly wrongfulDays: Estimate
  /** Hours from the flag to the action, median over actions on flags; NaN without any. */
  readonly hoursToAction: Estimate
  /** null for a policy without costs. */
  readonly cost: CostReport | null
}
