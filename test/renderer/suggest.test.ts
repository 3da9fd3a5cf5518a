import { describe, expect, it } from "vitest"
import { createFormat } from "../../src/renderer/format.ts"
import { more, moreInterval, pointsInterval } from "../../src/renderer/views/tradeoffs/suggest/trade-text.ts"
import { FIRST_WISH, purposeOf, type Wish } from "../../src/renderer/views/tradeoffs/suggest/wish.ts"

const costs = { falsePositive: 100, falseNegative: 50, review: 1 }
const purpose = (wish: Partial<Wish>) => purposeOf({ ...FIRST_WISH, ...wish }, costs)

describe("a wish", () => {
  it("is a purpose in shares, exactly as typed in percent", () => {
    expect(purpose({})).toEqual({ kind: "max-fpr", maxFpr: 0.001, confidence: 0.95 })
    expect(purpose({ maxFpr: "0.07", confidence: "99.9" })).toMatchObject({
      maxFpr: 0.0007,
      confidence: 0.999,
    })
    expect(purpose({ kind: "reviewer-hours", hours: "0.5" })).toEqual({ kind: "reviewer-hours", most: 0.5 })
    expect(purpose({ kind: "cost" })).toEqual({ kind: "cost", costs })
  })

  it("is none while a number is unfinished or out of its range", () => {
    for (const maxFpr of ["", " ", "0", "100", "-1", "e", "1e999"])
      expect(purpose({ maxFpr }), maxFpr).toBeNull()
    expect(purpose({ confidence: "100" })).toBeNull()
    expect(purpose({ kind: "false-positives-per-day", perDay: "-1" })).toBeNull()
    expect(purpose({ kind: "false-positives-per-day", perDay: "0" })).toEqual({
      kind: "false-positives-per-day",
      most: 0,
    })
    // Another purpose's number is none of its business.
    expect(purpose({ kind: "best-f1", maxFpr: "" })).toEqual({ kind: "best-f1" })
  })
})

describe("what is traded", () => {
  const format = createFormat("en")

  it("is told with a sign, and none where nothing changes", () => {
    expect(more(format, 1234.4)).toBe("+1,234")
    expect(more(format, -0.5)).toBe("−0.5")
    expect(more(format, 0)).toBe("0")
    expect(more(format, Number.NaN)).toBe("–")
    expect(moreInterval(format, { value: -2, interval: [-3, -1] })).toBe("−3 … −1")
  })

  it("keeps the digits of small rates in points", () => {
    expect(pointsInterval(format, { value: 0.0002, interval: [0.0001234, 0.123] })).toBe("+0.0123 … +12.3")
  })
})
