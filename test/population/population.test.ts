import { beforeAll, describe, expect, it } from "vitest"
import { burstiness } from "../../src/core/detection/behaviour/burstiness.ts"
import { type Evidence, INTERACTION_KINDS, NONE } from "../../src/core/evidence/evidence.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import { tilesOf } from "../../src/core/population/populate.ts"
import { countByArchetype } from "../../src/core/population/roster.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { archetypesOf, DAY, type World } from "../../src/core/population/world.ts"
import { buildTestWorld, scenario, wholeTile } from "./world.ts"

let world: World
let tile: Evidence

beforeAll(async () => {
  world = await buildTestWorld()
  tile = wholeTile(world)
})

const idOf = (account: number) => world.archetypes[world.columns.archetype[account]].id
const accountsOf = (...ids: string[]) =>
  Array.from({ length: world.accounts }, (_, i) => i).filter((i) => ids.includes(idOf(i)))
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]

describe("archetypes", () => {
  it("are registered under the names of ids.ts, each on its side", () => {
    expect(ARCHETYPES.map(({ id }) => id)).toEqual([...AUTHENTIC_ARCHETYPES, ...MANAGED_ARCHETYPES])
    for (const { id, side } of ARCHETYPES) {
      expect(side).toBe(AUTHENTIC_ARCHETYPES.some((name) => name === id) ? "authentic" : "managed")
    }
  })
})

describe("the roster", () => {
  it("has exactly as many accounts of each archetype as the scenario's shares say", () => {
    const counts = countByArchetype(scenario, archetypesOf(scenario))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scenario.accounts)
    const managed = archetypesOf(scenario).reduce(
      (sum, { side }, k) => sum + (side === "managed" ? counts[k] : 0),
      0,
    )
    expect(managed).toBe(600)
    for (const [k, archetype] of archetypesOf(scenario).entries())
      expect(accountsOf(archetype.id)).toHaveLength(counts[k])
  })

  it("labels managed archetypes AI-managed under the default definition, and scheduling merchants authentic", () => {
    const label = labelAccounts(world.columns, scenario.definition)
    const shareLabelled = (ids: readonly string[]) => {
      const accounts = accountsOf(...ids)
      return accounts.filter((account) => label[account] === 1).length / accounts.length
    }
    expect(shareLabelled(MANAGED_ARCHETYPES)).toBeGreaterThan(0.97)
    expect(shareLabelled(AUTHENTIC_ARCHETYPES)).toBeLessThan(0.005)
  })

  it("puts every member of a group into that group and nobody into two", () => {
    const { offset, members, archetype } = world.groups
    const seen = new Set<number>()
    for (let group = 0; group + 1 < offset.length; group++) {
      for (const member of members.subarray(offset[group], offset[group + 1])) {
        expect(seen.has(member)).toBe(false)
        seen.add(member)
        expect(world.columns.group[member]).toBe(group)
        expect(world.columns.archetype[member]).toBe(archetype[group])
      }
    }
    const grouped = world.columns.group.filter((group) => group !== NONE).length
    expect(seen.size).toBe(grouped)
  })
})

