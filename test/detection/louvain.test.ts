import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  canonicalOrder,
  type Graph,
  graphOf,
  partedBy,
  renumbered,
} from "../../src/core/detection/network/graph.ts"
import { communitiesOf, modularityOf } from "../../src/core/detection/network/louvain.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

type Pair = readonly [number, number]
const edgesOf = (pairs: readonly Pair[], weight = 1) => ({
  from: Uint32Array.from(pairs, ([a]) => a),
  to: Uint32Array.from(pairs, ([, b]) => b),
  weight: new Float64Array(pairs.length).fill(weight),
})
const clique = (first: number, size: number): Pair[] =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b): Pair => [first + b, first + a]),
  ).flat()
const graph = (nodes: number, pairs: readonly Pair[]): Graph => graphOf(nodes, edgesOf(pairs))

describe("communities", () => {
  it("are the cliques of a ring of cliques", () => {
    const cliques = Array.from({ length: 8 }, (_, k) => clique(5 * k, 5))
    const bridges = Array.from({ length: 8 }, (_, k): Pair => [5 * k, (5 * k + 6) % 40])
    const found = communitiesOf(graph(40, [...cliques.flat(), ...bridges]))
    expect([...found]).toEqual(Array.from({ length: 40 }, (_, node) => Math.floor(node / 5)))
  })

  it("are single nodes where there is no edge", () => {
    expect([...communitiesOf(graph(3, []))]).toEqual([0, 1, 2])
    expect([...communitiesOf(graph(0, []))]).toEqual([])
  })

  it("follow the weights, not only the edges", () => {
    const square = edgesOf([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ])
    square.weight.set([9, 1, 9, 1])
    expect([...communitiesOf(graphOf(4, square))]).toEqual([0, 0, 1, 1])
  })

  it("have on Zachary's karate club the modularity that Louvain's method is known for", () => {
    const { edges, best } = reference.karate
    const club = graph(34, edges)
    const modularity = modularityOf(club, communitiesOf(club))
    expect(modularity).toBeGreaterThan(0.41)
    expect(modularity).toBeLessThanOrEqual(best + 1e-9)
  })

  it("have the modularity that NumPy computes", () => {
    const { edges, partitions } = reference.karate
    const club = graph(34, edges)
    for (const { community, modularity } of partitions)
      expectClose(modularityOf(club, Uint32Array.from(community)), modularity, 1e-12)
  })

  it("never lose modularity against single nodes", () => {
    const pair = fc.tuple(fc.nat(14), fc.nat(14)).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), (pairs) => {
        const any = graph(15, pairs)
        const alone = Uint32Array.from({ length: 15 }, (_, node) => node)
        expect(modularityOf(any, communitiesOf(any))).toBeGreaterThanOrEqual(modularityOf(any, alone) - 1e-9)
      }),
    )
  })
})

describe("the canonical order", () => {
  it("finds the same communities whatever the nodes' numbers", () => {
    // No two nodes alike: three cliques of different sizes, joined at different places, with tails.
    const pairs: Pair[] = [
      ...clique(0, 5),
      ...clique(5, 6),
      ...clique(11, 7),
      [0, 5],
      [6, 11],
      [1, 18],
      [18, 19],
      [12, 20],
    ]
    const sizes = (renaming: readonly number[]) => {
      const named = edgesOf(pairs.map(([a, b]): Pair => [renaming[a]!, renaming[b]!]))
      const order = canonicalOrder(21, named.from, named.to)
      const found = communitiesOf(graphOf(21, renumbered(named, order)))
      const ofNode = new Map([...order].map((node, at) => [node, found[at]!]))
      return renaming.map((node) => ofNode.get(node)!)
    }
    const plain = sizes(Array.from({ length: 21 }, (_, node) => node))
    const shuffled = sizes(Array.from({ length: 21 }, (_, node) => (node * 8 + 3) % 21))
    const same = (found: readonly number[]) => found.map((own) => found.map((other) => own === other))
    expect(same(shuffled)).toEqual(same(plain))
  })
})

it("parts a graph's edges by community, and leaves those between them out", () => {
  const parts = partedBy(
    Uint32Array.from([0, 1, 0, 1, 2]),
    edgesOf([
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 1],
      [3, 4],
    ]),
  )
  expect(parts.map(({ nodes, edges }) => [[...nodes], [...edges.from], [...edges.to]])).toEqual([
    [[0, 2], [0], [1]],
    [
      [1, 3],
      [0, 1],
      [1, 0],
    ],
  ])
})
