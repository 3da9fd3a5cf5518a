import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createScoreIndex, rocCurve, thin } from "../../src/core/evaluation/index.ts"
import { stream } from "../../src/core/random/streams.ts"
import { population } from "./arbitraries.ts"

describe("thin", () => {
  it("keeps the ends, the order and whole points, at most as many as asked for", () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 2, max: 20 }), ({ score, label }, points) => {
        const curve = rocCurve(createScoreIndex(score, label))
        const thinned = thin(curve, "falsePositiveRate", "recall", points)
        expect(thinned.recall.length).toBeLessThanOrEqual(Math.max(points, 1))
        expect(thinned.threshold[0]).toBe(curve.threshold[0])
        expect(thinned.threshold.at(-1)).toBe(curve.threshold.at(-1))
        thinned.threshold.forEach((threshold, at) => {
          const from = curve.threshold.indexOf(threshold)
          expect(thinned.recall[at]).toEqual(curve.recall[from])
          expect(thinned.falsePositiveRate[at]).toEqual(curve.falsePositiveRate[from])
          if (at > 0) expect(threshold).toBeLessThan(thinned.threshold[at - 1])
        })
      }),
    )
  })

  it("returns a short curve as it is", () => {
    const curve = { x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) }
    expect(thin(curve, "x", "y", 2)).toBe(curve)
  })

  it("keeps the corner of a step and leaves out what lies on a line", () => {
    const steps = 1000
    const x = Float64Array.from({ length: steps }, (_, at) => (at < 300 ? 0 : (at - 299) / 700))
    const y = Float64Array.from({ length: steps }, (_, at) => (at < 300 ? at / 299 : 1))
    const thinned = thin({ x, y }, "x", "y", 100)
    expect(Array.from(thinned.x)).toEqual([0, 0, 1])
    expect(Array.from(thinned.y)).toEqual([0, 1, 1])
  })

  it("keeps a single outlier of a long curve", () => {
    const x = Float64Array.from({ length: 100_000 }, (_, at) => at / 99_999)
    const y = new Float64Array(100_000)
    y[61_803] = 1
    const thinned = thin({ x, y }, "x", "y", 10)
    expect(Math.max(...thinned.y)).toBe(1)
  })

  it("stays within half a hundredth of a long ROC curve", () => {
    const random = stream("thin", "test")
    const score = Float32Array.from(
      { length: 50_000 },
      (_, account) => random() ** (account % 20 === 0 ? 0.3 : 1),
    )
    const label = Uint8Array.from(score, (_, account) => (account % 20 === 0 ? 1 : 0))
    const curve = rocCurve(createScoreIndex(score, label))
    const thinned = thin(curve, "falsePositiveRate", "recall", 256)
    let at = 1
    for (let step = 0; step < curve.recall.length; step++) {
      while (curve.threshold[step] < thinned.threshold[at]) at++
      const run = thinned.falsePositiveRate[at] - thinned.falsePositiveRate[at - 1]
      const along = run > 0 ? (curve.falsePositiveRate[step] - thinned.falsePositiveRate[at - 1]) / run : 0
      const between = thinned.recall[at - 1] + along * (thinned.recall[at] - thinned.recall[at - 1])
      const rise = thinned.recall[at] - thinned.recall[at - 1]
      const off = run > 0 ? Math.abs(curve.recall[step] - between) : 0
      expect(Math.min(off, Math.hypot(run, rise))).toBeLessThan(0.005)
    }
  })

  it("bears a curve of NaN and one without width", () => {
    const x = new Float64Array(50).fill(Number.NaN)
    const y = new Float64Array(50).fill(0.5)
    expect(thin({ x, y }, "x", "y", 5).y.length).toBeLessThanOrEqual(5)
  })

  it("needs two points", () => {
    expect(() => thin({ x: new Float64Array(3), y: new Float64Array(3) }, "x", "y", 1)).toThrow(
      "2 or more, got 1",
    )
  })
})
