import { describe, expect, it } from "vitest"
import { binomial } from "../../src/core/evaluation/binomial.ts"
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  createScoreIndex,
  type Interval,
  rocAuc,
} from "../../src/core/evaluation/index.ts"
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
