import { describe, expect, it } from "vitest"
import {
  type Cap,
  type CohortIndex,
  type CohortKind,
  capNeeds,
  costOf,
  createScoreIndex,
  guaranteedThreshold,
  guaranteeOf,
  type Purpose,
  recall,
  type Suggestion,
  suggest,
  thresholdForBestF1,
  thresholdForFalsePositiveRate,
  type Workload,
} from "../../src/core/evaluation/index.ts"
import { stream } from "../../src/core/random/streams.ts"

const AUTHENTIC = 1800
const MANAGED = 200

const random = stream("suggest", "test")
const label = Uint8Array.from({ length: AUTHENTIC + MANAGED }, (_, k) => (k < AUTHENTIC ? 0 : 1))
const score = Float32Array.from(label, (managed) => (managed ? 1 - random() ** 2 : random() ** 3))
// The first 300 authentic accounts are merchants, whose scores are above what others' are on average.
for (let k = 0; k < 300; k++) score[k] = Math.sqrt(score[k]!)
const names = ["merchant", "casual"]
const cohorts = { of: Uint8Array.from(label, (_, k) => (k < 300 ? 0 : 1)), count: 2, names }
const index = createScoreIndex(score, label)
const indices = new Map<CohortKind, CohortIndex>([
  ["archetype", { index: createScoreIndex(score, label, cohorts), names }],
])
const cap = (name: string, maxFpr: number): Cap => ({ kind: "archetype", name, maxFpr })

/** 1,000 accounts a day, and 36 s a review: a hundred are an hour. */
const WORKLOAD: Workload = { accountsPerDay: 1000, secondsPerReview: 36 }

const suggested = (purpose: Purpose, workload: Workload = WORKLOAD, caps: readonly Cap[] = []): Suggestion =>
  suggest(index, purpose, {
    seed: "a",
    draws: 50,
    workload,
    ...(caps.length > 0 && { caps: capNeeds(caps, indices) }),
  })

/** Figures of the next lower threshold, which a budget must forbid. */
function below(threshold: number) {
  const next = index.thresholds.score.find((one) => one < threshold)!
  return index.confusionAt(next)
}

