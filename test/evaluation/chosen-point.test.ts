import { describe, expect, it } from "vitest"
import { bestF1, type Choice, thresholdBy, withinFalsePositives } from "../../src/core/evaluation/choice.ts"
import { type ChosenPoint, chosenPoint } from "../../src/core/evaluation/chosen-point.ts"
import { type Costs, cheapest, costInterval, costOf } from "../../src/core/evaluation/costs.ts"
import { guaranteeOf } from "../../src/core/evaluation/guarantee.ts"
import {
  type Confusion,
  createScoreIndex,
  f1,
  falsePositiveRate,
  type Interval,
  operatingPoint,
  precision,
  recall,
  type ScoreIndex,
  thresholdForBestF1,
} from "../../src/core/evaluation/index.ts"
import { type Random, stream } from "../../src/core/random/streams.ts"

const AUTHENTIC = 400
const MANAGED = 40
const LABEL = Uint8Array.from({ length: AUTHENTIC + MANAGED }, (_, k) => (k < AUTHENTIC ? 0 : 1))
const ONE = { managed: 1, authentic: 1 }
const COSTS: Costs = { falsePositive: 3, falseNegative: 10, review: 0.1 }

/** Authentic scores u^2 and AI-managed ones 1 - u^2, of even u. */
function drawn(random: Random): ScoreIndex {
  const score = Float32Array.from(LABEL, (managed) => (managed ? 1 - random() ** 2 : random() ** 2))
  return createScoreIndex(score, LABEL)
}

/** What a threshold does to accounts without number, scaled to as many as were drawn. */
function truthAt(threshold: number): Confusion {
  const caught = Math.sqrt(1 - Math.min(1, threshold))
  const wronged = 1 - Math.sqrt(Math.min(1, threshold))
  return {
    truePositives: MANAGED * caught,
    falsePositives: AUTHENTIC * wronged,
    trueNegatives: AUTHENTIC * (1 - wronged),
    falseNegatives: MANAGED * (1 - caught),
  }
}

const CHOICES: Readonly<Record<string, (index: ScoreIndex) => Choice>> = {
  "the best F1": (index) => bestF1(index.managed, ONE),
  "a guarantee": () => withinFalsePositives(guaranteeOf(AUTHENTIC, 0.02, 0.9).allowed!),
  "the least cost": (index) => cheapest(index, COSTS, ONE),
}

const FIGURES = { precision, recall, falsePositiveRate, f1 }
type Name = keyof typeof FIGURES

const cost = {
  of: (c: Confusion) => costOf(c, COSTS, ONE).total,
  range: [0, Number.POSITIVE_INFINITY] as Interval,
  fixed: (c: Confusion) => costInterval(c, COSTS, ONE),
}

