import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { placed } from "../../src/renderer/views/realism/range.ts"

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const pair = fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

describe("placed", () => {
  it("keeps everything on the axis and in its order", () => {
    fc.assert(
      fc.property(pair, value, pair, (published, generated, interval) => {
        const at = placed({ published, generated, interval })
        const values = [...published, generated, ...interval]
        const places = [...at.published, at.generated, ...at.interval]
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true)
        for (const [i, one] of values.entries())
          for (const [j, other] of values.entries())
            if (one < other) expect(places[i]).toBeLessThanOrEqual(places[j]! + 1e-12)
      }),
    )
  })

  it("gives small values room beside great ones by their logarithm", () => {
    const at = placed({ published: [1, 10], generated: 1000, interval: [100, 1000] })
    expect(at.published[1] - at.published[0]).toBeCloseTo(at.interval[1] - at.interval[0])
  })

  it("puts values that are all equal in the middle", () => {
    expect(placed({ published: [0, 0], generated: 0, interval: [0, 0] }).generated).toBe(0.5)
  })
})