describe("suggest", () => {
  it("keeps a guarantee, and says how", () => {
    const { threshold, guarantee, why } = suggested({ kind: "max-fpr", maxFpr: 0.01, confidence: 0.95 })
    expect(guarantee).toEqual(guaranteeOf(AUTHENTIC, 0.01, 0.95))
    expect(threshold).toBe(guaranteedThreshold(index, guarantee!))
    expect(index.confusionAt(threshold).falsePositives).toBe(guarantee!.allowed)
    expect(why).toBeNull()
  })

  it("says why there is no guarantee, and gives no threshold", () => {
    const { threshold, guarantee, why, operatingPoint, perDay } = suggested({
      kind: "max-fpr",
      maxFpr: 0.001,
      confidence: 0.95,
    })
    expect({ threshold, why, operatingPoint, perDay }).toEqual({
      threshold: Number.NaN,
      why: "too-few-authentic",
      operatingPoint: null,
      perDay: null,
    })
    expect(guarantee).toMatchObject({ needed: 2995, authentic: AUTHENTIC, allowed: null })
  })

  it("spends a budget of false positives to the account", () => {
    const { threshold, operatingPoint } = suggested({ kind: "false-positives", most: 17 })
    expect(operatingPoint!.observed.falsePositives).toBe(17)
    expect(below(threshold).falsePositives).toBe(18)
  })

  it("re-weights a budget of false positives to a prevalence", () => {
    // At half the share of authentic accounts, each counts for half: twice as many may be flagged.
    const prevalence = 1 - (AUTHENTIC / (AUTHENTIC + MANAGED)) * 0.5
    const { operatingPoint } = suggested({ kind: "false-positives", most: 17 }, { ...WORKLOAD, prevalence })
    expect(operatingPoint!.observed.falsePositives).toBe(34)
    expect(operatingPoint!.confusion.falsePositives).toBeCloseTo(17, 9)
  })

  it("spends a day's budget of false positives", () => {
    // 1,800 of 2,000 accounts stand for 900 of 1,000 a day: 20 of the run are 10 a day.
    const { operatingPoint, perDay } = suggested({ kind: "false-positives-per-day", most: 10 })
    expect(operatingPoint!.observed.falsePositives).toBe(20)
    expect(perDay!.falsePositives.value).toBeCloseTo(10, 9)
    const [low, high] = perDay!.falsePositives.interval
    expect(low).toBeLessThan(10)
    expect(high).toBeGreaterThan(10)
  })

  it("spends a day's budget of reviewers' hours", () => {
    const { threshold, operatingPoint, perDay } = suggested({ kind: "reviewer-hours", most: 0.5 })
    // Fifty flags a day, which are a hundred of the run's twice as many accounts.
    const { truePositives, falsePositives } = operatingPoint!.observed
    expect(truePositives + falsePositives).toBe(100)
    expect(perDay!.flagged.value).toBeCloseTo(50, 9)
    expect(perDay!.reviewerHours.value).toBeCloseTo(0.5, 9)
    expect(perDay!.missed.value).toBeCloseTo((MANAGED - truePositives) / 2, 9)
    const next = below(threshold)
    expect(next.truePositives + next.falsePositives).toBe(101)
  })

  it("finds the least cost of all thresholds, and tells it from flagging nobody and everyone", () => {
    const costs = { falsePositive: 5, falseNegative: 20, review: 0.1 }
    const prevalence = 0.02
    const { threshold, cost } = suggested({ kind: "cost", costs }, { ...WORKLOAD, prevalence })
    const weights = {
      managed: (1000 * prevalence) / MANAGED,
      authentic: (1000 * (1 - prevalence)) / AUTHENTIC,
    }
    const totalAt = (at: number) => costOf(index.confusionAt(at), costs, weights).total
    const least = Math.min(...Array.from(index.thresholds.score, totalAt), totalAt(Number.POSITIVE_INFINITY))
    expect(totalAt(threshold)).toBeCloseTo(least, 9)
    expect(cost!.perDay.value).toBeCloseTo(least, 9)
    expect(cost!.flaggingNobody).toBeCloseTo(1000 * prevalence * 20, 9)
    expect(cost!.flaggingEveryone).toBeCloseTo(980 * 5 + 1000 * 0.1, 9)
    const { falsePositives, missed, reviews, total } = cost!.parts
    expect(falsePositives + missed + reviews).toBeCloseTo(total, 9)
    expect(cost!.perDay.interval[0]).toBeLessThan(least)
    expect(cost!.perDay.interval[1]).toBeGreaterThan(least)
  })

  it("flags nobody where that costs least, and says so", () => {
    const costs = { falsePositive: 1000, falseNegative: 1, review: 2 }
    const { threshold, why, operatingPoint, cost } = suggested({ kind: "cost", costs })
    expect({ threshold, why }).toEqual({ threshold: Number.POSITIVE_INFINITY, why: "nobody-flagged" })
    expect(operatingPoint!.observed.truePositives + operatingPoint!.observed.falsePositives).toBe(0)
    expect(cost!.perDay.value).toBe(cost!.flaggingNobody)
  })

  it("finds the best F1", () => {
    expect(suggested({ kind: "best-f1" }).threshold).toBe(thresholdForBestF1(index))
    const rare = suggested({ kind: "best-f1" }, { ...WORKLOAD, prevalence: 0.001 })
    expect(rare.threshold).toBe(thresholdForBestF1(index, 0.001))
  })

  it("says what five points more recall would take", () => {
    const { next, operatingPoint, perDay } = suggested({ kind: "false-positives", most: 10 })
    const there = index.confusionAt(next!.threshold)
    expect(recall(there) - operatingPoint!.recall.value).toBeCloseTo(next!.recallGained, 12)
    expect(next!.recallGained).toBeGreaterThanOrEqual(0.05)
    expect(next!.falsePositivesPerDay).toBeCloseTo(there.falsePositives / 2 - perDay!.falsePositives.value, 9)
    const flagged = (there.truePositives + there.falsePositives) / 2
    expect(next!.reviewerHoursPerDay).toBeCloseTo((flagged - perDay!.flagged.value) / 100, 9)
    expect(suggested({ kind: "false-positives", most: AUTHENTIC }).next).toBeNull()
  })
})

