import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  BIN_FIGURES,
  BIN_STEPS,
  type Confusion,
  createScoreBins,
  createScoreIndex,
  falsePositiveRate,
  flaggedShare,
  indexOrdered,
  judgedTotal,
  orderByCohort,
  orderScores,
  precision,
  recall,
  reweigh,
  snapThreshold,
} from "../../src/core/evaluation/index.ts"
import { COHORT_COUNT, type Population, population, prevalence, threshold } from "./arbitraries.ts"
import { expectClose } from "./expect-close.ts"

/** The definition, account by account. */
function countByHand({ score, label, cohort }: Population, at: number, only?: number): Confusion {
  const count = (managed: boolean, flagged: boolean) =>
    score.filter(
      (value, account) =>
        !Number.isNaN(value) &&
        (only === undefined || cohort.of[account] === only) &&
        (label[account] === 1) === managed &&
        value >= at === flagged,
    ).length
  return {
    truePositives: count(true, true),
    falsePositives: count(false, true),
    trueNegatives: count(false, false),
    falseNegatives: count(true, false),
  }
}

const cohortNumber = fc.nat(COHORT_COUNT - 1)

describe("createScoreIndex", () => {
  it("counts to the account, over all and in every cohort", () => {
    fc.assert(
      fc.property(population, threshold, cohortNumber, (accounts, at, cohort) => {
        const index = createScoreIndex(accounts.score, accounts.label, accounts.cohort)
        expect(index.confusionAt(at)).toEqual(countByHand(accounts, at))
        expect(index.cohortConfusionAt(cohort, at)).toEqual(countByHand(accounts, at, cohort))
      }),
    )
  })

  it("needs no other sort when the labels move", () => {
    fc.assert(
      fc.property(population, threshold, cohortNumber, (accounts, at, cohort) => {
        const order = orderScores(accounts.score)
        const cohorts = orderByCohort(order, accounts.cohort)
        const moved = accounts.label.map((label) => 1 - label)
        for (const label of [accounts.label, moved, accounts.label]) {
          const index = indexOrdered(order, label, cohorts)
          const other = { ...accounts, label }
          expect(index.confusionAt(at)).toEqual(countByHand(other, at))
          expect(index.cohortConfusionAt(cohort, at)).toEqual(countByHand(other, at, cohort))
        }
      }),
    )
  })

  it("judges every account with a score and counts the others as missing", () => {
    fc.assert(
      fc.property(population, threshold, ({ score, label, cohort }, at) => {
        const index = createScoreIndex(score, label, cohort)
        expect(judgedTotal(index.confusionAt(at))).toBe(index.judged)
        expect(index.judged + index.missing).toBe(score.length)
        const cohorts = Array.from({ length: COHORT_COUNT }, (_, number) => index.cohortCounts(number))
        const sum = (name: "managed" | "authentic" | "missing") =>
          cohorts.reduce((all, c) => all + c[name], 0)
        expect(sum("managed")).toBe(index.managed)
        expect(sum("authentic")).toBe(index.authentic)
        expect(sum("missing")).toBe(index.missing)
      }),
    )
  })

  it("never raises recall, the false-positive rate or the workload as the threshold rises", () => {
    fc.assert(
      fc.property(population, threshold, threshold, ({ score, label }, one, other) => {
        const index = createScoreIndex(score, label)
        const low = index.confusionAt(Math.min(one, other))
        const high = index.confusionAt(Math.max(one, other))
        for (const figure of [recall, falsePositiveRate, flaggedShare]) {
          if (!Number.isNaN(figure(low))) expect(figure(high)).toBeLessThanOrEqual(figure(low))
        }
      }),
    )
  })

  it("flags all judged accounts at 0, those that score 1 at 1, nobody at Infinity", () => {
    const index = createScoreIndex(Float32Array.of(0, 0.5, 1, Number.NaN), Uint8Array.of(0, 1, 1, 0))
    expect(index.confusionAt(0)).toMatchObject({ truePositives: 2, falsePositives: 1 })
    expect(index.confusionAt(1)).toMatchObject({ truePositives: 1, falsePositives: 0 })
    expect(index.confusionAt(Number.POSITIVE_INFINITY)).toMatchObject({ truePositives: 0, falsePositives: 0 })
  })

  it("orders any finite scores, -0 tied with 0", () => {
    const scores = [3, -0.5, 0, 1e30, -2, -0, 0.25, -1e-40]
    const index = createScoreIndex(Float32Array.from(scores), new Uint8Array(8))
    const sorted = Float32Array.from(scores, (value) => value + 0).sort()
    expect(Array.from(index.authenticScores)).toEqual(Array.from(sorted))
    expect(index.thresholds.score).toHaveLength(7)
  })

  it("does not alter what it is given", () => {
    const score = Float32Array.of(0.9, 0.1, 0.5)
    const label = Uint8Array.of(0, 1, 0)
    const of = Uint8Array.of(1, 0, 1)
    createScoreIndex(score, label, { of, count: 2 }).confusionAt(0.5)
    expect([score, label, of]).toEqual([
      Float32Array.of(0.9, 0.1, 0.5),
      Uint8Array.of(0, 1, 0),
      Uint8Array.of(1, 0, 1),
    ])
  })

  it("answers with zeros when there are no accounts", () => {
    const index = createScoreIndex(new Float32Array(0), new Uint8Array(0))
    expect(judgedTotal(index.confusionAt(0.5))).toBe(0)
    expect(index.thresholds.score).toHaveLength(0)
  })

  it("refuses columns that do not fit together", () => {
    const score = Float32Array.of(0.5, 0.5)
    expect(() => createScoreIndex(score, Uint8Array.of(1))).toThrow("each of 2 scores, got 1")
    expect(() => createScoreIndex(score, Uint8Array.of(1, 0), { of: Uint8Array.of(0), count: 1 })).toThrow(
      "cohort.of must have one value for each of 2 scores, got 1",
    )
    expect(() => createScoreIndex(score, Uint8Array.of(1, 0), { of: Uint8Array.of(0, 3), count: 3 })).toThrow(
      "cohort.of[1] must be below 3, got 3",
    )
    const index = createScoreIndex(score, Uint8Array.of(1, 0), { of: Uint8Array.of(0, 0), count: 1 })
    expect(() => index.cohortConfusionAt(1, 0.5)).toThrow("cohort must be in [0, 1), got 1")
  })
})

