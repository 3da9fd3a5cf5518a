import { describe, expect, it } from "vitest"
import { DataError } from "../../src/core/errors.ts"
import { groupsOfRun } from "../../src/core/network/groups.ts"
import { clique, type Pair, runOf } from "./made-up.ts"

const membersOf = (run: Parameters<typeof groupsOfRun>[0]) =>
  groupsOfRun(run).groups.map(({ members }) => members.toSorted((p, q) => p - q))

describe("the groups of a run", () => {
  it("are those who act together again and again, whoever they once met besides", () => {
    const once: Pair[] = [
      [3, 4, 1],
      [0, 9, 1],
    ]
    const run = runOf(10, { "co-action": [...clique(0, 4, 3), ...clique(4, 5, 2), ...once] })
    expect(membersOf(run)).toEqual([
      [4, 5, 6, 7, 8],
      [0, 1, 2, 3],
    ])
    expect(groupsOfRun(run)).toMatchObject({ linkedAccounts: 9, links: 16, isCut: false, window: 60 })
  })

  it("have the share of pairs linked, and the objects acted on together in all", () => {
    const pairs: Pair[] = [
      [0, 1, 5],
      [1, 2, 3],
      [2, 3, 2],
      [1, 3, 2],
    ]
    const group = groupsOfRun(runOf(12, { "co-action": [...pairs, ...clique(4, 8, 3)] })).groups[1]
    expect(group).toEqual({
      number: 2,
      members: [1, 0, 2, 3],
      links: 4,
      density: 2 / 3,
      together: 12,
      surprise: null,
      block: null,
    })
  })

  it("leave out pairs, which are no group", () => {
    expect(membersOf(runOf(2, { "co-action": [[0, 1, 9]] }))).toEqual([])
    expect(membersOf(runOf(2, { "co-action": [] }))).toEqual([])
  })

  it("are, of a large and sparse community, the densest blocks and not all whom these met", () => {
    const met = Array.from({ length: 150 }, (_, i): Pair => [i % 6, 6 + i, 2])
    const others = clique(156, 20, 30)
    const run = runOf(176, { "co-action": [...clique(0, 6, 50), ...met, ...others] })
    expect(membersOf(run)[1]).toEqual([0, 1, 2, 3, 4, 5])
    expect(membersOf(run)).toHaveLength(2)
  })

  it("are the same for the same pairs in another order of accounts", () => {
    const pairs = [...clique(0, 5, 3), ...clique(5, 6, 2), [4, 5, 2] as const]
    const renamed = pairs.map(([a, b, weight]): Pair => [10 - b, 10 - a, weight])
    const sizes = (some: readonly Pair[]) =>
      groupsOfRun(runOf(11, { "co-action": some }))
        .groups.map(({ members, links }) => [members.length, links])
        .sort()
    expect(sizes(renamed)).toEqual(sizes(pairs))
  })

  it("begin with the one least likely to be chance, told with its most surprising block", () => {
    const row = (rows: Readonly<Record<number, number>>) => {
      const values = new Float32Array(9)
      for (const [account, value] of Object.entries(rows)) values[Number(account)] = value
      return values
    }
    const features = {
      "dense-groups": {
        members: row({ 0: 5, 1: 5, 2: 5, 5: 3, 6: 3, 7: 3 }),
        linked: row({ 0: 0.5, 1: 0.5, 2: 0.5, 5: 1, 6: 1, 7: 1 }),
        joined: row({ 0: 20, 1: 20, 2: 20, 5: 12, 6: 12, 7: 12 }),
        expected: row({ 0: 9, 1: 9, 2: 9, 5: 0.5, 6: 0.5, 7: 0.5 }),
        surprise: row({ 0: 1, 1: 1, 2: 1, 5: 4, 6: 4, 7: 4 }),
      },
    }
    const run = runOf(9, { "co-action": [...clique(0, 5, 9), ...clique(5, 4, 2)] }, features)
    const [first, second] = groupsOfRun(run).groups
    expect(first!.members.toSorted()).toEqual([5, 6, 7, 8])
    expect(first).toMatchObject({ number: 1, surprise: 3 })
    expect(first!.block).toEqual({
      members: 3,
      inGroup: 3,
      linked: 1,
      joined: 12,
      expected: 0.5,
      surprise: 4,
    })
    expect(second).toMatchObject({ number: 2, surprise: 3 / 5, block: { members: 5, inGroup: 3 } })
  })

  it("cannot be told of a run without the detector, nor of one that an earlier Assay wrote", () => {
    expect(() => groupsOfRun(runOf(3, {}))).toThrow(DataError)
    expect(() => groupsOfRun(runOf(3, {}))).toThrow("was made without the detector co-action")
    const run = runOf(3, {})
    const detector = { id: "co-action" } as (typeof run.manifest.detectors)[number]
    const earlier = { ...run, manifest: { ...run.manifest, detectors: [detector] } }
    expect(() => groupsOfRun(earlier)).toThrow("an earlier Assay wrote it; run the scenario again")
  })
})
