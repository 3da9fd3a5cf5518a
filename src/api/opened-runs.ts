/** The few runs looked at last, with what inspects them: opening one reads its files only once. */
import type { AccountDetail } from "../core/account-detail.ts"
import type { Judgement } from "../core/judgement.ts"
import type { GroupEvidence } from "../core/network/contents.ts"
import type { FollowEdges } from "../core/network/follows.ts"
import { type Network, openNetwork } from "../core/network/graph.ts"
import type { Run } from "../core/run.ts"

export interface Inspector {
  account(number: number): Promise<AccountDetail>
  judgement(number: number, threshold?: number): Judgement
  prepare(): Promise<void>
  /** What joins these accounts, the strongest of a group first. */
  evidence(members: readonly number[]): Promise<GroupEvidence>
  /** The follows of some accounts by one another. */
  followsAmong(accounts: readonly number[]): Promise<FollowEdges>
  /** All follows of or by any of these accounts; rejects with CancelledError when the signal aborts. */
  followsOf(
    accounts: readonly number[],
    options?: { readonly signal: AbortSignal; readonly onDone: (share: number) => void },
  ): Promise<FollowEdges>
}

export interface OpenedRun {
  readonly run: Run
  /** Made when first asked for: most who open a run look at no single account. */
  inspector(): Inspector
  /** Its groups and pairs, worked out when first asked for and kept. */
  network(): Network
}

export interface OpenedRuns {
  open(id: string): Promise<OpenedRun>
  /** Puts in a run that is in memory anyway. */
  keep(run: Run): void
  /** Lets go of a run that is gone from the store. */
  forget(id: string): void
}

export function createOpenedRuns(
  read: (id: string) => Promise<Run>,
  inspect: (run: Run) => Inspector,
  capacity = 3,
): OpenedRuns {
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const opened = new Map<string, Promise<OpenedRun>>()

  function insert(id: string, entry: Promise<OpenedRun>): Promise<OpenedRun> {
    opened.delete(id)
    opened.set(id, entry)
    for (const oldest of opened.keys()) {
      if (opened.size <= capacity) break
      opened.delete(oldest)
    }
    return entry
  }

  function withInspector(run: Run): OpenedRun {
    let inspector: Inspector | undefined
    let network: Network | undefined
    return {
      run,
      inspector() {
        inspector ??= inspect(run)
        return inspector
      },
      network() {
        network ??= openNetwork(run)
        return network
      },
    }
  }

  return {
    open(id) {
      const known = opened.get(id)
      if (known) return insert(id, known)
      const entry = read(id).then(withInspector)
      // A run that could not be read may be there the next time.
      entry.catch(() => opened.get(id) === entry && opened.delete(id))
      return insert(id, entry)
    },
    keep(run) {
      void insert(run.manifest.id, Promise.resolve(withInspector(run)))
    },
    forget: (id) => void opened.delete(id),
  }
}
