import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EVEN, LOG_ODDS, spread } from "../../src/renderer/charts/threshold-axis.ts"

describe.each([
  ["even", EVEN],
  ["log-odds", LOG_ODDS],
] as const)("the %s axis", (_, axis) => {
  it("finds the threshold again at the place it gave", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0002, max: 0.9998, noNaN: true }), (threshold) => {
        expect(axis.threshold(axis.place(threshold))).toBeCloseTo(threshold, 10)
      }),
    )
  })

  it("reaches every threshold from 0 to 1, ascending", () => {
    const thresholds = [...spread(axis, 101)]
    expect([thresholds[0], thresholds[100]]).toEqual([0, 1])
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b))
    for (const threshold of [0, 1]) {
      expect(axis.place(threshold)).toBeGreaterThanOrEqual(axis.min)
      expect(axis.place(threshold)).toBeLessThanOrEqual(axis.max)
    }
  })
})

it("the log-odds axis gives small thresholds room", () => {
  const width = (from: number, to: number) => LOG_ODDS.place(to) - LOG_ODDS.place(from)
  expect(width(0.001, 0.01)).toBeGreaterThan(width(0.1, 0.5))
})
