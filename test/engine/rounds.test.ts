/** Rounds on real worker threads. */
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import { CancelledError } from "../../src/core/errors.ts"
import { playRounds } from "../../src/core/rounds/index.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { runRounds } from "../../src/engine/rounds.ts"
import { smallScenario } from "../rounds/scenario.ts"

const workerFile = pathToFileURL("out/main/worker.js")

describe("runRounds", () => {
  it("comes to the same report with one worker, with two, and without any", async () => {
    // More than a tile, so that two workers have something to share.
    const scenario = { ...smallScenario({ strategy: "bandit", rounds: 3, retrainEvery: 2 }), accounts: 600 }
    const report = await playRounds(scenario, inProcess, () => {})
    for (const workers of [1, 2]) expect(await runRounds(scenario, { workers, workerFile })).toEqual(report)
  })

  it.each([
    ["within a round", "evidence"],
    ["between rounds", "roster"],
  ])("ends %s when it is cancelled", async (_, at) => {
    const controller = new AbortController()
    const running = runRounds(smallScenario({ strategy: "churn" }), {
      workers: 1,
      workerFile,
      signal: controller.signal,
      onProgress: ({ round, stage }) => {
        if (round === 1 && stage === at) controller.abort()
      },
    })
    await expect(running).rejects.toThrow(CancelledError)
  })
})
