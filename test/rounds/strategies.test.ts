import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EFFORT_LAYERS, type Efforts, evenly } from "../../src/core/population/efforts.ts"
import { stage } from "../../src/core/random/streams.ts"
import { STRATEGY_NAMES } from "../../src/core/rounds/index.ts"
import { bandit } from "../../src/core/rounds/strategies/bandit.ts"
import { imitate } from "../../src/core/rounds/strategies/imitate.ts"
import { STRATEGIES } from "../../src/core/rounds/strategies/index.ts"
import { insider } from "../../src/core/rounds/strategies/insider.ts"
import { spread } from "../../src/core/rounds/strategies/spread.ts"
import type { OperatorView, OwnRound, Strategy } from "../../src/core/rounds/strategy.ts"

const random = (number = 0) => stage("strategies", "test").at(number)

const view = (past: readonly OwnRound[], more: Partial<OperatorView> = {}): OperatorView => ({
  archetype: "content-farm",
  accounts: 10,
  efforts: past.at(-1)!.efforts,
  past,
  affordable: 3,
  step: 0.2,
  ...more,
})

const ended = (caught: number, efforts: Efforts = evenly(0.3)): OwnRound => ({
  efforts,
  accounts: 10,
  caught,
})

/** Answers of strategies that go by their own losses. */
const own = (strategy: Strategy, seen: OperatorView, number = 0): Efforts => {
  if (strategy.sees !== "own") throw new Error("sees more")
  return strategy.answer(seen, random(number))
}

const copy = (seen: OperatorView, peers: readonly OwnRound[], number = 0): Efforts => {
  if (imitate.sees !== "kind") throw new Error("sees something else")
  return imitate.answer(seen, peers, random(number))
}

const known = (pull: Efforts, affordable: number, efforts = evenly(0)): Efforts => {
  if (insider.sees !== "fusion") throw new Error("sees something else")
  return insider.answer(view([ended(3, efforts)], { affordable }), pull, random())
}

const squares = (efforts: Efforts) => EFFORT_LAYERS.reduce((sum, layer) => sum + efforts[layer] ** 2, 0)

describe("strategies", () => {
  it("are listed under their names", () => {
    expect(Object.keys(STRATEGIES)).toEqual([...STRATEGY_NAMES])
    for (const name of STRATEGY_NAMES) expect(STRATEGIES[name].name).toBe(name)
  })

  it.each(["steadfast", "churn"] as const)("%s leaves its efforts as they are", (name) => {
    expect(own(STRATEGIES[name], view([ended(9)]))).toEqual(evenly(0.3))
  })
})

describe("spread", () => {
  it("raises every effort by a step after a loss, and none without", () => {
    expect(own(spread, view([ended(1)]))).toEqual(evenly(0.5))
    expect(own(spread, view([ended(0)]))).toEqual(evenly(0.3))
  })
})

describe("bandit", () => {
  const raised: Efforts = { behaviour: 0.3, content: 0.5, network: 0.3 }

  it("raises one layer by a step", () => {
    const answer = own(bandit, view([ended(5)]))
    expect(EFFORT_LAYERS.map((layer) => answer[layer]).sort()).toEqual([0.3, 0.3, 0.5])
  })

  it("leaves well alone when it lost nothing", () => {
    expect(own(bandit, view([ended(5), ended(0, raised)]))).toEqual(raised)
  })

  it("takes back what did not pay and tries another layer", () => {
    for (let number = 0; number < 20; number++) {
      const answer = own(bandit, view([ended(5), ended(5, raised)]), number)
      expect(answer.content).toBe(0.3)
      expect(answer.behaviour + answer.network).toBeCloseTo(0.8)
    }
  })

  it("keeps what paid, and mostly goes on with it once it has tried all", () => {
    const past = [
      ended(8),
      ended(8, { behaviour: 0.5, content: 0.3, network: 0.3 }),
      ended(8, { behaviour: 0.3, content: 0.3, network: 0.5 }),
      ended(4, raised),
    ]
    const answers = Array.from({ length: 100 }, (_, number) => own(bandit, view(past), number))
    for (const answer of answers) expect(answer.content).toBeGreaterThanOrEqual(0.5)
    const goesOn = answers.filter(({ content }) => content > 0.6).length
    // Four in five and a third of the rest: 87 of 100 in the mean, SD 3.4.
    expect(goesOn).toBeGreaterThan(75)
    expect(goesOn).toBeLessThan(98)
  })

  it("pays for what it raises by the other layers", () => {
    const answer = own(bandit, view([ended(5, evenly(0.6))], { affordable: 3 * 0.36 }))
    expect(squares(answer)).toBeLessThanOrEqual(3 * 0.36 + 1e-12)
    expect(EFFORT_LAYERS.map((layer) => answer[layer]).sort()[2]).toBeCloseTo(0.8)
  })
})

describe("imitate", () => {
  const good: Efforts = { behaviour: 0.1, content: 0.9, network: 0.2 }

  it("copies whoever lost least, but for slips", () => {
    const answer = copy(view([ended(8)]), [ended(9), ended(1, good), ended(7), ended(8)])
    for (const layer of EFFORT_LAYERS) expect(Math.abs(answer[layer] - good[layer])).toBeLessThan(0.25)
  })

  it("copies nobody who lost as much as itself", () => {
    expect(copy(view([ended(3)]), [ended(3, good), ended(9, good)])).toEqual(evenly(0.3))
    expect(copy(view([ended(3)]), [])).toEqual(evenly(0.3))
  })

  it("copies nobody who has no account left", () => {
    const extinct: OwnRound = { efforts: evenly(0), accounts: 0, caught: 0 }
    expect(copy(view([ended(8)]), [extinct])).toEqual(evenly(0.3))
  })

  it("takes no single account that got away for better than a fleet that nearly did", () => {
    const lucky: OwnRound = { efforts: good, accounts: 1, caught: 0 }
    expect(copy(view([ended(2)]), [lucky])).toEqual(evenly(0.3))
  })
})

describe("insider", () => {
  it("spends in proportion to what each layer adds", () => {
    const answer = known({ behaviour: 3, content: 4, network: 0 }, 0.25)
    expect(answer.behaviour).toBeCloseTo(0.3)
    expect(answer.content).toBeCloseTo(0.4)
    expect(answer.network).toBe(0)
  })

  it("counts what is hidden already", () => {
    // At full effort a quarter shows: 1 seen was 4.
    const answer = known({ behaviour: 1, content: 4, network: -1 }, 0.02, {
      behaviour: 1,
      content: 0,
      network: 0,
    })
    expect(answer.behaviour).toBeCloseTo(0.1)
    expect(answer.content).toBeCloseTo(0.1)
  })

  it("does as before where no layer gives it away", () => {
    expect(known({ behaviour: 0, content: -2, network: 0 }, 3, evenly(0.4))).toEqual(evenly(0.4))
  })

  it("lowers the sum of pulls no less than any other way to spend as much", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const pulls = fc.double({ min: 0.01, max: 10, noNaN: true })
    const each = <Value>(of: fc.Arbitrary<Value>) => fc.record({ behaviour: of, content: of, network: of })
    fc.assert(
      fc.property(each(pulls), each(share), (pull, other) => {
        const best = known(pull, squares(other))
        expect(squares(best)).toBeLessThanOrEqual(squares(other) + 1e-9)
        const gain = (efforts: Efforts) =>
          EFFORT_LAYERS.reduce((sum, layer) => sum + pull[layer] * efforts[layer], 0)
        expect(gain(best)).toBeGreaterThanOrEqual(gain(other) - 1e-9)
      }),
    )
  })
})
