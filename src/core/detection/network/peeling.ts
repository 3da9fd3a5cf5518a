/**
 * The densest block of a graph by greedy peeling, as FRAUDAR does it (Hooi et al. 2016, KDD; Charikar 2000): take away the
 * node with the least weight to the rest, again and again, and keep the set of most weight a node that was on the way.
 * It has at least half the density of the densest set there is. Edges weigh 1 / ln(d + c), d being how many point at
 * the same column, so that popular ones do not hide or make a block.
 */
import type { Edges, Graph } from "./graph.ts"
import { graphOf } from "./graph.ts"

/** FRAUDAR's constant c, which keeps columns of one edge from counting for too much. */
const COLUMN_CONSTANT = 5

/** Weight of an edge to a column at which so many edges point. */
export const columnWeight = (degree: number) => 1 / Math.log(degree + COLUMN_CONSTANT)

export interface Block {
  /** Nodes, ascending. */
  readonly members: Uint32Array
  /** Weight of the edges among them, a member. */
  readonly density: number
}

/** The block of greatest density; of equally dense ones the largest. The graph must have an edge. */
export function densestBlock({ nodes, offset, neighbour, weight }: Graph): Block {
  const rest = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++)
    for (let at = offset[node]; at < offset[node + 1]; at++) rest[node] += weight[at]
  let total = rest.reduce((sum, value) => sum + value, 0) / 2
  const least = new LeastFirst(rest)
  const removed = new Uint32Array(nodes)
  let best = total / nodes
  let removedBefore = 0
  for (let count = 0; count < nodes - 1; count++) {
    const node = least.take()
    removed[count] = node
    total -= rest[node]
    for (let at = offset[node]; at < offset[node + 1]; at++)
      if (!least.isTaken(neighbour[at])) least.lower(neighbour[at], weight[at])
    // Rounding must not prefer a smaller block to the larger one of the same density.
    if (total / (nodes - 1 - count) > best * (1 + 1e-12)) {
      best = total / (nodes - 1 - count)
      removedBefore = count + 1
    }
  }
  const isOut = new Uint8Array(nodes)
  for (const node of removed.subarray(0, removedBefore)) isOut[node] = 1
  const members = Uint32Array.from({ length: nodes }, (_, node) => node).filter((node) => isOut[node] === 0)
  return { members, density: best }
}

/** Blocks of falling density: after each its edges are taken away; at most so many. Nodes are numbered as in `edges`. */
export function* densestBlocks(nodes: number, edges: Edges, most: number): Generator<Block> {
  let left = edges
  for (let found = 0; found < most && left.from.length > 0; found++) {
    const { order, local } = compacted(nodes, left)
    const block = densestBlock(graphOf(order.length, local))
    const members = block.members.map((node) => order[node])
    yield { ...block, members }
    left = withoutEdgesAmong(nodes, left, members)
  }
}

/** The edges over only the nodes that have any, numbered in the same order. */
function compacted(nodes: number, { from, to, weight }: Edges): { order: Uint32Array; local: Edges } {
  const place = new Uint32Array(nodes)
  for (const ends of [from, to]) for (const node of ends) place[node] = 1
  const order = Uint32Array.from({ length: nodes }, (_, node) => node).filter((node) => place[node] === 1)
  for (let at = 0; at < order.length; at++) place[order[at]] = at
  return {
    order,
    local: { from: from.map((node) => place[node]), to: to.map((node) => place[node]), weight },
  }
}

function withoutEdgesAmong(nodes: number, { from, to, weight }: Edges, members: Uint32Array): Edges {
  const isMember = new Uint8Array(nodes)
  for (const node of members) isMember[node] = 1
  const stays = (_: unknown, edge: number) => isMember[from[edge]] === 0 || isMember[to[edge]] === 0
  return { from: from.filter(stays), to: to.filter(stays), weight: weight.filter(stays) }
}

/** Nodes by the value of `values`, which it lowers in place: a tournament, whose winner is the least, first of equals. */
class LeastFirst {
  readonly #values: Float64Array
  readonly #leaves: number
  /** Inner place p holds the winner of places 2 p and 2 p + 1, as node + 1; 0 for nobody. */
  readonly #winner: Uint32Array

  constructor(values: Float64Array) {
    this.#values = values
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(2, values.length)))
    this.#winner = new Uint32Array(2 * this.#leaves)
    for (let node = 0; node < values.length; node++) this.#winner[this.#leaves + node] = node + 1
    for (let place = this.#leaves - 1; place > 0; place--) this.#play(place)
  }

  isTaken(node: number): boolean {
    return this.#winner[this.#leaves + node] === 0
  }

  take(): number {
    const node = this.#winner[1] - 1
    this.#winner[this.#leaves + node] = 0
    this.#replay(node)
    return node
  }

  lower(node: number, by: number): void {
    this.#values[node] -= by
    this.#replay(node)
  }

  #replay(node: number): void {
    for (let place = (this.#leaves + node) >> 1; place > 0; place >>= 1) this.#play(place)
  }

  #play(place: number): void {
    const a = this.#winner[2 * place]
    const b = this.#winner[2 * place + 1]
    this.#winner[place] = b === 0 || (a !== 0 && this.#values[a - 1] <= this.#values[b - 1]) ? a : b
  }
}
