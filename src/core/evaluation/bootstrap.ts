/**
 * Bootstrap intervals of areas under curves: the percentile method over stratified draws.
 *
 * Stratified: every draw has as many AI-managed and as many authentic accounts as there are, because how many
 * there are is the scenario's choice (or the prevalence slider's), not chance.
 *
 * Fast at any size: accounts are first put into at most 1,024 groups of neighbouring scores, each with at most
 * about 1/512 of either class, and a draw is the number of times that each group is drawn (a multinomial, by exact
 * binomials), not the accounts. Within a group scores count as tied. What that takes off the area is known
 * exactly for the accounts themselves, and is added to both ends.
 *
 * Where operators are known, AI-managed accounts are drawn by operator, all of one's together (resample.ts): a fleet that
 * scores alike is one observation, and intervals that count its accounts apart are too narrow. Such draws hold now more
 * and now fewer accounts; average precision is of the same prevalence in all of them.
 *
 * An area of exactly 1 has an interval without width: a bootstrap sees no error that the data do not show.
 */
import { type Random, stream } from "../random/streams.ts"
import { binomial } from "./binomial.ts"
import { recall } from "./confusion.ts"
import { averagePrecision, rocAuc } from "./curves.ts"
import type { Interval } from "./intervals.ts"
import { thresholdForFalsePositiveRate } from "./operating-point.ts"
import { classWeights } from "./prevalence.ts"
import { drawOperators } from "./resample.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface BootstrapOptions {
  /** Names the stream of draws: same seed, same interval. */
  readonly seed: string
  /** 200 unless told. */
  readonly draws?: number
  /** In (0, 1); 0.95 unless told. */
  readonly confidence?: number
}

export interface AreaOptions extends BootstrapOptions {
  /** Scores of the AI-managed accounts by operator (`scoresByOperator`), to draw them so; one by one unless given. */
  readonly operators?: readonly Float32Array[]
}

const GROUPS_PER_CLASS = 512

/** Accounts of each class by group, the highest scores first; both of one length. */
interface Groups {
  readonly managed: Float64Array
  readonly authentic: Float64Array
}

/** Groups as the accounts are. */
interface ScoredGroups extends Groups {
  /** The lowest score of each, descending. */
  readonly lowest: Float32Array
}

/** The scores of each operator's accounts (`operatorsOf`); what is missing is left out. */
export function scoresByOperator(operators: readonly Uint32Array[], score: Float32Array): Float32Array[] {
  return operators
    .map((accounts) => Float32Array.from(accounts, (account) => score[account]))
    .map((scores) => scores.filter((value) => !Number.isNaN(value)))
    .filter((scores) => scores.length > 0)
}

/** Interval of `rocAuc`; [NaN, NaN] when a class is empty. */
export function bootstrapAuc(index: ScoreIndex, options: AreaOptions): Interval {
  return bootstrap(index, options, "auc", rocAuc(index), areaUnderRoc)
}

/**
 * Interval of `averagePrecision`, re-weighted to `prevalence` if given; [NaN, NaN] when a class is empty.
 */
export function bootstrapAveragePrecision(
  index: ScoreIndex,
  options: AreaOptions,
  prevalence?: number,
): Interval {
  const weights = classWeights(index.managed, index.authentic, prevalence)
  const authenticPerManaged = weights.authentic / weights.managed
  return bootstrap(index, options, "average-precision", averagePrecision(index, prevalence), (groups) =>
    areaUnderPrecision(groups, (authenticPerManaged * sumOf(groups.managed)) / index.managed),
  )
}

/**
 * Interval of the recall at the threshold of a false-positive rate of at most `maxFpr`, in [0, 1]; the threshold is
 * chosen again in every draw. [NaN, NaN] when a class is empty.
 */
export function bootstrapRecall(index: ScoreIndex, maxFpr: number, options: AreaOptions): Interval {
  const threshold = thresholdForFalsePositiveRate(index, maxFpr)
  const exact = recall(index.confusionAt(threshold))
  return bootstrap(index, options, `recall/${maxFpr}`, exact, (groups) => recallWithin(groups, maxFpr))
}

