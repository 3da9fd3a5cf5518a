import { describe, expect, it } from "vitest"
import { table } from "../../src/cli/table.ts"
import { counted, decimal, interval, percentage } from "../../src/report/plain-numbers.ts"

describe("numbers in tables", () => {
  it("are a dash where there is none", () => {
    const none = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    expect(none.map((value) => decimal(value))).toEqual(["–", "–", "–"])
    expect(none.map(percentage)).toEqual(["–", "–", "–"])
    expect(decimal(null)).toBe("–")
    expect(interval([Number.NaN, Number.NaN], percentage)).toBe("–")
  })

  it("have no negative zero", () => {
    expect([-0.001, -0, 0, -0.006].map((value) => decimal(value, 2))).toEqual([
      "0.00",
      "0.00",
      "0.00",
      "-0.01",
    ])
  })

  it("tell small shares apart", () => {
    expect([0, 0.0004, 0.0123, 0.5, 1].map(percentage)).toEqual([
      "0.0 %",
      "0.04 %",
      "1.2 %",
      "50.0 %",
      "100.0 %",
    ])
  })

  it("count one of a thing as one", () => {
    expect([0, 1, 1403].map((value) => counted(value, "pair"))).toEqual(["0 pairs", "1 pair", "1,403 pairs"])
  })
})

describe("a table", () => {
  it("aligns columns of numbers to the right, none and dashes among them, and text to the left", () => {
    const rows = [
      ["long name", "1.5 %", "none"],
      ["b", "–", "0.25"],
    ]
    expect(table(["name", "share", "t"], rows)).toBe(
      ["name       share     t", "long name  1.5 %  none", "b              –  0.25"].join("\n"),
    )
  })

  it("counts Chinese characters and emoji as two places", () => {
    const [, chinese, latin] = table(
      ["name", "n"],
      [
        ["佳琪😂", 1],
        ["abcdef", 2],
      ],
    ).split("\n")
    expect(chinese).toBe("佳琪😂  1")
    expect(latin).toBe("abcdef  2")
  })
})
