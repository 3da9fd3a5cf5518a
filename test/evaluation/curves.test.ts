import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  averagePrecision,
  createScoreIndex,
  detCurve,
  f1,
  flaggedShare,
  partialAuc,
  precision,
  precisionRecallCurve,
  recall,
  reweigh,
  rocAuc,
  rocCurve,
  sweepCurve,
} from "../../src/core/evaluation/index.ts"
import { population } from "./arbitraries.ts"
import { expectClose, expectColumn } from "./expect-close.ts"
import { indexOf, type Known, reference, withBothClasses, withOneClass } from "./reference.ts"

/** scikit-learn's precision-recall and DET curves run from the lowest threshold, ours from the highest. */
const reversed = (column: readonly Known[]) => [...column].reverse()

describe.each(reference.cases)("curves like scikit-learn's: $name", (known) => {
  const index = indexOf(known)

  it("roc_curve", () => {
    const curve = rocCurve(index)
    expectColumn(curve.falsePositiveRate, known.roc.falsePositiveRate)
    expectColumn(curve.recall, known.roc.recall)
    expectColumn(curve.threshold, [Number.POSITIVE_INFINITY, ...known.roc.threshold])
  })

  it("precision_recall_curve, but for recall without AI-managed accounts", () => {
    const curve = precisionRecallCurve(index)
    expectColumn(curve.precision, reversed(known.precisionRecall.precision))
    const [first, ...rest] = reversed(known.precisionRecall.recall)
    // scikit-learn warns and answers 1.
    expectColumn(curve.recall, [first, ...(index.managed > 0 ? rest : rest.map(() => null))])
    expectColumn(curve.threshold, [Number.POSITIVE_INFINITY, ...reversed(known.precisionRecall.threshold)])
  })
})

describe.each(withBothClasses)("areas like scikit-learn's: $name", (known) => {
  const index = indexOf(known)

  it("det_curve", () => {
    const curve = detCurve(index)
    const [falsePositiveRate, falseNegativeRate, threshold] = known.det!
    expectColumn(curve.falsePositiveRate, reversed(falsePositiveRate))
    expectColumn(curve.falseNegativeRate, reversed(falseNegativeRate))
    expectColumn(curve.threshold, reversed(threshold))
  })

  it("roc_auc_score", () => {
    expectClose(rocAuc(index), known.rocAuc)
  })

  it.each(known.partialAuc)("roc_auc_score(max_fpr=%f)", (maxFpr, area) => {
    expectClose(partialAuc(index, maxFpr), area)
  })

  it("average_precision_score", () => {
    expectClose(averagePrecision(index), known.averagePrecision)
  })

  it.each(known.weighted)(
    "average_precision_score and curve, weighted to prevalence $prevalence",
    (weighted) => {
      expectClose(averagePrecision(index, weighted.prevalence), weighted.averagePrecision)
      expectColumn(precisionRecallCurve(index, weighted.prevalence).precision, reversed(weighted.precision))
    },
  )
})

describe.each(withOneClass)("areas of a single class: $name", (known) => {
  const index = indexOf(known)

  it("are NaN where scikit-learn raises", () => {
    expect(known.rocAucError).toContain("Only one class present")
    expect(known.detError).toContain("Only one class present")
    expect(rocAuc(index)).toBeNaN()
    expect(partialAuc(index, 0.1)).toBeNaN()
    expect(detCurve(index).threshold).toHaveLength(0)
  })

  it("average precision is scikit-learn's with AI-managed accounts, and NaN without, where scikit-learn answers 0", () => {
    if (index.managed > 0) expectClose(averagePrecision(index), known.averagePrecision)
    else {
      expect(known.averagePrecision).toBeCloseTo(0)
      expect(averagePrecision(index)).toBeNaN()
    }
  })
})

describe("areas", () => {
  it("rocAuc is the share of pairs in which the AI-managed account scores higher, ties counted half", () => {
    fc.assert(
      fc.property(population, ({ score, label }) => {
        const { managedScores, authenticScores, ...index } = createScoreIndex(score, label)
        let wins = 0
        for (const high of managedScores) {
          for (const low of authenticScores) wins += high > low ? 1 : high === low ? 0.5 : 0
        }
        const found = rocAuc(createScoreIndex(score, label))
        expectClose(found, wins / (index.managed * index.authentic))
      }),
    )
  })

  it("averagePrecision is 1 where a prevalence of 1 leaves out the authentic accounts, even one that scores highest", () => {
    const index = createScoreIndex(Float32Array.of(0.9, 0.8, 0.7), Uint8Array.of(0, 1, 1))
    expect(averagePrecision(index, 1)).toBe(1)
  })

  it("partialAuc refuses a limit out of (0, 1]", () => {
    const index = createScoreIndex(Float32Array.of(0.1, 0.9), Uint8Array.of(0, 1))
    expect(() => partialAuc(index, 0)).toThrow("maxFpr must be in (0, 1], got 0")
    expect(() => partialAuc(index, 1.5)).toThrow(RangeError)
  })
})

describe("sweepCurve", () => {
  const index = indexOf(reference.cases.find(({ name }) => name === "ties")!)

  it("has the figures of each threshold of an even grid", () => {
    const curve = sweepCurve(index, 21, 0.03)
    expect(Array.from(curve.threshold)).toEqual(Array.from({ length: 21 }, (_, at) => at / 20))
    curve.threshold.forEach((threshold, at) => {
      const c = reweigh(index.confusionAt(threshold), 0.03)
      expectClose(curve.precision[at], precision(c))
      expectClose(curve.recall[at], recall(c))
      expectClose(curve.f1[at], f1(c))
      expectClose(curve.flaggedShare[at], flaggedShare(c))
    })
  })

  it("needs two points", () => {
    expect(() => sweepCurve(index, 1)).toThrow("points must be 2 or more, got 1")
  })
})
