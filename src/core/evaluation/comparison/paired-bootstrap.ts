/**
 * Paired bootstrap intervals of the differences between two sides: the percentile method over stratified draws.
 *
 * Paired: an account is drawn once and counts on both sides, so what both find hard or easy cancels out. Stratified: a
 * draw has as many accounts of each class as there are (of each pair of classes, when two definitions apply). A
 * threshold that was chosen on the data is chosen again in every draw. AI-managed accounts are drawn by operator where
 * these are known (see resample.ts): a fleet that flips as one is one observation, not a hundred.
 * Such draws hold now more and now fewer accounts of a class; precision and average precision are of the same prevalence in
 * all of them.
 *
 * Accounts are drawn from groups of neighbouring ranks (joint-ranks.ts). What grouping takes off a difference is known
 * exactly for the accounts themselves, and is added to both ends.
 */
import { type Random, stream } from "../../random/streams.ts"
import { binomial } from "../binomial.ts"
import type { BootstrapOptions } from "../bootstrap.ts"
import { falsePositiveRate, precision, recall } from "../confusion.ts"
import { averagePrecision, rocAuc } from "../curves.ts"
import type { Interval } from "../intervals.ts"
import { reweigh } from "../prevalence.ts"
import type { ScoreIndex } from "../score-index.ts"
import { type Ranks, ranksOf, type Stratum, strataOf } from "./joint-ranks.ts"
import { requireSameAccounts, type Side } from "./side.ts"
import { COMPARED_FIGURES, type ComparedFigure } from "./verdict.ts"

export interface PairedBootstrapOptions extends BootstrapOptions {
  /** In [0, 1]: both thresholds were chosen as the lowest ones that keep the false-positive rate within it. */
  readonly maxFpr?: number
  /** One an account, NONE for an account on its own: AI-managed accounts are drawn by it, all of an operator's together. */
  readonly group?: Uint32Array
  /** In (0, 1): precision and average precision of both sides are re-weighted to it; each side's own unless told. */
  readonly prevalence?: number
}

export type Figures = Readonly<Record<ComparedFigure, number>>

export interface PairedDifference {
  readonly a: number
  readonly b: number
  /** b - a; NaN where either is undefined. */
  readonly difference: number
  /** [-1, 1] where the difference is undefined, or is in more draws than the interval may leave out. */
  readonly interval: Interval
}

/** The widest that a difference of shares can be. */
const UNKNOWN: Interval = [-1, 1]

/**
 * Every figure on both sides, over all accounts, and the interval of its difference. With `maxFpr` the thresholds must
 * be those that `thresholdForFalsePositiveRate` chooses. Throws a RangeError when columns differ in length.
 */
export function pairedBootstrap(
  a: Side,
  b: Side,
  { seed, draws = 200, confidence = 0.95, maxFpr, group, prevalence }: PairedBootstrapOptions,
): Record<ComparedFigure, PairedDifference> {
  requireSameAccounts(a, b)
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)]
  const strata = strataOf(ranksA, ranksB, a.label, b.label, group)
  const exactA = figuresOf(ranksA.index, a.threshold, prevalence)
  const exactB = figuresOf(ranksB.index, b.threshold, prevalence)
  const [countsA, countsB] = [emptyCounts(ranksA), emptyCounts(ranksB)]
  const [oddsA, oddsB] = [oddsOf(ranksA.index, prevalence), oddsOf(ranksB.index, prevalence)]
  const differences = () => {
    const [ofA, ofB] = [figuresOfCounts(countsA, oddsA, maxFpr), figuresOfCounts(countsB, oddsB, maxFpr)]
    return COMPARED_FIGURES.map((figure) => ofB[figure] - ofA[figure])
  }

  for (const stratum of strata) countAll(stratum, countsA, countsB)
  const lostToGroups = differences().map(
    (grouped, at) => exactB[COMPARED_FIGURES[at]] - exactA[COMPARED_FIGURES[at]] - grouped,
  )
  const random = stream(seed, "evaluation/comparison")
  const drawn = COMPARED_FIGURES.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    for (const counts of [countsA, countsB]) clear(counts)
    for (const stratum of strata) drawStratum(stratum, countsA, countsB, random)
    for (const [at, difference] of differences().entries())
      drawn[at][draw] = Math.min(1, Math.max(-1, difference + lostToGroups[at]))
  }
  const rows = COMPARED_FIGURES.map((figure, at) => {
    const difference = exactB[figure] - exactA[figure]
    const interval = Number.isNaN(difference) ? UNKNOWN : percentiles(drawn[at], confidence)
    return [figure, { a: exactA[figure], b: exactB[figure], difference, interval }] as const
  })
  return Object.fromEntries(rows) as Record<ComparedFigure, PairedDifference>
}

/** AI-managed accounts to an authentic one. */
const oddsOf = ({ managed, authentic }: ScoreIndex, prevalence?: number) =>
  prevalence === undefined ? managed / authentic : prevalence / (1 - prevalence)

function figuresOf(index: ScoreIndex, threshold: number, prevalence?: number): Figures {
  const counted = index.confusionAt(threshold)
  return {
    recall: recall(counted),
    fpr: falsePositiveRate(counted),
    precision: precision(prevalence === undefined ? counted : reweigh(counted, prevalence)),
    auc: rocAuc(index),
    ap: averagePrecision(index, prevalence),
  }
}

/** One side on its own: its figures, and what they are in each draw of its accounts. */
export interface DrawnFigures {
  readonly exact: Figures
  /** One value a draw; NaN where the figure is undefined. */
  readonly drawn: Readonly<Record<ComparedFigure, Float64Array>>
}

