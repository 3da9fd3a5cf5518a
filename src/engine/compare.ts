/** Compares two runs, or two ways to judge one, on a worker thread: at a million accounts it takes some seconds. */
import { CancelledError } from "../core/errors.ts"
import type { Comparison, ComparisonOptions, Judgement } from "../core/evaluation/index.ts"
import type { Run } from "../core/run.ts"
import { createPool } from "./pool.ts"

export interface CompareOptions {
  /** The built worker, out/main/worker.js. */
  readonly workerFile: URL
  /** Ends the thread at once; the comparison rejects with CancelledError. */
  readonly signal?: AbortSignal
}

export async function compareOnWorker(
  a: Judgement,
  b: Judgement,
  options: ComparisonOptions,
  { workerFile, signal }: CompareOptions,
): Promise<Comparison> {
  if (signal?.aborted) throw new CancelledError()
  const pool = createPool(workerFile, 1, signal)
  try {
    const runA = judgedPart(a.run)
    // One run on both sides travels once.
    const runB = b.run === a.run ? runA : judgedPart(b.run)
    const task = { kind: "compare", a: { ...a, run: runA }, b: { ...b, run: runB }, options } as const
    const [comparison] = await pool.run([task], () => {})
    return comparison as Comparison
  } finally {
    await pool.close()
  }
}

/** Features and pairs are most of a run, and no part of the comparison; nor is what fusion learned from. */
const judgedPart = ({ manifest, columns }: Run): Run => ({ manifest, columns, features: {}, pairs: {} })
