import { beforeAll, describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import { followsAmong, followsTouching } from "../../src/core/network/follows.ts"
import { groupsOfRun } from "../../src/core/network/groups.ts"
import { groupEvidence, sharedObjects } from "../../src/core/network/shared-objects.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import type { World } from "../../src/core/population/world.ts"
import type { Run } from "../../src/core/run.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inProcess } from "../../src/core/tasks.ts"

const columns = (rows: readonly (readonly [member: number, object: number, time: number])[]) => ({
  member: Uint32Array.from(rows, ([member]) => member),
  object: Uint32Array.from(rows, ([, object]) => object),
  time: Uint32Array.from(rows, ([, , time]) => time),
})

describe("objects shared within a window", () => {
  it("are those on which two accounts acted one after another", () => {
    const actions = columns([
      [1, 7, 100],
      [2, 7, 130],
      [3, 7, 190],
      [4, 7, 900],
      [1, 8, 0],
      [2, 8, 61],
    ])
    expect(sharedObjects(actions, 60)).toEqual({
      objects: 2,
      shared: [{ object: 7, acting: 4, together: 3, time: 100, seconds: 90 }],
    })
  })

  it("are not those on which one account acted twice", () => {
    const actions = columns([
      [1, 7, 100],
      [1, 7, 101],
    ])
    expect(sharedObjects(actions, 60).shared).toEqual([])
  })

  it("begin with those that joined the most, of equals the quickest", () => {
    const actions = columns([
      [1, 1, 0],
      [2, 1, 50],
      [1, 2, 0],
      [2, 2, 5],
      [1, 3, 0],
      [2, 3, 50],
      [3, 3, 60],
    ])
    expect(sharedObjects(actions, 60).shared.map(({ object }) => object)).toEqual([3, 2, 1])
  })
})

describe("what is generated again", () => {
  const scenario = parseScenario(
    `
name: small
accounts: 500
days: 14
prevalence: 0.2
detectors: { use: [co-action, dense-groups] }
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
`,
    "small.yaml",
  )
  let run: Run
  let world: World
  beforeAll(async () => {
    const outcome = await runMainLine(scenario, inProcess, () => {})
    world = outcome.world
    run = assembleRun(outcome, {
      assayVersion: "test",
      createdAt: "2026-03-02T00:00:00.000Z",
      timings: { total: 0 },
    })
  })

  it("joins the members of a group by as many objects as co-action counted", () => {
    const [group] = groupsOfRun(run).groups
    const { a, b, weight } = run.pairs["co-action"]!
    const [p, q] = [a[0]!, b[0]!]
    const { window } = groupsOfRun(run)
    expect(groupEvidence(world, [p, q], window).sharedObjects).toBe(weight[0])
    const evidence = groupEvidence(world, group!.members, window)
    expect(evidence.members).toBe(group!.members.length)
    expect(evidence.strongest[0]!.together).toBeGreaterThanOrEqual(2)
    const { object, author } = evidence.strongest[0]!
    expect(world.columns.postOffset[author]).toBeLessThanOrEqual(object)
    expect(world.columns.postOffset[author + 1]).toBeGreaterThan(object)
  })

  it("has the follows that the tiles have", () => {
    const { follows } = generateTile(world, 0, 500)
    const all = [...follows!.target].length
    const marked = new Uint8Array(500)
    marked[3] = 1
    const touching = followsTouching(world, 0, 500, marked)
    const out = Array.from(follows!.target.subarray(follows!.offset[3], follows!.offset[4]))
    const own = Array.from(touching.from).flatMap((from, at) => (from === 3 ? [touching.to[at]!] : []))
    expect(own).toEqual(out)
    expect(touching.from.length).toBe(out.length + follows!.target.filter((target) => target === 3).length)
    const everyone = Array.from({ length: 500 }, (_, account) => account)
    expect(followsAmong(world, everyone).from.length).toBe(all)
    expect(followsAmong(world, [3, ...out]).from.length).toBeGreaterThanOrEqual(out.length)
  })
})
