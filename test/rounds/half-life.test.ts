import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  halfLifeInterval,
  halfLifeOf,
  meanHalfLife,
  medianHalfLife,
} from "../../src/core/rounds/half-life.ts"

describe("halfLifeOf", () => {
  it.each([
    { series: [0.8, 0.4], halfLife: 1 },
    { series: [0.8, 0.6, 0.2], halfLife: 1.5 },
    { series: [0.8, 0], halfLife: 0.5 },
    { series: [0.8, 0.7, 0.6, 0.5], halfLife: null },
    // What is learned again brings back counts no more: it had fallen.
    { series: [0.8, 0.2, 0.8], halfLife: 2 / 3 },
    { series: [0.8, null, 0.4], halfLife: 2 },
    { series: [0, 0], halfLife: null },
    { series: [null, 0.1], halfLife: null },
    { series: [0.8], halfLife: null },
  ])("of $series is $halfLife", ({ series, halfLife }) => {
    if (halfLife === null) expect(halfLifeOf(series)).toBeNull()
    else expect(halfLifeOf(series)).toBeCloseTo(halfLife, 12)
  })

  it("is that of a recall which decays exponentially, between rounds but for the line", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 20, noNaN: true }), (true_) => {
        const series = Array.from({ length: 60 }, (_, round) => 0.9 * 2 ** (-round / true_))
        const found = halfLifeOf(series)!
        expect(Math.ceil(found - 1e-9)).toBe(Math.ceil(true_ - 1e-9))
        expect(Math.abs(found - true_)).toBeLessThan(0.1)
      }),
    )
  })

  it("is no shorter for a series that lies higher after its first round", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }), (tail) => {
        const low = halfLifeOf([1, ...tail]) ?? Number.POSITIVE_INFINITY
        const high = halfLifeOf([1, ...tail.map((value) => Math.min(1, value + 0.1))])
        expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(low)
      }),
    )
  })
})

describe("meanHalfLife", () => {
  it("counts each series in proportion to its own first value", () => {
    // Left: 1, then 1/2 and 1, then 0 and 1/2. Of the plain mean, 0.6, 0.4 and 0.1, it would be 4/3.
    expect(
      meanHalfLife([
        [0.8, 0.4, 0],
        [0.4, 0.4, 0.2],
      ]),
    ).toBeCloseTo(1.5, 12)
  })

  it("passes over what begins at 0 or with a gap, and is null of nothing else", () => {
    const idle = [
      [0, 0.5],
      [null, 0.5],
    ]
    expect(meanHalfLife([[0.8, 0], ...idle])).toBeCloseTo(0.5, 12)
    expect(meanHalfLife(idle)).toBeNull()
  })
})

describe("halfLifeInterval", () => {
  it("ends where the t-intervals of what is left above half end", () => {
    // Above half: 1/2, then 1/8 and 3/8, then -3/8 and -1/8. t of one degree is 12.7062: 1/4 with a reach of 1.588275.
    const found = halfLifeInterval([
      [0.8, 0.5, 0.1],
      [0.4, 0.35, 0.15],
    ])!
    expect(found.low).toBeCloseTo(0.5 / (0.5 + 1.588275 - 0.25), 4)
    expect(found.high).toBeNull()
  })

  it("is the half-life itself of series that are all the same, and longer where nothing falls", () => {
    const same = [0.8, 0.6, 0.2]
    expect(halfLifeInterval([same, same])).toEqual({ low: 1.5, high: 1.5 })
    expect(
      halfLifeInterval([
        [0.3, 0.3],
        [0.6, 0.6],
        [0.9, 0.9],
      ]),
    ).toEqual({ low: null, high: null })
  })

  it("is there of no fewer than two series that begin above 0", () => {
    expect(halfLifeInterval([[0.8, 0.1]])).toBeNull()
    expect(
      halfLifeInterval([
        [0.8, 0.1],
        [0, 0.1],
        [null, 0.1],
      ]),
    ).toBeNull()
  })

  it("holds the half-life of the mean", () => {
    const recall = fc.double({ min: 0.01, max: 1, noNaN: true })
    const series = fc.array(recall, { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(series, { minLength: 2, maxLength: 6 }), (seeds) => {
        const longest = Number.POSITIVE_INFINITY
        const [middle, { low, high }] = [meanHalfLife(seeds) ?? longest, halfLifeInterval(seeds)!]
        expect(low ?? longest).toBeLessThanOrEqual(middle + 1e-9)
        expect(high ?? longest).toBeGreaterThanOrEqual(middle - 1e-9)
      }),
    )
  })
})

describe("medianHalfLife", () => {
  it.each([
    { of: [3, 1, 2], median: 2 },
    { of: [1, 2], median: 1.5 },
    { of: [1, null, 2], median: 2 },
    { of: [1, null], median: null },
    { of: [null, null, 1], median: null },
  ])("of $of is $median", ({ of, median }) => {
    expect(medianHalfLife(of)).toBe(median)
  })
})
