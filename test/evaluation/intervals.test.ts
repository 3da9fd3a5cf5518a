import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { binomial } from "../../src/core/evaluation/binomial.ts"
import {
  type Confusion,
  f1,
  f1Interval,
  falsePositiveRateInterval,
  flaggedShare,
  flaggedShareInterval,
  type Interval,
  isTooSmall,
  matthews,
  matthewsInterval,
  precision,
  precisionInterval,
  prevalenceOf,
  recallInterval,
  reweigh,
  wilson,
} from "../../src/core/evaluation/index.ts"
import { normalQuantile } from "../../src/core/evaluation/normal.ts"
import { stream } from "../../src/core/random/streams.ts"
import { prevalence } from "./arbitraries.ts"
import { expectClose } from "./expect-close.ts"
import { reference } from "./reference.ts"

describe("wilson", () => {
  it.each(reference.wilson)(
    "is scipy's for %i of %i at confidence %f",
    (successes, trials, confidence, low, high) => {
      const interval = wilson(successes, trials, confidence)
      expectClose(interval[0], low)
      expectClose(interval[1], high)
    },
  )

  it("knows nothing without trials", () => {
    expect(wilson(0, 0)).toEqual([0, 1])
  })

  it("ends at exactly 0 and exactly 1 when no trial, or every one, succeeds", () => {
    for (let trials = 1; trials < 200; trials++) {
      expect(wilson(0, trials)[0]).toBe(0)
      expect(wilson(trials, trials)[1]).toBe(1)
    }
  })

  it("holds the share itself, within [0, 1]", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (successes, failures) => {
        fc.pre(successes + failures > 0)
        const [low, high] = wilson(successes, successes + failures)
        const share = successes / (successes + failures)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(share)
        expect(high).toBeGreaterThanOrEqual(share)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it.each(reference.normalQuantile)("normalQuantile is scipy's norm.ppf at %d", (probability, quantile) => {
  expectClose(normalQuantile(probability), quantile)
})

describe("isTooSmall", () => {
  it("asks for 100 trials", () => {
    expect([0, 99, 100, 5000].map(isTooSmall)).toEqual([true, true, false, false])
  })

  it("is a rule under which a rate near one half is known to 0.19 at best", () => {
    const width = (trials: number) => wilson(trials / 2, trials)[1] - wilson(trials / 2, trials)[0]
    expect(width(98)).toBeGreaterThan(0.19)
    expect(wilson(0, 99)[1]).toBeGreaterThan(0.037)
  })
})

const observed: Confusion = {
  truePositives: 420,
  falsePositives: 150,
  trueNegatives: 19_250,
  falseNegatives: 180,
}

describe("intervals of a matrix", () => {
  it("are Wilson's over the accounts they are shares of", () => {
    expect(recallInterval(observed)).toEqual(wilson(420, 600))
    expect(falsePositiveRateInterval(observed)).toEqual(wilson(150, 19_400))
    expect(precisionInterval(observed)).toEqual(wilson(420, 570))
    expect(precisionInterval(observed, 600 / 20_000)).toEqual(wilson(420, 570))
    expect(flaggedShareInterval(observed)).toEqual(wilson(570, 20_000))
  })

  it("under another prevalence, hold the re-weighted figure", () => {
    const count = fc.nat(3000)
    const matrix = fc.record({
      truePositives: count,
      falsePositives: count,
      trueNegatives: count,
      falseNegatives: count,
    })
    fc.assert(
      fc.property(matrix, prevalence, (c, wanted) => {
        fc.pre(c.truePositives + c.falseNegatives > 0 && c.falsePositives + c.trueNegatives > 0)
        const weighed = reweigh(c, wanted)
        expectHolds(precisionInterval(c, wanted), precision(weighed))
        expectHolds(f1Interval(c, wanted), f1(weighed))
        expectHolds(matthewsInterval(c, wanted), matthews(weighed))
        expectHolds(flaggedShareInterval(c, wanted), flaggedShare(weighed))
        expectHolds(f1Interval(c), f1(c))
        expectHolds(matthewsInterval(c), matthews(c))
      }),
    )
  })

  it("are the widest possible where nothing is known", () => {
    const empty = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 }
    expect(precisionInterval(empty)).toEqual([0, 1])
    expect(f1Interval(empty)).toEqual([0, 1])
    expect(matthewsInterval(empty)).toEqual([-1, 1])
    const onlyManaged = { ...empty, truePositives: 50, falseNegatives: 50 }
    expect(precisionInterval(onlyManaged, 0.1)[1]).toBe(1)
    expect(precisionInterval(onlyManaged, 0.1)[0]).toBeLessThan(0.07)
  })

  it("hold the true figure in at least 95 of 100 repetitions", () => {
    const random = stream("coverage", "test")
    const truth = { recall: 0.7, rate: 0.008, prevalence: 0.003 }
    const wanted = {
      precision: precision(expected(truth.recall, truth.rate, truth.prevalence)),
      f1: f1(expected(truth.recall, truth.rate, truth.prevalence)),
      matthews: matthews(expected(truth.recall, truth.rate, truth.prevalence)),
    }
    const held = { precision: 0, f1: 0, matthews: 0 }
    const repetitions = 2000
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const truePositives = binomial(600, truth.recall, random)
      const falsePositives = binomial(19_400, truth.rate, random)
      const c = {
        truePositives,
        falsePositives,
        trueNegatives: 19_400 - falsePositives,
        falseNegatives: 600 - truePositives,
      }
      if (isWithin(precisionInterval(c, truth.prevalence), wanted.precision)) held.precision++
      if (isWithin(f1Interval(c, truth.prevalence), wanted.f1)) held.f1++
      if (isWithin(matthewsInterval(c, truth.prevalence), wanted.matthews)) held.matthews++
    }
    for (const count of Object.values(held)) expect(count / repetitions).toBeGreaterThan(0.95)
  })
})

function expected(recall: number, rate: number, share: number): Confusion {
  return {
    truePositives: share * recall,
    falsePositives: (1 - share) * rate,
    trueNegatives: (1 - share) * (1 - rate),
    falseNegatives: share * (1 - recall),
  }
}

function isWithin([low, high]: Interval, value: number): boolean {
  return low <= value && value <= high
}

/** But for rounding; an undefined figure is held by anything. */
function expectHolds([low, high]: Interval, value: number): void {
  if (Number.isNaN(value)) return
  expect(low).toBeLessThanOrEqual(value + 1e-12)
  expect(high).toBeGreaterThanOrEqual(value - 1e-12)
}

it("prevalenceOf the observed matrix is its share of AI-managed accounts", () => {
  expect(prevalenceOf(observed)).toBe(0.03)
})
