/**
 * Thresholds for a purpose, each with what it trades: a guaranteed false-positive rate, caps on cohorts, a budget of
 * false positives or of reviewers' hours, the least cost, the best F1.
 *
 * Caps hold for every purpose: it then chooses among the thresholds that keep them.
 */
import type { BootstrapOptions } from "./bootstrap.ts"
import { type CapNeeds, type CapsOutcome, capsOutcome } from "./caps.ts"
import { limitOf } from "./caps-limit.ts"
import { bestF1, type Choice, thresholdBy, withinFalsePositives, withinFlagged } from "./choice.ts"
import { type ChosenPoint, chosenPoint, type Figure } from "./chosen-point.ts"
import { type CostParts, type Costs, cheapest, costInterval, costOf } from "./costs.ts"
import { type Guarantee, guaranteeOf } from "./guarantee.ts"
import type { Estimate } from "./intervals.ts"
import { thresholdForFalsePositiveRate } from "./operating-point.ts"
import { classWeights } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"
import { dailyWeights, type PerDay, perDayOf, type Workload } from "./workload.ts"

export type Purpose =
  /** The true false-positive rate is at most `maxFpr`, with `confidence`; both in (0, 1). */
  | { readonly kind: "max-fpr"; readonly maxFpr: number; readonly confidence: number }
  /** At most `most` (0 or more) authentic accounts flagged, of as many as were judged. */
  | { readonly kind: "false-positives"; readonly most: number }
  | { readonly kind: "false-positives-per-day"; readonly most: number }
  /** Reviewing what is flagged takes at most `most` (0 or more) hours a day. */
  | { readonly kind: "reviewer-hours"; readonly most: number }
  | { readonly kind: "cost"; readonly costs: Costs }
  | { readonly kind: "best-f1" }
  /** The smallest threshold that keeps the caps. */
  | { readonly kind: "caps" }

/** Why there is no threshold, or none that flags anybody. */
export type WhyNot =
  | "too-few-authentic"
  | "no-judged-cohort"
  | "no-managed"
  | "no-authentic"
  /** Flagging nobody is the only thing that will do, or the best. */
  | "nobody-flagged"

export interface SuggestedCost {
  /** A day, at the threshold. */
  readonly parts: CostParts
  readonly perDay: Estimate
  /** A day, without any flags, and with everyone flagged. */
  readonly flaggingNobody: number
  readonly flaggingEveryone: number
}

/** What five points more recall would take. */
export interface NextStep {
  /** The highest threshold with that recall; 0 flags everyone. */
  readonly threshold: number
  readonly recallGained: number
  /** More of them a day than at the suggested threshold. */
  readonly falsePositivesPerDay: number
  readonly reviewerHoursPerDay: number
}

export interface Suggestion {
  readonly purpose: Purpose
  /** Flags nobody at Infinity; NaN when there is none, see `why`. */
  readonly threshold: number
  readonly why: WhyNot | null
  /** null without a threshold. */
  readonly operatingPoint: ChosenPoint | null
  readonly perDay: PerDay | null
  readonly next: NextStep | null
  readonly guarantee: Guarantee | null
  readonly cost: SuggestedCost | null
  readonly caps: CapsOutcome | null
}

export interface SuggestOptions extends BootstrapOptions {
  readonly workload: Workload
  readonly caps?: CapNeeds
}

/** Of the draws behind intervals, so that whoever asks the same of a run, be it terminal or page, is told the same. */
export function suggestSettings(scenarioSeed: string): { readonly seed: string; readonly draws: number } {
  // Enough for the ends of a 95 % interval to have 25 draws beyond them.
  return { seed: `${scenarioSeed}/suggest`, draws: 1000 }
}

/** Share of the AI-managed accounts that `NextStep` adds. */
const MORE_RECALL = 0.05

/** A RangeError when a number of the purpose is out of its range. */
export function suggest(index: ScoreIndex, purpose: Purpose, options: SuggestOptions): Suggestion {
  const { workload, caps } = options
  const guarantee =
    purpose.kind === "max-fpr" ? guaranteeOf(index.authentic, purpose.maxFpr, purpose.confidence) : null
  const choice = choiceOf(index, purpose, guarantee, options)
  if (typeof choice === "string") return withoutThreshold(index, purpose, choice, guarantee, caps)
  const limit = caps && !Number.isNaN(caps.threshold) ? limitOf(caps) : undefined
  const { prevalence } = workload
  const figures = purpose.kind === "cost" ? { cost: costFigure(index, purpose.costs, options) } : {}
  const { point, intervals } = chosenPoint(index, choice, { ...options, prevalence, limit }, figures)
  const { threshold } = point
  const uncapped = purpose.kind === "caps" ? overallThreshold(index, caps!) : thresholdBy(index, choice)
  return {
    purpose,
    threshold,
    why: Number.isFinite(threshold) ? null : "nobody-flagged",
    operatingPoint: point,
    perDay: perDayOf(point, workload),
    next: nextStep(index, point, workload),
    guarantee,
    cost:
      purpose.kind === "cost" ? suggestedCost(index, purpose.costs, workload, point, intervals.cost) : null,
    caps: caps ? capsOutcome(index, caps, threshold, uncapped) : null,
  }
}