function bootstrap(
  index: ScoreIndex,
  { seed, draws = 200, confidence = 0.95, operators }: AreaOptions,
  name: string,
  exact: number,
  area: (groups: Groups) => number,
): Interval {
  if (index.managed === 0 || index.authentic === 0) return [Number.NaN, Number.NaN]
  const random = stream(seed, `evaluation/bootstrap/${name}`)
  const groups = groupNeighbours(index)
  const lostToTies = exact - area(groups)
  const drawn = { managed: groups.managed.slice(), authentic: groups.authentic.slice() }
  const places = operators?.map((scores) => Uint16Array.from(scores, (one) => groupOf(groups.lowest, one)))
  const areas = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    if (places) drawPlaces(places, drawn.managed, random)
    else drawMultinomial(groups.managed, index.managed, drawn.managed, random)
    drawMultinomial(groups.authentic, index.authentic, drawn.authentic, random)
    areas[draw] = Math.min(1, Math.max(0, area(drawn) + lostToTies))
  }
  areas.sort()
  return [quantile(areas, (1 - confidence) / 2), quantile(areas, (1 + confidence) / 2)]
}

/** Closes a group as soon as either class fills its share of it. Tied scores are never parted. */
function groupNeighbours(index: ScoreIndex): ScoredGroups {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const lowest: number[] = []
  const managed: number[] = []
  const authentic: number[] = []
  let managedBefore = 0
  let authenticBefore = 0
  for (let step = 0; step < flaggedManaged.length; step++) {
    const managedHere = flaggedManaged[step] - managedBefore
    const authenticHere = flaggedAuthentic[step] - authenticBefore
    const isFull =
      managedHere * GROUPS_PER_CLASS >= index.managed || authenticHere * GROUPS_PER_CLASS >= index.authentic
    if (!isFull && step < flaggedManaged.length - 1) continue
    lowest.push(score[step])
    managed.push(managedHere)
    authentic.push(authenticHere)
    managedBefore = flaggedManaged[step]
    authenticBefore = flaggedAuthentic[step]
  }
  return {
    lowest: Float32Array.from(lowest),
    managed: Float64Array.from(managed),
    authentic: Float64Array.from(authentic),
  }
}

/** Number of the first group that a score reaches, of groups with these lowest scores, descending; binary search. */
export function groupOf(lowest: Float32Array, score: number): number {
  let [low, high] = [0, lowest.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (score >= lowest[middle]) high = middle
    else low = middle + 1
  }
  return low
}

/** Draws as many operators as there are, with replacement; `places` are the groups of each one's accounts. */
function drawPlaces(places: readonly Uint16Array[], drawn: Float64Array, random: Random): void {
  drawn.fill(0)
  drawOperators(places, random, (group) => drawn[group]++)
}

/** Draws `total` accounts with replacement from groups of the given sizes, group by group. */
export function drawMultinomial(
  sizes: Float64Array,
  total: number,
  drawn: Float64Array,
  random: Random,
): void {
  let toDraw = total
  let inLater = total
  for (let group = 0; group < sizes.length; group++) {
    drawn[group] = inLater > 0 ? binomial(toDraw, sizes[group] / inLater, random) : 0
    toDraw -= drawn[group]
    inLater -= sizes[group]
  }
}

function areaUnderRoc({ managed, authentic }: Groups): number {
  let area = 0
  let managedSum = 0
  let authenticSum = 0
  for (let group = 0; group < managed.length; group++) {
    area += authentic[group] * (managedSum + managed[group] / 2)
    managedSum += managed[group]
    authenticSum += authentic[group]
  }
  return area / (managedSum * authenticSum)
}

function areaUnderPrecision({ managed, authentic }: Groups, authenticPerManaged: number): number {
  let area = 0
  let managedSum = 0
  let authenticSum = 0
  for (let group = 0; group < managed.length; group++) {
    managedSum += managed[group]
    authenticSum += authentic[group]
    if (managed[group] === 0) continue
    area += (managed[group] * managedSum) / (managedSum + authenticSum * authenticPerManaged)
  }
  return area / managedSum
}

/** Recall where the false-positive rate reaches `maxFpr`, linear within the group in which it does. */
function recallWithin({ managed, authentic }: Groups, maxFpr: number): number {
  let allowed = maxFpr * sumOf(authentic)
  let caught = 0
  for (let group = 0; group < managed.length; group++) {
    if (authentic[group] > allowed) {
      caught += (managed[group] * allowed) / authentic[group]
      break
    }
    allowed -= authentic[group]
    caught += managed[group]
  }
  return caught / sumOf(managed)
}

const sumOf = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0)

/** Linear between the neighbouring order statistics (method R-7, numpy's default). */
export function quantile(ascending: Float64Array, probability: number): number {
  const position = probability * (ascending.length - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, ascending.length - 1)
  return ascending[below] + (ascending[above] - ascending[below]) * (position - below)
}
