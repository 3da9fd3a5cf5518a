import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  betaBinomialSurprise,
  binomialSurprise,
  chiSquaredSurprise,
  combinedSurprise,
  logGamma,
  normalSurprise,
  poissonSurprise,
  scoreOfSurprise,
} from "../../src/core/detection/tails.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

describe("tail probabilities against SciPy and mpmath", () => {
  it.each(reference.logGamma)("logGamma(%d)", (x, wanted) => {
    expectClose(logGamma(x), wanted, 1e-12)
  })

  it.each(reference.poisson)("P(Poisson >= %d), mean %d", (count, mean, nats) => {
    expectClose(poissonSurprise(count, mean), nats, 1e-9)
  })

  it.each(reference.binomial)("P(binomial >= %d of %d), p %d", (count, trials, p, nats) => {
    expectClose(binomialSurprise(count, trials, p), nats, 1e-9)
  })

  it.each(reference.betaBinomial)("P(beta-binomial >= %d of %d), mean %d, concentration %d", (...known) => {
    const [count, trials, mean, concentration, nats] = known
    expectClose(betaBinomialSurprise(count, trials, mean, concentration), nats, 1e-8)
  })

  it.each(reference.chiSquared)("P(chi-squared >= %d), %d degrees of freedom", (x, degrees, nats) => {
    expectClose(chiSquaredSurprise(x, degrees), nats, 1e-9)
  })

  // The fit of erfc that is used states 1.2e-7.
  it.each(reference.normal)("P(normal <= %d)", (z, nats) => {
    expectClose(normalSurprise(z), nats, 1.3e-7)
  })

  it.each(reference.fisher)("Fisher's method over %j", (parts, nats) => {
    expectClose(combinedSurprise(parts), nats, 1e-12)
  })
})

describe("tail probabilities at their ends", () => {
  it("finds nothing surprising in none", () => {
    expect(poissonSurprise(0, 3)).toBe(0)
    expect(binomialSurprise(0, 10, 0.06)).toBe(0)
    expect(betaBinomialSurprise(0, 10, 0.06, 9)).toBe(0)
    expect(combinedSurprise([])).toBe(0)
  })

  it("is infinitely surprised at the impossible, and scores it 1", () => {
    expect(poissonSurprise(1, 0)).toBe(Number.POSITIVE_INFINITY)
    expect(binomialSurprise(11, 10, 0.5)).toBe(Number.POSITIVE_INFINITY)
    expect(scoreOfSurprise(Number.POSITIVE_INFINITY, 8)).toBe(1)
  })

  it("is at least as surprised at more, and never below 0", () => {
    const count = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(count, fc.double({ min: 1e-6, max: 2000, noNaN: true }), (k, mean) => {
        const nats = poissonSurprise(k, mean)
        expect(nats).toBeGreaterThanOrEqual(0)
        expect(poissonSurprise(k + 1, mean)).toBeGreaterThanOrEqual(nats - 1e-9)
      }),
    )
    fc.assert(
      fc.property(count, fc.nat(3000), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (k, more, p) => {
        const nats = binomialSurprise(k, k + more, p)
        expect(nats).toBeGreaterThanOrEqual(0)
        expect(binomialSurprise(k + 1, k + more, p)).toBeGreaterThanOrEqual(nats - 1e-9)
      }),
    )
  })

  it("maps surprise to a score that rises from 0 and is one half at half", () => {
    expect(scoreOfSurprise(0, 8)).toBe(0)
    expect(scoreOfSurprise(8, 8)).toBe(0.5)
    expect(scoreOfSurprise(80, 8)).toBeGreaterThan(scoreOfSurprise(79, 8))
    expect(scoreOfSurprise(1e300, 8)).toBeLessThanOrEqual(1)
  })
})