/** Nobody is flagged then; the caps are told all the same, for what they lack. */
function withoutThreshold(
  index: ScoreIndex,
  purpose: Purpose,
  why: WhyNot,
  guarantee: Guarantee | null,
  caps: CapNeeds | undefined,
): Suggestion {
  const nobody = Number.POSITIVE_INFINITY
  return {
    purpose,
    threshold: Number.NaN,
    why,
    operatingPoint: null,
    perDay: null,
    next: null,
    guarantee,
    cost: null,
    caps: caps ? capsOutcome(index, caps, nobody, nobody) : null,
  }
}

/** How a purpose chooses, or why it cannot. */
function choiceOf(
  index: ScoreIndex,
  purpose: Purpose,
  guarantee: Guarantee | null,
  { workload, caps }: SuggestOptions,
): Choice | WhyNot {
  const weights = dailyWeights(index, workload)
  const perRun = classWeights(index.managed, index.authentic, workload.prevalence)
  if (index.authentic === 0) return purpose.kind === "max-fpr" ? "too-few-authentic" : "no-authentic"
  if (Number.isNaN(weights.managed)) return "no-managed"
  switch (purpose.kind) {
    case "max-fpr":
      return guarantee!.allowed === null ? "too-few-authentic" : withinFalsePositives(guarantee!.allowed)
    case "false-positives":
      return withinFlagged({ managed: 0, authentic: perRun.authentic }, budget(purpose.most))
    case "false-positives-per-day":
      return withinFlagged({ managed: 0, authentic: weights.authentic }, budget(purpose.most))
    case "reviewer-hours":
      return withinFlagged(hoursOf(weights, workload.secondsPerReview), budget(purpose.most))
    case "cost":
      return cheapest(index, purpose.costs, weights)
    case "best-f1":
      return index.managed === 0 ? "no-managed" : bestF1(index.managed, perRun)
    case "caps":
      if (!caps) throw new RangeError("the purpose caps needs caps")
      return Number.isNaN(caps.threshold)
        ? "no-judged-cohort"
        : ({ flaggedManaged }) => flaggedManaged.length - 1
  }
}

function budget(most: number): number {
  if (!(most >= 0)) throw new RangeError(`a budget must be 0 or more, got ${most}`)
  return most
}

const hoursOf = (
  { managed, authentic }: { managed: number; authentic: number },
  secondsPerReview: number,
) => ({
  managed: (managed * secondsPerReview) / 3600,
  authentic: (authentic * secondsPerReview) / 3600,
})

/** What caps on cohorts are held against: the overall rate at the loosest of them. */
function overallThreshold(index: ScoreIndex, { needs }: CapNeeds): number {
  return thresholdForFalsePositiveRate(index, Math.max(...needs.map(({ maxFpr }) => maxFpr)))
}

function costFigure(index: ScoreIndex, costs: Costs, { workload, confidence }: SuggestOptions): Figure {
  const weights = dailyWeights(index, workload)
  return {
    of: (c) => costOf(c, costs, weights).total,
    range: [0, Number.POSITIVE_INFINITY],
    fixed: (c) => costInterval(c, costs, weights, confidence),
  }
}

function suggestedCost(
  index: ScoreIndex,
  costs: Costs,
  workload: Workload,
  point: ChosenPoint,
  interval: Estimate["interval"],
): SuggestedCost {
  const weights = dailyWeights(index, workload)
  const totalAt = (threshold: number) => costOf(index.confusionAt(threshold), costs, weights).total
  const parts = costOf(point.observed, costs, weights)
  return {
    parts,
    perDay: { value: parts.total, interval },
    flaggingNobody: totalAt(Number.POSITIVE_INFINITY),
    flaggingEveryone: totalAt(0),
  }
}

/** null when fewer than so many AI-managed accounts are left to catch. */
function nextStep(index: ScoreIndex, point: ChosenPoint, workload: Workload): NextStep | null {
  const { truePositives, falsePositives } = point.observed
  const wanted = Math.ceil(truePositives + MORE_RECALL * index.managed)
  if (index.managed === 0 || wanted > index.managed || wanted === truePositives) return null
  const weights = dailyWeights(index, workload)
  const threshold = index.managedScores[index.managed - wanted]
  const there = index.confusionAt(threshold)
  const moreManaged = there.truePositives - truePositives
  const moreAuthentic = there.falsePositives - falsePositives
  const moreFlagged = moreManaged * weights.managed + moreAuthentic * weights.authentic
  return {
    threshold,
    recallGained: moreManaged / index.managed,
    falsePositivesPerDay: moreAuthentic * weights.authentic,
    reviewerHoursPerDay: (moreFlagged * workload.secondsPerReview) / 3600,
  }
}
