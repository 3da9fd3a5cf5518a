/**
 * Groups of a run: communities of the graph of repeated co-action by Louvain's method (louvain.ts), and of those that are
 * large and sparse the densest blocks (peeling.ts); each told with what dense-groups found in it. Once together is chance on
 * a platform where everybody sees the same feed, so the graph has pairs that acted together on two or more objects,
 * weighted by how many. An account is of one group or of none.
 *
 * The first group is the least likely to be chance: groups stand in falling order of the surprise of all their members,
 * which dense-groups takes from its null model; where it was not used, by objects acted on together.
 */
import { MOST_PAIRS } from "../detection/linkage/pairs.ts"
import { canonicalOrder, type Edges, graphOf, partedBy, renumbered } from "../detection/network/graph.ts"
import { communitiesOf } from "../detection/network/louvain.ts"
import { densestBlock } from "../detection/network/peeling.ts"
import type { Run } from "../run.ts"
import type { GroupBlock, GroupList, NetworkGroup } from "./contents.ts"
import { pairsOfKind } from "./links.ts"

/** Objects that a pair acted on together, from which on it counts as repeated. */
export const REPEATED = 2
/** A pair is no group. */
const LEAST_MEMBERS = 3
/** More members than this, of whose pairs a smaller share is linked, are no group. */
const SMALL = 12
const SPARSE = 0.1
/** Blocks looked for within a community. */
const MOST_BLOCKS = 24

/** Pairs whose ends are numbered by their places among `accounts`, ascending. */
export interface Compact {
  readonly accounts: Uint32Array
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly weight: Float64Array
}

export function compact(a: ArrayLike<number>, b: ArrayLike<number>, weight: ArrayLike<number>): Compact {
  const accounts = Uint32Array.from(new Set([...Array.from(a), ...Array.from(b)])).sort()
  const place = new Map<number, number>()
  for (const [at, account] of accounts.entries()) place.set(account, at)
  return {
    accounts,
    from: Uint32Array.from(a, (account) => place.get(account)!),
    to: Uint32Array.from(b, (account) => place.get(account)!),
    weight: Float64Array.from(weight),
  }
}

/** The community of each node by Louvain's method, whatever the nodes' numbers. */
export function communities(nodes: number, edges: Omit<Compact, "accounts">): Uint32Array {
  const order = canonicalOrder(nodes, edges.from, edges.to)
  const found = communitiesOf(graphOf(nodes, renumbered(edges, order)))
  const community = new Uint32Array(nodes)
  for (let at = 0; at < nodes; at++) community[order[at]] = found[at]
  return community
}

/**
 * Each node's group, numbered from 1 in no order, 0 for none. A community is a group, unless it is large and sparse: those
 * are a few that act together and all who once met them, and there the groups are the densest blocks, one after another.
 */
function groupOfEach(nodes: number, edges: Omit<Compact, "accounts">): Uint32Array {
  const group = new Uint32Array(nodes)
  let groups = 0
  const numbered = (members: Iterable<number>) => {
    groups++
    for (const node of members) group[node] = groups
  }
  for (const part of partedBy(communities(nodes, edges), edges)) {
    if (!isSparse(part.nodes.length, part.edges.from.length)) numbered(part.nodes)
    else for (const block of denseBlocks(part.edges)) numbered(block.map((node) => part.nodes[node]))
  }
  return group
}

function isSparse(nodes: number, edges: number): boolean {
  return nodes > SMALL && edges < (SPARSE * nodes * (nodes - 1)) / 2
}

/** Blocks that share no node, by peeling again and again, until what is left has none that is not sparse. */
function* denseBlocks(edges: Edges): Generator<Uint32Array> {
  let left = edges
  for (let found = 0; found < MOST_BLOCKS && left.from.length > 0; found++) {
    const rest = compact(left.from, left.to, left.weight)
    const { members } = densestBlock(graphOf(rest.accounts.length, rest))
    const isMember = new Uint8Array(rest.accounts.length)
    for (const node of members) isMember[node] = 1
    const within = rest.from.filter((node, edge) => isMember[node] + isMember[rest.to[edge]] === 2).length
    if (isSparse(members.length, within)) return
    yield members.map((node) => rest.accounts[node])
    const stays = (_: unknown, edge: number) => isMember[rest.from[edge]] + isMember[rest.to[edge]] === 0
    left = { from: left.from.filter(stays), to: left.to.filter(stays), weight: left.weight.filter(stays) }
  }
}

