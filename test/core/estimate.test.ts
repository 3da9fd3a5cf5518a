import { describe, expect, it } from "vitest"
import { estimateRun, MICROSECONDS_AN_EVENT, PROGRAM_BYTES, sizeOf } from "../../src/core/estimate.ts"
import { buildWorld } from "../../src/core/population/populate.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { sizeOf as sizeOfWorld } from "../../src/core/simulate.ts"
import { inProcess } from "../../src/core/tasks.ts"

const of = (input: object = {}): Scenario => scenarioSchema.parse({ name: "estimated", ...input })
const finished = (seconds: number, input: object = {}, id = "run") => ({ id, scenario: of(input), seconds })

describe("the expected size of a population", () => {
  it("is near the one that is generated", async () => {
    const scenario = of({ accounts: 3000 })
    const expected = sizeOf(scenario)
    const generated = sizeOfWorld(await buildWorld(scenario, inProcess, () => {}))
    expect(expected.accounts).toBe(generated.accounts)
    expect(expected.posts / generated.posts).toBeCloseTo(1, 0)
    expect(expected.interactions / generated.interactions).toBeCloseTo(1, 0)
  })

  it("grows with accounts and with days", () => {
    const { posts } = sizeOf(of())
    expect(sizeOf(of({ accounts: 40_000 })).posts / posts).toBeCloseTo(2)
    expect(sizeOf(of({ days: 56 })).posts / posts).toBeCloseTo(2)
  })
})

describe("the estimate of a run", () => {
  it("rests on the measured rate and the threads where no run is finished, and its range is wide", () => {
    const { events, seconds, secondsRange, from } = estimateRun(of(), [], 2)
    expect(from).toEqual([])
    expect(seconds).toBeCloseTo(1.5 + (events * MICROSECONDS_AN_EVENT * 1e-6) / 2)
    expect(secondsRange[1] / secondsRange[0]).toBeGreaterThan(4)
    expect(estimateRun(of(), [], 4).seconds).toBeLessThan(seconds)
  })

  it("is the time of the same scenario where that was run", () => {
    const { seconds, secondsRange, from } = estimateRun(of(), [finished(77)], 2)
    expect(seconds).toBeCloseTo(77)
    expect(secondsRange[0]).toBeLessThan(77)
    expect(secondsRange[1]).toBeGreaterThan(77)
    expect(from).toMatchObject([{ id: "run", seconds: 77 }])
  })

  it("takes the runs that are nearest in size first, and covers all that it takes", () => {
    const runs = [
      finished(3, { accounts: 500 }, "small"),
      finished(40, {}, "same"),
      finished(60, {}, "again"),
    ]
    const { seconds, secondsRange, from } = estimateRun(of({ accounts: 24_000 }), runs, 2)
    expect(from.map(({ id }) => id)).toEqual(["same", "again", "small"])
    expect(seconds).toBeGreaterThan(40)
    expect(secondsRange[1]).toBeGreaterThan(60)
    expect(secondsRange[0]).toBeLessThan(40)
  })

  it("is surer of a run of its own size than of one of another", () => {
    const width = (accounts: number) => {
      const { secondsRange } = estimateRun(of({ accounts }), [finished(40)], 2)
      return secondsRange[1] / secondsRange[0]
    }
    expect(width(200_000)).toBeGreaterThan(1.2 * width(20_000))
  })

  it("goes by runs of the same detectors, however many there are of others", () => {
    const detectors = { use: ["co-action"] }
    const runs = [finished(40, {}, "all"), finished(9, { detectors }, "one")]
    expect(estimateRun(of({ detectors }), runs, 2).from.map(({ id }) => id)).toEqual(["one"])
  })

  it("counts the sibling population, unless a saved model takes its place", () => {
    const learned = estimateRun(of(), [], 2)
    const read = estimateRun(of({ fusion: { model: "saved.json" } }), [], 2)
    expect(learned.accounts).toBe(40_000)
    expect(read.accounts).toBe(20_000)
    expect(read.events).toBeLessThan(learned.events)
    expect(read.memoryRange[1]).toBeLessThan(learned.memoryRange[1])
  })

  it("reckons memory from what each account keeps, above the program's own", () => {
    const { accounts, bytesPerAccount, memoryRange } = estimateRun(of(), [], 2)
    expect(memoryRange[0]).toBeCloseTo(PROGRAM_BYTES + accounts * bytesPerAccount)
    expect(memoryRange[1]).toBeGreaterThan(memoryRange[0])
    // What such a run was seen to take, at its height.
    expect(memoryRange[0]).toBeLessThan(710_000 * 1024)
    expect(memoryRange[1]).toBeGreaterThan(710_000 * 1024)
  })
})
