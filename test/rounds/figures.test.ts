import { describe, expect, it } from "vitest"
import type { World } from "../../src/core/population/world.ts"
import { figuresOf, operatorSpending, spendingOf } from "../../src/core/rounds/figures.ts"
import type { Fleets, Operator } from "../../src/core/rounds/fleet.ts"
import { affordableEffort, affordableReplacements, monthlyPrice } from "../../src/core/rounds/money.ts"
import { smallScenario } from "./scenario.ts"

const scenario = { ...smallScenario(), days: 10, threshold: 0.5 }
const EFFORTS = { behaviour: 0.5, content: 0, network: 0 }
const operator: Operator = {
  group: 0,
  archetype: "content-farm",
  members: Uint32Array.of(0, 1, 2, 3),
  tariff: { running: 10, evading: 12 },
  first: EFFORTS,
  efforts: EFFORTS,
  past: [],
}
/** Account 3 is gone, account 2 new; 4 to 7 are authentic. */
const fleets: Fleets = {
  operators: [operator],
  life: Uint16Array.of(0, 0, 1, 1, 0, 0, 0, 0),
  absent: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0),
  isNew: Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 0),
  groups: 1,
}
const world = {
  scenario,
  archetypes: [
    { id: "content-farm", side: "managed" },
    { id: "casual", side: "authentic" },
  ],
  columns: { archetype: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1) },
} as unknown as World

describe("figuresOf", () => {
  const risk = Float32Array.of(0.9, 0.2, 0.7, 0.1, 0.6, 0.1, 0.1, 0.1)
  const found = figuresOf(
    {
      round: 1,
      retrained: false,
      world,
      label: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0),
      risk,
      flagged: Uint8Array.from(risk, (one) => (one >= 0.5 ? 1 : 0)),
      populationDigest: "",
      riskDigest: "",
    },
    fleets,
  )

  it("is about the accounts that are there", () => {
    expect(found.recall).toBeCloseTo(2 / 3, 12)
    expect(found.recallByArchetype).toEqual({ "content-farm": 2 / 3 })
    expect(found).toMatchObject({ fpr: 0.25, flagged: 3, present: 3, caught: 2, replaced: 1 })
  })

  it("charges running, evading by the mean of squares, and a month's price of what is new", () => {
    // 12 times a third of a quarter; 5 CNY for ten days are 15 a month.
    expect(monthlyPrice({ ...scenario.rounds, replacement: { price: 5, delayDays: 7 } }, 10)).toBe(15)
    expect(operatorSpending(operator, fleets, 15)).toBeCloseTo(3 * (10 + 1) + 15, 12)
    const { cost, costPerAccount } = spendingOf(fleets, world)
    expect(cost).toBeCloseTo(33 + monthlyPrice(scenario.rounds, 10), 12)
    expect(costPerAccount).toBeCloseTo(cost / 3, 12)
  })
})

describe("money", () => {
  it("runs what is left before it buys, and evades with the rest", () => {
    // 50 less 2 run at 10 leaves 30: one more at 25.
    expect(affordableReplacements(operator, 2, 2, 15, 50)).toBe(1)
    expect(affordableReplacements(operator, 2, 2, 15, 10)).toBe(0)
    expect(affordableReplacements({ ...operator, tariff: { running: 0, evading: 0 } }, 2, 2, 0, 0)).toBe(2)
    // 51 less 3 run at 10 and one bought at 15 leaves 6, of 12 that a sum of squares of 1 costs on three accounts.
    expect(affordableEffort(operator, 3, 1, 15, 51)).toBeCloseTo(0.5, 12)
  })
})
