import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  createScoreIndex,
  f1,
  falsePositiveRate,
  operatingPoint,
  precisionInterval,
  recallInterval,
  reweigh,
  scoreDistribution,
  thresholdForBestF1,
  thresholdForFalsePositiveRate,
} from "../../src/core/evaluation/index.ts"
import { population, prevalence } from "./arbitraries.ts"
import { expectClose } from "./expect-close.ts"
import { indexOf, reference } from "./reference.ts"

const ties = indexOf(reference.cases.find(({ name }) => name === "ties")!)

describe("operatingPoint", () => {
  it("has every figure as observed, with its interval", () => {
    const point = operatingPoint(ties, 0.5)
    expect(point.observed).toEqual(ties.confusionAt(0.5))
    expect(point.confusion).toBe(point.observed)
    expectClose(point.prevalence, ties.managed / ties.judged)
    expect(point.precision.interval).toEqual(precisionInterval(point.observed))
    for (const figure of [
      "precision",
      "recall",
      "falsePositiveRate",
      "f1",
      "matthews",
      "flaggedShare",
    ] as const) {
      const { value, interval } = point[figure]
      expect(interval[0]).toBeLessThan(value)
      expect(interval[1]).toBeGreaterThan(value)
    }
  })

  it("re-weights what depends on prevalence and leaves the rates", () => {
    const asObserved = operatingPoint(ties, 0.5)
    const rare = operatingPoint(ties, 0.5, 0.003)
    expect(rare.prevalence).toBe(0.003)
    expect(rare.confusion).toEqual(reweigh(rare.observed, 0.003))
    expect(rare.recall).toEqual(asObserved.recall)
    expect(rare.falsePositiveRate).toEqual(asObserved.falsePositiveRate)
    expect(rare.precision.value).toBeLessThan(asObserved.precision.value)
    expect(rare.precision.interval).toEqual(precisionInterval(rare.observed, 0.003))
  })

  it("takes the confidence it is given", () => {
    expect(operatingPoint(ties, 0.5, undefined, 0.8).recall.interval).toEqual(
      recallInterval(ties.confusionAt(0.5), 0.8),
    )
  })
})

describe("thresholdForFalsePositiveRate", () => {
  it("keeps to the limit, and every lower score breaks it", () => {
    fc.assert(
      fc.property(population, fc.double({ min: 0, max: 1, noNaN: true }), ({ score, label }, maxFpr) => {
        const index = createScoreIndex(score, label)
        fc.pre(index.authentic > 0)
        const chosen = thresholdForFalsePositiveRate(index, maxFpr)
        expect(falsePositiveRate(index.confusionAt(chosen))).toBeLessThanOrEqual(maxFpr)
        for (const lower of index.thresholds.score) {
          if (lower < chosen) expect(falsePositiveRate(index.confusionAt(lower))).toBeGreaterThan(maxFpr)
        }
      }),
    )
  })

  it.each([
    [1, 0],
    [0.999, 0.25],
    [0.5, 0.375],
    [0.25, 0.5],
    [0, 0.875],
  ])("at most %f is reached from %f on", (maxFpr, threshold) => {
    const index = createScoreIndex(
      Float32Array.of(0.125, 0.25, 0.375, 0.5, 0.875),
      Uint8Array.of(0, 0, 0, 0, 1),
    )
    expect(thresholdForFalsePositiveRate(index, maxFpr)).toBe(threshold)
  })

  it("takes a limit that is a share of the accounts at its word, rounding or not", () => {
    const score = Float32Array.from({ length: 49 }, (_, account) => account / 64)
    const index = createScoreIndex(score, new Uint8Array(49))
    for (let flagged = 1; flagged < 49; flagged++) {
      const chosen = thresholdForFalsePositiveRate(index, flagged / 49)
      expect(index.confusionAt(chosen).falsePositives).toBe(flagged)
    }
  })

  it("flags nobody when an authentic account scores highest and none may be flagged", () => {
    const index = createScoreIndex(Float32Array.of(1, 1, 0.5), Uint8Array.of(0, 1, 1))
    expect(thresholdForFalsePositiveRate(index, 0)).toBe(Number.POSITIVE_INFINITY)
  })

  it("is undefined without authentic accounts, and refuses a limit out of [0, 1]", () => {
    const index = createScoreIndex(Float32Array.of(1), Uint8Array.of(1))
    expect(thresholdForFalsePositiveRate(index, 0.1)).toBeNaN()
    expect(() => thresholdForFalsePositiveRate(index, 1.1)).toThrow("maxFpr must be in [0, 1], got 1.1")
  })
})

describe("thresholdForBestF1", () => {
  it("no score has a higher F1, and no higher score the same", () => {
    fc.assert(
      fc.property(population, fc.option(prevalence, { nil: undefined }), ({ score, label }, share) => {
        const index = createScoreIndex(score, label)
        fc.pre(index.managed > 0 && (index.authentic > 0 || share === undefined))
        const f1At = (threshold: number) => {
          const observed = index.confusionAt(threshold)
          return f1(share === undefined ? observed : reweigh(observed, share))
        }
        const chosen = thresholdForBestF1(index, share)
        for (const other of index.thresholds.score) {
          expect(f1At(other)).toBeLessThanOrEqual(f1At(chosen) + 1e-12)
          if (other > chosen && share === undefined) expect(f1At(other)).toBeLessThan(f1At(chosen))
        }
      }),
    )
  })

  it("is undefined without AI-managed accounts", () => {
    expect(thresholdForBestF1(createScoreIndex(Float32Array.of(0.5), Uint8Array.of(0)))).toBeNaN()
  })
})

describe("scoreDistribution", () => {
  it.each(reference.cases)("counts as numpy.histogram: $name", (known) => {
    const distribution = scoreDistribution(indexOf(known), 16)
    expect(Array.from(distribution.authentic)).toEqual(known.histogram.authentic)
    expect(Array.from(distribution.managed)).toEqual(known.histogram.managed)
    expect(distribution.edge[0]).toBe(0)
    expect(distribution.edge[16]).toBe(1)
  })

  it("needs a bin", () => {
    expect(() => scoreDistribution(ties, 0)).toThrow("bins must be 1 or more, got 0")
  })
})
