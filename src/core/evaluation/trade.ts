/**
 * What moving a threshold trades: recall, wrong flags and work gained or lost, over all and by cohort.
 *
 * The accounts flagged at the higher of two thresholds are flagged at the lower one too, so the difference is the share
 * of accounts between them, which has an interval of its own (Wilson's; sums of the two classes by the method of
 * variance estimates recovery, as in costs.ts). It takes both thresholds as given.
 */
import type { CohortIndex } from "./caps.ts"
import { falsePositiveRate } from "./confusion.ts"
import { type Estimate, type Interval, isTooSmall, wilson } from "./intervals.ts"
import type { ClassWeights } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"
import { dailyWeights, type Workload } from "./workload.ts"

/** Changes from one threshold to another; NaN where there is nobody of the class. */
export interface Trade {
  readonly from: number
  readonly to: number
  readonly recall: Estimate
  readonly falsePositiveRate: Estimate
  /** More of them a day, or fewer. */
  readonly perDay: {
    readonly flagged: Estimate
    readonly falsePositives: Estimate
    readonly missed: Estimate
    readonly reviewerHours: Estimate
  }
}

/** What a cohort's authentic accounts are spared or hit by. */
export interface CohortTrade {
  readonly name: string
  readonly authentic: number
  /** Too few authentic accounts to judge its rates by. */
  readonly tooSmall: boolean
  readonly rateFrom: number
  readonly rateTo: number
  /** More of them wrongly flagged a day, or fewer. */
  readonly falsePositivesPerDay: number
}

export function tradeOf(
  index: ScoreIndex,
  from: number,
  to: number,
  workload: Workload,
  confidence = 0.95,
): Trade {
  const before = index.confusionAt(from)
  const after = index.confusionAt(to)
  const { managed, authentic } = index
  // A lower threshold can but flag more, also where none of these accounts lies between the two.
  const direction = to < from ? 1 : to > from ? -1 : 0
  const changeOf = (more: number, total: number) =>
    scaled(share(Math.abs(more), total, confidence), direction)
  const caught = changeOf(after.truePositives - before.truePositives, managed)
  const wronged = changeOf(after.falsePositives - before.falsePositives, authentic)
  const weights = dailyWeights(index, workload)
  const perDay: ClassWeights = {
    managed: weights.managed * managed,
    authentic: weights.authentic * authentic,
  }
  const flagged = sum(scaled(caught, perDay.managed), scaled(wronged, perDay.authentic))
  return {
    from,
    to,
    recall: caught,
    falsePositiveRate: wronged,
    perDay: {
      flagged,
      falsePositives: scaled(wronged, perDay.authentic),
      missed: scaled(caught, -perDay.managed),
      reviewerHours: scaled(flagged, workload.secondsPerReview / 3600),
    },
  }
}

/** Of the cohorts that are hit differently, those with the most accounts a day first. */
export function cohortTrades(
  { index, names }: CohortIndex,
  from: number,
  to: number,
  workload: Workload,
): CohortTrade[] {
  const { authentic: weight } = dailyWeights(index, workload)
  const rows = names.map((name, cohort): CohortTrade => {
    const { authentic } = index.cohortCounts(cohort)
    const before = index.cohortConfusionAt(cohort, from)
    const after = index.cohortConfusionAt(cohort, to)
    return {
      name,
      authentic,
      tooSmall: isTooSmall(authentic),
      rateFrom: falsePositiveRate(before),
      rateTo: falsePositiveRate(after),
      falsePositivesPerDay: (after.falsePositives - before.falsePositives) * weight,
    }
  })
  const size = ({ falsePositivesPerDay }: CohortTrade) => Math.abs(falsePositivesPerDay)
  return rows.filter((row) => size(row) > 0).sort((a, b) => size(b) - size(a))
}

function share(between: number, total: number, confidence: number): Estimate {
  return { value: between / total, interval: wilson(between, total, confidence) }
}

function scaled({ value, interval: [low, high] }: Estimate, by: number): Estimate {
  const interval: Interval = by < 0 ? [high * by, low * by] : [low * by, high * by]
  return { value: value * by, interval }
}

/** Of two independent figures, each with its own interval. */
function sum(a: Estimate, b: Estimate): Estimate {
  const value = a.value + b.value
  const reach = (end: 0 | 1) => Math.hypot(a.value - a.interval[end], b.value - b.interval[end])
  return { value, interval: [value - reach(0), value + reach(1)] }
}
