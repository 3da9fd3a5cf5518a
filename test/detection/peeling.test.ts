import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { graphOf } from "../../src/core/detection/network/graph.ts"
import { columnWeight, densestBlock, densestBlocks } from "../../src/core/detection/network/peeling.ts"
import { expectClose } from "../evaluation/expect-close.ts"

type Edge = readonly [a: number, b: number, weight?: number]
const edgesOf = (edges: readonly Edge[]) => ({
  from: Uint32Array.from(edges, ([a]) => a),
  to: Uint32Array.from(edges, ([, b]) => b),
  weight: Float64Array.from(edges, ([, , weight = 1]) => weight),
})
const clique = (first: number, size: number): Edge[] =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b): Edge => [first + b, first + a]),
  ).flat()

describe("the densest block", () => {
  it("is a clique among sparse others, with half its members less one edges a member", () => {
    const tail = Array.from({ length: 20 }, (_, k): Edge => [k + 5, k + 6])
    const { members, density } = densestBlock(graphOf(26, edgesOf([...clique(0, 6), ...tail])))
    expect([...members]).toEqual([0, 1, 2, 3, 4, 5])
    expectClose(density, 15 / 6, 1e-12)
  })

  it("is all of a graph without a denser part", () => {
    expect([...densestBlock(graphOf(4, edgesOf(clique(0, 4)))).members]).toEqual([0, 1, 2, 3])
  })

  it("is at least half as dense as the densest there is, which trying all sets finds", () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 5 })).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 20 }), (edges) => {
        let best = 0
        for (let set = 1; set < 256; set++) {
          const has = (node: number) => (set >> node) & 1
          const within = edges.reduce((sum, [a, b, weight]) => sum + weight * has(a) * has(b), 0)
          best = Math.max(best, within / [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, node) => sum + has(node), 0))
        }
        const { members, density } = densestBlock(graphOf(8, edgesOf(edges)))
        const isMember = new Set(members)
        const within = edges.reduce(
          (sum, [a, b, weight]) => sum + (isMember.has(a) && isMember.has(b) ? weight : 0),
          0,
        )
        expectClose(density, within / members.length, 1e-9)
        expect(density).toBeGreaterThanOrEqual(best / 2 - 1e-9)
        expect(density).toBeLessThanOrEqual(best + 1e-9)
      }),
    )
  })
})

describe("blocks one after another", () => {
  it("are found by falling density, each without the edges of those before", () => {
    const edges = edgesOf([...clique(0, 7), ...clique(7, 5), [0, 7], ...clique(12, 4)])
    const found = [...densestBlocks(16, edges, 3)].map(({ members }) => [...members])
    expect(found).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11],
      [12, 13, 14, 15],
    ])
  })

  it("end where no edge is left, or at the most that are wanted", () => {
    expect([...densestBlocks(9, edgesOf(clique(0, 9)), 5)].length).toBe(1)
    expect([...densestBlocks(40, edgesOf([...clique(0, 9), ...clique(20, 4)]), 1)].length).toBe(1)
  })
})

it("weighs an edge to a column by 1 / ln(d + 5)", () => {
  expectClose(columnWeight(1), 1 / Math.log(6), 1e-12)
  expectClose(columnWeight(1000), 1 / Math.log(1005), 1e-12)
})
