import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  cohortTrades,
  createScoreIndex,
  operatingPoint,
  perDayOf,
  tradeOf,
  wilson,
} from "../../src/core/evaluation/index.ts"

/** Scores in tenths, so that thresholds meet ties. */
const population = fc
  .array(
    fc.record({
      tenth: fc.integer({ min: 0, max: 10 }),
      managed: fc.boolean(),
      cohort: fc.integer({ min: 0, max: 2 }),
    }),
    {
      minLength: 2,
      maxLength: 80,
    },
  )
  .filter((rows) => rows.some(({ managed }) => managed) && rows.some(({ managed }) => !managed))
const threshold = fc
  .integer({ min: 0, max: 11 })
  .map((tenth) => (tenth === 11 ? Number.POSITIVE_INFINITY : tenth / 10))
const workload = { accountsPerDay: 1000, secondsPerReview: 36, prevalence: 0.1 }

function indexOf(rows: readonly { tenth: number; managed: boolean; cohort: number }[]) {
  const score = Float32Array.from(rows, ({ tenth }) => tenth / 10)
  const label = Uint8Array.from(rows, ({ managed }) => (managed ? 1 : 0))
  const of = Uint8Array.from(rows, ({ cohort }) => cohort)
  return createScoreIndex(score, label, { of, count: 3 })
}

describe("tradeOf", () => {
  it("is the difference of the two operating points, and undone by going back", () => {
    fc.assert(
      fc.property(population, threshold, threshold, (rows, from, to) => {
        const index = indexOf(rows)
        const trade = tradeOf(index, from, to, workload)
        const [before, after] = [from, to].map((at) => operatingPoint(index, at, workload.prevalence))
        expect(trade.recall.value).toBeCloseTo(after!.recall.value - before!.recall.value, 12)
        expect(trade.falsePositiveRate.value).toBeCloseTo(
          after!.falsePositiveRate.value - before!.falsePositiveRate.value,
          12,
        )
        const [perDayBefore, perDayAfter] = [perDayOf(before!, workload), perDayOf(after!, workload)]
        for (const figure of ["flagged", "falsePositives", "missed", "reviewerHours"] as const) {
          const { value, interval } = trade.perDay[figure]
          expect(value).toBeCloseTo(perDayAfter[figure].value - perDayBefore[figure].value, 8)
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-9)
          expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-9)
        }
        const back = tradeOf(index, to, from, workload)
        expect(back.recall.value).toBeCloseTo(-trade.recall.value, 12)
      }),
    )
  })

  it("has Wilson's interval of the share between the thresholds", () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ tenth: at % 10, managed: at % 2 === 0, cohort: 0 }))
    const { recall } = tradeOf(indexOf(rows), 0.2, 0.6, workload)
    const [low, high] = wilson(8, 20)
    expect(recall).toEqual({ value: -0.4, interval: [-high, -low] })
  })

  it("can only lose by a higher threshold and only gain by a lower one, and is nothing where none moves", () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ tenth: at % 10, managed: at % 2 === 0, cohort: 0 }))
    const recallOf = (from: number, to: number) => tradeOf(indexOf(rows), from, to, workload).recall
    const [, most] = wilson(0, 20)
    // Nobody lies between 0.21 and 0.29.
    const [low, none] = recallOf(0.21, 0.29).interval
    expect([low, Math.abs(none)]).toEqual([-most, 0])
    expect(recallOf(0.29, 0.21).interval).toEqual([0, most])
    expect(recallOf(0.25, 0.25)).toEqual({ value: 0, interval: [0, 0] })
  })
})

describe("cohortTrades", () => {
  it("tells the cohorts that are hit otherwise, most accounts a day first, and adds up to all", () => {
    fc.assert(
      fc.property(population, threshold, threshold, (rows, from, to) => {
        const index = indexOf(rows)
        const trades = cohortTrades({ index, names: ["a", "b", "c"] }, from, to, workload)
        const sizes = trades.map(({ falsePositivesPerDay }) => Math.abs(falsePositivesPerDay))
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
        expect(sizes.every((size) => size > 0)).toBe(true)
        const sum = trades.reduce((total, { falsePositivesPerDay }) => total + falsePositivesPerDay, 0)
        expect(sum).toBeCloseTo(tradeOf(index, from, to, workload).perDay.falsePositives.value, 8)
      }),
    )
  })
})
