import { describe, expect, it } from "vitest"
import { ablate } from "../../src/core/evaluation/ablation.ts"
import { binomial } from "../../src/core/evaluation/binomial.ts"
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  createScoreIndex,
  type Interval,
  operatorsOf,
  rocAuc,
  scoresByOperator,
} from "../../src/core/evaluation/index.ts"
import { samplingOf } from "../../src/core/evaluation/resample.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { reference } from "./reference.ts"

describe("bootstrap", () => {
  const known = reference.bootstrap
  const score = Float32Array.from(known.scoreTimes8192, (value) => value / 8192)
  const label = Uint8Array.from(score, (_, account) => (account < known.authentic ? 0 : 1))
  const index = createScoreIndex(score, label)

  /** Ends within a tenth of the interval's width: what 4,000 draws on each side leave to chance. */
  function expectLike(found: Interval, wanted: Interval) {
    const width = wanted[1] - wanted[0]
    expect(Math.abs(found[0] - wanted[0])).toBeLessThan(width / 10)
    expect(Math.abs(found[1] - wanted[1])).toBeLessThan(width / 10)
  }

  it("of the AUC is like drawing every account on its own", () => {
    expectLike(bootstrapAuc(index, { seed: "a", draws: 4000 }), known.auc)
  })

  it("of average precision is like drawing every account on its own", () => {
    expectLike(bootstrapAveragePrecision(index, { seed: "a", draws: 4000 }), known.averagePrecision)
  })

  it("holds the area, whatever the prevalence, and is wider at higher confidence", () => {
    const options = { seed: "a" }
    expectHolds(bootstrapAuc(index, options), rocAuc(index))
    expectHolds(bootstrapAveragePrecision(index, options, 0.003), averagePrecision(index, 0.003))
    const [low, high] = bootstrapAuc(index, { seed: "a", confidence: 0.5 })
    const [lower, higher] = bootstrapAuc(index, { seed: "a", confidence: 0.99 })
    expect(higher - lower).toBeGreaterThan(high - low)
  })

  it("is centred on the area itself, also where groups of many accounts tie what is not tied", () => {
    const random = stream("bootstrap", "test")
    const label = Uint8Array.from({ length: 200_000 }, (_, account) => account % 2)
    const score = Float32Array.from(label, (managed) => (managed ? 1 - random() ** 6 : random()))
    const large = createScoreIndex(score, label)
    const [low, high] = bootstrapAveragePrecision(large, { seed: "a", draws: 1000 })
    const [median] = bootstrapAveragePrecision(large, { seed: "a", draws: 2000, confidence: 1e-9 })
    expect(Math.abs(median - averagePrecision(large))).toBeLessThan((high - low) / 20)
  })

  it("is the same for the same seed and another for another", () => {
    expect(bootstrapAuc(index, { seed: "a" })).toEqual(bootstrapAuc(index, { seed: "a" }))
    expect(bootstrapAuc(index, { seed: "a" })).not.toEqual(bootstrapAuc(index, { seed: "b" }))
  })

  it("is undefined for a single class", () => {
    const single = createScoreIndex(Float32Array.of(0.2, 0.8), Uint8Array.of(1, 1))
    expect(bootstrapAuc(single, { seed: "a" })).toEqual([Number.NaN, Number.NaN])
    expect(bootstrapAveragePrecision(single, { seed: "a" })).toEqual([Number.NaN, Number.NaN])
  })

  it("sees no error where the classes are told apart", () => {
    const perfect = createScoreIndex(Float32Array.of(0.1, 0.2, 0.8, 0.9), Uint8Array.of(0, 0, 1, 1))
    expect(bootstrapAuc(perfect, { seed: "a" })).toEqual([1, 1])
  })
})

