/** Inspects accounts of a run: builds its world again, once, on worker threads, and keeps it. */
import type { AccountDetail } from "../core/account-detail.ts"
import { DataError } from "../core/errors.ts"
import { generatorVersion } from "../core/generator-version.ts"
import { type Inspection, inspectAccount, openInspection } from "../core/inspection.ts"
import { buildWorld } from "../core/population/populate.ts"
import type { Run } from "../core/run.ts"
import { createPool } from "./pool.ts"

export interface Inspector {
  /** Rejects when the world cannot be built; `number` must be one of the run's accounts. */
  account(number: number): Promise<AccountDetail>
}

/** Another generator would make another population, whose posts have nothing to do with the run's scores. */
function requireSameGenerator({ manifest }: Run): void {
  const { generator } = manifest.versions
  if (generator === generatorVersion) return
  throw new DataError(
    `${manifest.id}: was made by generator ${generator} and can be inspected with that only, this is ${generatorVersion}; ` +
      "run the scenario again",
  )
}

export function createInspector(
  run: Run,
  options: { readonly workers: number; readonly workerFile: URL; readonly signal?: AbortSignal },
): Inspector {
  let inspection: Promise<Inspection> | undefined
  async function open(): Promise<Inspection> {
    requireSameGenerator(run)
    const pool = createPool(options.workerFile, options.workers, options.signal)
    try {
      return openInspection(run, await buildWorld(run.manifest.scenario, pool, () => {}))
    } finally {
      await pool.close()
    }
  }
  return {
    async account(number) {
      inspection ??= open().catch((error) => {
        // What failed once may work the next time.
        inspection = undefined
        throw error
      })
      return inspectAccount(await inspection, number)
    },
  }
}
