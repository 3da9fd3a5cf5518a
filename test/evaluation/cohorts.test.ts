import { describe, expect, it } from "vitest"
import {
  byAge,
  byFollowers,
  COHORT_KINDS,
  cohortsOf,
  cohortTable,
  createScoreIndex,
  wilson,
} from "../../src/core/evaluation/index.ts"

const archetypes = [
  { id: "casual", side: "authentic" },
  { id: "content-farm", side: "managed" },
] as const

const columns = {
  archetype: Uint8Array.of(0, 1, 0),
  language: Uint8Array.of(1, 0, 0),
  followers: Uint32Array.of(0, 100, 2_000_000_000),
  ageDays: Float32Array.of(-3, 179.5, 4000),
}

describe("cohortsOf", () => {
  it.each(COHORT_KINDS)("puts every account into one named cohort by %s", (kind) => {
    const cohorts = cohortsOf(kind, columns, archetypes)
    expect(cohorts.names).toHaveLength(cohorts.count)
    expect(cohorts.of).toHaveLength(3)
    expect(Math.max(...cohorts.of)).toBeLessThan(cohorts.count)
  })

  it("names archetypes and languages by their ids", () => {
    expect(cohortsOf("archetype", columns, archetypes)).toMatchObject({
      names: ["casual", "content-farm"],
      of: columns.archetype,
    })
    const { names, of } = cohortsOf("language", columns, archetypes)
    expect(Array.from(of, (cohort) => names[cohort])).toEqual(["en", "zh", "zh"])
  })

  it("cuts followers at powers of ten, a band beginning at its lower end", () => {
    const { names, of } = byFollowers({ followers: Uint32Array.of(0, 99, 100, 9_999, 10_000, 100_000) })
    expect(Array.from(of, (cohort) => names[cohort])).toEqual([
      "<100",
      "<100",
      "100-999",
      "1000-9999",
      "10000-99999",
      "100000+",
    ])
  })

  it("counts accounts that registered within the period among the youngest", () => {
    const { names, of } = byAge({ ageDays: Float32Array.of(-20, 29.9, 30, 179.5, 180, 730) })
    expect(Array.from(of, (cohort) => names[cohort])).toEqual([
      "<30",
      "<30",
      "30-179",
      "30-179",
      "180-729",
      "730+",
    ])
  })

  it("sets accounts of unknown age apart", () => {
    const { names, of, count } = byAge({ ageDays: Float32Array.of(1, Number.NaN) })
    expect(names[of[1]]).toBe("unknown")
    expect(count).toBe(5)
    expect(byAge({ ageDays: Float32Array.of(1) }).names).not.toContain("unknown")
  })
})

describe("cohortTable", () => {
  // 120 authentic accounts that score 0.00 to 0.99 and over, 4 AI-managed ones, one account without a score.
  const score = Float32Array.from({ length: 125 }, (_, account) => (account % 100) / 100)
  score[124] = Number.NaN
  const label = Uint8Array.from(score, (_, account) => (account < 120 ? 0 : 1))
  const of = Uint8Array.from(score, (_, account) => (account < 120 ? 0 : 1))
  const index = createScoreIndex(score, label, { of, count: 3 })
  const names = ["many", "few", "none"]
  const [many, few, none] = cohortTable(index, names, 0.895)

  it("counts and rates each cohort, with intervals", () => {
    expect(many).toMatchObject({ name: "many", authentic: 120, managed: 0, missing: 0, falsePositives: 10 })
    expect(many.falsePositiveRate).toBeCloseTo(10 / 120, 12)
    expect(many.falsePositiveRateInterval).toEqual(wilson(10, 120))
    expect(few).toMatchObject({
      name: "few",
      authentic: 0,
      managed: 4,
      missing: 1,
      truePositives: 0,
      recall: 0,
    })
    expect(few.recallInterval).toEqual(wilson(0, 4))
  })

  it("says which cohorts are too small to judge", () => {
    expect([many, few, none].map((row) => row.authenticTooSmall)).toEqual([false, true, true])
    expect([many, few, none].map((row) => row.managedTooSmall)).toEqual([true, true, true])
  })

  it("has a row without figures for an empty cohort", () => {
    expect(none).toMatchObject({ name: "none", authentic: 0, managed: 0, missing: 0, falsePositives: 0 })
    expect(none.falsePositiveRate).toBeNaN()
    expect(none.recall).toBeNaN()
    expect(none.falsePositiveRateInterval).toEqual([0, 1])
  })

  it("refuses names of other cohorts", () => {
    expect(() => cohortTable(index, ["one"], 0.5)).toThrow("each of 3 cohorts, got 1")
  })
})
