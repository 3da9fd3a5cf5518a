import { describe, expect, it } from "vitest"
import { en } from "../../src/renderer/i18n/en.ts"
import { savedCells } from "../../src/renderer/views/consequences/versus/saved-cells.ts"
import { verdictOf } from "../../src/renderer/views/consequences/versus/words.ts"
import { translating } from "./translating.ts"

describe("the verdict on a difference between two policies", () => {
  const one = { value: 1, interval: [1, 1] } as const
  const verdict = (value: number, low: number, high: number, significant: boolean) =>
    verdictOf({ a: one, b: one, difference: { value, interval: [low, high] }, significant })

  it("tells what is the same in every replicate from what may be chance", () => {
    expect(verdict(0, 0, 0, false)).toBe("same")
    expect(verdict(0.1, 0, 0, false)).toBe("unclear")
    expect(verdict(0.1, -1, 2, false)).toBe("unclear")
    expect(verdict(-2, -3, -1, true)).toBe("less")
    expect(verdict(2, 1, 3, true)).toBe("more")
    expect(verdict(Number.NaN, Number.NaN, Number.NaN, false)).toBe("none")
  })

  it("is none of a cohort with too few accounts, however clear the band is, on the page and saved", () => {
    const clear = {
      a: one,
      b: one,
      difference: { value: -2, interval: [-3, -1] },
      significant: true,
    } as const
    expect(verdictOf(clear, true)).toBe("few")
    const t = translating(en)
    expect(savedCells(t, clear, true).at(-1)).toBe("no verdict: too few")
    expect(savedCells(t, clear).at(-1)).toBe("clearly less")
  })
})
