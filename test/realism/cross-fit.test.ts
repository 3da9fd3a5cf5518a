/** Judging accounts by what was learned from others, and intervals by leaving operators out. */
import { describe, expect, it } from "vitest"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { deviationOf } from "../../src/core/realism/behaviour-gaps.ts"
import { timingRows } from "../../src/core/realism/behaviour-timing-rows.ts"
import { crossFitted } from "../../src/core/realism/cross-fit.ts"
import { leavingOut } from "../../src/core/realism/leave-out.ts"
import { areaUnderCurve } from "../../src/core/realism/text-classifier.ts"

describe("a cross-fitted score", () => {
  const areaOf = (examples: Parameters<typeof crossFitted>[0]) => {
    const scores = [...crossFitted(examples)]
    const of = (isManaged: boolean) => scores.filter((_, k) => examples[k]!.isManaged === isManaged)
    return areaUnderCurve(of(true), of(false))
  }

  it("tells apart what a feature tells apart, also where some lack it", () => {
    const random = stream("test", "separable")
    const examples = Array.from({ length: 400 }, (_, cluster) => ({
      cluster,
      isManaged: cluster % 4 === 0,
      features: [
        (cluster % 4 === 0 ? 3 : 0) + normal(random),
        cluster % 7 === 0 ? Number.NaN : normal(random),
      ],
    }))
    expect(areaOf(examples)).toBeGreaterThan(0.95)
    expect(crossFitted(examples)).toEqual(crossFitted(examples))
  })

  it("knows nothing of what is one operator's own", () => {
    // Ten features that are the same in all accounts of an operator, and drawn anew for each operator.
    const random = stream("test", "operators")
    const examples = Array.from({ length: 40 }, (_, cluster) => {
      const features = Array.from({ length: 10 }, () => normal(random))
      return Array.from({ length: 20 }, () => ({ cluster, isManaged: cluster % 4 < 2, features }))
    }).flat()
    expect(Math.abs(areaOf(examples) - 0.5)).toBeLessThan(0.2)
  })
})

describe("leaving out", () => {
  it("bounds a mean as Student's t does, by operators rather than accounts", () => {
    const random = stream("test", "leave-out")
    const values = Array.from({ length: 200 }, () => normal(random))
    const mean = (items: readonly { value: number }[]) =>
      items.reduce((sum, { value }) => sum + value, 0) / items.length
    const wide = (2 * 2.093 * deviationOf(values)) / Math.sqrt(200)
    for (const accounts of [1, 10]) {
      const items = values.flatMap((value, cluster) =>
        Array.from({ length: accounts }, () => ({ cluster, value })),
      )
      const { value, interval } = leavingOut(items, mean)
      expect(value).toBeCloseTo(mean(items), 12)
      expect((interval[1] - interval[0]) / wide).toBeGreaterThan(0.6)
      expect((interval[1] - interval[0]) / wide).toBeLessThan(1.5)
    }
  })
})

it("the published timing figures are rows of their own", () => {
  expect(timingRows.map(({ id, published }) => [id, published[0] < published[1]])).toEqual([
    ["timing-auc", true],
    ["inter-event-auc", true],
    ["inter-event-tpr", true],
  ])
})
