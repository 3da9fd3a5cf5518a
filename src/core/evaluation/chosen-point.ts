/**
 * Figures at a threshold that was chosen on the data, with intervals that know it.
 *
 * An interval at a fixed threshold takes the threshold as given; one that was picked because it looked best on these
 * accounts looks better on them than on others. So the threshold is chosen again in every bootstrap draw, and what
 * counts is by how much the draw flatters its threshold: the figure within the draw minus that of the same threshold
 * on the data. The figure minus the quantiles of this error is the interval (the basic bootstrap; Efron 1983,
 * "Estimating the error rate of a prediction rule"). It aims at the figure of the chosen threshold on accounts yet to
 * come. A bootstrap knows no error that the data do not show, e.g. of 0 out of 50; therefore the interval is widened
 * to hold the one at a fixed threshold: Clopper and Pearson's of recall and false-positive rate, which also hold when
 * the threshold is an order statistic of the scores, and those of intervals.ts for the other figures.
 *
 * Draws are of groups of neighbouring scores (fine-groups.ts), stratified, as in bootstrap.ts.
 */
import { type Random, stream } from "../random/streams.ts"
import { type BootstrapOptions, drawMultinomial } from "./bootstrap.ts"
import { type Choice, stepsAtOrAbove, thresholdBy } from "./choice.ts"
import { clopperPearson } from "./clopper-pearson.ts"
import {
  type Confusion,
  f1,
  falsePositiveRate,
  flaggedShare,
  matthews,
  precision,
  recall,
} from "./confusion.ts"
import { groupFinely } from "./fine-groups.ts"
import type { Interval } from "./intervals.ts"
import { type OperatingPoint, operatingPoint } from "./operating-point.ts"
import { reweigh } from "./prevalence.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface ChoiceOptions extends BootstrapOptions {
  /** Precision, F1, Matthews and flagged share are re-weighted to it. */
  readonly prevalence?: number | undefined
  /** Keeps the choice to some thresholds; all are open unless told. */
  readonly limit?: Limit | undefined
}

/** What keeps a choice to thresholds that are high enough: on the data, and again in every draw. */
export interface Limit {
  /** On the data, thresholds below this one are closed; Infinity leaves only flagging nobody. */
  readonly atLeast: number
  /**
   * Of groups of neighbouring scores, the highest first, `score` is the lowest of each. Then, for each draw, given how
   * many authentic accounts of each group are drawn: how many of the groups, from the first on, are open.
   */
  readonly inDraws: (score: Float64Array) => (drawnAuthentic: Float64Array, random: Random) => number
}

/** A figure of an observed confusion matrix. */
export interface Figure {
  readonly of: (observed: Confusion) => number
  /** What it can be at least and at most. */
  readonly range: Interval
  /** Its interval at a fixed threshold. */
  readonly fixed: (observed: Confusion) => Interval
}

/** An operating point whose intervals know that its threshold was chosen on the data. */
export interface ChosenPoint extends OperatingPoint {
  /** Between these the threshold falls from draw to draw; Infinity flags nobody. [NaN, NaN] when a class is empty. */
  readonly thresholdInterval: Interval
}

export interface Chosen {
  readonly point: ChosenPoint
  /** Of further figures, by their names; those at a fixed threshold when a class is empty. */
  readonly intervals: Readonly<Record<string, Interval>>
}

const RATES = { precision, recall, falsePositiveRate, f1, matthews, flaggedShare }
type Rate = keyof typeof RATES
const RATE_NAMES = Object.keys(RATES) as Rate[]

/** The operating point of a choice; `figures` are further ones to give intervals of. */
export function chosenPoint(
  index: ScoreIndex,
  choice: Choice,
  options: ChoiceOptions,
  figures: Readonly<Record<string, Figure>> = {},
): Chosen {
  const { prevalence, confidence } = options
  const point = operatingPoint(
    index,
    thresholdBy(index, choice, options.limit?.atLeast),
    prevalence,
    confidence,
  )
  const all = { ...figuresOf(point, options), ...figures }
  const { thresholds, intervals } = intervalsOf(index, choice, options, Object.values(all), point.observed)
  const named = Object.fromEntries(Object.keys(all).map((name, k) => [name, intervals[k]]))
  const widened = RATE_NAMES.map((rate) => [rate, { value: point[rate].value, interval: named[rate] }])
  return {
    point: { ...point, ...Object.fromEntries(widened), thresholdInterval: thresholds },
    intervals: Object.fromEntries(Object.keys(figures).map((name) => [name, named[name]])),
  }
}

