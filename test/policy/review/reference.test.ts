/** Agreement and Erlang's formulas against what SciPy says; written by scripts/reference/review.py. */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import {
  agreementOf,
  discordOf,
  leastAgreement,
  sharedFor,
} from "../../../src/core/policy/review/agreement.ts"
import { bothBelow } from "../../../src/core/policy/review/bivariate-normal.ts"
import { waitQuantile } from "../../../src/core/policy/review/erlang.ts"
import { impressionsOf } from "../../../src/core/policy/review/impressions.ts"
import { waitOfOne, waitsOf } from "./textbook.ts"

const reference = JSON.parse(
  readFileSync(new URL("../../reference/review.json", import.meta.url), "utf8"),
) as {
  bothBelow: [x: number, y: number, correlation: number, chance: number][]
  agreements: {
    rates: [number, number]
    dontKnow: number
    agreement: number
    means: [number, number]
    doubt: number
    shared: number
    least: number
  }[]
  queues: { load: number; reviewers: number; waits: number; waiting: number; quantiles: [number, number][] }[]
}

/** Cases of an hour's work, so that the load is their number an hour. */
const HOURS = { secondsPerReview: 3600 }

describe("two reviewers", () => {
  it("see an account alike as often as the bivariate normal distribution says", () => {
    for (const [x, y, correlation, chance] of reference.bothBelow)
      expect(bothBelow(x, y, correlation), `${x}, ${y} at ${correlation}`).toBeCloseTo(chance, 11)
  })

  it("have the impressions that rates and doubts ask for, and the correlation that agreement asks for", () => {
    for (const { rates, dontKnow, agreement, means, doubt, shared, least } of reference.agreements) {
      const impressions = impressionsOf({ truePositiveRate: rates[0], falsePositiveRate: rates[1] }, dontKnow)
      expect(impressions.managed).toBeCloseTo(means[0], 9)
      expect(impressions.authentic).toBeCloseTo(means[1], 9)
      expect(impressions.doubt).toBeCloseTo(doubt, 9)
      expect(agreementOf(impressions, 0)).toBeCloseTo(least, 9)
      expect(sharedFor(agreement, impressions)).toBeCloseTo(shared, 8)
    }
  })

  it("agree by VK's rates alone to 0.3² / 4 of what they differ in", () => {
    const rates = { truePositiveRate: 0.67, falsePositiveRate: 0.37 }
    expect(agreementOf(impressionsOf(rates, 0), 0)).toBeCloseTo(0.3 ** 2 / 4 / (0.52 * 0.48), 12)
    expect(leastAgreement(rates, impressionsOf(rates, 0))).toBeCloseTo(0.3 ** 2 / 4 / (0.52 * 0.48), 14)
  })

  describe("whose rates are next to 0 or 1", () => {
    const NEAR_0 = [5e-324, 1e-300, 6.6e-15, 1e-9]
    const RATES = [...NEAR_0, 0.3, 0.5, 0.9, 1 - 1e-9, 1 - 6.6e-15, 1 - 1e-16]
    const DOUBTS = [0, 0.13, 0.9]

    const pairs = RATES.flatMap((truePositiveRate) =>
      RATES.flatMap((falsePositiveRate) =>
        DOUBTS.map((dontKnow) => ({ truePositiveRate, falsePositiveRate, dontKnow })),
      ),
    )

    it("have a least agreement in [0, 1), which is 0 where the rates are equal, and is no discord itself", () => {
      for (const { dontKnow, ...rates } of pairs) {
        const named = JSON.stringify({ dontKnow, ...rates })
        const impressions = impressionsOf(rates, dontKnow)
        const least = leastAgreement(rates, impressions)
        expect(least, named).toBeGreaterThanOrEqual(0)
        expect(least, named).toBeLessThan(1)
        if (rates.truePositiveRate === rates.falsePositiveRate) expect(least, named).toBe(0)
        expect(discordOf({ ...rates, agreement: least }, impressions), named).toBeNull()
        // Of what agreementOf says by the impressions that were solved for, where a number can hold the squares.
        if (Math.min(...Object.values(rates)) > 1e-100)
          expect(agreementOf(impressions, 0), named).toBeCloseTo(least, 9)
      }
    })

    it("agree the more the more their impressions share, by nothing that comes of rounding", () => {
      for (const rate of [1e-100, 6.6e-15, 1 - 6.6e-15]) {
        const impressions = impressionsOf({ truePositiveRate: rate, falsePositiveRate: rate }, 0)
        expect(agreementOf(impressions, 0)).toBeLessThan(1e-12)
        const grown = [0, 0.2, 0.5, 0.9, 0.999].map((shared) => agreementOf(impressions, shared))
        expect(grown).toEqual(grown.toSorted((a, b) => a - b))
        expect(agreementOf(impressions, sharedFor(0.36, impressions))).toBeCloseTo(0.36, 9)
      }
    })

    it("agree as their rates say to many digits, where those differ by little", () => {
      const rates = { truePositiveRate: 3e-15, falsePositiveRate: 1e-15 }
      const expected = (2e-15 * 2e-15) / 4e-15 / 2
      expect(leastAgreement(rates, impressionsOf(rates, 0)) / expected).toBeCloseTo(1, 12)
      expect(agreementOf(impressionsOf(rates, 0), 0) / expected).toBeCloseTo(1, 9)
    })
  })
})

describe("Erlang's formulas", () => {
  it("are those of the chain's stationary distribution", () => {
    for (const { load, reviewers, waits, waiting, quantiles } of reference.queues) {
      const traffic = { ...HOURS, arrivalsPerDay: 24 * load, reviewers }
      const found = waitsOf(traffic)
      expect(found.waits / waits).toBeCloseTo(1, 9)
      expect(found.waiting / waiting).toBeCloseTo(1, 8)
      expect(found.days / (waiting / (24 * load))).toBeCloseTo(1, 8)
      for (const [probability, hours] of quantiles)
        expect(24 * waitQuantile(traffic, probability)).toBeCloseTo(hours, 8)
    }
  })

  it("say for one reviewer what M/M/1, M/D/1 and M/G/1 say", () => {
    const traffic = { ...HOURS, arrivalsPerDay: 24 * 0.8 }
    expect(waitsOf({ ...traffic, reviewers: 1 }).waits).toBeCloseTo(0.8, 12)
    expect(24 * waitOfOne(traffic, "exponential")).toBeCloseTo(4, 12)
    expect(24 * waitsOf({ ...traffic, reviewers: 1 }).days).toBeCloseTo(4, 12)
    expect(24 * waitOfOne(traffic, "fixed")).toBeCloseTo(2, 12)
    expect(24 * waitOfOne(traffic, "lognormal")).toBeCloseTo(2 * Math.exp(0.64), 12)
  })

  it("know no end to the wait with as much work as time, and none without work", () => {
    for (const reviewers of [1, 4]) {
      const full = { ...HOURS, arrivalsPerDay: 24 * reviewers, reviewers }
      expect(waitsOf(full)).toEqual({ waits: 1, waiting: Infinity, days: Infinity })
      expect(waitQuantile(full, 0.95)).toBe(Infinity)
      expect(waitsOf({ ...full, arrivalsPerDay: 0 })).toEqual({ waits: 0, waiting: 0, days: 0 })
      expect(waitQuantile({ ...full, secondsPerReview: 0 }, 0.95)).toBe(0)
    }
    expect(waitOfOne({ ...HOURS, arrivalsPerDay: 24 }, "fixed")).toBe(Infinity)
  })
})
