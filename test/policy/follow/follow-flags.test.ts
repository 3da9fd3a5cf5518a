import { describe, expect, it } from "vitest"
import { operatingPoint } from "../../../src/core/evaluation/operating-point.ts"
import { createScoreIndex } from "../../../src/core/evaluation/score-index.ts"
import { perDayOf } from "../../../src/core/evaluation/workload.ts"
import { labelAccounts } from "../../../src/core/policy/definition.ts"
import { ENDS, followFlags, STEPS } from "../../../src/core/policy/follow/index.ts"
import { policyCosts } from "../../../src/core/policy/policy.ts"
import { DAYS, mixedRun, PERFECT, policyOf, type SmallAccount, smallRun } from "./small-run.ts"

const RUN = mixedRun()
const NEVER_AGAIN = { recheckDays: 365 }

describe("following flags", () => {
  it("finds nothing to follow when no tier is on", () => {
    const { funnel, queue, wrongfulDays } = followFlags(RUN, policyOf({}), { replicates: 3 })
    for (const row of [funnel.authentic, funnel.managed]) {
      for (const step of STEPS) expect(row.steps[step]).toEqual({ value: 0, interval: [0, 0] })
      for (const end of ENDS) expect(row.ends[end].value).toBe(0)
    }
    expect(queue.perDay.arrivals.value).toEqual(new Array(DAYS).fill(0))
    expect(queue.perDay.backlog.value).toEqual(new Array(DAYS).fill(0))
    expect(wrongfulDays.value).toBe(0)
    expect(funnel.authentic.judged.value).toBeCloseTo(360, 6)
  })

  it("lets everybody wait when there are no reviewers", () => {
    const { funnel, queue } = followFlags(RUN, policyOf({ review: 0.3 }, { review: { reviewers: 0 } }))
    const { steps, ends, accounts } = funnel.managed
    expect(steps.flagged.value).toBeGreaterThan(20)
    expect(ends.waiting).toEqual(steps.flagged)
    expect(accounts["acted-on"].value).toBe(0)
    expect(queue.hours.p95.value).toBeNaN()
    expect(queue.within24Hours.value).toBe(0)
    expect(queue.perDay.utilisation.value[0]).toBeNaN()
    expect(queue.perDay.backlog.value.at(-1)).toBeCloseTo(
      steps.flagged.value + funnel.authentic.steps.flagged.value,
      9,
    )
  })

  it("acts on nobody wrongly, and on all whom it sees, when reviewers never err", () => {
    const { funnel, wrongfulDays } = followFlags(RUN, policyOf({ review: 0.3 }, { review: PERFECT }))
    expect(funnel.authentic.steps.reviewed.value).toBeGreaterThan(50)
    expect(funnel.authentic.accounts["acted-on"].value).toBe(0)
    expect(wrongfulDays).toEqual({ value: 0, interval: [0, 0] })
    expect(funnel.managed.accounts.caught.value).toBeCloseTo(funnel.managed.accounts.flagged.value, 0)
  })

  it("gives the same bits for the same seed, and others for another", () => {
    const policy = policyOf({ label: 0.2, review: 0.4, suspend: 0.9 }, { appeals: { authenticFile: 0.5 } })
    const found = JSON.stringify(followFlags(RUN, policy, { seed: "a", replicates: 4 }))
    expect(JSON.stringify(followFlags(RUN, policy, { seed: "a", replicates: 4 }))).toBe(found)
    expect(JSON.stringify({ ...followFlags(RUN, policy, { seed: "b", replicates: 4 }), seed: "a" })).not.toBe(
      found,
    )
  })

  it("twice as many accounts a day bring twice as many flags", () => {
    const flagsOf = (accountsPerDay: number) => {
      const workload = { accountsPerDay, secondsPerReview: 6.9 }
      const { funnel } = followFlags(RUN, policyOf({ review: 0.3 }, { workload, enforcement: NEVER_AGAIN }))
      return funnel.authentic.steps.flagged.value + funnel.managed.steps.flagged.value
    }
    expect(flagsOf(100) / flagsOf(50)).toBeCloseTo(2, 1)
  })

  it("brings as many flags a day before reviewers as the workload says", () => {
    const workload = { accountsPerDay: 200, secondsPerReview: 6.9 }
    const prevalence = 0.04
    const policy = policyOf(
      { review: 0.5 },
      { workload, prevalence, enforcement: NEVER_AGAIN, appeals: { authenticFile: 0, managedFile: 0 } },
    )
    const { funnel, queue } = followFlags(RUN, policy)
    const index = createScoreIndex(RUN.columns.risk, labelAccounts(RUN.columns.truth, RUN.definition))
    const expected = perDayOf(operatingPoint(index, 0.5, prevalence), { ...workload, prevalence })
    const flags = funnel.authentic.steps.flagged
    expect(flags.interval[0] / DAYS).toBeLessThan(expected.falsePositives.value)
    expect(flags.interval[1] / DAYS).toBeGreaterThan(expected.falsePositives.value)
    expect(flags.value / DAYS / expected.falsePositives.value).toBeCloseTo(1, 1)
    const { value, low, high } = queue.perDay.arrivals
    const perDay = value.reduce((sum, day) => sum + day, 0) / DAYS
    expect(perDay / expected.flagged.value).toBeCloseTo(1, 1)
    const within = value.filter(
      (_, day) => low[day] <= expected.flagged.value && expected.flagged.value <= high[day],
    )
    expect(within).toHaveLength(DAYS)
    expect(
      funnel.managed.judged.value / (funnel.managed.judged.value + funnel.authentic.judged.value),
    ).toBeCloseTo(prevalence, 2)
  })

  it("watches without doing anything, and once only", () => {
    const { funnel } = followFlags(RUN, policyOf({ watch: 0.3 }, { enforcement: { recheckDays: 1 } }))
    expect(funnel.managed.ends.watched.value).toBeGreaterThan(20)
    expect(funnel.managed.ends.watched).toEqual(funnel.managed.accounts.flagged)
    expect(funnel.managed.steps["acted-on"].value).toBe(0)
  })

  it("brings an account before reviewers for its reports, whatever its risk or without one", () => {
    const accounts: SmallAccount[] = [
      { risk: 0.01, reports: 3 },
      { risk: Number.NaN, reports: 3 },
      { risk: 0.01, reports: 2 },
      { risk: Number.NaN },
      { risk: 0.95, reports: 9, grade: "full" },
    ]
    const run = smallRun(Array.from({ length: 200 }, (_, at) => accounts[at % 5]))
    const policy = policyOf({ suspend: 0.9 }, { review: { reports: 3 }, enforcement: NEVER_AGAIN })
    const { funnel, accountsPerDay } = followFlags(run, policy)
    // Four of the five kinds are judged: all but the one of neither risk nor reports.
    expect(accountsPerDay).toBeCloseTo(160 / DAYS, 9)
    expect(funnel.authentic.judged.value).toBeGreaterThan(115)
    expect(funnel.authentic.steps["sent-to-review"].value / 80).toBeCloseTo(1, 0)
    expect(funnel.managed.steps["sent-to-review"].value).toBe(0)
    expect(funnel.managed.ends.suspended.value).toBeGreaterThan(30)
    const none = followFlags({ ...run, reports: null }, policy)
    expect(none.funnel.authentic.steps.flagged.value).toBe(0)
  })

  it("tells of a cohort with few accounts that it is too small", () => {
    const { cohorts } = followFlags(RUN, policyOf({ review: 0.5 }), { replicates: 1 })
    const rows = cohorts.find(({ kind }) => kind === "archetype")!.rows
    expect(rows.map(({ name, isTooSmall }) => [name, isTooSmall])).toEqual([
      ["casual", false],
      ["merchant-with-scheduler", false],
      ["content-farm", true],
    ])
  })

  it("names the caps that are broken, with what was found, and leaves out those that are kept", () => {
    const cap = { kind: "archetype", name: "casual" } as const
    const caps = [
      { ...cap, maxFpr: 0.001 },
      { ...cap, maxFpr: 0.999 },
    ]
    const { brokenCaps, cohorts } = followFlags(RUN, policyOf({ suspend: 0.2 }, { caps }), { replicates: 4 })
    const { authentic } = cohorts[0].rows[0]
    const rate = expect.objectContaining({
      value: expect.closeTo(authentic.accounts["acted-on"].value / authentic.judged.value, 2),
    })
    expect(brokenCaps).toEqual([{ kind: "cap", cap: caps[0], rate }])
  })

  it("tells a backlog that still grows from one that is worked off", () => {
    const queueWith = (reviewers: number) =>
      followFlags(RUN, policyOf({ review: 0.3 }, { review: { reviewers } }), { replicates: 4 }).queue
    expect([queueWith(0).backlogGrows, queueWith(1000).backlogGrows]).toEqual([true, false])
  })

  it("refuses a platform with more flags than memory holds", () => {
    const policy = policyOf({ review: 0.5 }, { workload: { accountsPerDay: 1e10, secondsPerReview: 6.9 } })
    expect(() => followFlags(RUN, policy)).toThrow(/workload\.accountsPerDay of 10000000000 .* 20000000/)
  })

  it("refuses a prevalence that the run has no accounts for", () => {
    const authentic = smallRun([{ risk: 0.1 }, { risk: 0.2 }])
    expect(() => followFlags(authentic, policyOf({ review: 0.1 }, { prevalence: 0.1 }))).toThrow(
      "prevalence asks for AI-managed accounts, of which the run has none by the policy's definition",
    )
    expect(followFlags(authentic, policyOf({ review: 0.1 })).prevalence).toBe(0)
  })
})

