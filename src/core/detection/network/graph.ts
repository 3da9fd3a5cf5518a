/** Undirected weighted graphs in compressed rows, numbered so that nothing computed on them depends on who is who. */
import { mix32 } from "../../random/streams.ts"
import { sortedOrder } from "../linkage/order.ts"

/** Node i's neighbours are neighbour[offset[i]] to neighbour[offset[i + 1] - 1]; each edge stands with both its ends. */
export interface Graph {
  readonly nodes: number
  /** Length nodes + 1. */
  readonly offset: Uint32Array
  readonly neighbour: Uint32Array
  readonly weight: Float64Array
}

/** Edges, each once; parallel ones add up. No edge joins a node to itself. */
export interface Edges {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly weight: Float64Array
}

export function graphOf(nodes: number, { from, to, weight }: Edges): Graph {
  const offset = new Uint32Array(nodes + 1)
  for (let edge = 0; edge < from.length; edge++) {
    offset[from[edge] + 1]++
    offset[to[edge] + 1]++
  }
  for (let node = 0; node < nodes; node++) offset[node + 1] += offset[node]
  const next = offset.slice(0, nodes)
  const neighbour = new Uint32Array(2 * from.length)
  const weights = new Float64Array(2 * from.length)
  const put = (node: number, other: number, edge: number) => {
    neighbour[next[node]] = other
    weights[next[node]++] = weight[edge]
  }
  for (let edge = 0; edge < from.length; edge++) {
    put(from[edge], to[edge], edge)
    put(to[edge], from[edge], edge)
  }
  return { nodes, offset, neighbour, weight: weights }
}

/** Rounds after which a node's hash knows its neighbourhood that far. */
const ROUNDS = 4

/**
 * Nodes by what their neighbourhoods look like and not by their numbers: Weisfeiler and Lehman's refinement, as hashes.
 * Nodes that it cannot tell apart, as those of a clique, keep the order of their numbers. `from` and `to` as in Edges.
 */
export function canonicalOrder(nodes: number, from: Uint32Array, to: Uint32Array): Uint32Array {
  let hash = new Uint32Array(nodes).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    const next = hash.map((own) => Math.imul(own, 0x9e3779b1))
    for (let edge = 0; edge < from.length; edge++) {
      next[from[edge]] += mix32(hash[to[edge]] ^ 0x51ed270b)
      next[to[edge]] += mix32(hash[from[edge]] ^ 0x2545f491)
    }
    hash = next.map(mix32)
  }
  return sortedOrder(hash)
}

/** The edges with nodes renumbered, node order[k] as k, in the order of their ends. */
export function renumbered({ from, to, weight }: Edges, order: Uint32Array): Edges {
  const place = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at++) place[order[at]] = at
  const newFrom = from.map((node) => place[node])
  const newTo = to.map((node) => place[node])
  const byTo = sortedOrder(newTo)
  const both = sortedOrder(byTo.map((edge) => newFrom[edge])).map((at) => byTo[at])
  return {
    from: both.map((edge) => newFrom[edge]),
    to: both.map((edge) => newTo[edge]),
    weight: Float64Array.from(both, (edge) => weight[edge]),
  }
}

/** A community's own nodes, ascending, and the edges among them, numbered by their place there. */
export interface Part {
  readonly nodes: Uint32Array
  readonly edges: Edges
}

/** One part for each community with an edge; `community[node]` counts from 0. Edges keep their order. */
export function partedBy(community: Uint32Array, { from, to, weight }: Edges): Part[] {
  const nodes: number[][] = []
  const edges: number[][] = []
  const place = new Uint32Array(community.length)
  for (let node = 0; node < community.length; node++) {
    nodes[community[node]] ??= []
    place[node] = nodes[community[node]].push(node) - 1
  }
  for (let edge = 0; edge < from.length; edge++) {
    const own = community[from[edge]]
    if (community[to[edge]] !== own) continue
    edges[own] ??= []
    edges[own].push(edge)
  }
  return nodes.flatMap((own, number) => {
    const chosen = edges[number]
    if (!chosen) return []
    return {
      nodes: Uint32Array.from(own),
      edges: {
        from: Uint32Array.from(chosen, (edge) => place[from[edge]]),
        to: Uint32Array.from(chosen, (edge) => place[to[edge]]),
        weight: Float64Array.from(chosen, (edge) => weight[edge]),
      },
    }
  })
}
