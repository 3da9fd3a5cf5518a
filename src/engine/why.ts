/** Tells why a run's fusion works on a worker thread: fusion is learned again some forty times, which takes seconds. */
import { CancelledError } from "../core/errors.ts"
import type { Run } from "../core/run.ts"
import type { Task } from "../core/tasks.ts"
import type { WhyReport } from "../core/why.ts"
import { createPool } from "./pool.ts"

export interface ExplainOptions {
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the thread at once; the report rejects with CancelledError. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly stage: string; readonly fraction: number }) => void
}

/** The thread is busy with one task: it writes down how far it is, and this looks. */
const LOOK_MS = 200

/** By the run's own definition; rejects as whyReport throws. */
export async function explainRun(
  run: Run,
  { workerFile, signal, onProgress }: ExplainOptions,
): Promise<WhyReport> {
  if (signal?.aborted) throw new CancelledError()
  const pool = createPool(workerFile, 1, signal)
  const done = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const look = setInterval(() => onProgress?.({ stage: "relearning", fraction: done[0]! }), LOOK_MS)
  onProgress?.({ stage: "relearning", fraction: 0 })
  try {
    // Features, pairs and reasons are most of a run, and no part of the report.
    const task: Task = { kind: "why", run: { ...run, features: {}, pairs: {}, reasons: undefined }, done }
    const [report] = await pool.run([task], () => {})
    return report as WhyReport
  } finally {
    clearInterval(look)
    await pool.close()
  }
}
