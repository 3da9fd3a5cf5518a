/** Inspects accounts of a run: builds its world again, once, on worker threads, and keeps it. */
import type { AccountDetail } from "../core/account-detail.ts"
import { type Inspection, inspectAccount, openInspection } from "../core/inspection.ts"
import { buildWorld } from "../core/population/populate.ts"
import type { Run } from "../core/run.ts"
import { createPool } from "./pool.ts"

export interface Inspector {
  /** Rejects when the world cannot be built; `number` must be one of the run's accounts. */
  account(number: number): Promise<AccountDetail>
}

export function createInspector(
  run: Run,
  options: { readonly workers: number; readonly workerFile: URL },
): Inspector {
  let inspection: Promise<Inspection> | undefined
  async function open(): Promise<Inspection> {
    const pool = createPool(options.workerFile, options.workers)
    try {
      return openInspection(run, await buildWorld(run.manifest.scenario, pool, () => {}))
    } finally {
      await pool.close()
    }
  }
  return {
    async account(number) {
      inspection ??= open()
      return inspectAccount(await inspection, number)
    },
  }
}
