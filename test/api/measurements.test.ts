/** Reports that are measured once, and what the api makes of them. */
import { describe, expect, it } from "vitest"
import { createMeasurements, createQueue } from "../../src/api/measurements.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { fakeApi, fakeRun, tiny } from "./fakes.ts"

const get = (api: ReturnType<typeof fakeApi>["api"], path: string) =>
  api.fetch(new Request(`http://assay.test/api${path}`))

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

describe("the api", () => {
  it("gives the realism of a scenario, measured once", async () => {
    const { api, engine } = fakeApi()
    for (let time = 0; time < 2; time++) {
      const response = await get(api, "/realism?scenario=tiny")
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ scenario: "tiny", accounts: 500, rows: [] })
    }
    expect(engine.measured).toEqual(["realism of tiny"])
  })

  it("tells why a run's fusion works, once; of a run that it does not have it tells nothing", async () => {
    const { api, engine } = fakeApi([fakeRun("tiny-1")])
    for (let time = 0; time < 2; time++) {
      const response = await get(api, "/runs/tiny-1/why")
      expect(response.status).toBe(200)
      // JSON has no NaN.
      const report = await response.json()
      expect(report).toMatchObject({ run: "tiny-1", ablation: null, overlap: { aiManaged: 1 } })
      expect(report.unavailable).toContain("run its scenario again")
      // Neither of a class of one: NaN, which JSON has not.
      expect(report.correlation.managed[0].rho.value).toBeNull()
    }
    expect((await get(api, "/runs/none/why")).status).toBe(404)
    expect(engine.measured).toEqual(["why of tiny-1"])
  })

  it("says what is wrong: no name, no such scenario, a broken one, one that cannot be audited", async () => {
    const { api } = fakeApi()
    const answers = [
      "/realism",
      "/leakage?scenario=none",
      "/realism?scenario=broken",
      "/leakage?scenario=tiny",
    ]
    const responses = await Promise.all(answers.map((path) => get(api, path)))
    expect(responses.map(({ status }) => status)).toEqual([400, 404, 400, 400])
    const failures = await Promise.all(responses.map((response) => response.json()))
    expect(failures[0].message).toContain("?scenario=quickstart")
    expect(failures[3].message).toContain("fusion.learning")
  })
})
