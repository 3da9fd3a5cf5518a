import { describe, expect, it } from "vitest"
import type { Evidence, Follows, Interactions } from "../../src/core/evidence/evidence.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { network } from "../../src/core/realism/network.ts"
import { countBursts, fleetsTimed, meanOverlap } from "../../src/core/realism/network-fleets.ts"
import { doesFollow, graphOf, returnedOf } from "../../src/core/realism/network-graph.ts"
import { pairsTogether } from "../../src/core/realism/network-pairs.ts"
import type { Population } from "../../src/core/realism/population.ts"
import { reports } from "../../src/core/realism/reports.ts"
import { measure } from "../../src/core/realism/row.ts"

const DAY = 86_400

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
    expect(returnedOf(graph, [0, 1, 2, 3], (account) => account % 2)).toEqual([
      { cluster: 0, follows: 2, returned: 2 },
      { cluster: 1, follows: 2, returned: 1 },
      { cluster: 1, follows: 2, returned: 1 },
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

describe("what a switched account did", () => {
  it("counts from its own second on", () => {
    const interactions = actionsOf(
      [
        [100, 7],
        [200, 8],
      ],
      [
        [101, 7],
        [201, 8],
      ],
    )
    const population = populationOf([{ interactions }])
    expect(pairsTogether(population)).toEqual([{ a: 0, b: 1, objects: 2 }])
    expect(pairsTogether(population, (account) => (account === 1 ? 150 : 0))).toEqual([
      { a: 0, b: 1, objects: 1 },
    ])
  })

  it("is counted among the comments of AI-managed accounts only afterwards", () => {
    // Twenty managed accounts; each commented once on the first day, and the first four ten times on the third.
    const tiles = Array.from({ length: 10 }, (_, k) => {
      const lists = [0, 1].map((local) => [
        [10, 1],
        ...Array.from({ length: 2 * k + local < 4 ? 10 : 1 }, (_, n) => [2 * DAY + n, 1]),
      ])
      return {
        evidence: {
          firstAccount: 2 * k,
          accountCount: 2,
          follows: followsOf([], []),
          interactions: {
            offset: Uint32Array.of(0, lists[0]!.length, lists[0]!.length + lists[1]!.length),
            time: Uint32Array.from(lists.flat(), ([time]) => time!),
            kind: Uint8Array.from(lists.flat(), ([, kind]) => kind!),
            object: new Uint32Array(lists.flat().length).fill(NONE),
          },
        },
      }
    })
    const ofFour = (fromDay: number) => {
      const population = {
        label: new Uint8Array(20).fill(1),
        tiles,
        world: {
          accounts: 20,
          groups: { offset: Uint32Array.of(0), members: new Uint32Array(0) },
          columns: {
            fromDay: new Float32Array(20).fill(fromDay),
            group: new Uint32Array(20).fill(NONE),
            followers: new Uint32Array(20),
          },
        },
      } as unknown as Population
      return measure(network, population).find(({ id }) => id === "comments-of-four")!.generated
    }
    expect(ofFour(0)).toBeCloseTo(44 / 76)
    expect(ofFour(1)).toBeCloseTo(40 / 56)
  })
})

describe("a fleet's timing", () => {
  const times = (...lists: number[][]) => lists.map((list) => Uint32Array.from(list))

  it("counts posts that follow another member's within a minute", () => {
    expect(countBursts(times([0, 1000], [60, 1061], [90, 95]))).toBe(2)
  })

  /** A world of one fleet of three, by the times of their posts and the day from which on they are managed. */
  function fleetOf(lists: number[][], fromDay = 0): Population {
    const offset = [0]
    for (const list of lists) offset.push(offset[offset.length - 1]! + list.length)
    return {
      label: new Uint8Array(lists.length).fill(1),
      world: {
        periodSeconds: 28 * DAY,
        groups: { offset: Uint32Array.of(0, lists.length), members: Uint32Array.from(lists, (_, k) => k) },
        columns: {
          fromDay: new Float32Array(lists.length).fill(fromDay),
          postOffset: Uint32Array.from(offset),
        },
        postTime: Uint32Array.from(lists.flat()),
      },
    } as unknown as Population
  }

  it("is coordinated by three bursts however many posts there are, as the published rule has it", () => {
    // Two hundred posts of each in nine days meet within a minute by chance as often.
    const even = (shift: number) => Array.from({ length: 200 }, (_, k) => 3888 * k + shift)
    expect(fleetsTimed(fleetOf([even(0), even(1900), [50, 3940, 7830]]))).toEqual([true])
    expect(fleetsTimed(fleetOf([even(0), even(1900), [200, 4100]]))).toEqual([false])
  })

  it("is that of what came after a switch, and of no fleet that switched too late to be watched", () => {
    const apart = [
      [0, 3 * DAY],
      [30, 4 * DAY],
      [60, 10_000, 5 * DAY],
    ]
    const together = apart.map((list) => [
      ...list.map((time) => time / 10),
      ...list.map((time) => time + 10 * DAY),
    ])
    expect(fleetsTimed(fleetOf([[0, 100, 200], [10, 110, 210], [5 * DAY]]))).toEqual([true])
    expect(fleetsTimed(fleetOf([[0, 100, 200, 15 * DAY], [10, 110, 210, 16 * DAY], [17 * DAY]], 12))).toEqual(
      [false],
    )
    expect(fleetsTimed(fleetOf(together, 20))).toEqual([])
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