describe("chosenPoint", () => {
  const index = drawn(stream("chosen-point", "one"))

  it("is the operating point at the chosen threshold, its intervals no narrower", () => {
    const { point } = chosenPoint(index, bestF1(MANAGED, ONE), { seed: "a", prevalence: 0.01 })
    const fixed = operatingPoint(index, thresholdForBestF1(index), 0.01)
    expect(point).toMatchObject({ threshold: fixed.threshold, observed: fixed.observed, prevalence: 0.01 })
    for (const name of Object.keys(FIGURES) as Name[]) {
      expect(point[name].value).toBe(fixed[name].value)
      expect(point[name].interval[0]).toBeLessThanOrEqual(fixed[name].interval[0])
      expect(point[name].interval[1]).toBeGreaterThanOrEqual(fixed[name].interval[1])
    }
  })

  it("is the same for the same seed and another for another", () => {
    const at = (seed: string) => chosenPoint(index, bestF1(MANAGED, ONE), { seed }).point
    expect(at("a")).toEqual(at("a"))
    expect(at("a")).not.toEqual(at("b"))
  })

  it("chooses within a limit only, on the data and in every draw", () => {
    const choice = withinFalsePositives(100)
    expect(thresholdBy(index, choice)).toBeLessThan(0.8)
    const limit = {
      atLeast: 0.8,
      inDraws: (score: Float64Array) => () => score.filter((one) => one >= 0.9).length,
    }
    const { threshold, thresholdInterval } = chosenPoint(index, choice, { seed: "a", limit }).point
    const lowest = (least: number) => index.thresholds.score.findLast((score) => score >= least)
    expect(threshold).toBe(lowest(0.8))
    expect(thresholdInterval).toEqual([lowest(0.9), lowest(0.9)])
  })

  it("may flag nobody in some draws, and then knows little of precision", () => {
    // One AI-managed account at the top, and a guarantee that allows no authentic one to be flagged.
    const score = Float32Array.from({ length: 100 }, (_, k) => k / 100)
    const one = createScoreIndex(
      score,
      Uint8Array.from(score, (_, k) => (k === 99 || k < 20 ? 1 : 0)),
    )
    const { point } = chosenPoint(one, withinFalsePositives(0), { seed: "a" })
    expect(point.threshold).toBe(Math.fround(0.99))
    expect(point.precision).toEqual({ value: 1, interval: [0, 1] })
    // Where the account is not drawn, the step at it still flags nobody wrongly.
    expect(point.thresholdInterval[1]).toBe(Math.fround(0.99))
  })

  it("has no threshold interval without both classes", () => {
    const single = createScoreIndex(Float32Array.of(0.2, 0.8), Uint8Array.of(0, 0))
    const { point } = chosenPoint(single, withinFalsePositives(1), { seed: "a" })
    expect(point.thresholdInterval).toEqual([Number.NaN, Number.NaN])
    expect(point.recall.interval).toEqual([0, 1])
  })

  it("finds intervals of a large population like those of a small one with as many accounts per group", () => {
    const random = stream("chosen-point", "large")
    const label = Uint8Array.from({ length: 100_000 }, (_, k) => (k % 10 === 0 ? 1 : 0))
    const score = Float32Array.from(label, (managed) => (managed ? 1 - random() ** 2 : random() ** 2))
    const large = createScoreIndex(score, label)
    const { point } = chosenPoint(large, withinFalsePositives(90), { seed: "a", draws: 1000 })
    // The true rate above the 91st highest of 90,000 is distributed as Beta(91, 89,910): mean 91, SD 9.5 of them.
    const [low, high] = point.falsePositiveRate.interval
    expect(low * 90_000).toBeGreaterThan(91 - 2.6 * 9.5)
    expect(low * 90_000).toBeLessThan(91 - 1.6 * 9.5)
    expect(high * 90_000).toBeGreaterThan(91 + 1.6 * 9.5)
    expect(high * 90_000).toBeLessThan(91 + 2.6 * 9.5)
  })
})

describe("intervals at a chosen threshold, by simulation", () => {
  const REPETITIONS = 150

  it.each(Object.entries(CHOICES))(
    "hold the true figures in 95 of 100 repetitions, at %s",
    (name, choiceFor) => {
      const random = stream("chosen-point", name)
      const held: Record<string, number> = { precision: 0, recall: 0, falsePositiveRate: 0, f1: 0, cost: 0 }
      const count = (figure: string, [low, high]: Interval, truth: number) => {
        if (low <= truth && truth <= high) held[figure]!++
      }
      for (let repetition = 0; repetition < REPETITIONS; repetition++) {
        const index = drawn(random)
        const options = { seed: String(repetition), draws: 150 }
        const { point, intervals } = chosenPoint(index, choiceFor(index), options, { cost })
        const truth = truthAt(point.threshold)
        for (const figure of Object.keys(FIGURES) as Name[]) {
          count(figure, point[figure].interval, FIGURES[figure](truth))
        }
        count("cost", intervals.cost!, cost.of(truth))
      }
      // Three standard errors of so many repetitions: what chance alone may take away.
      const least = 0.95 * REPETITIONS - 3 * Math.sqrt(REPETITIONS * 0.95 * 0.05)
      for (const [figure, times] of Object.entries(held)) expect(times, figure).toBeGreaterThanOrEqual(least)
    },
  )

  it("hold it more often than those that take the threshold as given", () => {
    const random = stream("chosen-point", "naive")
    const held = { chosen: 0, fixed: 0 }
    const isIn = (point: Pick<ChosenPoint, "recall">, truth: number) =>
      point.recall.interval[0] <= truth && truth <= point.recall.interval[1]
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const index = drawn(random)
      const { point } = chosenPoint(index, bestF1(MANAGED, ONE), { seed: "a", draws: 150 })
      const truth = recall(truthAt(point.threshold))
      if (isIn(point, truth)) held.chosen++
      if (isIn(operatingPoint(index, point.threshold), truth)) held.fixed++
    }
    expect(held.fixed).toBeLessThan(0.95 * REPETITIONS)
    expect(held.chosen).toBeGreaterThan(held.fixed)
  })
})
