import { describe, expect, it } from "vitest"
import { verdictOf } from "../../src/renderer/views/consequences/versus/words.ts"

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
})
