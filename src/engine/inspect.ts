/** Inspects accounts of a run and what joins them: builds its world again, once, on worker threads, and keeps it. */
import type { AccountDetail } from "../core/account-detail.ts"
import { CancelledError, DataError } from "../core/errors.ts"
import { generatorVersion } from "../core/generator-version.ts"
import { type Inspection, inspectAccount, openInspection } from "../core/inspection.ts"
import { type Judgement, judgeAccount, openJudging } from "../core/judgement.ts"
import type { GroupEvidence } from "../core/network/contents.ts"
import { type FollowEdges, followsAmong, joinFollows } from "../core/network/follows.ts"
import { groupEvidence } from "../core/network/shared-objects.ts"
import { buildWorld, tilesOf } from "../core/population/populate.ts"
import type { Run } from "../core/run.ts"
import { shared } from "../core/shared-columns.ts"
import type { Task } from "../core/tasks.ts"
import { createPool, type Pool } from "./pool.ts"

export interface Inspector {
  /** Rejects when the world cannot be built; `number` must be one of the run's accounts. */
  account(number: number): Promise<AccountDetail>
  /** Needs no world: there at once. `threshold` is the scenario's unless told. */
  judgement(number: number, threshold?: number): Judgement
  /** Builds the world, so that the first account need not wait for it. */
  prepare(): Promise<void>
  /** What joins these accounts, the strongest of a group first. */
  evidence(members: readonly number[]): Promise<GroupEvidence>
  /** The follows of some accounts by one another. */
  followsAmong(accounts: readonly number[]): Promise<FollowEdges>
  /**
   * All follows of or by any of these accounts: looks through everybody, on worker threads. `onDone` is told the share
   * that is looked through; rejects with CancelledError when the signal aborts.
   */
  followsOf(
    accounts: readonly number[],
    options?: { readonly signal: AbortSignal; readonly onDone: (share: number) => void },
  ): Promise<FollowEdges>
}

/** Another generator would make another population, whose posts have nothing to do with the run's scores. */
export function requireSameGenerator({ manifest }: Run): void {
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
  async function withPool<Result>(
    work: (pool: Pool) => Promise<Result>,
    signal = options.signal,
  ): Promise<Result> {
    const pool = createPool(options.workerFile, options.workers, signal)
    try {
      return await work(pool)
    } finally {
      await pool.close()
    }
  }
  async function open(): Promise<Inspection> {
    requireSameGenerator(run)
    return withPool(async (pool) =>
      openInspection(judging, await buildWorld(run.manifest.scenario, pool, () => {})),
    )
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
    async evidence(members) {
      const { world } = await opened()
      return groupEvidence(world, members, run.manifest.scenario.detectors.coActionWindow)
    },
    async followsAmong(accounts) {
      return followsAmong((await opened()).world, accounts)
    },
    async followsOf(accounts, work) {
      const { world } = await opened()
      if (work?.signal.aborted) throw new CancelledError()
      const marked = shared.u8(world.accounts)
      for (const account of accounts) marked[account] = 1
      const tasks = tilesOf(world.accounts).map(
        (range): Task => ({ kind: "follows", world, marked, ...range }),
      )
      const tell = (done: number) => work?.onDone(done / tasks.length)
      return joinFollows(
        await withPool(async (pool) => (await pool.run(tasks, tell)) as FollowEdges[], work?.signal),
      )
    },
  }
}
