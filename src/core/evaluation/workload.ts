/**
 * What a threshold means a day: flags to review, hours of reviewers, wrong flags, AI-managed accounts missed.
 *
 * The judged accounts of a run are a sample; a platform judges so many a day. Recall and false-positive rate carry over,
 * the mix of classes is that of the prevalence.
 */
import { falsePositiveRate } from "./confusion.ts"
import { type Estimate, falsePositiveRateInterval, type Interval } from "./intervals.ts"
import type { OperatingPoint } from "./operating-point.ts"
import { type ClassWeights, classWeights } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

/** What a human reviewer took for a decision on a bought VK account. */
export const SECONDS_PER_REVIEW = 6.9

export interface Workload {
  /** Accounts judged a day, above 0. */
  readonly accountsPerDay: number
  /** Share of them that are AI-managed, in [0, 1]; as in the run when left out. */
  readonly prevalence?: number
  /** A reviewer's time for one flagged account, 0 or more. */
  readonly secondsPerReview: number
}

/** A day's expectations; none is a whole number. */
export interface PerDay {
  readonly flagged: Estimate
  readonly falsePositives: Estimate
  /** AI-managed accounts that are not flagged. */
  readonly missed: Estimate
  readonly reviewerHours: Estimate
}

/** How many accounts a day one account of each class stands for; NaN for a class that is wanted and empty. */
export function dailyWeights(index: ScoreIndex, { accountsPerDay, prevalence }: Workload): ClassWeights {
  const weights = classWeights(index.managed, index.authentic, prevalence)
  const scale = accountsPerDay / index.judged
  return { managed: weights.managed * scale, authentic: weights.authentic * scale }
}

/** Of an operating point at the workload's prevalence, with the point's own intervals. */
export function perDayOf(point: OperatingPoint, { accountsPerDay, secondsPerReview }: Workload): PerDay {
  const managed = point.prevalence * accountsPerDay
  const flagged = scaled(point.flaggedShare, accountsPerDay)
  return {
    flagged,
    falsePositives: scaled(point.falsePositiveRate, accountsPerDay - managed),
    missed: scaled(rest(point.recall), managed),
    reviewerHours: scaled(flagged, secondsPerReview / 3600),
  }
}

/**
 * Authentic accounts of one cohort that are wrongly flagged a day. Uncertain is the cohort's false-positive rate (Wilson);
 * its share of the authentic accounts is taken as the run has it. NaN for a cohort without authentic accounts.
 */
export function wronglyFlaggedPerDay(
  index: ScoreIndex,
  cohort: number,
  threshold: number,
  workload: Workload,
): Estimate {
  const observed = index.cohortConfusionAt(cohort, threshold)
  const rate = { value: falsePositiveRate(observed), interval: falsePositiveRateInterval(observed) }
  return scaled(rate, authenticPerDay(index, cohort, workload))
}

/** Authentic accounts of one cohort that are judged a day. */
export function authenticPerDay(index: ScoreIndex, cohort: number, workload: Workload): number {
  return index.cohortCounts(cohort).authentic * dailyWeights(index, workload).authentic
}

function rest({ value, interval: [low, high] }: Estimate): Estimate {
  return { value: 1 - value, interval: [1 - high, 1 - low] }
}

function scaled({ value, interval }: Estimate, by: number): Estimate {
  return { value: value * by, interval: interval.map((end) => end * by) as unknown as Interval }
}
