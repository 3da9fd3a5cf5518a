/**
 * Where accounts are drawn: ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9) for a fixed number of iterations, from a place
 * that communities and nothing else decide. So the same graph is drawn alike, today and tomorrow.
 */
import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2"
import iterate from "graphology-layout-forceatlas2/iterate.js"

/** What is to be laid out, as it travels to the worker. */
export interface LayoutInput {
  /** One a node, from 0. */
  readonly community: Uint32Array
  /** Nodes at the ends of each edge. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly weight: Float32Array
}

/** Numbers of the library's matrices for a node: x, y, their changes, mass, convergence, size, fixed. */
const NODE = 10
const [X, Y, MASS, CONVERGENCE, SIZE] = [0, 1, 6, 7, 8]
const EDGE = 3
/** Radians between successive points of a sunflower: no two lie behind each other. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** The k-th place of a sunflower whose seeds are one apart. */
const seed = (k: number, apart: number) => {
  const radius = apart * Math.sqrt(k + 0.5)
  return [radius * Math.cos(k * GOLDEN), radius * Math.sin(k * GOLDEN)] as const
}

/** Communities side by side, the members of each about its middle. */
export function firstPlaces(community: Uint32Array): Float32Array {
  const size = new Map<number, number>()
  for (const one of community) size.set(one, (size.get(one) ?? 0) + 1)
  const apart = 4 * Math.sqrt(Math.max(1, ...size.values()))
  const placed = new Map<number, number>()
  const places = new Float32Array(2 * community.length)
  for (const [node, one] of community.entries()) {
    const [middleX, middleY] = seed(one, apart)
    const k = placed.get(one) ?? 0
    placed.set(one, k + 1)
    const [x, y] = seed(k, 1)
    places[2 * node] = middleX + x
    places[2 * node + 1] = middleY + y
  }
  return places
}

/** Enough for the picture to settle; a large graph is rough rather than late. */
export function iterationsFor(nodes: number): number {
  if (nodes <= 300) return 400
  if (nodes <= 1000) return 250
  return nodes <= 2500 ? 160 : 100
}

function settingsFor(nodes: number): Required<ForceAtlas2Settings> {
  return {
    linLogMode: false,
    // Who is joined with many goes to the rim of them instead of drawing all into the middle.
    outboundAttractionDistribution: true,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1,
    barnesHutOptimize: nodes > 300,
    barnesHutTheta: 1.2,
  }
}

export interface Layout {
  readonly iterations: number
  /** Goes one iteration further. */
  step(): void
  /** x and y of each node. */
  places(): Float32Array
}

export function layOut({ community, from, to, weight }: LayoutInput): Layout {
  const nodes = new Float32Array(NODE * community.length)
  const edges = new Float32Array(EDGE * from.length)
  const first = firstPlaces(community)
  for (let node = 0; node < community.length; node++) {
    const at = NODE * node
    nodes[at + X] = first[2 * node]!
    nodes[at + Y] = first[2 * node + 1]!
    nodes[at + MASS] = 1
    nodes[at + CONVERGENCE] = 1
    nodes[at + SIZE] = 1
  }
  for (let edge = 0; edge < from.length; edge++) {
    const at = EDGE * edge
    // A pair found together a hundred times is not drawn a hundred times closer.
    const pull = Math.log2(1 + weight[edge]!)
    edges[at] = NODE * from[edge]!
    edges[at + 1] = NODE * to[edge]!
    edges[at + 2] = pull
    nodes[NODE * from[edge]! + MASS]++
    nodes[NODE * to[edge]! + MASS]++
  }
  const settings = settingsFor(community.length)
  return {
    iterations: iterationsFor(community.length),
    step: () => void iterate(settings, nodes, edges),
    places: () => {
      const places = new Float32Array(2 * community.length)
      for (let node = 0; node < community.length; node++) {
        places[2 * node] = nodes[NODE * node + X]!
        places[2 * node + 1] = nodes[NODE * node + Y]!
      }
      return places
    },
  }
}
