import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type CohortRow, cohortTable, createScoreIndex } from "../../src/core/evaluation/index.ts"
import { snapCap } from "../../src/renderer/charts/cap-drag.ts"
import { axisEnd, caughtCohorts, hitCohorts } from "../../src/renderer/charts/cohort-rows.ts"
import { costEnd, costPoints, leastCost } from "../../src/renderer/charts/cost-points.ts"
import { mix } from "../../src/renderer/charts/mix.ts"
import { depthOf, nearestPlace } from "../../src/renderer/charts/pair-grid.ts"
import { accountsByBin, inRow, ridgeOf } from "../../src/renderer/charts/ridges.ts"
import { EVEN, LOG_ODDS } from "../../src/renderer/charts/threshold-axis.ts"
import { capOn, withCap } from "../../src/renderer/views/tradeoffs/caps.ts"
import { formatPair, parsePair } from "../../src/renderer/views/tradeoffs/pair.ts"

const score = Float32Array.from({ length: 400 }, (_, i) => ((i * 37) % 400) / 400)
const label = Uint8Array.from(score, (value, i) => Number(value > 0.5 && i % 3 === 0))
const cohort = { of: Uint8Array.from(score, (_, i) => i % 2), count: 2 }
const index = createScoreIndex(score, label, cohort)

describe("ridges", () => {
  it.each([EVEN, LOG_ODDS])("count every account of the archetype once", (along) => {
    for (const place of [0, 1]) {
      const { accounts, edge } = accountsByBin(index, place, along)
      expect(accounts.reduce((sum, count) => sum + count, 0)).toBe(200)
      expect(edge.length).toBe(accounts.length + 1)
    }
  })

  it("stay within their row", () => {
    for (const logarithmic of [true, false]) {
      const outline = inRow(ridgeOf(index, 0, EVEN, logarithmic), 7)
      for (const { y } of outline) expect(y).toBeGreaterThan(6)
      for (const { y } of outline) expect(y).toBeLessThanOrEqual(7)
    }
  })
})

describe("the cost chart", () => {
  const costs = { falsePositive: 10, falseNegative: 30, review: 1 }
  const weights = { managed: 2, authentic: 3 }

  it("finds the least cost of all thresholds", () => {
    const { threshold, cost } = leastCost(index, costs, weights)
    const { curve } = costPoints(index, EVEN, costs, weights)
    expect(cost).toBeLessThanOrEqual(Math.min(...curve.total) + 1e-9)
    expect(threshold).toBeGreaterThan(0.5)
    for (let at = 0; at < curve.total.length; at++) {
      expect(curve.falsePositives[at]! + curve.missed[at]! + curve.reviews[at]!).toBeCloseTo(
        curve.total[at]!,
        9,
      )
      expect(curve.low[at]).toBeLessThanOrEqual(curve.total[at]! + 1e-9)
      expect(curve.high[at]).toBeGreaterThanOrEqual(curve.total[at]! - 1e-9)
    }
  })

  it("has an axis on which the present cost and the least can be told apart", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (a, b) => {
          const [least, present] = [Math.min(a, b), Math.max(a, b)]
          expect(costEnd(least, present)).toBeGreaterThanOrEqual(present)
          expect(costEnd(least, present)).toBeLessThanOrEqual(10 * Math.max(3 * least, 1.1 * present, 1e-9))
        },
      ),
    )
  })
})

describe("caps", () => {
  const caps = [
    { kind: "archetype", name: "casual", maxFpr: 0.01 },
    { kind: "language", name: "zh", maxFpr: 0.02 },
  ] as const

  it("are set, moved and taken away without disturbing the others", () => {
    expect(capOn(withCap(caps, "archetype", "casual", 0.5), "archetype", "casual")).toBe(0.5)
    expect(withCap(caps, "archetype", "zh", 0.1)).toHaveLength(3)
    expect(withCap(caps, "archetype", "casual", null)).toEqual([caps[1]])
    expect(capOn(caps, "archetype", "zh")).toBeUndefined()
  })

  it("snap to what a cap may be", () => {
    expect(snapCap(0.123456)).toBe(0.123)
    expect(snapCap(-1)).toBeGreaterThan(0)
    expect(snapCap(2)).toBeLessThan(1)
  })
})

