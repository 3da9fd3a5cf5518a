import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EFFORT_LAYERS, evenly } from "../../src/core/population/efforts.ts"
import { answer } from "../../src/core/rounds/answer.ts"
import { operatorSpending } from "../../src/core/rounds/figures.ts"
import { type Fleets, firstFleets } from "../../src/core/rounds/fleet.ts"
import { STRATEGY_NAMES } from "../../src/core/rounds/index.ts"
import { budgetOf, monthlyPrice } from "../../src/core/rounds/money.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { smallScenario } from "./scenario.ts"

/** Rounds in which chance catches, with no population simulated. */
function chanceRounds(scenario: Scenario, caughtShares: readonly number[]): Fleets[] {
  const all = [firstFleets(scenario)]
  let state = 1
  for (const [round, share] of caughtShares.entries()) {
    const flagged = new Uint8Array(scenario.accounts).map(() => {
      state = (state * 48271) % 2147483647
      return state / 2147483647 < share ? 1 : 0
    })
    all.push(answer(all.at(-1)!, { round, flagged, pullOn: () => evenly(1) }, scenario))
  }
  return all
}

const settings = fc.record({
  strategy: fc.constantFrom(...STRATEGY_NAMES),
  budget: fc.double({ min: 1, max: 4, noNaN: true }),
  step: fc.double({ min: 0.01, max: 1, noNaN: true }),
  replacement: fc.record({
    price: fc.double({ min: 0, max: 200, noNaN: true }),
    delayDays: fc.constant(7),
  }),
})
const caughtShares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 })

describe("answer", () => {
  it("keeps efforts within [0, 1], their step and the budget, whatever is caught", () => {
    fc.assert(
      fc.property(settings, caughtShares, (rounds, shares) => {
        const scenario = smallScenario(rounds)
        const all = chanceRounds(scenario, shares)
        const price = monthlyPrice(scenario.rounds, scenario.days)
        for (const [round, fleets] of all.entries())
          for (const [at, operator] of fleets.operators.entries()) {
            expect(operatorSpending(operator, fleets, price)).toBeLessThanOrEqual(
              budgetOf(operator, scenario.rounds) * (1 + 1e-9),
            )
            if (round === 0) continue
            const before = all[round - 1]!.operators[at]!
            for (const layer of EFFORT_LAYERS) {
              expect(operator.efforts[layer]).toBeGreaterThanOrEqual(0)
              expect(operator.efforts[layer]).toBeLessThanOrEqual(
                Math.min(1, before.efforts[layer] + rounds.step) + 1e-12,
              )
            }
          }
      }),
      { numRuns: 40 },
    )
  })

  it("makes every lost account new or absent, and touches no other", () => {
    const scenario = smallScenario({ strategy: "bandit", budget: 1 })
    const first = firstFleets(scenario)
    const flagged = new Uint8Array(scenario.accounts).map((_, account) => account % 2)
    const next = answer(first, { round: 0, flagged, pullOn: () => evenly(0) }, scenario)
    const run = new Set(first.operators.flatMap(({ members }) => [...members]))
    let [replaced, gone] = [0, 0]
    for (let account = 0; account < scenario.accounts; account++) {
      const isLost = run.has(account) && flagged[account] === 1
      expect(next.life[account]! + next.absent[account]!, `account ${account}`).toBe(isLost ? 1 : 0)
      expect(next.isNew[account]).toBe(next.life[account])
      replaced += next.isNew[account]!
      gone += next.absent[account]!
    }
    // At a budget of what was spent at first there is money for some and not for all.
    expect(replaced).toBeGreaterThan(0)
    expect(gone).toBeGreaterThan(0)
  })

  it("brings an absent account back when there is money again", () => {
    const scenario = smallScenario({ strategy: "churn", budget: 1 })
    const all = chanceRounds(scenario, [1, 0, 0, 0])
    const gone = all.map(({ absent }) => absent.reduce((sum, one) => sum + one, 0))
    expect(gone[1]).toBeGreaterThan(0)
    expect(gone[2]).toBeLessThan(gone[1]!)
  })

  it("lets nothing change under the control", () => {
    const [first, ...later] = chanceRounds(smallScenario({ strategy: "steadfast" }), [1, 1])
    for (const fleets of later) expect(fleets).toBe(first)
  })

  it("replaces no fewer for more money", () => {
    const present = [1, 1.5, 2, 4].map((budget) => {
      const [, next] = chanceRounds(smallScenario({ strategy: "churn", budget }), [0.8])
      return next!.absent.reduce((sum, one) => sum - one, 0)
    })
    expect(present).toEqual([...present].sort((a, b) => a - b))
    expect(present.at(-1)).toBeGreaterThan(present[0]!)
  })
})
