/** Learns a run's fusion again without some detectors, on a worker thread: the server answers others meanwhile. */
import { CancelledError } from "../core/errors.ts"
import type { Run } from "../core/run.ts"
import { createPool } from "./pool.ts"

export interface SwitchOffOptions {
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the thread at once; the risks reject with CancelledError. */
  readonly signal?: AbortSignal
}

/** Risk of each account; rejects as core's riskWithout throws. */
export async function switchOff(
  { manifest, columns: { scores }, learning }: Run,
  off: readonly string[],
  { workerFile, signal }: SwitchOffOptions,
): Promise<Float32Array> {
  if (signal?.aborted) throw new CancelledError()
  const pool = createPool(workerFile, 1, signal)
  try {
    const run = { manifest, columns: { scores }, learning }
    const [risk] = await pool.run([{ kind: "switch-off", run, off }], () => {})
    return risk as Float32Array
  } finally {
    await pool.close()
  }
}
