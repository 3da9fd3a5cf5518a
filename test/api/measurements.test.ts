/** What is worked out once and kept. */
import { describe, expect, it } from "vitest"
import { createMeasurements, createQueue } from "../../src/api/measurements.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { tiny } from "./fakes.ts"

describe("measurements", () => {
  const named = (seed: string): Scenario => ({ ...tiny, seed })
  const seedOf = ({ seed }: Scenario) => seed

  it("are taken once for equal scenarios, and again for others", async () => {
    const seeds: string[] = []
    const kept = createMeasurements(async ({ seed }: Scenario) => seeds.push(seed), seedOf, createQueue())
    await Promise.all([kept.of(named("a")), kept.of(named("a")), kept.of(named("b"))])
    await kept.of(named("a"))
    expect(seeds).toEqual(["a", "b"])
  })

  it("wait for each other, also for one that fails", async () => {
    const told: string[] = []
    const work = async ({ seed }: Scenario) => {
      told.push(`${seed} begins`)
      await Promise.resolve()
      told.push(`${seed} ends`)
      if (seed === "a") throw new Error("no")
      return seed
    }
    const queue = createQueue()
    const first = createMeasurements(work, seedOf, queue).of(named("a"))
    const second = createMeasurements(work, seedOf, queue).of(named("b"))
    await expect(first).rejects.toThrow("no")
    expect(await second).toBe("b")
    expect(told).toEqual(["a begins", "a ends", "b begins", "b ends"])
  })

  it("are tried again when they failed, and forgotten when others were asked for since", async () => {
    let count = 0
    const once = async () => {
      if (++count === 1) throw new Error("once")
      return count
    }
    const failing = createMeasurements(once, seedOf, createQueue())
    await expect(failing.of(named("a"))).rejects.toThrow("once")
    expect(await failing.of(named("a"))).toBe(2)
    const seeds: string[] = []
    const few = createMeasurements(async ({ seed }: Scenario) => seeds.push(seed), seedOf, createQueue(), 2)
    for (const seed of ["a", "b", "a", "c", "a", "b"]) await few.of(named(seed))
    expect(seeds).toEqual(["a", "b", "c", "b"])
  })
})
