import { describe, expect, it } from "vitest"
import type { ScenarioEntry } from "../../src/api/contract.ts"
import { ensureFirstRun } from "../../src/api/first-run.ts"
import type { Scenarios } from "../../src/api/scenarios.ts"
import { DataError, ScenarioError } from "../../src/core/errors.ts"
import type { Run } from "../../src/core/run.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { fakeApi, fakeRun, fakeScenarios, tiny } from "./fakes.ts"

const quickstart = scenarioSchema.parse({ name: "quickstart", accounts: 20_000 })
const entryOf = ({ name, description, seed, accounts, days, prevalence }: Scenario): ScenarioEntry => {
  return { file: `${name}.yaml`, name, description, seed, accounts, days, prevalence }
}
const bundled: Readonly<Record<string, Scenario>> = { quickstart, tiny }

function begin(
  initial: readonly Run[] = [],
  load: Scenarios["load"] = async (name) => bundled[name]!,
  entries: readonly ScenarioEntry[] = [entryOf(quickstart), entryOf(tiny)],
) {
  const scenarios: Scenarios = { ...fakeScenarios, list: async () => [...entries], load }
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

describe("the first run over a folder without a quickstart", () => {
  const own = (name: string, accounts: number, plugins: readonly object[] = []) =>
    scenarioSchema.parse({ name, accounts, detectors: { plugins } })
  const BROKEN: ScenarioEntry = {
    file: "torn.yaml",
    name: "torn",
    error: "torn.yaml: days must be 7 or more",
  }
  const over = (scenarios: readonly Scenario[], initial: readonly Run[] = []) =>
    begin(initial, async (name) => scenarios.find((one) => one.name === name)!, [
      BROKEN,
      ...scenarios.map(entryOf),
    ])

  it("is the smallest scenario's, and nothing follows it", async () => {
    const { engine, simulated, store, told, ensured } = over([own("spring", 900), own("summer", 600)])
    await expect.poll(simulated).toEqual(["summer"])
    engine.finish()
    await ensured
    expect(store.written.map(({ manifest }) => manifest.name)).toEqual(["summer"])
    expect(told[0]).toBe("Simulating summer, once; the page shows how far it is ...")
    expect(told.at(-1)).toMatch(/^Simulated summer: 600 accounts in \d+\.\d s$/)
  })

  it("is not made where there is a run to open", async () => {
    const { simulated, told, ensured } = over([own("spring", 900)], [fakeRun("rare-1", other)])
    await ensured
    expect([simulated(), told]).toEqual([[], []])
  })

  it.each([
    ["is larger than the quickstart", own("spring", 20_001)],
    ["names a plug-in", own("spring", 600, [{ module: "./late.ts" }])],
  ])("waits for somebody to ask where the scenario %s", async (_, scenario) => {
    const { simulated, told, ensured } = over([scenario])
    await ensured
    expect([simulated(), told]).toEqual([
      [],
      ["There is no run yet to open on; choose a scenario on the page."],
    ])
  })

  it("passes over a smaller one that names a plug-in", async () => {
    const { engine, simulated, ensured } = over([own("a", 600, [{ module: "./late.ts" }]), own("b", 900)])
    await expect.poll(simulated).toEqual(["b"])
    engine.finish()
    await ensured
  })

  it("cannot be made of files that cannot be read, or of none, and says which", async () => {
    const unreadable = over([])
    await unreadable.ensured
    expect(unreadable.told).toEqual(["No scenario of the folder can be read; the page tells why."])
    const empty = begin([], undefined, [])
    await empty.ensured
    expect(empty.told).toEqual([
      "There is no scenario in the folder to open a run of; the page helps to write one.",
    ])
  })
})
