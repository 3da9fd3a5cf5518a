/** Runs the scenarios of a check, one after the other. */
import { dirname } from "node:path"
import type { Places } from "../../api/places.ts"
import type { Simulate } from "../../engine/check.ts"
import { runScenario } from "../../engine/run.ts"
import { readModel } from "../../store/model-file.ts"

export interface Simulation {
  readonly simulate: Simulate
  close(): Promise<void>
}

interface SimulationOptions {
  readonly places: Places
  readonly workers: number
  readonly signal: AbortSignal
}

export function openSimulation({ places, workers, signal }: SimulationOptions): Simulation {
  const { workerFile } = places
  return {
    async simulate({ scenario, path }, onProgress) {
      const named = scenario.fusion.model
      const run = await runScenario(scenario, {
        workers,
        workerFile,
        signal,
        model: named === null ? null : await readModel(named, dirname(path)),
        onProgress: ({ stage, fraction }) => onProgress(stage, fraction),
      })
      return { run, reused: 0, made: run.manifest.detectors.length }
    },
    async close() {},
  }
}
