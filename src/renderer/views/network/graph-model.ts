/** The graph of the view as the drawing holds it: accounts by number, edges by place, and who is next to whom. */
import Graph from "graphology"
import type { NetworkGraph } from "../../../api/contract.ts"

export interface NodeAttributes {
  x: number
  y: number
  readonly size: number
  readonly chosenSize: number
  readonly label: string
  /** Place in NetworkGraph.accounts. */
  readonly at: number
  /** How the account looks, as the drawing writes it down. */
  colour: string
  shape: "circle" | "square"
  ring: string
  /** Whoever has more lies above the others. */
  height: number
}

export interface EdgeAttributes {
  readonly size: number
  /** Index in EDGE_KINDS. */
  readonly kind: number
  readonly isMutual: boolean
}

export type Model = Graph<NodeAttributes, EdgeAttributes>

/** Edges at each account, by place. */
export function degreesOf({ accounts, edges }: NetworkGraph): Uint32Array {
  const degree = new Uint32Array(accounts.length)
  for (const end of [edges.from, edges.to]) for (const node of end) degree[node]!++
  return degree
}

/** Radius in pixels: more neighbours, larger; smaller where there are many accounts to see. */
function sizesOf(graph: NetworkGraph): Float32Array {
  const degree = degreesOf(graph)
  const most = Math.log2(2 + degree.reduce((max, one) => Math.max(max, one), 0))
  const many = graph.accounts.length
  const [least, range] = many > 1500 ? [2, 4] : many > 300 ? [3, 5] : [6, 7]
  return Float32Array.from(degree, (one) => least + (range * Math.log2(1 + one)) / most)
}

const UNSEEN = { colour: "#00000000", shape: "circle", ring: "#00000000", height: 0 } as const

export function modelOf(graph: NetworkGraph, places: Float32Array): Model {
  const model: Model = new Graph({ type: "directed", multi: true })
  const sizes = sizesOf(graph)
  for (const [at, account] of graph.accounts.entries())
    model.addNode(String(account), {
      x: places[2 * at]!,
      y: places[2 * at + 1]!,
      size: sizes[at]!,
      chosenSize: 1.35 * sizes[at]! + 3,
      label: String(account),
      at,
      ...UNSEEN,
    })
  const { from, to, weight, kind } = graph.edges
  // The strongest come first, and what is drawn last lies on top.
  for (let edge = from.length - 1; edge >= 0; edge--)
    model.addDirectedEdgeWithKey(
      String(edge),
      String(graph.accounts[from[edge]!]),
      String(graph.accounts[to[edge]!]),
      {
        size: thickness(weight[edge]!, kind[edge]!, from.length),
        kind: kind[edge]!,
        isMutual: kind[edge] === FOLLOW && weight[edge] === 2,
      },
    )
  return model
}

/** Place of `follow` in EDGE_KINDS, whose edges have a direction. */
export const FOLLOW = 3

function thickness(weight: number, kind: number, edges: number): number {
  const finest = edges > 5000 ? 0.4 : edges > 1000 ? 0.7 : 1
  return kind === FOLLOW ? finest : finest * (1 + 0.6 * Math.log2(Math.min(64, weight)))
}

/** Moves all accounts to new places; silently, since a listener would look at each. */
export function moveTo(model: Model, accounts: readonly number[], places: Float32Array): void {
  for (const [at, account] of accounts.entries()) {
    const attributes = model.getNodeAttributes(String(account))
    attributes.x = places[2 * at]!
    attributes.y = places[2 * at + 1]!
  }
}
