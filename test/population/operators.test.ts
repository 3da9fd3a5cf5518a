import { describe, expect, it } from "vitest"
import { operatorCost } from "../../src/core/population/archetypes/archetype.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import { evenly } from "../../src/core/population/efforts.ts"
import { operatorOf, operatorsOf } from "../../src/core/population/operators.ts"
import type { World } from "../../src/core/population/world.ts"
import { resolveScenario } from "../../src/core/scenario/parse.ts"
import { buildTestWorld } from "./world.ts"

const worldWith = (evasion: number, more: object = {}): Promise<World> => {
  const managed = { "content-farm": { share: 1, evasion }, cyborg: { share: 1, evasion } }
  const scenario = { name: "x", accounts: 1000, days: 7, prevalence: 0.4, population: { managed }, ...more }
  return buildTestWorld(resolveScenario(scenario, "x.yaml"))
}

const builtIn = (id: string) => ARCHETYPES.find((archetype) => archetype.id === id)!

describe("operatorCost", () => {
  it("grows with the square of the effort, from running to running and evading", () => {
    const cost = { running: 10, evading: 80 }
    expect([0, 0.5, 1].map((evasion) => operatorCost({ cost }, evenly(evasion)))).toEqual([10, 30, 90])
    expect(operatorCost({ cost: null }, evenly(1))).toBe(0)
  })
})

describe("operatorsOf", () => {
  it("adds up what the operator of every account spends on it", async () => {
    const world = await worldWith(0.5)
    const rows = operatorsOf(world)
    expect(rows.map(({ archetype }) => archetype)).toEqual(["content-farm", "cyborg"])
    for (const { archetype, accounts, operators, evasion, cost } of rows) {
      const kind = world.archetypes.findIndex(({ id }) => id === archetype)
      const members = Array.from(world.columns.archetype.keys()).filter(
        (account) => world.columns.archetype[account] === kind,
      )
      const each = members.map((account) => operatorOf(world, account)!)
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
      expect(accounts).toBe(members.length)
      expect(operators).toBe(new Set(members.map((account) => world.columns.group[account])).size)
      expect(cost).toBeCloseTo(sum(each.map((operator) => operator.cost)), 6)
      expect(evasion).toBeCloseTo(sum(each.map((operator) => operator.evasion)) / accounts, 9)
    }
  })

  it.each([0, 1])("costs what the archetype says at an effort of %i", async (evasion) => {
    const [farm] = operatorsOf(await worldWith(evasion))
    expect(farm!.evasion).toBe(evasion)
    expect(farm!.cost / farm!.accounts).toBeCloseTo(operatorCost(builtIn("content-farm"), evenly(evasion)))
  })

  it("follows the cost that a scenario gives", async () => {
    const [farm] = operatorsOf(
      await worldWith(0, { archetypes: { "content-farm": { cost: { running: 1000 } } } }),
    )
    expect(farm!.cost / farm!.accounts).toBe(1000)
  })

  it("knows of no operator where accounts are authentic", async () => {
    const world = await worldWith(0.5, { prevalence: 0 })
    expect(operatorsOf(world)).toEqual([])
    for (let account = 0; account < world.accounts; account++) expect(operatorOf(world, account)).toBeNull()
  })
})
