/** Runs the scenarios of a check, one after the other on the same threads, each with its model and plug-ins. */
import { dirname } from "node:path"
import type { Places } from "../../api/places.ts"
import type { Kept } from "../../core/kept.ts"
import type { Simulate } from "../../engine/check.ts"
import { createPool } from "../../engine/pool.ts"
import { runScenario } from "../../engine/run.ts"
import { readModel } from "../../store/model-file.ts"
import { hearing } from "../heard.ts"
import { openScenarioPlugins } from "../plugins.ts"

interface SimulationOptions {
  readonly places: Places
  readonly workers: number
  readonly signal: AbortSignal
  /** Where populations and findings of earlier checks are looked for; null makes all of them. */
  readonly kept: Kept | null
  /** Consents to the plug-ins that scenarios name. */
  readonly trust?: boolean | undefined
}

export interface Simulation {
  readonly simulate: Simulate
  close(): Promise<void>
}

export function openSimulation({
  places,
  workers,
  signal,
  kept,
  trust = false,
}: SimulationOptions): Simulation {
  const { workerFile } = places
  const open = () => createPool(workerFile, workers, signal)
  let pool = open()
  const heard = hearing()
  return {
    async simulate({ scenario, path }, onProgress) {
      const named = scenario.fusion.model
      const model = named === null ? null : await readModel(named, dirname(path))
      const plugins = await openScenarioPlugins(scenario, path, { places, options: { trust }, signal, heard })
      let work = { reused: 0, made: 0 }
      try {
        const run = await runScenario(scenario, {
          workers,
          workerFile,
          signal,
          pool,
          kept,
          model,
          ...plugins,
          onWork: (done) => {
            work = done
          },
          onProgress: ({ stage, fraction }) => onProgress(stage, fraction),
        })
        return { run, ...work }
      } catch (error) {
        // A scenario that fails ends its threads.
        await pool.close()
        pool = open()
        throw error
      }
    },
    async close() {
      heard.end()
      await pool.close()
    },
  }
}
