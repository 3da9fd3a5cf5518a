/** Inspects accounts of a run: builds its world again, once, on worker threads, and keeps it. */
import type { AccountDetail } from "../core/account-detail.ts"
import { DataError } from "../core/errors.ts"
import { generatorVersion } from "../core/generator-version.ts"
import { type Inspection, inspectAccount, openInspection } from "../core/inspection.ts"
import { type Judgement, judgeAccount, openJudging } from "../core/judgement.ts"
import { buildWorld } from "../core/population/populate.ts"
import type { Run } from "../core/run.ts"
import { createPool } from "./pool.ts"

export interface Inspector {
  /** Rejects when the world cannot be built; `number` must be one of the run's accounts. */
  account(number: number): Promise<AccountDetail>
  /** Needs no world: there at once. `threshold` is the scenario's unless told. */
  judgement(number: number, threshold?: number): Judgement
  /** Builds the world, so that the first account need not wait for it. */
  prepare(): Promise<void>
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
  const judging = openJudging(run)
  let inspection: Promise<Inspection> | undefined
  async function open(): Promise<Inspection> {
    requireSameGenerator(run)
    const pool = createPool(options.workerFile, options.workers, options.signal)
    try {
      return openInspection(judging, await buildWorld(run.manifest.scenario, pool, () => {}))
    } finally {
      await pool.close()
    }
  }
  function opened(): Promise<Inspection> {
    inspection ??= open().catch((error) => {
      // What failed once may work the next time.
      inspection = undefined
      throw error
    })
    return inspection
  }
  return {
    account: async (number) => inspectAccount(await opened(), number),
    judgement: (number, threshold) => judgeAccount(judging, number, threshold),
    async prepare() {
      await opened()
    },
  }
}
