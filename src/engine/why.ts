/** Tells why a run's fusion works on a worker thread: fusion is learned again some forty times, which takes seconds. */
import { CancelledError } from "../core/errors.ts"
import type { Run } from "../core/run.ts"
import type { WhyReport } from "../core/why.ts"
import { createPool } from "./pool.ts"

export interface ExplainOptions {
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the thread at once; the report rejects with CancelledError. */
  readonly signal?: AbortSignal
}

/** By the run's own definition; rejects as whyReport throws. */
export async function explainRun(run: Run, { workerFile, signal }: ExplainOptions): Promise<WhyReport> {
  if (signal?.aborted) throw new CancelledError()
  const pool = createPool(workerFile, 1, signal)
  try {
    // Features and pairs are most of a run, and no part of the report.
    const [report] = await pool.run([{ kind: "why", run: { ...run, features: {}, pairs: {} } }], () => {})
    return report as WhyReport
  } finally {
    await pool.close()
  }
}
