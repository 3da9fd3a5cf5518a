import { describe, expect, it } from "vitest"
import type { Evidence, Follows, Interactions } from "../../src/core/evidence/evidence.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { network } from "../../src/core/realism/network.ts"
import { burstsByChance, countBursts, meanOverlap } from "../../src/core/realism/network-fleets.ts"
import { doesFollow, graphOf, returnedOf } from "../../src/core/realism/network-graph.ts"
import { pairsTogether } from "../../src/core/realism/network-pairs.ts"
import type { Population } from "../../src/core/realism/population.ts"
import { reports } from "../../src/core/realism/reports.ts"

/** As much of a population as the measures read: tiles of two accounts each. */
function populationOf(parts: readonly Partial<Evidence>[], accounts = 2 * parts.length): Population {
  const tiles = parts.map((evidence, k) => ({
    evidence: { firstAccount: 2 * k, accountCount: 2, ...evidence },
  }))
  return { world: { accounts }, tiles } as unknown as Population
}

const followsOf = (...lists: number[][]): Follows => {
  const offset = [0]
  for (const list of lists) offset.push(offset[offset.length - 1] + list.length)
  return { offset: Uint32Array.from(offset), target: Uint32Array.from(lists.flat()) }
}

/** Actions of two accounts, each [second, object]. */
const actionsOf = (...lists: [number, number][][]) =>
  ({
    offset: Uint32Array.from([0, lists[0].length, lists[0].length + lists[1].length]),
    time: Uint32Array.from(lists.flat(), ([time]) => time),
    object: Uint32Array.from(lists.flat(), ([, object]) => object),
  }) as unknown as Interactions

describe("reciprocity", () => {
  const population = populationOf([
    { follows: followsOf([1, 3], [0, 2]) },
    { follows: followsOf([], [0, 1]) },
  ])
  const graph = graphOf(population)

  it("counts the follows that are returned", () => {
    // 0 follows 1 and 3, and both follow 0; 1 follows 0 and 2, and 0 follows 1.
    expect(returnedOf(graph, [0, 1, 2, 3])).toEqual([
      { follows: 2, returned: 2 },
      { follows: 2, returned: 1 },
      { follows: 0, returned: 0 },
      { follows: 2, returned: 1 },
    ])
  })

  it("looks an edge up by bisection", () => {
    expect([
      doesFollow(graph, 0, 3),
      doesFollow(graph, 3, 0),
      doesFollow(graph, 1, 3),
      doesFollow(graph, 2, 0),
    ]).toEqual([true, true, false, false])
  })
})

describe("acting together", () => {
  it("means on one object at most ten seconds apart; objects are counted once", () => {
    const population = populationOf([
      {
        interactions: actionsOf(
          [
            [100, 7],
            [200, 8],
            [300, 9],
            [301, NONE],
          ],
          [
            [95, 7],
            [110, 7],
            [211, 8],
            [305, 9],
            [301, NONE],
          ],
        ),
      },
      { interactions: actionsOf([[110, 7]], [[120, 7]]) },
    ])
    expect(pairsTogether(population)).toEqual([
      { a: 0, b: 1, objects: 2 },
      { a: 0, b: 2, objects: 1 },
      { a: 1, b: 2, objects: 1 },
      { a: 1, b: 3, objects: 1 },
      { a: 2, b: 3, objects: 1 },
    ])
  })
})

describe("a fleet's timing", () => {
  const times = (...lists: number[][]) => lists.map((list) => Uint32Array.from(list))

  it("counts posts that follow another member's within a minute", () => {
    expect(countBursts(times([0, 1000], [60, 1061], [90, 95]))).toBe(2)
  })

  it("knows how many bursts chance makes", () => {
    // 400 posts of two members in nine days: 2 * 200 * 200 * 60 / 777,600.
    const even = Array.from({ length: 200 }, (_, k) => 3888 * k)
    expect(burstsByChance(times(even, even))).toBeCloseTo(6.173, 3)
    expect(burstsByChance(times(even, []))).toBe(0)
  })

  it("compares the hours in which members posted", () => {
    expect(meanOverlap(times([0, 10, 7200], [20, 7300], [3600]))).toBeCloseTo(1 / 3, 12)
  })
})

describe("the rows", () => {
  it("have ids of their own and a range around what is published", () => {
    const rows = [...network.rows, ...reports.rows]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { published } of rows) expect(published[0]).toBeLessThanOrEqual(published[1])
  })
})
