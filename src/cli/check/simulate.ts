/** Runs the scenarios of a check, one after the other, each with its model and plug-ins. */
import { dirname } from "node:path"
import type { Places } from "../../api/places.ts"
import type { Simulate } from "../../engine/check.ts"
import { runScenario } from "../../engine/run.ts"
import { readModel } from "../../store/model-file.ts"
import { openScenarioPlugins } from "../plugins.ts"

interface SimulationOptions {
  readonly places: Places
  readonly workers: number
  readonly signal: AbortSignal
  /** Consents to the plug-ins that scenarios name. */
  readonly trust?: boolean | undefined
}

export function simulation({ places, workers, signal, trust = false }: SimulationOptions): Simulate {
  const { workerFile } = places
  return async ({ scenario, path }, onProgress) => {
    const named = scenario.fusion.model
    const run = await runScenario(scenario, {
      workers,
      workerFile,
      signal,
      model: named === null ? null : await readModel(named, dirname(path)),
      ...(await openScenarioPlugins(scenario, path, { places, options: { trust }, signal })),
      onProgress: ({ stage, fraction }) => onProgress(stage, fraction),
    })
    return { run, reused: 0, made: run.manifest.detectors.length }
  }
}
