/** The follow graph of a whole population, and how much of each account's following is returned. */
import type { Evidence } from "../evidence/evidence.ts"
import type { Clustered } from "./cluster.ts"

/** How many an account follows, and how many of these follow it back. */
export interface Returned extends Clustered {
  readonly follows: number
  readonly returned: number
}

/** Ragged: account i follows target[offset[i]] to target[offset[i + 1] - 1], ascending. */
export interface Graph {
  readonly offset: Uint32Array
  readonly target: Uint32Array
}

/** Whoever knows whom the accounts of its tiles follow. */
interface Following {
  readonly world: { readonly accounts: number }
  readonly tiles: readonly {
    readonly evidence: Pick<Evidence, "firstAccount" | "accountCount" | "follows">
  }[]
}

export function graphOf({ world, tiles }: Following): Graph {
  const offset = new Uint32Array(world.accounts + 1)
  const lists = tiles.map(({ evidence: { follows, firstAccount, accountCount } }) => {
    for (let k = 0; k < accountCount; k++)
      offset[firstAccount + k + 1] = follows!.offset[k + 1] - follows!.offset[k]
    return follows!.target
  })
  for (let account = 0; account < world.accounts; account++) offset[account + 1] += offset[account]
  const target = new Uint32Array(offset[world.accounts])
  let at = 0
  for (const list of lists) {
    target.set(list, at)
    at += list.length
  }
  return { offset, target }
}

/** Whether account `a` follows account `b`; binary search. */
export function doesFollow({ offset, target }: Graph, a: number, b: number): boolean {
  let low = offset[a]
  let high = offset[a + 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (target[middle] < b) low = middle + 1
    else high = middle
  }
  return low < offset[a + 1] && target[low] === b
}

/** One for each of the accounts that follow anybody. */
export function returnedOf(
  graph: Graph,
  accounts: readonly number[],
  clusterOf: (account: number) => number,
): Returned[] {
  const following = accounts.filter((account) => graph.offset[account + 1] > graph.offset[account])
  return following.map((account) => {
    const followed = graph.target.subarray(graph.offset[account], graph.offset[account + 1])
    return {
      cluster: clusterOf(account),
      follows: followed.length,
      returned: followed.reduce((sum, other) => sum + (doesFollow(graph, other, account) ? 1 : 0), 0),
    }
  })
}
