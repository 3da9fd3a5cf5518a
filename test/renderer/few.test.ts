import { describe, expect, it } from "vitest"
import { FEW_FLAGGED, fewFlagged, partFew } from "../../src/renderer/few.ts"

const flagging = (truePositives: number, falsePositives: number) => ({
  truePositives,
  falsePositives,
  trueNegatives: 900,
  falseNegatives: 100,
})

describe("precision that rests on few accounts", () => {
  it("is told by the accounts flagged, rightly or wrongly", () => {
    expect(fewFlagged(flagging(1, 0))).toBe(true)
    expect(fewFlagged(flagging(FEW_FLAGGED - 1, 0))).toBe(true)
    expect(fewFlagged(flagging(FEW_FLAGGED - 1, 1))).toBe(false)
  })

  it("is a part of the curve of its own, joined to the rest", () => {
    const points = [0.2, 0.4, 0.6, 1].map((y, x) => ({ x, y }))
    const { firm, faint } = partFew(points, [false, false, true, true])
    expect(firm.map(({ y }) => y)).toEqual([0.2, 0.4, Number.NaN, Number.NaN])
    expect(faint.map(({ y }) => y)).toEqual([Number.NaN, 0.4, 0.6, 1])
    expect(faint.map(({ x }) => x)).toEqual([0, 1, 2, 3])
  })
})
