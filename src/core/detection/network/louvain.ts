/**
 * Communities by modularity: Louvain's method (Blondel et al. 2008, J. Stat. Mech. P10008). Nodes move to the neighbouring
 * community that gains most, until none gains; then communities become nodes, and so on. Nodes are visited in the order
 * of their numbers and the first of equal communities is taken, so that the same graph has the same communities.
 */
import type { Graph } from "./graph.ts"

/** Sweeps over the nodes of a level; the last ones gain next to nothing. */
const MOST_SWEEPS = 20
/** Gains below this share of the graph's weight are rounding. */
const LEAST_GAIN = 1e-12

/** A graph whose nodes may be joined to themselves. */
interface Level extends Graph {
  /** Twice the weight within a node, length nodes. */
  readonly within: Float64Array
}

/** The community of each node, numbered in the order of their first nodes. */
export function communitiesOf(graph: Graph): Uint32Array {
  let level: Level = { ...graph, within: new Float64Array(graph.nodes) }
  const community = Uint32Array.from({ length: graph.nodes }, (_, node) => node)
  for (;;) {
    const moved = moveNodes(level)
    const count = numberInOrder(moved)
    for (let node = 0; node < community.length; node++) community[node] = moved[community[node]]
    if (count === level.nodes) return community
    level = merged(level, moved, count)
  }
}

/** Share of the weight within communities less what it would be by chance, for nodes of the same degrees. */
export function modularityOf({ nodes, offset, neighbour, weight }: Graph, community: Uint32Array): number {
  const degree = new Float64Array(nodes)
  let total = 0
  let within = 0
  for (let node = 0; node < nodes; node++) {
    for (let at = offset[node]; at < offset[node + 1]; at++) {
      total += weight[at]
      degree[community[node]] += weight[at]
      if (community[neighbour[at]] === community[node]) within += weight[at]
    }
  }
  return within / total - degree.reduce((sum, value) => sum + (value / total) ** 2, 0)
}

/** Moves each node of a level to where modularity gains most, until nothing gains; returns their communities. */
function moveNodes({ nodes, offset, neighbour, weight, within }: Level): Uint32Array {
  const community = Uint32Array.from({ length: nodes }, (_, node) => node)
  const degree = within.slice()
  for (let node = 0; node < nodes; node++)
    for (let at = offset[node]; at < offset[node + 1]; at++) degree[node] += weight[at]
  const total = degree.reduce((sum, value) => sum + value, 0)
  const degreeOf = degree.slice()
  /** Weight between the node at hand and a community; 0 for those it does not touch. */
  const touching = new Float64Array(nodes)
  const touched = new Uint32Array(nodes)
  for (let sweep = 0, moves = 1; moves > 0 && sweep < MOST_SWEEPS; sweep++) {
    moves = 0
    for (let node = 0; node < nodes; node++) {
      const own = community[node]
      let count = 0
      for (let at = offset[node]; at < offset[node + 1]; at++) {
        const other = community[neighbour[at]]
        if (touching[other] === 0) touched[count++] = other
        touching[other] += weight[at]
      }
      degreeOf[own] -= degree[node]
      const chance = degree[node] / total
      let best = own
      let most = touching[own] - degreeOf[own] * chance + LEAST_GAIN * total
      for (let k = 0; k < count; k++) {
        const gain = touching[touched[k]] - degreeOf[touched[k]] * chance
        if (gain > most) {
          most = gain
          best = touched[k]
        }
        touching[touched[k]] = 0
      }
      degreeOf[best] += degree[node]
      if (best !== own) moves++
      community[node] = best
    }
  }
  return community
}

/** Numbers communities from 0 in the order of their first nodes, in place; returns how many there are. */
function numberInOrder(community: Uint32Array): number {
  const number = new Int32Array(community.length).fill(-1)
  let count = 0
  for (let node = 0; node < community.length; node++) {
    if (number[community[node]] < 0) number[community[node]] = count++
    community[node] = number[community[node]]
  }
  return count
}

/** The graph whose nodes are the communities. */
function merged({ offset, neighbour, weight, within }: Level, community: Uint32Array, count: number): Level {
  const members = membersOf(community, count)
  const newOffset = new Uint32Array(count + 1)
  const newNeighbour = new Uint32Array(neighbour.length)
  const newWeight = new Float64Array(neighbour.length)
  const newWithin = new Float64Array(count)
  /** Where the community at hand keeps its weight to another one, plus 1. */
  const place = new Uint32Array(count)
  let edges = 0
  for (let own = 0; own < count; own++) {
    const first = edges
    for (let m = members.offset[own]; m < members.offset[own + 1]; m++) {
      const node = members.node[m]
      newWithin[own] += within[node]
      for (let at = offset[node]; at < offset[node + 1]; at++) {
        const other = community[neighbour[at]]
        if (other === own) newWithin[own] += weight[at]
        else if (place[other] > first) newWeight[place[other] - 1] += weight[at]
        else {
          newNeighbour[edges] = other
          newWeight[edges] = weight[at]
          place[other] = ++edges
        }
      }
    }
    newOffset[own + 1] = edges
  }
  return {
    nodes: count,
    offset: newOffset,
    neighbour: newNeighbour.subarray(0, edges),
    weight: newWeight.subarray(0, edges),
    within: newWithin,
  }
}

/** Community c's nodes are node[offset[c]] to node[offset[c + 1] - 1], ascending. */
function membersOf(community: Uint32Array, count: number) {
  const offset = new Uint32Array(count + 1)
  for (const one of community) offset[one + 1]++
  for (let one = 0; one < count; one++) offset[one + 1] += offset[one]
  const next = offset.slice(0, count)
  const node = new Uint32Array(community.length)
  for (let at = 0; at < community.length; at++) node[next[community[at]]++] = at
  return { offset, node }
}
