import { beforeAll, describe, expect, it } from "vitest"
import { drawReports } from "../../src/core/population/reports.ts"
import type { World } from "../../src/core/population/world.ts"
import { stage } from "../../src/core/random/streams.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { buildTestWorld } from "./world.ts"

const HOURS = 3600

const scenario = scenarioSchema.parse({
  name: "reports",
  accounts: 12_000,
  prevalence: 0.05,
  population: { reports: { brigades: 0.05 } },
})

type Reports = ReturnType<typeof drawReports>

const reportsOf = (world: World): Reports[] => {
  const stages = stage(world.scenario.seed, "report")
  return Array.from({ length: world.accounts }, (_, account) =>
    drawReports(world, account, stages.at(account)),
  )
}

const withReports = (reports: Partial<Scenario["population"]["reports"]>): Scenario => ({
  ...scenario,
  population: { ...scenario.population, reports: { ...scenario.population.reports, ...reports } },
})

let world: World
let all: Reports[]
/** Everybody who belongs to a brigade. */
let brigaders: Set<number>

beforeAll(async () => {
  world = await buildTestWorld(scenario)
  all = reportsOf(world)
  brigaders = new Set(world.brigades.members)
})

/** Reports by members of brigades, and the rest. */
const split = (reports: Reports) => ({
  brigade: reports.filter(({ reporter }) => brigaders.has(reporter)),
  others: reports.filter(({ reporter }) => !brigaders.has(reporter)),
})
const attacked = () =>
  all.flatMap((reports, account) => (split(reports).brigade.length >= 8 ? [{ account, reports }] : []))

describe("a brigade", () => {
  it("strikes within hours", () => {
    const strikes = attacked()
    expect(strikes.length).toBeGreaterThan(40)
    const tight = strikes.filter(({ reports }) => {
      const times = split(reports).brigade.map(({ time }) => time)
      const median = times[times.length >> 1]
      return times.filter((time) => Math.abs(time - median) < 6 * HOURS).length >= 0.8 * times.length
    })
    // A few are attacked by two brigades' worth of members, or reported by one of them on his own besides.
    expect(tight.length).toBeGreaterThan(0.95 * strikes.length)
  })

  it("is the same people again and again", () => {
    const strikes = new Map<number, number>()
    for (const { reports } of attacked())
      for (const { reporter } of split(reports).brigade)
        strikes.set(reporter, (strikes.get(reporter) ?? 0) + 1)
    const recurring = [...strikes.values()].filter((count) => count >= 3).length
    expect(recurring / strikes.size).toBeGreaterThan(0.8)
    expect(strikes.size).toBeLessThanOrEqual(world.brigades.members.length)
  })

  it("comes from one community or one fan club, and from nobody's fleet", () => {
    const { offset, members } = world.brigades
    expect(offset.length - 1).toBe(3)
    for (let k = 0; k + 1 < offset.length; k++) {
      const own = Array.from(members.subarray(offset[k], offset[k + 1]))
      const communities = new Set(own.map((account) => world.columns.community[account]))
      const groups = new Set(own.map((account) => world.columns.group[account]))
      expect(Math.min(communities.size, groups.size)).toBe(1)
      for (const account of own)
        expect(world.archetypes[world.columns.archetype[account]].side).toBe("authentic")
    }
  })

  it("has a record of reports that came to nothing", () => {
    const share = (accounts: readonly number[]) =>
      accounts.reduce((sum, account) => sum + world.columns.reportsUpheld[account], 0) /
      accounts.reduce((sum, account) => sum + world.columns.reportsDecided[account], 0)
    const others = Array.from({ length: world.accounts }, (_, account) => account).filter(
      (account) => !brigaders.has(account),
    )
    expect(share([...brigaders])).toBeLessThan(0.06)
    expect(share(others)).toBeGreaterThan(0.13)
    expect(share(others)).toBeLessThan(0.19)
  })

  it("goes for accounts with a following, nearly all of them honest", () => {
    const strikes = attacked()
    const honest = strikes.filter(
      ({ account }) => world.archetypes[world.columns.archetype[account]].side === "authentic",
    )
    expect(honest.length).toBeGreaterThan(0.9 * strikes.length)
    for (const { account } of strikes) expect(world.columns.followers[account]).toBeGreaterThan(500)
  })

  it("is as large and as frequent as the scenario says, and is not there when it says 0", async () => {
    const none = await buildTestWorld(withReports({ brigades: 0 }))
    expect(none.brigades.members).toHaveLength(0)
    expect(Math.max(...reportsOf(none).map(({ length }) => length))).toBeLessThan(60)
    const large = await buildTestWorld(withReports({ brigadeSize: 60 }))
    const mean = (reports: Reports[]) => {
      const sizes = reports.map(({ length }) => length).filter((length) => length >= 12)
      return sizes.reduce((a, b) => a + b, 0) / sizes.length
    }
    expect(mean(reportsOf(large))).toBeGreaterThan(1.5 * mean(all))
    const followed = world.columns.followers.filter((followers) => followers > 500).length
    expect(attacked().length / followed).toBeGreaterThan(0.025)
    expect(attacked().length / followed).toBeLessThan(0.07)
  })
})

describe("readers", () => {
  it("report an account once each, at times within the period, never themselves", () => {
    const wrong = all.flatMap((reports, account) =>
      reports.filter(
        ({ reporter, time }, k) =>
          reporter === account ||
          time < 0 ||
          time >= world.periodSeconds ||
          (k > 0 && time < reports[k - 1].time) ||
          reports.findIndex((other) => other.reporter === reporter) !== k,
      ),
    )
    expect(all.flat().length).toBeGreaterThan(1500)
    expect(wrong).toEqual([])
  })

  it("differ: a few file many of the reports, and theirs had been many before", () => {
    const counts = new Map<number, number>()
    for (const { reporter } of all.flatMap((reports) => split(reports).others))
      counts.set(reporter, (counts.get(reporter) ?? 0) + 1)
    const falling = [...counts].sort(([, p], [, q]) => q - p)
    const total = falling.reduce((sum, [, count]) => sum + count, 0)
    const top = falling.slice(0, Math.ceil(0.01 * world.accounts))
    expect(top.reduce((sum, [, count]) => sum + count, 0) / total).toBeGreaterThan(0.15)
    const { reportsDecided } = world.columns
    const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]
    const before = median(top.map(([account]) => reportsDecided[account]))
    expect(before).toBeGreaterThan(3 * median(Array.from(reportsDecided)))
  })

  it("report AI-managed kinds more, and are mostly wrong all the same", () => {
    const rate = (side: string) => {
      const accounts = all.filter((_, k) => world.archetypes[world.columns.archetype[k]].side === side)
      return accounts.flat().length / accounts.length
    }
    expect(rate("managed")).toBeGreaterThan(1.5 * rate("authentic"))
    expect(rate("authentic") * 0.95).toBeGreaterThan(rate("managed") * 0.05)
  })

  it("are drawn again from the seed, account by account", async () => {
    const again = await buildTestWorld(scenario)
    const stages = stage(scenario.seed, "report")
    for (const account of [3, 500, 7777, 11_999])
      expect(drawReports(again, account, stages.at(account))).toEqual(all[account])
    expect(reportsOf(again)).toEqual(all)
  })
})
