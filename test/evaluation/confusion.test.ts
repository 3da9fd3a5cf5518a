import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Confusion,
  f1,
  falsePositiveRate,
  flaggedShare,
  judgedTotal,
  matthews,
  precision,
  prevalenceOf,
  recall,
  reweigh,
} from "../../src/core/evaluation/index.ts"
import { prevalence } from "./arbitraries.ts"
import { expectClose } from "./expect-close.ts"
import { indexOf, reference } from "./reference.ts"

describe.each(reference.cases)("figures of one threshold, like scikit-learn's: $name", (known) => {
  it.each(known.points)("at threshold $threshold and prevalence $prevalence", (point) => {
    const observed = indexOf(known).confusionAt(point.threshold)
    const c = point.prevalence === null ? observed : reweigh(observed, point.prevalence)
    const [tp, fp, tn, fn] = point.confusion
    expectClose(c.truePositives, tp)
    expectClose(c.falsePositives, fp)
    expectClose(c.trueNegatives, tn)
    expectClose(c.falseNegatives, fn)

    // Where scikit-learn answers 0 for want of a denominator, we answer NaN.
    expectClose(precision(c), tp + fp > 0 ? point.precision : null)
    expectClose(recall(c), tp + fn > 0 ? point.recall : null)
    expectClose(f1(c), tp + fp + fn > 0 ? point.f1 : null)
    const isDefined = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn) > 0
    expectClose(matthews(c), isDefined ? point.matthews : null)
    expectClose(falsePositiveRate(c), point.falsePositiveRate)
    expectClose(flaggedShare(c), point.flaggedShare)
  })
})

const confusion: fc.Arbitrary<Confusion> = fc.record({
  truePositives: fc.nat(1000),
  falsePositives: fc.nat(1000),
  trueNegatives: fc.nat(1000),
  falseNegatives: fc.nat(1000),
})

describe("reweigh", () => {
  it("gives the prevalence asked for, keeps the total and both rates", () => {
    fc.assert(
      fc.property(confusion, prevalence, (c, wanted) => {
        fc.pre(c.truePositives + c.falseNegatives > 0 && c.falsePositives + c.trueNegatives > 0)
        const weighed = reweigh(c, wanted)
        expectClose(prevalenceOf(weighed), wanted)
        expectClose(judgedTotal(weighed), judgedTotal(c))
        expectClose(recall(weighed), recall(c))
        expectClose(falsePositiveRate(weighed), falsePositiveRate(c))
      }),
    )
  })

  it("changes nothing at the observed prevalence", () => {
    const c = { truePositives: 30, falsePositives: 10, trueNegatives: 50, falseNegatives: 10 }
    expect(reweigh(c, 0.4)).toEqual(c)
  })

  it("keeps recall and leaves precision unknown when there are no authentic accounts to stand for any", () => {
    const c = { truePositives: 3, falsePositives: 0, trueNegatives: 0, falseNegatives: 1 }
    const weighed = reweigh(c, 0.5)
    expect(weighed.truePositives).toBe(1.5)
    expect(weighed.falsePositives).toBeNaN()
    expect(recall(weighed)).toBe(0.75)
    expect(precision(weighed)).toBeNaN()
  })

  it("needs no account of a class that the prevalence leaves out", () => {
    const c = { truePositives: 3, falsePositives: 0, trueNegatives: 0, falseNegatives: 1 }
    expect(reweigh(c, 1)).toEqual(c)
  })

  it("leaves an empty matrix empty", () => {
    const empty = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 }
    expect(reweigh(empty, 0.5)).toEqual(empty)
  })
})

describe("matthews", () => {
  it("stays exact where the product of the four sums would pass 2^53", () => {
    const c = {
      truePositives: 400_000,
      falsePositives: 100_000,
      trueNegatives: 400_000,
      falseNegatives: 100_000,
    }
    expectClose(matthews(c), 0.6)
  })
})
