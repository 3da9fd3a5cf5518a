import { describe, expect, it } from "vitest"
import type { NetworkGraph } from "../../src/core/network/contents.ts"
import {
  chooseGroup,
  chooseNeighbourhood,
  chooseStrongest,
  graphAmong,
  openNetwork,
} from "../../src/core/network/graph.ts"
import { clique, type Pair, runOf } from "./made-up.ts"

const path: Pair[] = [
  [0, 1, 9],
  [1, 2, 5],
  [2, 3, 4],
  [3, 4, 1],
]
const all = { least: 1, most: 100 }
const noFollows = () => Promise.reject(new Error("not asked for"))

/** Edges by account number. */
const edgesOf = ({ accounts, edges }: NetworkGraph) =>
  edges.from.map((from, at) => [accounts[from], accounts[edges.to[at]!], edges.weight[at], edges.kind[at]])

describe("the strongest of a run", () => {
  it("are the accounts of the strongest pairs, up to as many as are asked for", () => {
    const network = openNetwork(runOf(5, { "co-action": path }))
    expect(chooseStrongest(network, ["co-action"], { least: 1, most: 3 })).toEqual({
      accounts: [0, 1, 2],
      step: null,
      inAll: 5,
    })
    expect(chooseStrongest(network, ["co-action"], { least: 4, most: 100 })).toMatchObject({
      accounts: [0, 1, 2, 3],
      inAll: 4,
    })
  })

  it("take turns where several kinds of pairs are asked for", () => {
    const text: Pair[] = [[6, 7, 100]]
    const network = openNetwork(runOf(8, { "co-action": path, "near-duplicate-text": text }))
    expect(chooseStrongest(network, ["co-action", "text"], { least: 1, most: 4 }).accounts).toEqual([
      0, 1, 6, 7,
    ])
  })

  it("have all pairs among them as edges, the strongest first", () => {
    const network = openNetwork(runOf(5, { "co-action": path }))
    const chosen = chooseStrongest(network, ["co-action"], { least: 2, most: 100 })
    const graph = graphAmong(network, chosen, ["co-action"], 2, null)
    expect(edgesOf(graph)).toEqual([
      [0, 1, 9, 0],
      [1, 2, 5, 0],
      [2, 3, 4, 0],
    ])
    expect(graph).toMatchObject({ accountsInAll: 4, edgesInAll: 3, step: null })
  })

  it("are in communities, the largest first, and know their groups", () => {
    const network = openNetwork(runOf(9, { "co-action": [...clique(0, 3, 9), ...clique(3, 5, 4)] }))
    const graph = graphAmong(network, chooseStrongest(network, ["co-action"], all), ["co-action"], 1, null)
    const told = graph.accounts.map((account, at) => [account, graph.community[at], graph.group[at]])
    expect(told.filter(([account]) => account! < 3).map(([, ...rest]) => rest)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ])
    expect(told.filter(([account]) => account! >= 3).every(([, community]) => community === 0)).toBe(true)
  })
})

describe("the neighbourhood of an account", () => {
  it("goes as many steps as asked for, the strongest first", async () => {
    const network = openNetwork(runOf(5, { "co-action": path }))
    const around = (steps: number, least = 1) =>
      chooseNeighbourhood(network, 1, { kinds: ["co-action"], steps, least, most: 100 }, noFollows)
    expect(await around(1)).toEqual({ accounts: [1, 0, 2], step: [0, 1, 1], inAll: 3 })
    expect(await around(2)).toEqual({ accounts: [1, 0, 2, 3], step: [0, 1, 1, 2], inAll: 4 })
    expect(await around(1, 6)).toEqual({ accounts: [1, 0], step: [0, 1], inAll: 2 })
  })

  it("is cut to the strongest, and says how many there are", async () => {
    const star = Array.from({ length: 20 }, (_, i): Pair => [0, i + 1, i + 1])
    const network = openNetwork(runOf(21, { "co-action": star }))
    const limits = { kinds: ["co-action"] as const, steps: 2, least: 1, most: 4 }
    expect(await chooseNeighbourhood(network, 0, limits, noFollows)).toEqual({
      accounts: [0, 20, 19, 18],
      step: [0, 1, 1, 1],
      inAll: 21,
    })
  })

  it("is the account alone where nobody is joined with it", async () => {
    const network = openNetwork(runOf(6, { "co-action": path }))
    const limits = { kinds: ["co-action"] as const, steps: 2, ...all }
    const chosen = await chooseNeighbourhood(network, 5, limits, noFollows)
    expect(chosen).toEqual({ accounts: [5], step: [0], inAll: 1 })
    expect(graphAmong(network, chosen, ["co-action"], 1, null).edges.from).toEqual([])
  })

  it("has those who follow it and whom it follows", async () => {
    const network = openNetwork(runOf(6, { "co-action": path }))
    const asked: (readonly number[])[] = []
    const chosen = await chooseNeighbourhood(
      network,
      0,
      { kinds: ["follow"], steps: 1, ...all },
      async (accounts) => {
        asked.push(accounts)
        return { from: Uint32Array.of(0, 4, 5), to: Uint32Array.of(4, 0, 0) }
      },
    )
    expect(asked).toEqual([[0]])
    expect(chosen.accounts).toEqual([0, 4, 5])
  })
})

describe("the graph of a group", () => {
  it("has every kind of edge among its members, each once, and mutual follows as one", () => {
    const run = runOf(6, {
      "co-action": [...clique(0, 3, 2), [2, 5, 2]],
      "near-duplicate-text": [[0, 2, 7]],
    })
    const network = openNetwork(run)
    const follows = { from: Uint32Array.of(1, 0, 2, 2), to: Uint32Array.of(0, 1, 0, 5) }
    const kinds = ["co-action", "text", "follow"] as const
    const graph = graphAmong(network, chooseGroup([0, 1, 2], all), kinds, 2, follows)
    expect(edgesOf(graph)).toEqual([
      [0, 2, 7, 1],
      [0, 1, 2, 0],
      [0, 2, 2, 0],
      [1, 2, 2, 0],
      [0, 1, 2, 3],
      [2, 0, 1, 3],
    ])
  })
})
