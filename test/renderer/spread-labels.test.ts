import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { spreadLabels } from "../../src/renderer/views/tradeoffs/tiers/spread-labels.ts"

describe("labels on a line", () => {
  it("stay over their places where there is room", () => {
    expect(spreadLabels([50, 200, 400], [60, 60, 60], 500, 4)).toEqual([50, 200, 400])
  })

  it("share the way when they would touch", () => {
    expect(spreadLabels([100, 100], [40, 40], 500, 10)).toEqual([75, 125])
  })

  it("never overlap nor leave a line that has room for them, wherever they are wanted", () => {
    const places = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 5, maxLength: 5 })
    const widths = fc.array(fc.integer({ min: 30, max: 150 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(places, widths, (wanted, width) => {
        const middles = spreadLabels(
          wanted.sort((a, b) => a - b),
          width,
          1000,
          4,
        )
        for (let i = 1; i < 5; i++)
          expect(middles[i]! - middles[i - 1]!).toBeGreaterThanOrEqual(
            (width[i]! + width[i - 1]!) / 2 + 4 - 1e-6,
          )
        expect(middles[0]! - width[0]! / 2).toBeGreaterThanOrEqual(-1e-6)
        expect(middles[4]! + width[4]! / 2).toBeLessThanOrEqual(1000 + 1e-6)
      }),
    )
  })
})
