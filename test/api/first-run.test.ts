import { describe, expect, it } from "vitest"
import { ensureFirstRun } from "../../src/api/first-run.ts"
import { CancelledError, DataError, ScenarioError } from "../../src/core/errors.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { fakeRun, fakeStore, tiny } from "./fakes.ts"

function parts({ store = fakeStore(), scenario = async () => tiny, run = async () => fakeRun("made") } = {}) {
  const simulated: string[] = []
  const told: string[] = []
  const asked: string[] = []
  return {
    simulated,
    told,
    asked,
    store,
    ensure: () =>
      ensureFirstRun(
        {
          workers: 2,
          store,
          scenarios: {
            list: async () => [],
            load: (name) => {
              asked.push(name)
              return scenario()
            },
            read: () => Promise.reject(new Error("not asked for")),
            save: () => Promise.reject(new Error("not asked for")),
          },
          engine: {
            run: (of, { onProgress }) => {
              simulated.push(of.name)
              onProgress({ stage: "posts", fraction: 0.5 })
              return run()
            },
            inspect: () => {
              throw new Error("not asked for")
            },
            sample: () => Promise.reject(new Error("not asked for")),
            realism: () => Promise.reject(new Error("not asked for")),
            leakage: () => Promise.reject(new Error("not asked for")),
            why: () => Promise.reject(new Error("not asked for")),
            switchOff: () => Promise.reject(new Error("not asked for")),
            compare: () => Promise.reject(new Error("not asked for")),
          },
        },
        {
          signal: new AbortController().signal,
          talk: { progress: (text) => told.push(text), done: (text) => told.push(text) },
        },
      ),
  }
}

describe("the first run", () => {
  it("is the quickstart's, simulated and written when it is not there", async () => {
    const { ensure, asked, store, told } = parts()
    await ensure()
    expect(asked).toEqual(["quickstart"])
    expect(store.written.map((run) => run.manifest.id)).toEqual(["made"])
    expect(told).toEqual([
      "Simulating tiny, once; this takes half a minute or so ...",
      "Simulating tiny, once: 50 % (posts)",
      expect.stringMatching(/^Simulated tiny: 3 accounts in \d+\.\d s$/),
    ])
  })

  it("is not made again", async () => {
    const { ensure, simulated, told } = parts({ store: fakeStore([fakeRun("old")]) })
    await ensure()
    expect([simulated, told]).toEqual([[], []])
  })

  it("is made anew when its scenario has changed", async () => {
    const changed = scenarioSchema.parse({ name: "tiny", accounts: 600 })
    const { ensure, simulated } = parts({ store: fakeStore([fakeRun("old")]), scenario: async () => changed })
    await ensure()
    expect(simulated).toEqual(["tiny"])
  })

  it.each([
    new ScenarioError(["quickstart.yaml: days must be 7 or more, got 1"]),
    new DataError("runs: may not be written"),
  ])("that cannot be made is told and left to the workbench: %s", async (error) => {
    const { ensure, told } = parts({ scenario: () => Promise.reject(error) })
    await ensure()
    expect(told).toEqual([`The first run could not be made: ${error.message}`])
  })

  it("that is cancelled ends the start", async () => {
    const { ensure, store } = parts({ run: () => Promise.reject(new CancelledError()) })
    await expect(ensure()).rejects.toThrow(CancelledError)
    expect(store.written).toEqual([])
  })
})
