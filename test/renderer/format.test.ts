import { describe, expect, it } from "vitest"
import { createFormat, NOTHING } from "../../src/renderer/format.ts"

const en = createFormat("en")
const zh = createFormat("zh-CN")

describe("shares", () => {
  it("keep two significant digits when small", () => {
    expect(en.share(0.5)).toBe("50.0%")
    expect(en.share(0.0312)).toBe("3.12%")
    expect(en.share(0.00123)).toBe("0.12%")
    expect(en.share(0.0000456)).toBe("0.0046%")
    expect(en.share(0.09999999999999998)).toBe("10.0%")
    expect(en.share(0.009999)).toBe("1.00%")
  })

  it("say 0% and 100% only of none and all", () => {
    expect(en.share(0)).toBe("0%")
    expect(en.share(1)).toBe("100%")
    expect(en.share(0.99996)).toBe("99.9%")
    expect(en.share(0.0000001)).not.toMatch(/^0\.?0*%$/)
  })

  it("say nothing where there is nothing to say", () => {
    expect(en.share(Number.NaN)).toBe(NOTHING)
    expect(en.shareInterval([Number.NaN, Number.NaN])).toBe(NOTHING)
  })
})

describe("other figures", () => {
  it("do not round a figure short of 1 up to 1", () => {
    expect(en.decimal(0.99972)).toBe("0.99972")
    expect(en.decimal(0.9999999)).toBe("0.99999")
    expect(en.decimal(0.99999999, 4)).toBe("0.999999")
    expect(en.decimal(1)).toBe("1.000")
    expect(en.decimal(0.25)).toBe("0.250")
  })

  it("tell a threshold in one way, with the decimals that it needs", () => {
    expect(en.threshold(0.2)).toBe("0.200")
    expect(en.threshold(0.873412)).toBe("0.87341")
    expect(zh.threshold(0.0001)).toBe("0.0001")
    expect(en.threshold(0.9999999)).toBe("0.99999")
    expect(en.threshold(1)).toBe("1.000")
  })

  it("give zero no sign", () => {
    expect(en.decimal(-0.0001)).toBe("0.000")
    expect(en.decimalInterval([-0.0004, 0.1])).toBe("0.000 – 0.100")
    expect(en.decimal(-0.01)).toBe("−0.010")
  })

  it("write a minus as such, in either language", () => {
    expect(en.number(-1.9)).toBe("−1.9")
    expect(zh.decimalInterval([-0.5, -0.4], 1)).toBe("−0.5 – −0.4")
  })

  it("keeps the zeros of rates, so that a column of them is of one precision", () => {
    expect([9, 40.3, 0.25, 1399, 0].map(en.rate)).toEqual(["9.00", "40.3", "0.250", "1,399", "0"])
  })

  it("count in the reader's language", () => {
    expect(en.count(1234567)).toBe("1,234,567")
    expect(zh.duration(90)).toContain("分钟")
    expect(en.duration(119.8)).toBe("2 min")
    expect(en.duration(7200)).toBe("2 hr")
    expect(zh.weekday(0)).toBe("周一")
    expect(en.weekday(6)).toBe("Sun")
  })

  it("tell times at the account's place, not at the reader's", () => {
    expect(en.timeAt(0, 8)).toContain("8:00:00")
    expect(en.timeAt(0, -3.5)).toContain("Dec 31, 1969")
  })
})
