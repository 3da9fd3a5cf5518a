/** Measures realism and leakage of a scenario on worker threads, with progress and cancellation. */
import { CancelledError } from "../core/errors.ts"
import { type AgainstOptions, againstReport, type RealLog } from "../core/realism/against.ts"
import type { AgainstReport } from "../core/realism/against-report.ts"
import { leakageReport } from "../core/realism/leakage.ts"
import type { LeakageReport } from "../core/realism/leakage-report.ts"
import type { RealismReport } from "../core/realism/realism-report.ts"
import { realismReport } from "../core/realism/report.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { Executor } from "../core/tasks.ts"
import { createPool } from "./pool.ts"
import type { RunOptions } from "./run.ts"

export function measureRealism(scenario: Scenario, options: RunOptions): Promise<RealismReport> {
  return onPool(options, (pool, onStage) => realismReport(scenario, pool, onStage))
}

export function auditLeakage(scenario: Scenario, options: RunOptions): Promise<LeakageReport> {
  return onPool(options, (pool, onStage) => leakageReport(scenario, pool, onStage))
}

/** Holds a scenario's population against a log that was read. */
export function measureAgainst(
  scenario: Scenario,
  log: RealLog,
  { side, ...options }: RunOptions & AgainstOptions,
): Promise<AgainstReport> {
  return onPool(options, (pool, onStage) => againstReport(scenario, log, { side }, pool, onStage))
}

/** The work with a pool of its own, which ends with it or when the signal aborts. */
async function onPool<Result>(
  { workers, workerFile, signal, onProgress }: RunOptions,
  work: (pool: Executor, onStage: (stage: string, fraction: number) => void) => Promise<Result>,
): Promise<Result> {
  const pool = createPool(workerFile, workers, signal)
  try {
    return await work(pool, (stage, fraction) => {
      if (signal?.aborted) throw new CancelledError()
      onProgress?.({ stage, fraction })
    })
  } catch (error) {
    throw signal?.aborted ? new CancelledError() : error
  } finally {
    await pool.close()
  }
}
