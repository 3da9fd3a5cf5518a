/**
 * Who counts as one in an interval. Accounts of one operator share tools, hours and a model, and a fan club its idols, so
 * they are no independent witnesses: what is drawn again is the group, and an account without one stands for itself.
 */
import { NONE } from "../evidence/evidence.ts"

/** What belongs to a cluster, by its number. */
export interface Clustered {
  readonly cluster: number
}

/** One number of one account, or of whatever else a cluster holds. */
export interface Valued extends Clustered {
  readonly value: number
}

/** The cluster of an account: its group, or the account alone. */
export const clusterOf = (account: number, group: number): number => (group === NONE ? account : -1 - group)

/** Clusters numbered from 0 in the order in which they first appear: each item's number, and how many there are. */
export function numbered(items: readonly Clustered[]): {
  readonly place: Uint32Array
  readonly count: number
} {
  const places = new Map<number, number>()
  const place = Uint32Array.from(items, ({ cluster }) => {
    const known = places.get(cluster)
    if (known !== undefined) return known
    places.set(cluster, places.size)
    return places.size - 1
  })
  return { place, count: places.size }
}

/** The items of each cluster. */
export function byCluster<Item extends Clustered>(items: readonly Item[]): Item[][] {
  const { place, count } = numbered(items)
  const clusters = Array.from({ length: count }, (): Item[] => [])
  for (const [k, item] of items.entries()) clusters[place[k]].push(item)
  return clusters
}