describe("the cohort chart", () => {
  const row = (falsePositiveRate: number, high: number, few: boolean): CohortRow => ({
    ...cohortTable(index, ["a", "b"], 0.5)[0]!,
    falsePositiveRate,
    falsePositiveRateInterval: [0, high],
    authenticTooSmall: few,
  })

  it("has room for whiskers of many accounts, dots of few, and caps", () => {
    expect(axisEnd([row(0.01, 0.04, false)], 0.01)).toBe(0.05)
    // A wide interval of few accounts does not squeeze the others; what is seen of it does count.
    expect(axisEnd([row(0.01, 0.04, false), row(0.03, 0.9, true)], 0.01)).toBe(0.05)
    expect(axisEnd([row(0.01, 0.04, false), row(0.7, 0.9, true)], 0.01)).toBe(1)
    expect(axisEnd([row(0.01, 0.04, false)], 0.01, [0.15])).toBe(0.2)
  })

  it("shows small cohorts of people, and of either side those in which the figure means something", () => {
    const shown = (managed: boolean, authentic: number, aiManaged: number) => ({
      place: 0,
      id: "a",
      name: "a",
      archetype: "a",
      managed,
      authentic,
      aiManaged,
    })
    const people = shown(false, 97, 2)
    const bots = shown(true, 3, 40)
    expect(hitCohorts([people, bots, shown(false, 0, 5)])).toEqual([people])
    expect(caughtCohorts([people, bots, shown(true, 5, 0)])).toEqual([bots])
  })
})

describe("two detectors", () => {
  const detectors = (["behaviour", "behaviour", "content"] as const).map((layer, i) => ({
    id: ["a", "b", "c"][i]!,
    layer,
    title: "",
    version: 1,
    auc: [0.9, 0.8, 0.7][i]!,
    aucInterval: null,
    judged: 1,
    summary: {},
  }))

  it("are those that the address says, else the strongest of two layers", () => {
    const said = { x: "b", y: "a", how: "and", at: null } as const
    expect(parsePair(formatPair(said), detectors)).toEqual(said)
    for (const odd of [null, "a or a", "a xor b", "a or nobody", ""])
      expect(parsePair(odd, detectors)).toEqual({ x: "a", y: "c", how: "or", at: null })
    expect(parsePair(null, detectors.slice(0, 2))).toEqual({ x: "a", y: "b", how: "or", at: null })
    expect(parsePair(null, detectors.slice(0, 1))).toBeNull()
  })

  it("have the thresholds that the address says, when both make sense", () => {
    const said = { x: "b", y: "a", how: "or", at: [0.25, 9.7e-17] } as const
    expect(parsePair(formatPair(said), detectors)).toEqual(said)
    for (const odd of ["b or a 0.5", "b or a 0.5 2", "b or a x 0.5"])
      expect(parsePair(odd, detectors)).toEqual({ ...said, at: null })
  })

  it("find the threshold on the axis that is nearest", () => {
    expect(nearestPlace([0, 0.1, 0.5, 0.9], 0.1)).toBe(1)
    expect(nearestPlace([0, 0.1, 0.5, 0.9], 0.31)).toBe(2)
    expect(nearestPlace([0, 0.1, 0.5, 0.9], 1)).toBe(3)
  })

  it("have deeper shades for more, false-positive rates by their powers of ten", () => {
    expect(depthOf("recall", 0.3)).toBe(0.3)
    expect(depthOf("falsePositiveRate", 0)).toBe(0)
    expect(depthOf("falsePositiveRate", 0.01)).toBeCloseTo(0.5, 12)
    expect(depthOf("falsePositiveRate", 1)).toBe(1)
    expect(depthOf("precision", Number.NaN)).toBeNaN()
    expect(mix("#000000", "#ff8000", 0.5)).toBe("rgb(128, 64, 0)")
  })
})
