import { describe, expect, it } from "vitest"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { authenticPerDay, wronglyFlaggedPerDay } from "../../src/core/evaluation/workload.ts"

/**
 * Cohort 0: 8 authentic accounts, 2 of them flagged at 0.5. Cohort 1: 2 authentic ones, none flagged, and all 10
 * AI-managed accounts. Cohort 2: nobody authentic, so one AI-managed account is moved there.
 */
const accounts = [
  ...[0.6, 0.5, 0.4, 0.4, 0.3, 0.2, 0.1, 0].map((score) => ({ score, label: 0, cohort: 0 })),
  ...[0.1, 0.4].map((score) => ({ score, label: 0, cohort: 1 })),
  ...Array.from({ length: 9 }, () => ({ score: 0.9, label: 1, cohort: 1 })),
  { score: 0.9, label: 1, cohort: 2 },
]
const index = createScoreIndex(
  Float32Array.from(accounts, ({ score }) => score),
  Uint8Array.from(accounts, ({ label }) => label),
  { of: Uint8Array.from(accounts, ({ cohort }) => cohort), count: 3 },
)
const workload = { accountsPerDay: 1000, secondsPerReview: 6.9 }

describe("accounts wrongly flagged a day", () => {
  it("are the cohort's part of the day's authentic accounts times its rate", () => {
    // Of 1,000 accounts a day 500 are authentic, 8 of 10 of them in the cohort, and 2 of 8 are flagged.
    expect(authenticPerDay(index, 0, workload)).toBeCloseTo(400, 9)
    expect(wronglyFlaggedPerDay(index, 0, 0.5, workload).value).toBeCloseTo(100, 9)
  })

  it("have the interval of the rate (Wilson), as many times as there are accounts", () => {
    // Wilson's interval of 2 in 8 at z = 1.959964: centre (0.25 + 3.841459 / 16) / (1 + 3.841459 / 8) = 0.331102,
    // half its width 1.959964 * sqrt(0.25 * 0.75 / 8 + 3.841459 / 256) / 1.480182 = 0.259623.
    const { interval } = wronglyFlaggedPerDay(index, 0, 0.5, workload)
    expect(interval[0]).toBeCloseTo(400 * (0.331102 - 0.259623), 1)
    expect(interval[1]).toBeCloseTo(400 * (0.331102 + 0.259623), 1)
  })

  it("follow the prevalence: fewer AI-managed accounts leave more to be hit", () => {
    // At 10 %, 900 of 1,000 are authentic: 720 in the cohort, a quarter of them flagged.
    expect(wronglyFlaggedPerDay(index, 0, 0.5, { ...workload, prevalence: 0.1 }).value).toBeCloseTo(180, 9)
  })

  it("are none where none was flagged, with an interval that says how sure that is", () => {
    const { value, interval } = wronglyFlaggedPerDay(index, 1, 0.5, workload)
    expect(value).toBe(0)
    expect(interval[0]).toBe(0)
    // Wilson's upper end of 0 in 2 is 3.841459 / (2 + 3.841459) = 0.657620, of 100 accounts a day.
    expect(interval[1]).toBeCloseTo(65.762, 2)
  })

  it("are unknown of a cohort without authentic accounts", () => {
    expect(wronglyFlaggedPerDay(index, 2, 0.5, workload).value).toBeNaN()
  })
})
