import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { burstiness, memory } from "../../src/core/detection/behaviour/burstiness.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { testOnLog } from "../store/shared-data.ts"
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

/** So many intervals of this coefficient of variation (SD over mean): all equal but one. */
function intervalsOf(count: number, variation: number): number[] {
  const short = 1 - variation / Math.sqrt(count - 1)
  return [1 + variation * Math.sqrt(count - 1), ...new Array<number>(count - 1).fill(short)]
}

describe("agents on Moltbook", () => {
  testOnLog(
    "moltbook_agent_timing.csv",
    "are regular as often as published, and so caught by their burstiness less than one time in three",
    async (path) => {
      const rows = readFileSync(path, "utf8").trim().split("\n").slice(1)
      const agents = rows.map((row) => {
        const [, posts, variation] = row.split(",")
        return { posts: Number(posts), variation: Number(variation) }
      })
      expect(agents.length).toBe(7807)
      const busy = agents.filter(({ posts }) => posts >= 20)
      const regular = (some: typeof agents) =>
        some.filter(({ variation }) => variation < 0.5).length / some.length
      expect([regular(agents), regular(busy)].map((share) => Math.round(1000 * share))).toEqual([265, 110])
      // Below the last percentile of people's B, 0.55 give or take 0.2: TARGETS has 0.28 to 0.33 against real people.
      const irregular = 0.55 - 2.326 * 0.2
      const caught = busy.filter(
        ({ posts, variation }) => burstiness(intervalsOf(posts - 1, variation)) < irregular,
      )
      expect(Math.round(100 * (caught.length / busy.length))).toBe(27)
    },
  )
})