describe("bootstrap by operator", () => {
  const random = stream("bootstrap", "operators")
  /** Ten fleets of ten accounts, each as easy or hard to tell as its operator's tools make it. */
  const fleets = Uint32Array.from({ length: 100 }, (_, account) => Math.floor(account / 10))
  const label = Uint8Array.from({ length: 500 }, (_, account) => (account < 100 ? 1 : 0))
  const group = Uint32Array.from(label, (managed, account) => (managed ? fleets[account]! : NONE))
  const operators = operatorsOf(label, group)
  const bell = () => normal(random)
  function population(): Float32Array {
    const skill = Float64Array.from({ length: 10 }, () => 1 + bell())
    return Float32Array.from(label, (managed, account) =>
      managed ? skill[fleets[account]!]! + 0.3 * bell() : bell(),
    )
  }
  /** scipy: `norm.cdf(1 / sqrt(1 + 0.3**2 + 1))`, of two normals of means 1 and 0. */
  const trueAuc = 0.7554416690403907

  it("holds the true area about as often as it says, where drawing accounts holds it far less often", () => {
    const held = { byOperator: 0, byAccount: 0 }
    for (let k = 0; k < 100; k++) {
      const score = population()
      const index = createScoreIndex(score, label)
      const options = { seed: `${k}`, operators: scoresByOperator(operators, score) }
      const holds = ([low, high]: Interval) => (low <= trueAuc && trueAuc <= high ? 1 : 0)
      held.byOperator += holds(bootstrapAuc(index, options))
      held.byAccount += holds(bootstrapAuc(index, { seed: `${k}` }))
    }
    // Percentiles of ten fleets fall a little short of 95 %.
    expect(held.byOperator).toBeGreaterThan(85)
    expect(held.byAccount).toBeLessThan(65)
  })

  it("is like drawing accounts where every operator has one", () => {
    const score = population()
    const index = createScoreIndex(score, label)
    const alone = operatorsOf(label, new Uint32Array(label.length).fill(NONE))
    const options = { seed: "a", draws: 4000 }
    for (const intervalOf of [bootstrapAuc, bootstrapAveragePrecision]) {
      const [low, high] = intervalOf(index, options)
      const [lower, higher] = intervalOf(index, { ...options, operators: scoresByOperator(alone, score) })
      expect(Math.abs(low - lower)).toBeLessThan((high - low) / 10)
      expect(Math.abs(high - higher)).toBeLessThan((high - low) / 10)
    }
  })

  it("is like the draws that ablation compares on", () => {
    const score = population()
    const options = { seed: "a", draws: 4000, operators: scoresByOperator(operators, score) }
    const [low, high] = bootstrapAuc(createScoreIndex(score, label), options)
    const [lower, higher] = ablate(score, [], label, samplingOf(label, group, options)).full.auc.interval
    expect(Math.abs(low - lower)).toBeLessThan((high - low) / 10)
    expect(Math.abs(high - higher)).toBeLessThan((high - low) / 10)
  })

  it("leaves out accounts without a score, and operators without any", () => {
    const score = Float32Array.of(0.5, Number.NaN, Number.NaN, 0.25)
    const of = [Uint32Array.of(0, 1), Uint32Array.of(2), Uint32Array.of(3)]
    expect(scoresByOperator(of, score)).toEqual([Float32Array.of(0.5), Float32Array.of(0.25)])
  })
})

describe("binomial", () => {
  it.each([
    [1, 0.3],
    [20, 0.25],
    [1000, 0.004],
    [40, 0.5],
    [500, 0.2],
    [500, 0.85],
    [1_000_000, 0.03],
  ])("has the mean and the variance of %i trials at %f", (trials, probability) => {
    const random = stream("binomial", "test")
    const draws = 20_000
    let sum = 0
    let squares = 0
    const mean = trials * probability
    for (let draw = 0; draw < draws; draw++) {
      const successes = binomial(trials, probability, random)
      expect(Number.isInteger(successes) && successes >= 0 && successes <= trials).toBe(true)
      sum += successes - mean
      squares += (successes - mean) ** 2
    }
    const variance = mean * (1 - probability)
    expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(variance / draws))
    expect(Math.abs(squares / draws / variance - 1)).toBeLessThan(0.05)
  })

  it.each([
    [30, 0.2],
    [60, 0.3],
  ])("has the distribution of %i trials at %f", (trials, probability) => {
    const random = stream("binomial", "distribution")
    const draws = 50_000
    const found = new Uint32Array(trials + 1)
    for (let draw = 0; draw < draws; draw++) found[binomial(trials, probability, random)]++
    let chance = (1 - probability) ** trials
    for (let k = 0; k <= trials; k++) {
      const wanted = draws * chance
      if (wanted > 25) expect(Math.abs(found[k] - wanted)).toBeLessThan(4.5 * Math.sqrt(wanted))
      chance *= ((trials - k) / (k + 1)) * (probability / (1 - probability))
    }
  })

  it("is certain at the ends", () => {
    const random = stream("binomial", "ends")
    expect([binomial(0, 0.5, random), binomial(7, 0, random), binomial(7, 1, random)]).toEqual([0, 0, 7])
  })
})

function expectHolds([low, high]: Interval, value: number) {
  expect(low).toBeLessThan(value)
  expect(high).toBeGreaterThan(value)
}
