import { describe, expect, it } from "vitest"
import { ensureFirstRun } from "../../src/api/first-run.ts"
import type { Scenarios } from "../../src/api/scenarios.ts"
import { DataError, ScenarioError } from "../../src/core/errors.ts"
import type { Run } from "../../src/core/run.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { fakeApi, fakeRun, fakeScenarios, tiny } from "./fakes.ts"

const quickstart = scenarioSchema.parse({ name: "quickstart", accounts: 20_000 })
const bundled: Readonly<Record<string, Scenario>> = { quickstart, tiny }

function begin(initial: readonly Run[] = [], load: Scenarios["load"] = async (name) => bundled[name]!) {
  const scenarios: Scenarios = { ...fakeScenarios, list: async () => [], load }
  const parts = fakeApi(initial, scenarios)
  const told: string[] = []
  const talk = { progress: (text: string) => told.push(text), done: (text: string) => told.push(text) }
  const simulated = () => parts.engine.started.map(({ scenario }) => scenario.name)
  const ensured = ensureFirstRun({ ...parts, scenarios }, talk)
  return { ...parts, told, simulated, ensured }
}

const other = scenarioSchema.parse({ name: "rare" })

describe("the first run", () => {
  it("is the quickstart's; in an empty store a small one goes first, to look at meanwhile", async () => {
    const { engine, store, simulated, told, ensured } = begin()
    await expect.poll(simulated).toEqual(["tiny"])
    engine.finish()
    await expect.poll(simulated).toEqual(["tiny", "quickstart"])
    engine.started[1]!.options.onProgress({ stage: "posts", fraction: 0.5 })
    await expect.poll(() => told.length).toBe(3)
    engine.finish()
    await ensured
    expect(store.written.map(({ manifest }) => manifest.name)).toEqual(["tiny", "quickstart"])
    expect(told).toEqual([
      "Simulating quickstart, once; the page shows how far it is ...",
      "Simulating quickstart, once: 0 % (roster)",
      expect.stringMatching(/^Simulating quickstart, once: \d+ % \(posts\)$/),
      "Simulating quickstart, once: 97 % (writing)",
      expect.stringMatching(/^Simulated quickstart: 20,000 accounts in \d+\.\d s$/),
    ])
  })

  it("goes alone where there is another run to look at", async () => {
    const { engine, simulated, ensured } = begin([fakeRun("rare-1", other)])
    await expect.poll(simulated).toEqual(["quickstart"])
    engine.finish()
    await ensured
  })

  it("is not made again", async () => {
    const { simulated, told, ensured } = begin([fakeRun("old", quickstart)])
    await ensured
    expect([simulated(), told]).toEqual([[], []])
  })

  it("is made anew when its scenario has changed", async () => {
    const changed = scenarioSchema.parse({ name: "quickstart", accounts: 600 })
    const { engine, simulated, ensured } = begin([fakeRun("old", changed)])
    await expect.poll(simulated).toEqual(["quickstart"])
    engine.finish()
    await ensured
  })

  it.each([
    new ScenarioError(["quickstart.yaml: days must be 7 or more, got 1"]),
    new DataError("runs: may not be written"),
  ])("that cannot be made is told and left to the workbench: %s", async (error) => {
    const { told, ensured } = begin([], () => Promise.reject(error))
    await ensured
    expect(told).toEqual([`The first run could not be made: ${error.message}`])
  })

  it("that fails on the way is told, too", async () => {
    const { engine, simulated, told, ensured } = begin([fakeRun("rare-1", other)])
    await expect.poll(simulated).toEqual(["quickstart"])
    engine.fail(new DataError("runs: the disk is full"))
    await ensured
    expect(told.at(-1)).toBe("The first run could not be made: runs: the disk is full")
  })

  it("that is cancelled, or whose stand-in is, is left", async () => {
    const { jobs, store, simulated, ensured } = begin()
    await expect.poll(simulated).toEqual(["tiny"])
    await jobs.cancelAll()
    await ensured
    expect([simulated(), store.written]).toEqual([["tiny"], []])
  })
})
