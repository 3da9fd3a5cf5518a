/** Plays a scenario's rounds on worker threads, with progress, time left and cancellation. */
import { CancelledError } from "../core/errors.ts"
import { playRounds, type RoundsProgress, type RoundsReport } from "../core/rounds/index.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { createPool, type Pool } from "./pool.ts"

export interface RoundsOptions {
  /** Threads; the outcome does not depend on them. */
  readonly workers: number
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the threads at once, between rounds and within them; the promise rejects with CancelledError. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: RoundsProgress) => void) | undefined
  /** Threads that are there already, with a signal of their own; they are left running unless the rounds fail. */
  readonly pool?: Pool | undefined
}

/** Rejects with a ScenarioError when the rounds of the scenario cannot be played. */
export async function runRounds(
  scenario: Scenario,
  { workers, workerFile, signal, onProgress, ...options }: RoundsOptions,
): Promise<RoundsReport> {
  const pool = options.pool ?? createPool(workerFile, workers, signal)
  try {
    return await playRounds(scenario, pool, (progress) => {
      if (signal?.aborted) throw new CancelledError()
      onProgress?.(progress)
    })
  } catch (error) {
    throw signal?.aborted ? new CancelledError() : error
  } finally {
    if (pool !== options.pool) await pool.close()
  }
}
