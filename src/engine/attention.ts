/** Tells what a policy does to creators and readers on worker threads: builds a run's world again for its engagement. */
import { collectEngagement, type Engagement } from "../core/engagement.ts"
import { CancelledError } from "../core/errors.ts"
import { type AttentionSettings, measureAttention } from "../core/policy/attention/attention.ts"
import type { AttentionReport } from "../core/policy/attention/report.ts"
import type { Policy } from "../core/policy/policy.ts"
import type { Run } from "../core/run.ts"
import { requireSameGenerator } from "./inspect.ts"
import { createPool, type Pool } from "./pool.ts"

export interface AttentionWork {
  readonly workers: number
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the threads at once; what runs rejects with CancelledError. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly stage: AttentionStage; readonly fraction: number }) => void
}

export type AttentionStage = "engagement" | "attention"

export interface AttentionOptions extends AttentionWork, AttentionSettings {
  /** Of this run, to be used again; collected unless told. */
  readonly engagement?: Engagement
}

/** Rejects with DataError for a run of another generator. */
export function engagementOf(run: Run, work: AttentionWork): Promise<Engagement> {
  return withPool(work, (pool) => collect(run, work, pool))
}

/** `policy.definition` and `prevalence` go before the run's. Rejects with DataError for a run of another generator. */
export function attentionOf(run: Run, policy: Policy, options: AttentionOptions): Promise<AttentionReport> {
  return withPool(options, async (pool) => {
    const engagement = options.engagement ?? (await collect(run, options, pool))
    const { manifest, columns } = run
    return measureAttention({ manifest, columns, engagement, policy }, options, pool, (fraction) =>
      options.onProgress?.({ stage: "attention", fraction }),
    )
  })
}

function collect(run: Run, { onProgress }: AttentionWork, pool: Pool): Promise<Engagement> {
  requireSameGenerator(run)
  return collectEngagement(run.manifest.scenario, pool, (fraction) =>
    onProgress?.({ stage: "engagement", fraction }),
  )
}

async function withPool<Result>(
  { workers, workerFile, signal }: AttentionWork,
  work: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  if (signal?.aborted) throw new CancelledError()
  const pool = createPool(workerFile, workers, signal)
  try {
    return await work(pool)
  } catch (error) {
    throw signal?.aborted ? new CancelledError() : error
  } finally {
    await pool.close()
  }
}
