import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createFormat } from "../../src/renderer/format.ts"
import * as report from "../../src/report/format.ts"

const page = createFormat("en")

/** Many digits, as figures have them, and halves, which are rounded. */
const shares = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 20_000 })).map(([a, b]) => Math.min(a, b) / b),
)

describe("the numbers of a report", () => {
  it("read as on the page", () => {
    fc.assert(
      fc.property(shares, (value) => {
        expect(report.share(value)).toBe(page.share(value))
        expect(report.decimal(value)).toBe(page.decimal(value))
        expect(report.decimal(value, 4)).toBe(page.decimal(value, 4))
        expect(report.threshold(value)).toBe(page.threshold(value))
      }),
      { numRuns: 5000 },
    )
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (value) => {
        expect(report.count(value)).toBe(page.count(value))
      }),
    )
  })

  it("are rounded as the share that they are", () => {
    // 100 times the one lies below the half, and so does the other in binary.
    expect([report.share(0.02945), report.share(0.00325)]).toEqual(["2.95%", "0.33%"])
  })

  it("have a sign where they are differences, but none where they round to nothing", () => {
    expect(report.signed(0.0123, report.share)).toBe("+1.23%")
    expect(report.decimal(-0.012)).toBe("−0.012")
    expect(report.decimal(-0.00001)).toBe("0.000")
  })

  it("say nothing where there is nothing", () => {
    expect([report.share(Number.NaN), report.decimal(null), report.shares([Number.NaN, 1])]).toEqual([
      "–",
      "–",
      "–",
    ])
  })

  it("tell the time of no place but UTC", () => {
    expect(report.moment("2026-11-27T23:54:30.000+08:00")).toBe("2026-11-27 15:54 UTC")
  })
})
