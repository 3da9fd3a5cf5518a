/** Runs a scenario on worker threads, with progress and cancellation. */
import { assembleRun } from "../core/assemble.ts"
import type { Plugin, PluginFailure } from "../core/detection/plugin.ts"
import { CancelledError } from "../core/errors.ts"
import { runMainLine } from "../core/pipeline.ts"
import { runFraction } from "../core/progress.ts"
import type { Run } from "../core/run.ts"
import type { LoadedModel } from "../core/saved-model.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { createPool } from "./pool.ts"
import { StageClock } from "./stage-clock.ts"
import { ASSAY_VERSION } from "./version.ts"

export interface RunOptions {
  /** Threads; the outcome does not depend on them. */
  readonly workers: number
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the threads at once; the run rejects with CancelledError. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly stage: string; readonly fraction: number }) => void
}

export interface ScenarioRunOptions extends RunOptions {
  /** With one nothing is learned: the fusion is the model's. */
  readonly model?: LoadedModel | null
  /** Started and ended by whoever passes them; one that fails is left out of the run by name. */
  readonly plugins?: readonly Plugin[]
  /** Plug-ins that could not even be started: named in the run like those that fail in it. */
  readonly unopened?: readonly PluginFailure[]
}

export async function runScenario(
  scenario: Scenario,
  { model = null, plugins = [], unopened = [], ...options }: ScenarioRunOptions,
): Promise<Run> {
  const pool = createPool(options.workerFile, options.workers, options.signal)
  const clock = new StageClock()
  const learningAccounts = model ? 0 : scenario.fusion.learning.accounts
  const onStage = (stage: string, fraction: number) => {
    if (options.signal?.aborted) throw new CancelledError()
    clock.enter(stage)
    options.onProgress?.({
      stage,
      fraction: runFraction(stage, fraction, learningAccounts, scenario.accounts),
    })
  }
  try {
    const outcome = await runMainLine(scenario, pool, onStage, { model, plugins })
    const failures = [...unopened, ...outcome.detection.failures]
    clock.enter("evaluation")
    const circumstances = {
      assayVersion: ASSAY_VERSION,
      createdAt: new Date().toISOString(),
      timings: { total: 0 },
    }
    const detection = { ...outcome.detection, failures }
    const run = assembleRun({ ...outcome, detection }, circumstances)
    return { ...run, manifest: { ...run.manifest, timings: clock.timings() } }
  } catch (error) {
    throw options.signal?.aborted ? new CancelledError() : error
  } finally {
    await pool.close()
  }
}