describe("the cost", () => {
  const costs = {
    ...policyCosts({ falsePositive: 10, falseNegative: 5, review: 2 }),
    reviewerHour: 3,
    wrongfulDay: 7,
    missedPer1000Followers: 11,
  }

  it("is what the policy's own numbers make of the funnel", () => {
    const followers = 500
    const run = smallRun(
      Array.from({ length: 300 }, (_, at): SmallAccount => {
        if (at % 3 === 0) return { risk: 0.9, followers }
        return { risk: at % 3 === 1 ? 0.9 : 0.2, followers, grade: "full" }
      }),
    )
    const { cost, funnel, wrongfulDays } = followFlags(run, policyOf({ review: 0.5 }, { costs }), {
      replicates: 5,
    })
    const { authentic, managed } = funnel
    const missed = managed.judged.value - managed.accounts.caught.value
    const expected = {
      falsePositives: authentic.accounts["acted-on"].value * 10,
      wrongfulDays: wrongfulDays.value * 7,
      missed: missed * (5 + 0.5 * 11),
      reviews: (authentic.steps.reviewed.value + managed.steps.reviewed.value) * 2,
      reviewerHours: 1 * 8 * DAYS * 3,
    }
    expect(missed).toBeGreaterThan(100)
    expect(expected.falsePositives).toBeGreaterThan(100)
    for (const part of Object.keys(expected) as (keyof typeof expected)[])
      expect(cost![part].value).toBeCloseTo(expected[part], 6)
    const sum = Object.values(expected).reduce((total, part) => total + part, 0)
    expect(cost!.total.value).toBeCloseTo(sum, 6)
  })

  it("of a wronged account is that of its dearest cohort", () => {
    const run = smallRun([
      { risk: 0.9, archetype: 0 },
      { risk: 0.9, archetype: 1 },
    ])
    const falsePositiveOf = {
      archetype: { casual: 100, unheard: 9999 },
      language: { zh: 30, en: 20 },
      followers: {},
      age: {},
    }
    const found = followFlags(run, policyOf({ limit: 0.5 }, { costs: { ...costs, falsePositiveOf } }))
    const [casual, merchant] = found.cohorts.find(({ kind }) => kind === "archetype")!.rows
    const languages = found.cohorts.find(({ kind }) => kind === "language")!.rows
    const ofMerchant = languages.find(
      ({ authentic }) => authentic.judged.value === merchant.authentic.judged.value,
    )!
    expect(found.cost!.falsePositives.value).toBeCloseTo(
      casual.authentic.accounts["acted-on"].value * 100 +
        merchant.authentic.accounts["acted-on"].value * (ofMerchant.name === "zh" ? 30 : 20),
      6,
    )
  })

  it("is not told of a policy without costs", () => {
    expect(followFlags(RUN, policyOf({ review: 0.5 }), { replicates: 1 }).cost).toBeNull()
  })
})