function figuresOf(point: OperatingPoint, { prevalence, confidence }: ChoiceOptions): Record<Rate, Figure> {
  const weighed = (c: Confusion) => (prevalence === undefined ? c : reweigh(c, prevalence))
  const figures = RATE_NAMES.map((rate): [Rate, Figure] => {
    const range: Interval = rate === "matthews" ? [-1, 1] : [0, 1]
    return [rate, { of: (c) => RATES[rate](weighed(c)), range, fixed: () => point[rate].interval }]
  })
  const { recall, falsePositiveRate, ...rest } = Object.fromEntries(figures) as Record<Rate, Figure>
  const caught = (c: Confusion) =>
    clopperPearson(c.truePositives, c.truePositives + c.falseNegatives, confidence)
  const wronged = (c: Confusion) =>
    clopperPearson(c.falsePositives, c.falsePositives + c.trueNegatives, confidence)
  return {
    ...rest,
    recall: { ...recall, fixed: caught },
    falsePositiveRate: { ...falsePositiveRate, fixed: wronged },
  }
}

function intervalsOf(
  index: ScoreIndex,
  choice: Choice,
  options: ChoiceOptions,
  figures: readonly Figure[],
  observed: Confusion,
): { readonly thresholds: Interval; readonly intervals: readonly Interval[] } {
  if (index.managed === 0 || index.authentic === 0) {
    return { thresholds: [Number.NaN, Number.NaN], intervals: figures.map(({ fixed }) => fixed(observed)) }
  }
  const { draws = 200, confidence = 0.95 } = options
  const tails = [(1 - confidence) / 2, (1 + confidence) / 2] as const
  const thresholds = new Float64Array(draws)
  const errors = figures.map(() => ({ low: new Float64Array(draws), high: new Float64Array(draws) }))
  redraw(index, choice, options, draws, (draw, threshold, drawn, onData) => {
    thresholds[draw] = threshold
    for (const [k, { of }] of figures.entries()) {
      const error = of(drawn) - of(onData)
      // A draw in which the figure is undefined says nothing of it, so it counts as the worst at either end.
      errors[k].low[draw] = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
      errors[k].high[draw] = Number.isNaN(error) ? Number.NEGATIVE_INFINITY : error
    }
  })
  return {
    thresholds: [outer(thresholds.sort(), tails[0]), outer(thresholds, tails[1])],
    intervals: figures.map(({ of, range, fixed }, k) => {
      const value = of(observed)
      if (Number.isNaN(value)) return range
      const low = value - outer(errors[k].low.sort(), tails[1])
      const high = value - outer(errors[k].high.sort(), tails[0])
      return hull([clamp(low, range), clamp(high, range)], fixed(observed))
    }),
  }
}

type Visit = (draw: number, threshold: number, drawn: Confusion, onData: Confusion) => void

/** Chooses the threshold again in every draw; tells what it does there, and what on the data. */
function redraw(index: ScoreIndex, choice: Choice, options: ChoiceOptions, draws: number, visit: Visit) {
  const { seed, limit } = options
  const random = stream(seed, "evaluation/chosen-point")
  const groups = groupFinely(index, stepsAtOrAbove(index, limit?.atLeast ?? 0))
  const { score, sizeManaged, sizeAuthentic, flaggedManaged, flaggedAuthentic } = groups
  const managed = new Float64Array(score.length)
  const authentic = new Float64Array(score.length)
  const openIn = limit?.inDraws(score)
  for (let draw = 0; draw < draws; draw++) {
    drawMultinomial(sizeManaged, index.managed, managed, random)
    drawMultinomial(sizeAuthentic, index.authentic, authentic, random)
    const open = openIn ? openIn(authentic, random) : score.length
    sumUp(managed)
    sumUp(authentic)
    const step = choice({
      flaggedManaged: managed.subarray(0, open),
      flaggedAuthentic: authentic.subarray(0, open),
    })
    const threshold = step < 0 ? Number.POSITIVE_INFINITY : step === score.length - 1 ? 0 : score[step]
    const onData = confusionOf(index, flaggedManaged, flaggedAuthentic, step)
    visit(draw, threshold, confusionOf(index, managed, authentic, step), onData)
  }
}

function confusionOf(
  { managed, authentic }: ScoreIndex,
  flaggedManaged: ArrayLike<number>,
  flaggedAuthentic: ArrayLike<number>,
  step: number,
): Confusion {
  const truePositives = step < 0 ? 0 : flaggedManaged[step]
  const falsePositives = step < 0 ? 0 : flaggedAuthentic[step]
  return {
    truePositives,
    falsePositives,
    trueNegatives: authentic - falsePositives,
    falseNegatives: managed - truePositives,
  }
}

function sumUp(column: Float64Array): void {
  for (let at = 1; at < column.length; at++) column[at] += column[at - 1]
}

/** The order statistic at or beyond the quantile, seen from the middle: ends may be infinite, so none is interpolated. */
function outer(ascending: Float64Array, probability: number): number {
  const position = probability * (ascending.length - 1)
  return ascending[probability < 0.5 ? Math.floor(position) : Math.ceil(position)]
}

const hull = ([low, high]: Interval, [lower, higher]: Interval): Interval => [
  Math.min(low, lower),
  Math.max(high, higher),
]

const clamp = (value: number, [least, most]: Interval) => Math.min(most, Math.max(least, value))
