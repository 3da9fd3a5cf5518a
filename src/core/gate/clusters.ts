/**
 * Clusters: accounts that stand and fall together. An operator's fleet shares tools and habits, so that a fleet which is
 * lost whole is one observation and not a hundred; likewise a fan club that is hit. An account on its own is its own.
 */
import { NONE } from "../evidence/evidence.ts"

export interface Clusters {
  /** Number of each account's cluster, below `count`. */
  readonly of: Uint32Array
  readonly count: number
}

/** `group`: RunColumns.group. */
export function clustersOf(group: Uint32Array): Clusters {
  const of = new Uint32Array(group.length)
  const known = new Map<number, number>()
  let count = 0
  for (let account = 0; account < group.length; account++) {
    const own = group[account] === NONE ? undefined : known.get(group[account])
    of[account] = own ?? count
    if (own !== undefined) continue
    if (group[account] !== NONE) known.set(group[account], count)
    count++
  }
  return { of, count }
}

/** The sum of the accounts' values in each cluster that holds one of `accounts`, and how many of them it holds. */
export interface ClusterSums {
  readonly sum: Float64Array
  readonly size: Float64Array
}

/** `value`: of an account by its place in `accounts`. Clusters stand in the order of their first account. */
export function sumByCluster(
  { of, count }: Clusters,
  accounts: ArrayLike<number>,
  value: (at: number) => number,
): ClusterSums {
  const place = new Int32Array(count).fill(-1)
  const sum = new Float64Array(Math.min(count, accounts.length))
  const size = new Float64Array(sum.length)
  let found = 0
  for (let at = 0; at < accounts.length; at++) {
    const cluster = of[accounts[at]]
    if (place[cluster] < 0) place[cluster] = found++
    sum[place[cluster]] += value(at)
    size[place[cluster]]++
  }
  return { sum: sum.subarray(0, found), size: size.subarray(0, found) }
}
