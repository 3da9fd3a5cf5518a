/** A whole run, as the terminal and the workbench do it. */
import { runScenario } from "../src/engine/run.ts"
import { peakMegabytes, timed } from "./reference.ts"
import { benchScenario } from "./scenario.ts"

export interface RunMeasure {
  readonly seconds: number
  /** Evaluated and learned from. */
  readonly accountsSimulated: number
  /** Posts and interactions of the evaluated population, scaled to all accounts simulated. */
  readonly eventsSimulated: number
  readonly peakMegabytes: number
}

export async function measureRun(accounts: number, workers: number): Promise<RunMeasure> {
  const scenario = benchScenario(accounts)
  const workerFile = new URL("./worker.js", import.meta.url)
  const { seconds, result } = await timed(() => runScenario(scenario, { workers, workerFile }))
  const accountsSimulated = accounts + scenario.fusion.learning.accounts
  const { posts, interactions } = result.manifest
  return {
    seconds,
    accountsSimulated,
    eventsSimulated: ((posts + interactions) * accountsSimulated) / accounts,
    peakMegabytes: peakMegabytes(),
  }
}
