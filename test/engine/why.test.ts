/** Why a run's fusion works, told by a real worker thread. */
import { readFileSync } from "node:fs"
import { fileURLToPath, pathToFileURL } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { AssayError, CancelledError } from "../../src/core/errors.ts"
import type { Run } from "../../src/core/run.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { whyReport } from "../../src/core/why.ts"
import { runScenario } from "../../src/engine/run.ts"
import { explainRun } from "../../src/engine/why.ts"

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const workerFile = pathToFileURL(fromHere("../../out/main/worker.js"))
const tiny = parseScenario(readFileSync(fromHere("../../simulations/tiny.yaml"), "utf8"), "tiny.yaml")

describe("explainRun", () => {
  let run: Run
  beforeAll(async () => {
    run = await runScenario(tiny, { workers: 2, workerFile })
  })

  it("tells the same as the calling thread would, which it leaves free", async () => {
    let turns = 0
    const clock = setInterval(() => turns++, 10)
    const told = await explainRun(run, { workerFile })
    clearInterval(clock)
    expect(told).toEqual(whyReport(run))
    expect(turns).toBeGreaterThan(3)
  })

  it("tells of a run that keeps no learning set what it can", async () => {
    const { learning: _, ...older } = run
    const told = await explainRun(older, { workerFile })
    expect(told.ablation).toBeNull()
    expect(told.unavailable).toContain("run its scenario again")
    expect(told.overlap.detectors.length).toBe(run.manifest.detectors.length)
  })

  it("is the user's fault when the learning set has too few of a class, and says so", async () => {
    const learning = run.learning!
    const truth = { ...learning.truth, oversight: learning.truth.oversight.map(() => 1) }
    const told = explainRun({ ...run, learning: { ...learning, truth } }, { workerFile })
    await expect(told).rejects.toThrow(AssayError)
    await expect(told).rejects.toThrow(/fusion\.learning must yield at least 20 AI-managed/)
  })

  it("rejects with CancelledError when it is cancelled, before or during the work", async () => {
    await expect(explainRun(run, { workerFile, signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
    const during = new AbortController()
    const told = explainRun(run, { workerFile, signal: during.signal })
    setTimeout(() => during.abort(), 100)
    await expect(told).rejects.toThrow(CancelledError)
  })
})