/** A DataError when the run keeps no pairs of co-action. */
export function groupsOfRun(run: Run): GroupList {
  const pairs = pairsOfKind(run, "co-action")
  const end = pairs.weight.findIndex((weight) => weight < REPEATED)
  const repeated = end < 0 ? pairs.weight.length : end
  const graph = compact(
    pairs.a.subarray(0, repeated),
    pairs.b.subarray(0, repeated),
    pairs.weight.subarray(0, repeated),
  )
  const found = gathered(graph, groupOfEach(graph.accounts.length, graph)).filter(
    ({ members }) => members.length >= LEAST_MEMBERS,
  )
  const told = found.map((group) => ({ ...group, ...surpriseOf(run, group.members) }))
  const surprise = (group: (typeof told)[number]) => (group.surprise ?? 0) * group.members.length
  told.sort((p, q) => surprise(q) - surprise(p) || q.together - p.together || p.members[0] - q.members[0])
  return {
    window: run.manifest.scenario.detectors.coActionWindow,
    linkedAccounts: graph.accounts.length,
    links: repeated,
    // The strongest pairs are kept, so repeated ones were cut off only where no other are left.
    isCut: end < 0 && repeated >= MOST_PAIRS,
    groups: told.map((group, at) => ({ number: at + 1, ...group })),
  }
}

type Gathered = Omit<NetworkGroup, "number" | "surprise" | "block">

function gathered({ accounts, from, to, weight }: Compact, group: Uint32Array): Gathered[] {
  const strength = new Float64Array(accounts.length)
  const groups = new Map<number, { nodes: number[]; links: number; together: number }>()
  for (const [node, own] of group.entries()) {
    if (own === 0) continue
    const known = groups.get(own)
    if (known) known.nodes.push(node)
    else groups.set(own, { nodes: [node], links: 0, together: 0 })
  }
  for (let edge = 0; edge < from.length; edge++) {
    const own = group[from[edge]]
    if (own === 0 || group[to[edge]] !== own) continue
    const found = groups.get(own)!
    found.links++
    found.together += weight[edge]
    strength[from[edge]] += weight[edge]
    strength[to[edge]] += weight[edge]
  }
  return [...groups.values()].map(({ nodes, links, together }) => ({
    members: nodes.sort((p, q) => strength[q] - strength[p] || p - q).map((node) => accounts[node]),
    links,
    density: (2 * links) / (nodes.length * (nodes.length - 1)),
    together,
  }))
}

/** What dense-groups found among the members: the mean surprise, and the most surprising of their blocks. */
function surpriseOf(run: Run, members: readonly number[]): Pick<NetworkGroup, "surprise" | "block"> {
  const features = run.features["dense-groups"]
  if (!features) return { surprise: null, block: null }
  let sum = 0
  let best: number | null = null
  for (const member of members) {
    const surprise = features.surprise[member]
    // Who acted on fewer than two objects has none.
    if (!(surprise > 0)) continue
    sum += surprise
    if (best === null || surprise > features.surprise[best]) best = member
  }
  return { surprise: sum / members.length, block: best === null ? null : blockOf(features, best, members) }
}

/** Members of one block have the same row of features. */
function blockOf(
  features: Readonly<Record<string, Float32Array>>,
  of: number,
  members: readonly number[],
): GroupBlock {
  const row = ["members", "linked", "joined", "expected", "surprise"] as const
  const isOfBlock = (account: number) => row.every((id) => features[id][account] === features[id][of])
  const value = (id: (typeof row)[number]) => features[id][of]
  return {
    members: value("members"),
    inGroup: members.filter(isOfBlock).length,
    linked: value("linked"),
    joined: value("joined"),
    expected: value("expected"),
    surprise: value("surprise"),
  }
}
