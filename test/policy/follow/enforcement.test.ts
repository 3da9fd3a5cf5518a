import { describe, expect, it } from "vitest"
import { Enforcement } from "../../../src/core/policy/follow/enforcement.ts"
import type { Flag } from "../../../src/core/policy/follow/flag.ts"
import { ENDS, followFlags } from "../../../src/core/policy/follow/index.ts"
import { StrikeBook } from "../../../src/core/policy/follow/strikes.ts"
import { DAYS, PERFECT, type PolicyChanges, policyOf, smallRun } from "./small-run.ts"

const NO_APPEALS = { authenticFile: 0, managedFile: 0 }

/** One account, AI-managed, of which exactly those who arrive early enough meet each flag. */
const MANAGED = smallRun([{ risk: 0.9, grade: "mostly" }])
const AUTHENTIC = smallRun([{ risk: 0.9 }])
/** Two hundred of them a day: shares of the arrivals are close to shares of the days. */
const MANY = { workload: { accountsPerDay: 200, secondsPerReview: 0.001 } }

/** Ends a judged account. */
function endsOf(run: typeof MANAGED, tier: "limit" | "review" | "suspend", changes: PolicyChanges) {
  const policy = policyOf({ [tier]: 0.5 }, { ...MANY, review: PERFECT, appeals: NO_APPEALS, ...changes })
  const found = followFlags(run, policy, { replicates: 2 })
  const side = run === MANAGED ? found.funnel.managed : found.funnel.authentic
  const each = ENDS.map((end) => [end, side.ends[end].value / side.judged.value] as const)
  return { ...found, side, ends: Object.fromEntries(each.filter(([, share]) => share > 0)) }
}

/** Share of the arrivals for which something that comes so many days after the first flag falls within the horizon. */
const sharePast = (days: number) => (DAYS - days) / DAYS

describe("strikes", () => {
  const book = () => new StrikeBook({ lastDays: 10, limitAt: 2, suspendAt: 3 })

  it("make the second finding a limit and the third a suspension", () => {
    const strikes = book()
    expect(strikes.escalate("label", 1, 0)).toBe("label")
    strikes.add(1, 0)
    expect(strikes.escalate("label", 1, 4)).toBe("limit")
    expect(strikes.escalate("suspend", 1, 4)).toBe("suspend")
    strikes.add(1, 4)
    expect(strikes.escalate("label", 1, 8)).toBe("suspend")
    expect(strikes.escalate("label", 2, 8)).toBe("label")
  })

  it("are forgotten, and taken back with the action", () => {
    const strikes = book()
    strikes.add(1, 0)
    strikes.add(1, 4)
    expect(strikes.escalate("label", 1, 9.9)).toBe("suspend")
    expect(strikes.escalate("label", 1, 10)).toBe("limit")
    expect(strikes.escalate("label", 1, 14)).toBe("label")
    strikes.remove(1, 4)
    expect(strikes.escalate("label", 1, 10)).toBe("label")
  })

  it("bring nothing about where nothing is due, nor where the policy has none", () => {
    const strikes = book()
    strikes.add(1, 0)
    strikes.add(1, 1)
    expect(strikes.escalate("none", 1, 2)).toBe("none")
    const none = new StrikeBook({ lastDays: 10, limitAt: null, suspendAt: null })
    none.add(1, 0)
    expect(none.escalate("label", 1, 1)).toBe("label")
  })

  it("escalate an account that is found again and again: label, limit, suspension", () => {
    const { ends, side } = endsOf(MANAGED, "review", {
      enforcement: {
        afterReview: { occasional: "none", mostly: "label", full: "suspend" },
        limitDays: 5,
        recheckDays: 3,
        strikes: { lastDays: 90, limitAt: 2, suspendAt: 3 },
      },
    })
    // Labelled at once; three days later limited, for five days; three days after those suspended for good.
    expect(ends.labelled).toBeCloseTo(1, 2)
    expect(ends.limited).toBeCloseTo(sharePast(3), 1)
    expect(ends.suspended).toBeCloseTo(sharePast(3 + 5 + 3), 1)
    expect(Object.keys(ends)).toEqual(["labelled", "limited", "suspended"])
    // Limited for 5 days, or until the horizon; suspended until the horizon. Means over uniform arrivals, in days.
    const limited = (sharePast(3) * DAYS - 5 / 2) * (5 / DAYS)
    const suspended = (sharePast(11) * (DAYS - 11)) / 2
    expect(side.restrictedDaysPer1000.value / 1000 / (limited + suspended)).toBeCloseTo(1, 1)
  })

  it("do not count what is done on a suspicion alone", () => {
    const { ends } = endsOf(MANAGED, "limit", { enforcement: { limitDays: 1, recheckDays: 1 } })
    expect(Object.keys(ends)).toEqual(["limited"])
    // Every second day from the first flag on: on average half of the horizon's days, by two, and the first.
    expect(ends.limited).toBeCloseTo(DAYS / 4 + 0.5, 0)
  })
})

