import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  aliasTable,
  beta,
  drawAlias,
  exponential,
  gamma,
  geometric,
  logNormal,
  normal,
  poisson,
  powerLaw,
  shuffle,
} from "../../src/core/random/distributions.ts"
import { type Random, stage, stream } from "../../src/core/random/streams.ts"

const DRAWS = 40_000

/** Mean and standard deviation of many draws. */
function moments(draw: (random: Random) => number, seed: string) {
  const random = stream(seed, "test")
  const values = Array.from({ length: DRAWS }, () => draw(random))
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS)
  return { mean, deviation }
}

describe("streams", () => {
  it("repeat for the same name and differ for another seed, stage or number", () => {
    const first = (random: Random) => [random(), random(), random()]
    const base = first(stage("seed", "posting").at(7))
    expect(first(stage("seed", "posting").at(7))).toEqual(base)
    for (const other of [
      stage("seed2", "posting").at(7),
      stage("seed", "writing").at(7),
      stage("seed", "posting").at(8),
    ]) {
      expect(first(other)).not.toEqual(base)
    }
  })

  it("start without correlation between neighbouring numbers", () => {
    const accounts = stage("seed", "posting")
    const starts = Array.from({ length: DRAWS }, (_, account) => accounts.at(account)())
    const mean = starts.reduce((sum, value) => sum + value, 0) / DRAWS
    let product = 0
    for (let i = 1; i < DRAWS; i++) product += (starts[i] - 0.5) * (starts[i - 1] - 0.5)
    // Five standard errors: 0.289 / sqrt(n) for the mean, 1 / (12 sqrt(n)) for the product.
    expect(Math.abs(mean - 0.5)).toBeLessThan((5 * 0.289) / Math.sqrt(DRAWS))
    expect(Math.abs(product / DRAWS)).toBeLessThan(5 / 12 / Math.sqrt(DRAWS))
  })

  it("take any text as a seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (seed, number) => {
        const value = stage(seed, "s").at(number)()
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThan(1)
      }),
    )
  })
})

describe("distributions have the moments of their formulas", () => {
  const cases: [string, (random: Random) => number, number, number][] = [
    ["normal", normal, 0, 1],
    ["exponential", (random) => exponential(3, random), 3, 3],
    [
      "lognormal",
      (random) => logNormal(2, 0.5, random),
      2 * Math.exp(0.125),
      2 * Math.exp(0.125) * Math.sqrt(Math.exp(0.25) - 1),
    ],
    ["Poisson, small", (random) => poisson(2.5, random), 2.5, Math.sqrt(2.5)],
    ["Poisson, large", (random) => poisson(80, random), 80, Math.sqrt(80)],
    ["geometric", (random) => geometric(0.25, random), 3, Math.sqrt(12)],
    ["gamma above 1", (random) => gamma(4, random), 4, 2],
    ["gamma below 1", (random) => gamma(0.5, random), 0.5, Math.SQRT1_2],
    ["beta", (random) => beta(0.3, 9, random), 0.3, Math.sqrt(0.021)],
  ]
  for (const [name, draw, mean, deviation] of cases) {
    it(name, () => {
      const found = moments(draw, name)
      expect(Math.abs(found.mean - mean)).toBeLessThan((5 * deviation) / Math.sqrt(DRAWS))
      expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(0.06)
    })
  }

  it("an alias table draws in proportion to its weights, never what weighs nothing", () => {
    const weights = [5, 0, 1, 4]
    const table = aliasTable(weights)
    const random = stream("alias", "test")
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < DRAWS; i++) counts[drawAlias(table, random)]++
    expect(counts[1]).toBe(0)
    for (const [i, weight] of weights.entries()) {
      const p = weight / 10
      expect(Math.abs(counts[i] / DRAWS - p)).toBeLessThanOrEqual(5 * Math.sqrt((p * (1 - p)) / DRAWS))
    }
  })

  it("a power law stays within its bounds, smaller sizes being more frequent", () => {
    const random = stream("power", "test")
    const sizes = Array.from({ length: DRAWS }, () => powerLaw(1, 60, 2, random))
    expect(sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= 60)).toBe(true)
    const share = (size: number) => sizes.filter((value) => value === size).length
    expect(share(1)).toBeGreaterThan(share(2))
    expect(share(2)).toBeGreaterThan(share(8))
  })

  it("a shuffle keeps every value and leaves few in place", () => {
    const values = new Uint32Array(1000).map((_, i) => i)
    shuffle(values, stream("shuffle", "test"))
    expect(Array.from(values).sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i))
    expect(values.filter((value, i) => value === i).length).toBeLessThan(10)
  })
})