describe("suggest, under caps", () => {
  it("moves a purpose's threshold up to where the caps are kept", () => {
    const purpose: Purpose = { kind: "false-positives", most: 100 }
    const free = suggested(purpose)
    const capped = suggested(purpose, WORKLOAD, [cap("merchant", 0.05), cap("casual", 0.5)])
    expect(free.caps).toBeNull()
    expect(capped.threshold).toBeGreaterThan(free.threshold)
    expect(capped.caps).toMatchObject({
      uncapped: free.threshold,
      caps: [{ binding: true }, { binding: false }],
    })
    expect(capped.caps!.caps[0]!.falsePositives).toBe(15)
    const lost = free.operatingPoint!.recall.value - capped.operatingPoint!.recall.value
    expect(capped.caps!.recallCost.value).toBeCloseTo(lost, 12)
  })

  it("leaves it alone where it keeps them anyway", () => {
    const purpose: Purpose = { kind: "false-positives", most: 5 }
    const capped = suggested(purpose, WORKLOAD, [cap("merchant", 0.5)])
    expect(capped.threshold).toBe(suggested(purpose).threshold)
    expect(capped.caps).toMatchObject({
      recallCost: { value: 0, interval: [0, 0] },
      caps: [{ binding: false }],
    })
  })

  it("takes the least cost among the thresholds that keep them", () => {
    const costs = { falsePositive: 1, falseNegative: 20, review: 0 }
    const free = suggested({ kind: "cost", costs })
    const { threshold, cost, caps } = suggested({ kind: "cost", costs }, WORKLOAD, [cap("merchant", 0.05)])
    const weights = { managed: 0.5, authentic: 0.5 }
    const allowed = index.thresholds.score.filter((one) => one >= caps!.caps[0]!.threshold!)
    const totals = Array.from(allowed, (one) => costOf(index.confusionAt(one), costs, weights).total)
    expect(cost!.perDay.value).toBeCloseTo(Math.min(...totals), 9)
    expect(threshold).toBeGreaterThan(free.threshold)
  })

  it("alone, suggests the smallest threshold that keeps them, against the overall rate at the loosest", () => {
    const { threshold, caps, operatingPoint } = suggested({ kind: "caps" }, WORKLOAD, [
      cap("merchant", 0.02),
      cap("casual", 0.02),
    ])
    expect(caps!.uncapped).toBe(thresholdForFalsePositiveRate(index, 0.02))
    expect(caps!.caps.map(({ binding }) => binding)).toEqual([true, false])
    expect(caps!.caps[0]!.threshold).toBe(threshold)
    expect(operatingPoint!.thresholdInterval[0]).toBeLessThan(threshold)
  })

  it("has none where no cohort can be judged, and says so", () => {
    const needs = capNeeds([cap("merchant", 0.0001)], indices, 0.95)
    const found = suggest(index, { kind: "caps" }, { seed: "a", workload: WORKLOAD, caps: needs })
    expect(found).toMatchObject({ threshold: Number.NaN, why: "no-judged-cohort" })
    expect(found.caps!.caps[0]).toMatchObject({ tooSmall: true, authentic: 300, needed: 29_956 })
  })
})

describe("suggest, without a class", () => {
  const only = (managed: 0 | 1) =>
    createScoreIndex(Float32Array.of(0.1, 0.5, 0.9), Uint8Array.of(managed, managed, managed))
  const options = { seed: "a", workload: WORKLOAD }

  it("says that there is nobody to catch, or nobody to spare", () => {
    expect(suggest(only(0), { kind: "best-f1" }, options).why).toBe("no-managed")
    const rare = { ...options, workload: { ...WORKLOAD, prevalence: 0.1 } }
    expect(suggest(only(0), { kind: "reviewer-hours", most: 1 }, rare).why).toBe("no-managed")
    expect(suggest(only(1), { kind: "best-f1" }, options).why).toBe("no-authentic")
  })

  it("still keeps a budget of false positives", () => {
    const { threshold, operatingPoint } = suggest(only(0), { kind: "false-positives", most: 1 }, options)
    expect(threshold).toBe(Math.fround(0.9))
    expect(operatingPoint!.recall).toEqual({ value: Number.NaN, interval: [0, 1] })
  })

  it("refuses a budget that is none", () => {
    expect(() => suggest(only(0), { kind: "false-positives", most: -1 }, options)).toThrow(
      "0 or more, got -1",
    )
  })
})
