import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { burstiness, memory } from "../../src/core/detection/behaviour/burstiness.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

describe("burstiness and memory", () => {
  it.each(reference.burstiness)("equal the published formulas for $intervals", (known) => {
    expectClose(burstiness(known.intervals), known.burstiness, 1e-12)
    expectClose(memory(known.intervals), known.memory, 1e-12)
  })

  it("say nothing where there is too little", () => {
    expect(burstiness([7])).toBeNaN()
    expect(burstiness([0, 0, 0])).toBeNaN()
    expect(memory([7, 8])).toBeNaN()
    expect(memory([7, 7, 7, 7])).toBeNaN()
  })

  it("reach -1 for equal gaps, 1 for all time in one gap, and lie between for any", () => {
    expect(burstiness([9, 9, 9, 9])).toBe(-1)
    expectClose(burstiness([0, 0, 0, 50, 0, 0]), 1)
    const gaps = fc.array(fc.nat(1e6), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(gaps, (intervals) => {
        for (const value of [burstiness(intervals), memory(intervals)]) {
          if (!Number.isNaN(value)) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it("does not depend on the unit of time", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(gaps, (intervals) => {
        const inMinutes = intervals.map((gap) => gap / 60)
        expectClose(burstiness(inMinutes), burstiness(intervals), 1e-9)
      }),
    )
  })
})