/** As the paired draws, of one side alone; for sides that do not judge the same accounts. */
export function drawFigures(
  side: Side,
  { seed, draws = 200, maxFpr, group, prevalence }: Omit<PairedBootstrapOptions, "confidence">,
): DrawnFigures {
  const ranks = ranksOf(side)
  const strata = strataOf(ranks, ranks, side.label, side.label, group)
  const exact = figuresOf(ranks.index, side.threshold, prevalence)
  // Strata count on both sides; the second side's counts are the first's again, and nobody reads them.
  const [counts, again] = [emptyCounts(ranks), emptyCounts(ranks)]
  const odds = oddsOf(ranks.index, prevalence)
  for (const stratum of strata) countAll(stratum, counts, again)
  const grouped = figuresOfCounts(counts, odds, maxFpr)
  const random = stream(seed, "evaluation/comparison")
  const columns = COMPARED_FIGURES.map((figure) => [figure, new Float64Array(draws)] as const)
  for (let draw = 0; draw < draws; draw++) {
    clear(counts)
    for (const stratum of strata) drawStratum(stratum, counts, again, random)
    const figures = figuresOfCounts(counts, odds, maxFpr)
    for (const [figure, column] of columns)
      column[draw] = Math.min(1, Math.max(0, figures[figure] + exact[figure] - grouped[figure]))
  }
  return { exact, drawn: Object.fromEntries(columns) as DrawnFigures["drawn"] }
}

/** Accounts drawn of each class by group, the highest scores first. */
interface Counts {
  /** [authentic, AI-managed]. */
  readonly byLabel: readonly [Float64Array, Float64Array]
  readonly flaggedGroups: number
}

const emptyCounts = ({ count, flagged }: Ranks): Counts => ({
  byLabel: [new Float64Array(count), new Float64Array(count)],
  flaggedGroups: flagged,
})

function clear({ byLabel }: Counts): void {
  for (const column of byLabel) column.fill(0)
}

function countAll({ labelA, labelB, places }: Stratum, a: Counts, b: Counts): void {
  for (const place of places) {
    a.byLabel[labelA][place >>> 16]++
    b.byLabel[labelB][place & 0xffff]++
  }
}

/** A binomial draw takes about as long as drawing this many accounts. */
const ACCOUNTS_A_BINOMIAL = 6

/** Draws as many operators or accounts as there are, with replacement; accounts one by one, or by place where these are few. */
function drawStratum(stratum: Stratum, a: Counts, b: Counts, random: Random): void {
  const { labelA, labelB, places, lots, cells } = stratum
  const [ofA, ofB] = [a.byLabel[labelA], b.byLabel[labelB]]
  if (lots !== null) {
    for (let drawn = 1; drawn < lots.length; drawn++) {
      const lot = Math.floor(random() * (lots.length - 1))
      for (let i = lots[lot]; i < lots[lot + 1]; i++) {
        ofA[places[i] >>> 16]++
        ofB[places[i] & 0xffff]++
      }
    }
    return
  }
  if (cells.place.length * ACCOUNTS_A_BINOMIAL > places.length) {
    for (let i = 0; i < places.length; i++) {
      const place = places[Math.floor(random() * places.length)]
      ofA[place >>> 16]++
      ofB[place & 0xffff]++
    }
    return
  }
  let toDraw = places.length
  let inLater = places.length
  for (let cell = 0; cell < cells.place.length; cell++) {
    const accounts = binomial(toDraw, cells.accounts[cell] / inLater, random)
    ofA[cells.place[cell] >>> 16] += accounts
    ofB[cells.place[cell] & 0xffff] += accounts
    toDraw -= accounts
    inLater -= cells.accounts[cell]
  }
}

/** `odds`: of the classes, to which precision and average precision are re-weighted where both have accounts. */
function figuresOfCounts(
  { byLabel: [authentic, managed], flaggedGroups }: Counts,
  odds: number,
  maxFpr?: number,
): Figures {
  const allManaged = sum(managed)
  const allAuthentic = sum(authentic)
  const authenticWeight = allManaged > 0 && allAuthentic > 0 ? allManaged / allAuthentic / odds : 1
  let caught = 0
  let hit = 0
  let areaUnderRoc = 0
  let areaUnderPrecision = 0
  let caughtAtThreshold = 0
  let hitAtThreshold = 0
  for (let group = 0; group < managed.length; group++) {
    areaUnderRoc += authentic[group] * (caught + managed[group] / 2)
    caught += managed[group]
    hit += authentic[group]
    if (managed[group] > 0) areaUnderPrecision += (managed[group] * caught) / (caught + hit * authenticWeight)
    if (maxFpr === undefined ? group < flaggedGroups : hit / allAuthentic <= maxFpr) {
      caughtAtThreshold = caught
      hitAtThreshold = hit
    }
  }
  return {
    recall: caughtAtThreshold / allManaged,
    fpr: hitAtThreshold / allAuthentic,
    precision: caughtAtThreshold / (caughtAtThreshold + hitAtThreshold * authenticWeight),
    auc: areaUnderRoc / (allManaged * allAuthentic),
    ap: areaUnderPrecision / allManaged,
  }
}

const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0)

/** The draws in which the difference is defined, without an equal share at either end. */
export function percentiles(drawn: Float64Array, confidence: number): Interval {
  const defined = drawn.filter((value) => !Number.isNaN(value)).sort()
  if (defined.length < confidence * drawn.length) return UNKNOWN
  return [quantile(defined, (1 - confidence) / 2), quantile(defined, (1 + confidence) / 2)]
}

/** Linear between the neighbouring order statistics (method R-7, numpy's default). */
function quantile(ascending: Float64Array, probability: number): number {
  const position = probability * (ascending.length - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, ascending.length - 1)
  return ascending[below] + (ascending[above] - ascending[below]) * (position - below)
}