describe("a tile", () => {
  it("is the same whichever range it is generated in", () => {
    for (const { first, end } of [
      { first: 0, end: 1 },
      { first: 700, end: 703 },
      ...tilesOf(world.accounts).slice(-1),
    ]) {
      const part = generateTile(world, first, end)
      const { posts, interactions, reports } = tile
      const from = posts!.offset[first]
      const to = posts!.offset[end]
      expect(part.posts!.time).toEqual(posts!.time.subarray(from, to))
      expect(Array.from(part.posts!.tokens!)).toEqual(
        Array.from(posts!.tokens!.subarray(posts!.tokenOffset![from], posts!.tokenOffset![to])),
      )
      const actions = [interactions!.offset[first], interactions!.offset[end]] as const
      expect(part.interactions!.object).toEqual(interactions!.object.slice(...actions))
      expect(part.interactions!.time).toEqual(interactions!.time.slice(...actions))
      expect(part.reports!.reporter).toEqual(
        reports!.reporter.slice(reports!.offset[first], reports!.offset[end]),
      )
    }
  })

  it("keeps all times within the period, sorted within an account", () => {
    for (const events of [tile.posts!, tile.interactions!, tile.reports!]) {
      const outOfPlace: number[] = []
      for (let account = 0; account < tile.accountCount; account++) {
        for (let k = events.offset[account]; k < events.offset[account + 1]; k++) {
          const isSorted = k === events.offset[account] || events.time[k] >= events.time[k - 1]
          if (!isSorted || events.time[k] >= world.periodSeconds) outOfPlace.push(k)
        }
      }
      expect(events.time.length).toBeGreaterThan(0)
      expect(outOfPlace).toEqual([])
    }
  })

  it("lets nobody react to a post before it is published, or to his own", () => {
    const { offset, time, kind, object, target } = tile.interactions!
    const { postOffset } = world.columns
    const follow = INTERACTION_KINDS.indexOf("follow")
    const wrong: number[] = []
    let reactions = 0
    for (let account = 0; account < tile.accountCount; account++) {
      for (let k = offset[account]; k < offset[account + 1]; k++) {
        if (kind[k] === follow) {
          if (object[k] !== NONE) wrong.push(k)
          continue
        }
        reactions++
        const isByTarget = object[k] >= postOffset[target[k]] && object[k] < postOffset[target[k] + 1]
        if (!isByTarget || target[k] === account || time[k] < world.postTime[object[k]]) wrong.push(k)
      }
    }
    expect(reactions).toBeGreaterThan(10_000)
    expect(wrong).toEqual([])
  })

  it("holds a report record of the reporter himself, who is not the reported", () => {
    const { reports } = tile
    for (let account = 0; account < tile.accountCount; account++) {
      for (let k = reports!.offset[account]; k < reports!.offset[account + 1]; k++) {
        expect(reports!.reporter[k]).not.toBe(account)
        expect(reports!.reporterDecided[k]).toBe(world.columns.reportsDecided[reports!.reporter[k]])
        expect(reports!.reporterUpheld[k]).toBeLessThanOrEqual(reports!.reporterDecided[k])
      }
    }
  })
})

describe("people", () => {
  const burstinessOf = (account: number) => {
    const { offset, time } = tile.posts!
    const times = time.subarray(offset[account], offset[account + 1])
    return burstiness(Array.from(times.subarray(1), (value, i) => value - times[i]))
  }
  const active = (...ids: string[]) =>
    accountsOf(...ids).filter(
      (account) => world.columns.postOffset[account + 1] - world.columns.postOffset[account] >= 20,
    )

  it("are bursty, within what is published for people (median 0.43 to 0.63)", () => {
    const values = active("casual", "creator", "fan-club").map(burstinessOf)
    expect(median(values)).toBeGreaterThan(0.35)
    expect(median(values)).toBeLessThan(0.63)
  })

  it("differ in how much they post as published (log-SD 1.4 to 1.65)", () => {
    const logs = accountsOf("casual", "creator")
      .map((account) => world.columns.postOffset[account + 1] - world.columns.postOffset[account])
      .filter((posts) => posts > 0)
      .map(Math.log)
    const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length
    const deviation = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length)
    // Whoever posted nothing is not among them, which narrows the spread.
    expect(deviation).toBeGreaterThan(1.1)
    expect(deviation).toBeLessThan(1.65)
  })

  it("sleep: most of them put less than 14 % of their posts into their quietest eight hours", () => {
    const shares = active("casual", "creator").map((account) => {
      const hours = new Array(24).fill(0)
      const { offset, time } = tile.posts!
      for (let k = offset[account]; k < offset[account + 1]; k++)
        hours[Math.floor(((time[k] + tile.periodStart) % DAY) / 3600)]++
      const windows = hours.map((_, start) =>
        Array.from({ length: 8 }, (_, h) => hours[(start + h) % 24]).reduce((a, b) => a + b),
      )
      return Math.min(...windows) / (offset[account + 1] - offset[account])
    })
    expect(median(shares)).toBeLessThan(0.08)
  })
})
