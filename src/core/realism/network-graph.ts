/** The follow graph of a whole population, and how much of each account's following is returned. */
import type { Population } from "./population.ts"

/** How many an account follows, and how many of these follow it back. */
export interface Returned {
  readonly follows: number
  readonly returned: number
}

/** Ragged: account i follows target[offset[i]] to target[offset[i + 1] - 1], ascending. */
export interface Graph {
  readonly offset: Uint32Array
  readonly target: Uint32Array
}

export function graphOf({ world, tiles }: Population): Graph {
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

/** One for each of the accounts. */
export function returnedOf(graph: Graph, accounts: readonly number[]): Returned[] {
  return accounts.map((account) => {
    const followed = graph.target.subarray(graph.offset[account], graph.offset[account + 1])
    return {
      follows: followed.length,
      returned: followed.reduce((sum, other) => sum + (doesFollow(graph, other, account) ? 1 : 0), 0),
    }
  })
}
