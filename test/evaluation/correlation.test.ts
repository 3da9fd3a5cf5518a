import { describe, expect, it } from "vitest"
import { correlationReport, spearman } from "../../src/core/evaluation/correlation.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "./expect-close.ts"
import { floats, why } from "./why-reference.ts"

describe("Spearman's correlation", () => {
  it.each(why.correlation)("is SciPy's: $name", ({ a, b, accounts, rho }) => {
    const found = spearman(floats(a), floats(b))
    expect(found.accounts).toBe(accounts)
    expectClose(found.rho.value, rho)
    expect(found.rho.interval[0]).toBeLessThan(rho)
    expect(found.rho.interval[1]).toBeGreaterThan(rho)
  })

  it("is undefined of too few accounts and of a score that is the same for all", () => {
    const [few, same] = [
      spearman(Float32Array.of(0.1, 0.2, 0.3), Float32Array.of(0.1, 0.2, 0.3)),
      spearman(Float32Array.of(0.1, 0.2, 0.3, 0.4), new Float32Array(4).fill(0.5)),
    ]
    expect(few).toEqual({ accounts: 3, rho: { value: Number.NaN, interval: [-1, 1] } })
    expect(same).toEqual({ accounts: 4, rho: { value: Number.NaN, interval: [-1, 1] } })
  })

  it("has intervals that hold the true correlation in about 95 % of draws", () => {
    const random = stream("correlation", "coverage")
    const rounds = 1000
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const a = Float32Array.from({ length: 60 }, () => normal(random))
      const b = a.map((value) => 0.6 * value + 0.8 * normal(random))
      const [low, high] = spearman(a, b).rho.interval
      // Spearman's rho of normal variables that correlate by 0.6.
      const truth = (6 / Math.PI) * Math.asin(0.3)
      if (low <= truth && truth <= high) held++
    }
    expect(held / rounds).toBeGreaterThan(0.93)
    expect(held / rounds).toBeLessThan(0.98)
  })

  it("is of each class apart, of every pair once", () => {
    const label = Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
    const up = Float32Array.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)
    const down = Float32Array.of(1, 2, 3, 4, 5, 5, 4, 3, 2, 1)
    const { authentic, managed } = correlationReport({ up, down, also: up }, label)
    const told = (rows: typeof authentic) => rows.map(({ a, b, rho }) => [a, b, rho.value])
    expect(told(authentic)).toEqual([
      ["up", "down", 1],
      ["up", "also", 1],
      ["down", "also", 1],
    ])
    expect(told(managed)).toEqual([
      ["up", "down", -1],
      ["up", "also", 1],
      ["down", "also", -1],
    ])
  })
})