describe("a notice", () => {
  const enforcement = { noticeDays: 4, complies: 0.3, limitDays: 100, recheckDays: 3 }

  it("puts the action off, and lets AI-managed accounts comply before it", () => {
    const { ends, hoursToAction } = endsOf(MANAGED, "limit", { enforcement })
    expect(ends.complied).toBeCloseTo(0.3 * sharePast(4), 1)
    expect(ends.limited).toBeCloseTo(1 - 0.3 * sharePast(4), 1)
    expect(hoursToAction.value).toBeCloseTo(96, 9)
  })

  it("is nothing that an authentic account could comply with", () => {
    const { ends, wrongfulDays, side } = endsOf(AUTHENTIC, "suspend", { enforcement })
    expect(ends).toEqual({ suspended: 1 })
    expect(wrongfulDays.value / side.judged.value / ((sharePast(4) * (DAYS - 4)) / 2)).toBeCloseTo(1, 1)
  })

  it("does not go before a label, and nobody complies without one", () => {
    const label = { afterReview: { occasional: "none", mostly: "label", full: "suspend" } } as const
    const labelled = endsOf(MANAGED, "review", {
      enforcement: { ...enforcement, ...label, recheckDays: 100 },
    })
    expect(labelled.ends).toEqual({ labelled: 1 })
    const atOnce = endsOf(MANAGED, "suspend", { enforcement: { ...enforcement, noticeDays: 0 } })
    expect(atOnce.ends).toEqual({ suspended: 1 })
  })
})

describe("appeals", () => {
  const everybody = { authenticFile: 1, managedFile: 1, delayDays: 0.5, secondsPerAppeal: 0.001 }
  const FAIR = { ...everybody, truePositiveRate: 1 - 1e-6, falsePositiveRate: 1e-6 }
  const once = { recheckDays: 365, suspendDays: null }

  it("of authentic accounts are granted by people who do not err, and end the wrong when they are", () => {
    const { side, wrongfulDays, ends } = endsOf(AUTHENTIC, "suspend", { enforcement: once, appeals: FAIR })
    expect(side.steps.reinstated).toEqual(side.steps.appealed)
    expect(ends.reinstated).toBeGreaterThan(0.9)
    // Lognormal days about half a day, with SD 1 of the logarithm; decided at once.
    expect(side.daysUntilReinstated.value).toBeCloseTo(0.5, 1)
    const without = endsOf(AUTHENTIC, "suspend", { enforcement: once })
    expect(wrongfulDays.value).toBeLessThan(without.wrongfulDays.value * 0.1)
    expect(side.accounts["acted-on"].value).toBe(side.judged.value)
  })

  it("of AI-managed accounts are turned down by them, and the action stands", () => {
    const { side, ends } = endsOf(MANAGED, "suspend", { enforcement: once, appeals: FAIR })
    expect(side.steps.appealed.value).toBeGreaterThan(0.9 * side.judged.value)
    expect(ends).toEqual({ suspended: 1 })
    const without = endsOf(MANAGED, "suspend", { enforcement: once })
    expect(side.restrictedDaysPer1000.value).toBeCloseTo(without.side.restrictedDaysPer1000.value, 6)
  })

  it("are filed by the share that the policy says, and wait where nobody hears them", () => {
    const { side, ends, queue } = endsOf(AUTHENTIC, "suspend", {
      enforcement: once,
      appeals: { ...FAIR, authenticFile: 0.2, delayDays: 0.001 },
      review: { ...PERFECT, reviewers: 0 },
    })
    expect(side.steps.appealed.value / side.judged.value).toBeCloseTo(0.2, 1)
    expect(ends).toEqual({ suspended: 1 })
    expect(queue.perDay.backlog.value.at(-1)).toBe(side.steps.appealed.value)
    expect(queue.hours.median.value).toBeNaN()
  })

  it("that are granted take back the strike, whenever they are", () => {
    const { enforcement, appeals } = policyOf({}, { enforcement: { limitDays: 5, recheckDays: 2 } })
    const draws = () => ({ complies: 0.5, files: 0.5, delayDays: () => 1 })
    const book = new Enforcement(enforcement, appeals, DAYS, draws)
    const acted = { isManaged: false, isFinding: true }
    const first = flagAt(0)
    expect(book.order(first, "limit", 0, acted)).toBe(5 + 2)
    expect(book.escalated("label", 7, 3)).toBe("limit")
    expect(book.reinstate(first, 3)).toBe(3 + 2)
    expect([first.from, first.until]).toEqual([0, 3])
    expect(book.escalated("label", 7, 3)).toBe("label")
    const second = flagAt(5)
    book.order(second, "limit", 5, acted)
    // Its five days are over, and it was a strike all the same.
    expect(book.escalated("label", 7, 12)).toBe("limit")
    book.reinstate(second, 12)
    expect(second.until).toBe(10)
    expect(book.escalated("label", 7, 12)).toBe("label")
  })
})

const flagAt = (at: number): Flag => ({
  id: at,
  place: 7,
  ordinal: at,
  at,
  steps: 0,
  action: "none",
  from: Number.NaN,
  until: Number.NaN,
  appealAt: Number.NaN,
  hasComplied: false,
  isStrike: false,
})
