/** Runs a scenario on worker threads, with progress and cancellation. */
import { assembleRun } from "../core/assemble.ts"
import type { Plugin, PluginFailure } from "../core/detection/plugin.ts"
import { CancelledError } from "../core/errors.ts"
import type { Kept } from "../core/kept.ts"
import { runMainLine } from "../core/pipeline.ts"
import { runFraction } from "../core/progress.ts"
import type { Run } from "../core/run.ts"
import type { LoadedModel } from "../core/saved-model.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { Work } from "../core/simulate.ts"
import { createPool, type Pool } from "./pool.ts"
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
  /** Where populations and findings are looked for before they are made, and put when they were; see core/kept.ts. */
  readonly kept?: Kept | null
  /**
   * Threads that are there already, with a signal of their own; they are left running for the next scenario, unless this
   * one fails, which ends them.
   */
  readonly pool?: Pool
  /** Told how many detectors' findings were reused and made, the sibling population's counted apart. */
  readonly onWork?: (work: Work) => void
}

export async function runScenario(
  scenario: Scenario,
  { model = null, plugins = [], unopened = [], kept = null, ...options }: ScenarioRunOptions,
): Promise<Run> {
  const pool = options.pool ?? createPool(options.workerFile, options.workers, options.signal)
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
    const outcome = await runMainLine(scenario, pool, onStage, { model, plugins, kept })
    options.onWork?.(outcome.work)
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
    if (pool !== options.pool) await pool.close()
  }
}
