/**
 * Graphs of a run's network, of as many accounts as can be looked at: of the strongest pairs of the whole run, of one
 * group, or of the neighbourhood of an account. What is left out is the weakest, and how much is told.
 */
import { Growing } from "../detection/linkage/growing.ts"
import { sortedOrder } from "../detection/linkage/order.ts"
import type { Run } from "../run.ts"
import { EDGE_KINDS, type EdgeKind, type GroupList, type NetworkGraph, type PairKind } from "./contents.ts"
import type { FollowEdges } from "./follows.ts"
import { communities, groupsOfRun } from "./groups.ts"
import { eachLink, type Links, linksOf, pairsOfKind } from "./links.ts"

export interface GraphLimits {
  /** Leaves out pairs found together less often; follows are not counted so. */
  readonly least: number
  /** Accounts shown. */
  readonly most: number
}

/** Edges shown; more would be a blot. */
export const MOST_EDGES = 20_000

/** What is drawn on: the groups and pairs of one run, each worked out when first asked for. */
export interface Network {
  readonly run: Run
  groups(): GroupList
  /** Number of each account's group, 0 for none. */
  groupOf(): Uint32Array
  links(kind: PairKind): Links
}

export function openNetwork(run: Run): Network {
  let groups: GroupList | undefined
  let groupOf: Uint32Array | undefined
  const links = new Map<PairKind, Links>()
  const network: Network = {
    run,
    groups() {
      groups ??= groupsOfRun(run)
      return groups
    },
    groupOf() {
      if (groupOf) return groupOf
      groupOf = new Uint32Array(run.manifest.accounts)
      for (const { number, members } of network.groups().groups)
        for (const member of members) groupOf[member] = number
      return groupOf
    },
    links(kind) {
      const known = links.get(kind) ?? linksOf(pairsOfKind(run, kind), run.manifest.accounts)
      links.set(kind, known)
      return known
    },
  }
  return network
}

/** Accounts to be shown, the strongest first. */
export interface Chosen {
  readonly accounts: readonly number[]
  /** As accounts; null when there is no account to count steps from. */
  readonly step: readonly number[] | null
  /** Accounts there were to choose from. */
  readonly inAll: number
}

/** The accounts of the strongest pairs of these kinds. */
export function chooseStrongest(
  network: Network,
  kinds: readonly PairKind[],
  { least, most }: GraphLimits,
): Chosen {
  const found = new Set<number>()
  const accounts: number[] = []
  const add = (account: number) => {
    if (found.has(account)) return
    found.add(account)
    if (accounts.length < most) accounts.push(account)
  }
  // Each kind has a place in proportion: objects and posts are not counted in the same coin.
  const sources = kinds.map((kind) => network.links(kind))
  for (let at = 0; sources.some(({ weight }) => weight[at] >= least); at++) {
    for (const { a, b, weight } of sources) {
      if (!(weight[at] >= least)) continue
      add(a[at])
      add(b[at])
    }
  }
  return { accounts, step: null, inAll: found.size }
}

/** The members of a group, the strongest first. */
export function chooseGroup(members: readonly number[], { most }: GraphLimits): Chosen {
  return { accounts: members.slice(0, most), step: null, inAll: members.length }
}

/** Follows of or by any of these accounts. */
export type FollowsOf = (accounts: readonly number[]) => Promise<FollowEdges>

/**
 * The account, those joined with it, and, with two steps, those joined with these. Of a step's accounts whoever has the
 * most weight to those of the step before comes first.
 */
export async function chooseNeighbourhood(
  network: Network,
  account: number,
  {
    kinds,
    steps,
    least,
    most,
  }: GraphLimits & { readonly kinds: readonly EdgeKind[]; readonly steps: number },
  followsOf: FollowsOf,
): Promise<Chosen> {
  const stepOf = new Map([[account, 0]])
  const accounts = [account]
  let inAll = 1
  let last = [account]
  for (let step = 1; step <= steps && last.length > 0; step++) {
    const weight = await weightsAround(network, last, kinds, least, followsOf)
    const next = [...weight.keys()].filter((other) => !stepOf.has(other))
    next.sort((p, q) => weight.get(q)! - weight.get(p)! || p - q)
    inAll += next.length
    last = next.slice(0, most - accounts.length)
    for (const other of last) {
      stepOf.set(other, step)
      accounts.push(other)
    }
  }
  return { accounts, step: accounts.map((one) => stepOf.get(one)!), inAll }
}