describe("thresholds", () => {
  it("are the distinct scores, descending, with what each flags", () => {
    fc.assert(
      fc.property(population, (accounts) => {
        const { score, flaggedManaged, flaggedAuthentic } = createScoreIndex(
          accounts.score,
          accounts.label,
        ).thresholds
        const judged = [...accounts.score].filter((value) => !Number.isNaN(value))
        expect([...score]).toEqual([...new Set(judged.map((value) => value + 0))].sort((a, b) => b - a))
        score.forEach((value, step) => {
          const { truePositives, falsePositives } = countByHand(accounts, value)
          expect([flaggedManaged[step], flaggedAuthentic[step]]).toEqual([truePositives, falsePositives])
        })
      }),
    )
  })
})

describe("createScoreBins", () => {
  const row = (out: Float64Array, at: number) =>
    Object.fromEntries(BIN_FIGURES.map((name, k) => [name, out[at * BIN_FIGURES.length + k]]))

  it("agrees with the exact index at every threshold of the grid, over all and in every cohort", () => {
    fc.assert(
      fc.property(population, fc.nat(BIN_STEPS), cohortNumber, ({ score, label, cohort }, step, number) => {
        const at = step / BIN_STEPS
        const index = createScoreIndex(score, label, cohort)
        const bins = createScoreBins(score, label, cohort)
        const out = new Float64Array(bins.rows * BIN_FIGURES.length)
        bins.figuresAt(at, out)
        for (const [at, c] of [
          [number, index.cohortConfusionAt(number, step / BIN_STEPS)],
          [COHORT_COUNT, index.confusionAt(step / BIN_STEPS)],
        ] as const) {
          expect(row(out, at)).toEqual({
            ...c,
            precision: precision(c),
            recall: recall(c),
            falsePositiveRate: falsePositiveRate(c),
            flaggedShare: flaggedShare(c),
          })
        }
      }),
      // Each population costs a table of 65,537 bins.
      { numRuns: 30 },
    )
  })

  it("agrees with the exact index where scores lie right at, above and below the steps", () => {
    const scores: number[] = []
    for (const step of [1, 2, 21845, 32768, 65535, 65536]) {
      const float = Math.fround(step / BIN_STEPS)
      const bits = new Uint32Array(Float32Array.of(float).buffer)[0]
      scores.push(
        ...new Float32Array(Uint32Array.of(bits - 1, bits, bits === 0x3f800000 ? bits : bits + 1).buffer),
      )
    }
    const label = Uint8Array.from(scores, (_, account) => account % 2)
    const index = createScoreIndex(Float32Array.from(scores), label)
    const bins = createScoreBins(Float32Array.from(scores), label)
    const out = new Float64Array(BIN_FIGURES.length)
    for (const step of [0, 1, 2, 3, 21844, 21845, 21846, 32768, 65534, 65535, 65536]) {
      bins.figuresAt(step / BIN_STEPS, out)
      expect(row(out, 0)).toMatchObject(index.confusionAt(step / BIN_STEPS))
    }
  })

  it("answers at any other threshold for the nearest one of the grid", () => {
    const score = Float32Array.of(0.3, 0.30001, 0.3001, 0.9)
    const label = Uint8Array.of(0, 1, 0, 1)
    const bins = createScoreBins(score, label)
    const out = new Float64Array(BIN_FIGURES.length)
    bins.figuresAt(0.300005, out)
    expect(snapThreshold(0.300005) * BIN_STEPS).toBe(19661)
    expect(row(out, 0)).toMatchObject(createScoreIndex(score, label).confusionAt(19661 / BIN_STEPS))
    expect(snapThreshold(100.6 / BIN_STEPS) * BIN_STEPS).toBe(101)
    expect(snapThreshold(-1)).toBe(0)
    expect(snapThreshold(7)).toBe(1)
  })

  it("re-weights precision and workload over all accounts, and leaves the counts", () => {
    const score = Float32Array.of(0.1, 0.6, 0.7, 0.8)
    const label = Uint8Array.of(0, 0, 1, 1)
    const out = new Float64Array(BIN_FIGURES.length)
    createScoreBins(score, label).figuresAt(0.5, out, 0.1)
    const observed = createScoreIndex(score, label).confusionAt(0.5)
    const weighed = reweigh(observed, 0.1)
    expect(row(out, 0)).toMatchObject(observed)
    expectClose(row(out, 0).precision, precision(weighed))
    expectClose(row(out, 0).flaggedShare, flaggedShare(weighed))
  })

  it("gives a cohort the class weights of the whole population", () => {
    fc.assert(
      fc.property(prevalence, (wanted) => {
        const score = Float32Array.of(0.9, 0.9, 0.9, 0.1)
        const label = Uint8Array.of(1, 0, 0, 0)
        const bins = createScoreBins(score, label, { of: Uint8Array.of(0, 0, 1, 1), count: 2 })
        const out = new Float64Array(bins.rows * BIN_FIGURES.length)
        bins.figuresAt(0.5, out, wanted)
        const managed = wanted * 4
        const authentic = ((1 - wanted) * 4) / 3
        expectClose(row(out, 0).precision, managed / (managed + authentic))
        expectClose(row(out, 1).precision, 0)
        expectClose(row(out, 1).flaggedShare, 0.5)
        expectClose(row(out, 2).precision, managed / (managed + 2 * authentic))
      }),
      { numRuns: 20 },
    )
  })
})
