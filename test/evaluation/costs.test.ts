import { describe, expect, it } from "vitest"
import { thresholdBy } from "../../src/core/evaluation/choice.ts"
import { type Costs, cheapest, costOf } from "../../src/core/evaluation/costs.ts"
import { classWeights, createScoreIndex } from "../../src/core/evaluation/index.ts"
import { guaranteesReference } from "./guarantees-reference.ts"

const { label, scoreTimes64, cases } = guaranteesReference.costs
const index = createScoreIndex(
  Float32Array.from(scoreTimes64, (value) => value / 64),
  Uint8Array.from(label),
)

describe("the threshold of least cost", () => {
  it.each(cases)("is scikit-learn's at costs $costs and prevalence $prevalence", (known) => {
    const [falsePositive, falseNegative, review] = known.costs
    const costs: Costs = { falsePositive, falseNegative, review }
    const weights = classWeights(index.managed, index.authentic, known.prevalence ?? undefined)
    const threshold = thresholdBy(index, cheapest(index, costs, weights))
    const totalAt = (at: number) => costOf(index.confusionAt(at), costs, weights).total
    // Everyone is flagged at 0 as at the lowest score.
    const lowest = index.thresholds.score.at(-1)!
    expect(threshold === 0 ? lowest : threshold).toBe(known.threshold ?? Number.POSITIVE_INFINITY)
    expect(totalAt(threshold)).toBeCloseTo(known.least, 8)
    expect(totalAt(0)).toBeCloseTo(known.everyone, 8)
    expect(totalAt(Number.POSITIVE_INFINITY)).toBeCloseTo(known.nobody, 8)
  })

  it("flags nobody when that costs the same", () => {
    const free = { falsePositive: 0, falseNegative: 0, review: 0 }
    expect(thresholdBy(index, cheapest(index, free, { managed: 1, authentic: 1 }))).toBe(
      Number.POSITIVE_INFINITY,
    )
  })

  it("adds up from its parts", () => {
    const confusion = { truePositives: 3, falsePositives: 2, trueNegatives: 90, falseNegatives: 5 }
    const costs = { falsePositive: 10, falseNegative: 100, review: 1 }
    expect(costOf(confusion, costs, { managed: 1, authentic: 1 })).toEqual({
      falsePositives: 20,
      missed: 500,
      reviews: 5,
      total: 525,
    })
    expect(costOf(confusion, costs, { managed: 0.5, authentic: 2 })).toEqual({
      falsePositives: 40,
      missed: 250,
      reviews: 5.5,
      total: 295.5,
    })
  })
})