/** The weight of each account to these, over all kinds. */
async function weightsAround(
  network: Network,
  around: readonly number[],
  kinds: readonly EdgeKind[],
  least: number,
  followsOf: FollowsOf,
): Promise<Map<number, number>> {
  const sum = new Map<number, number>()
  const add = (other: number, weight: number) => sum.set(other, (sum.get(other) ?? 0) + weight)
  for (const kind of kinds) {
    if (kind === "follow") {
      const isThere = new Set(around)
      const { from, to } = await followsOf(around)
      for (let at = 0; at < from.length; at++) {
        if (isThere.has(from[at])) add(to[at], 1)
        if (isThere.has(to[at])) add(from[at], 1)
      }
    } else for (const account of around) eachLink(network.links(kind), account, least, add)
  }
  return sum
}

/** All edges of these kinds among the chosen accounts; `follows` are those among them, when they are asked for. */
export function graphAmong(
  network: Network,
  { accounts, step, inAll }: Chosen,
  kinds: readonly EdgeKind[],
  least: number,
  follows: FollowEdges | null,
): NetworkGraph {
  const place = new Map(accounts.map((account, at) => [account, at]))
  const edges = new EdgeColumns()
  for (const kind of kinds)
    if (kind !== "follow") addPairs(edges, network.links(kind), accounts, place, least, kind)
  if (follows) addFollows(edges, follows, place)
  const { kept, inAll: edgesInAll } = edges.strongest(MOST_EDGES)
  const groupOf = network.run.pairs["co-action"] ? network.groupOf() : null
  return {
    accounts,
    group: accounts.map((account) => groupOf?.[account] ?? 0),
    community: bySize(
      communities(accounts.length, {
        from: Uint32Array.from(kept.from),
        to: Uint32Array.from(kept.to),
        weight: Float64Array.from(kept.weight),
      }),
    ),
    step,
    edges: kept,
    accountsInAll: inAll,
    edgesInAll,
  }
}

/** Communities numbered from 0, the largest first, of equal ones whichever has the first node. */
function bySize(community: Uint32Array): number[] {
  const size = new Map<number, number>()
  for (const one of community) size.set(one, (size.get(one) ?? 0) + 1)
  const number = new Map([...size].sort(([, p], [, q]) => q - p).map(([one], at) => [one, at]))
  return Array.from(community, (one) => number.get(one)!)
}

class EdgeColumns {
  readonly #from = new Growing()
  readonly #to = new Growing()
  readonly #weight = new Growing()
  readonly #kind = new Growing()

  add(from: number, to: number, weight: number, kind: EdgeKind): void {
    this.#from.push(from)
    this.#to.push(to)
    this.#weight.push(weight)
    this.#kind.push(EDGE_KINDS.indexOf(kind))
  }

  /** In falling order of weight, equal ones in the order of addition; at most `most`. */
  strongest(most: number): { kept: NetworkGraph["edges"]; inAll: number } {
    const weight = this.#weight.values()
    const order = sortedOrder(Uint32Array.from(weight, (value) => 0xffffffff - value)).subarray(0, most)
    const picked = (values: Float64Array) => Array.from(order, (at) => values[at])
    return {
      kept: {
        from: picked(this.#from.values()),
        to: picked(this.#to.values()),
        weight: picked(weight),
        kind: picked(this.#kind.values()),
      },
      inAll: weight.length,
    }
  }
}

function addPairs(
  edges: EdgeColumns,
  links: Links,
  accounts: readonly number[],
  place: ReadonlyMap<number, number>,
  least: number,
  kind: PairKind,
): void {
  for (const [at, account] of accounts.entries())
    eachLink(links, account, least, (other, weight) => {
      const there = place.get(other)
      // Each pair is met at both its ends.
      if (there !== undefined && at < there) edges.add(at, there, weight, kind)
    })
}

/** One edge for a follow, of weight 2 where the followed account follows back. */
function addFollows(edges: EdgeColumns, { from, to }: FollowEdges, place: ReadonlyMap<number, number>): void {
  const key = (a: number, b: number) => a * place.size + b
  const all = new Set<number>()
  for (let at = 0; at < from.length; at++) {
    const follower = place.get(from[at])
    const followed = place.get(to[at])
    if (follower !== undefined && followed !== undefined) all.add(key(follower, followed))
  }
  for (const one of all) {
    const follower = Math.floor(one / place.size)
    const followed = one % place.size
    const isMutual = all.has(key(followed, follower))
    if (!isMutual || follower < followed) edges.add(follower, followed, isMutual ? 2 : 1, "follow")
  }
}
