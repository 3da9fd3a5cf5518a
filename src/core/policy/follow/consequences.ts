/**
 * What following every flag to its end found, as plain JSON. Each figure is a mean over replicates with the 95 % band
 * between them: a replicate draws the platform's accounts from the run anew (AI-managed ones by operator), and everything
 * that chance decides after that. Counts are of platform accounts within the horizon.
 */
import type { CohortKind } from "../../evaluation/cohorts.ts"
import type { Estimate } from "../../evaluation/intervals.ts"
import type { BrokenCap } from "./points.ts"

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

/**
 * Steps of the funnel that a flag can pass; each at most once a flag. Reviewed: by people. Acted on: an action was
 * ordered, by people or a rule, so that the flag ends labelled, limited, suspended, complied or reinstated.
 */
export const STEPS = ["flagged", "sent-to-review", "reviewed", "acted-on", "appealed", "reinstated"] as const
export type Step = (typeof STEPS)[number]

/**
 * What an account met within the horizon, however often it was flagged. Flagged: at least once. Acted on: an action was
 * ordered at least once, whether an appeal undid it or not. Caught: an action stood, or it complied.
 * An action whose notice ends after the horizon is ordered, and counts as caught, though nothing took effect yet.
 */
export const ACCOUNT_OUTCOMES = ["flagged", "acted-on", "caught"] as const
export type AccountOutcome = (typeof ACCOUNT_OUTCOMES)[number]

export interface FunnelRow {
  /** Platform accounts of this cohort and class that were judged. */
  readonly judged: Estimate
  /** Accounts, each once. */
  readonly accounts: Readonly<Record<AccountOutcome, Estimate>>
  /** Flags: an account that is judged again and flagged again counts again. */
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
    /** Flags and appeals. */
    readonly arrivals: Daily
    /** By people. */
    readonly decided: Daily
    /** By the rule for an overflowing queue. */
    readonly automated: Daily
    /** Cases without a decision at the day's end: all arrivals so far less all decided and automated. */
    readonly backlog: Daily
    /** Hours that the oldest case not yet begun has waited, in any order of service, at the day's end. */
    readonly oldestHours: Daily
    /** Share of the day's paid time that was worked; NaN without reviewers. */
    readonly utilisation: Daily
  }
  /** Hours from arrival to decision, of the flags decided; where a queue grows, those who still wait are not among them. */
  readonly hours: Readonly<Record<"median" | "p90" | "p95", Estimate>>
  /** Share of the flags decided within 24 hours, of all that arrived at least 24 hours before the end. */
  readonly within24Hours: Estimate
  /** Hours of work, over the horizon. */
  readonly reviewerHours: Estimate
  /** Whether the backlog still grows at the end, as of `stillGrows`. */
  readonly backlogGrows: boolean
}

/**
 * Parts of the cost. False positives: authentic accounts acted on, once an account, by their dearest cohort. Wrongful days:
 * of authentic accounts limited or suspended. Missed: AI-managed accounts that were judged and not caught, and their
 * followers, who stand for their reach: no impressions are simulated here. Reviews: flags that people decided. Reviewer hours: paid, at work or idle.
 */
export const COST_PARTS = ["falsePositives", "wrongfulDays", "missed", "reviews", "reviewerHours"] as const
export type CostPart = (typeof COST_PARTS)[number]

/** In the policy's currency, over the horizon. `total` is the sum of the others. */
export type CostReport = Readonly<Record<CostPart | "total", Estimate>>

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
  /** Hours from the flag to the action's effect, median over actions on flags; NaN without any. */
  readonly hoursToAction: Estimate
  /** null for a policy without costs. */
  readonly cost: CostReport | null
  /** The policy's caps that it breaks, by the mean over replicates; cohorts with too few accounts are held to nothing. */
  readonly brokenCaps: readonly BrokenCap[]
}
