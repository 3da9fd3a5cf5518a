import { describe, expect, it } from "vitest"
import {
  alongThreshold,
  cheapest,
  compareConsequences,
  finish,
  followFlags,
  nearestCell,
  onPlatformOf,
  reviewersUpTo,
  staffing,
  twoCuts,
  withCuts,
  withReviewers,
  withSetting,
  withTier,
} from "../../../src/core/policy/follow/index.ts"
import { type Policy, policyCosts } from "../../../src/core/policy/policy.ts"
import { DEFAULT_TARGET, guessReviewers } from "../../../src/core/policy/review/staffing.ts"
import { mixedRun, PERFECT, policyOf } from "./small-run.ts"

const RUN = mixedRun()
const COSTS = { ...policyCosts({ falsePositive: 10, falseNegative: 60, review: 1 }), wrongfulDay: 1 }
/** Whoever comes is seen at once: nobody waits for anybody. */
const AMPLE = { ...policyOf({}).review, reviewers: 1000, hoursPerDay: 24 }
const FEW = { replicates: 4 }
/** Enough to call a difference clear. */
const MANY = { replicates: 20 }

describe("moving a tier", () => {
  it("takes along those that it would pass, and leaves those that are off", () => {
    const policy = policyOf({ watch: 0.1, review: 0.5, suspend: 0.8 })
    expect(withTier(policy, "review", 0.9).tiers).toEqual({
      watch: 0.1,
      label: null,
      limit: null,
      review: 0.9,
      suspend: 0.9,
    })
    expect(withTier(policy, "review", 0.05).tiers).toMatchObject({ watch: 0.05, review: 0.05, suspend: 0.8 })
    expect(withTier(policy, "review", null).tiers).toMatchObject({ watch: 0.1, review: null, suspend: 0.8 })
    expect(withCuts(policy, 0.2, 0.3).tiers).toMatchObject({ watch: 0.1, review: 0.2, suspend: 0.3 })
  })
})

describe("along a threshold", () => {
  it("a higher one sends nobody more before reviewers and wrongs nobody for longer, when nobody waits", () => {
    const policy = policyOf({ review: 0.5 }, { review: AMPLE, costs: COSTS })
    const { points, tier, replicates } = finish(alongThreshold(RUN, policy, FEW))
    expect([tier, replicates, points.length]).toEqual(["review", 4, 19])
    for (const [at, point] of points.entries()) {
      if (at === 0) continue
      const before = points[at - 1]
      expect(point.sentToReview.value).toBeLessThanOrEqual(before.sentToReview.value)
      expect(point.wrongfulDays.value).toBeLessThanOrEqual(before.wrongfulDays.value)
      expect(point.falsePositiveRate.value).toBeLessThanOrEqual(before.falsePositiveRate.value)
      expect(point.recall.value).toBeLessThanOrEqual(before.recall.value)
      expect(point.cost!.missed.value).toBeGreaterThanOrEqual(before.cost!.missed.value)
    }
    expect(points[0].wrongfulDays.value).toBeGreaterThan(10 * points[18].wrongfulDays.value)
    expect(points[0].recall.value).toBeGreaterThan(2 * points[18].recall.value)
  })

  it("each point is what following the policy there finds", () => {
    const policy = policyOf({ label: 0.2, review: 0.5 }, { costs: COSTS })
    const thresholds = [0.1, 0.6]
    const { points } = finish(alongThreshold(RUN, policy, { ...FEW, tier: "label", thresholds }))
    for (const [at, threshold] of thresholds.entries()) {
      const there = followFlags(RUN, withTier(policy, "label", threshold), FEW)
      expect(points[at].threshold).toBe(threshold)
      expect(points[at].wrongfulDays).toEqual(there.wrongfulDays)
      expect(points[at].backlog.value).toBe(there.queue.perDay.backlog.value.at(-1))
      expect(points[at].hoursP95).toEqual(there.queue.hours.p95)
      expect(points[at].cost!.falsePositives).toEqual(there.cost!.falsePositives)
      const { managed } = there.funnel
      expect(points[at].recall.value).toBeCloseTo(managed.accounts.caught.value / managed.judged.value, 1)
    }
  })

  it("can be left after any step, and tells how far it is", () => {
    const told: number[] = []
    const steps = alongThreshold(RUN, policyOf({ review: 0.5 }), { replicates: 2, thresholds: [0.4, 0.8] })
    finish(steps, (done) => told.push(done))
    expect(told).toEqual([0.25, 0.5, 0.75, 1])
  })
})

describe("over two cuts", () => {
  it("a cell is what following the policy there finds, and none lies where review is above suspend", () => {
    const policy = policyOf({ review: 0.5, suspend: 0.9 }, { costs: COSTS })
    const review = [0.2, 0.6]
    const suspend = [0.4, 0.8]
    const { cells } = finish(twoCuts(RUN, policy, { ...FEW, review, suspend }))
    expect(cells.map((row) => row.map((cell) => cell !== null))).toEqual([
      [true, true],
      [false, true],
    ])
    const there = followFlags(RUN, withCuts(policy, 0.2, 0.4), FEW)
    // With its band, which is of the same replicates.
    expect(cells[0][0]!.wrongfulDays).toEqual(there.wrongfulDays)
    expect(cells[0][0]!.cost!.total.value / there.cost!.total.value).toBeCloseTo(1, 1)
    const sent = (row: number, column: number) => cells[row][column]!.sentToReview.value
    expect(sent(0, 0)).toBeLessThan(sent(0, 1))
    expect(sent(1, 1)).toBeLessThan(sent(0, 1))
  })

  it("is empty where no cell is possible", () => {
    const { cells } = finish(twoCuts(RUN, policyOf({}), { replicates: 1, review: [0.9], suspend: [0.1] }))
    expect(cells).toEqual([[null]])
  })
})

describe("the cell nearest to a setting", () => {
  const cuts = { review: [0.1, 0.5, 0.9], suspend: [0.1, 0.5, 0.9] }

  it("is the one with the nearest thresholds", () => {
    expect(nearestCell(cuts, { review: 0.2, suspend: 0.8 })).toEqual({ row: 0, column: 2 })
    expect(nearestCell(cuts, { review: 0.6, suspend: 0.6 })).toEqual({ row: 1, column: 1 })
  })

  it("takes a tier that is off for one beyond all, and is one that there is", () => {
    expect(nearestCell(cuts, { review: 0.5, suspend: null })).toEqual({ row: 1, column: 2 })
    expect(nearestCell(cuts, { review: null, suspend: 0.5 })).toEqual({ row: 1, column: 1 })
    expect(nearestCell(cuts, { review: null, suspend: null })).toEqual({ row: 2, column: 2 })
  })
})

describe("the cheapest policy", () => {
  const UNMOVED = { label: [null], limit: [null] }
  const CUTS = { ...UNMOVED, review: [0.1, 0.3, 0.5, 0.7, null], suspend: [0.3, 0.6, 0.9, null] }

  it("is that of all settings", () => {
    const policy = policyOf({ review: 0.9 }, { costs: COSTS })
    const found = finish(cheapest(RUN, policy, { ...FEW, ...CUTS }))
    const all = CUTS.review.flatMap((review) =>
      CUTS.suspend
        .filter((suspend) => review === null || suspend === null || review < suspend)
        .map((suspend) => withTier(withTier(policy, "suspend", suspend), "review", review)),
    )
    const totals = all.map((one) => followFlags(RUN, one, FEW).cost!.total.value)
    const least = all[totals.indexOf(Math.min(...totals))]
    expect(found.cheapest).toMatchObject({ review: least.tiers.review, suspend: least.tiers.suspend })
    expect(found.unlimited).toEqual(found.cheapest)
    expect(found.binding).toEqual([])
    expect(found.looked).toBe(all.length + 1)
    expect(found.present).toMatchObject({ review: 0.9, suspend: null, reviewers: 1 })
    const { present, saving, held } = found
    const gain = present.cost!.total.value - found.cheapest!.cost!.total.value
    expect(gain).toBeGreaterThan(0)
    expect(saving!.value).toBeCloseTo(gain, 6)
    expect(saving!.interval[0]).not.toBe(saving!.interval[1])
    expect(held).toEqual([])
  })

  it("keeps the caps, names the one that binds, and tells which it cannot judge", () => {
    const reviews = [0.1, 0.3, 0.5, 0.7, 0.9]
    const policy = policyOf({ review: 0.9 }, { costs: { ...COSTS, falseNegative: 1000 } })
    const rates = reviews.map((review) => {
      const { rows } = followFlags(RUN, withTier(policy, "review", review), FEW).cohorts[0]
      return rows[0].authentic.accounts["acted-on"].value / rows[0].authentic.judged.value
    })
    // Between those of 0.5 and of 0.7.
    const maxFpr = (rates[2] + rates[3]) / 2
    const caps = [
      { kind: "archetype", name: "casual", maxFpr },
      { kind: "archetype", name: "merchant-with-scheduler", maxFpr: 0.99 },
      { kind: "archetype", name: "content-farm", maxFpr: 0.01 },
      { kind: "age", name: "unheard", maxFpr: 0.01 },
    ] as const
    const options = { ...FEW, ...UNMOVED, review: reviews, suspend: [null] }
    const found = finish(cheapest(RUN, { ...policy, caps }, options))
    expect(found.unlimited.review).toBe(0.1)
    expect(found.cheapest).toMatchObject({ review: 0.7, broken: [] })
    expect(found.binding).toMatchObject([{ kind: "cap", cap: caps[0] }])
    expect(found.unjudged).toEqual([caps[2], caps[3]])
  })

  it("is none where nothing keeps the limits", () => {
    // A minute a day.
    const review = { reviewers: 1, hoursPerDay: 0.02 }
    const policy = policyOf({ review: 0.5 }, { costs: COSTS, review })
    const options = { ...FEW, ...UNMOVED, review: [0.3, 0.5], suspend: [0.9], hours: 48 }
    const none = finish(cheapest(RUN, policy, options))
    expect(none.cheapest).toBeNull()
    expect(none.binding).toMatchObject([{ kind: "hours", hours: 48 }])
    const staffed = finish(cheapest(RUN, policy, { ...options, reviewers: [1, 1000] }))
    expect(staffed.cheapest).toMatchObject({ reviewers: 1000, broken: [] })
    expect(staffed.nearest).toBeNull()
  })

  it("sends nobody to review without reviewers, unless a rule decides in their place", () => {
    const policy = policyOf({ review: 0.5 }, { costs: COSTS, review: { reviewers: 0 } })
    const options = { ...FEW, ...UNMOVED, review: [0.3, 0.5], suspend: [0.9, null] }
    const reviewsOf = (one: Policy) =>
      finish(cheapest(RUN, one, options)).followed.map(({ review }) => review)
    // Its own, and what was tried.
    expect(new Set(reviewsOf(policy))).toEqual(new Set([0.5, null]))
    const overflow = { hours: 24, actFrom: 0.5 }
    expect(reviewsOf({ ...policy, review: { ...policy.review, overflow } })).toContain(0.3)
  })

  it("names the nearest to the limits where none keeps them, and all that it followed by what they cost", () => {
    const policy = policyOf({ review: 0.5 }, { costs: { ...COSTS, falseNegative: 1000 }, review: AMPLE })
    const options = { ...FEW, ...UNMOVED, review: [0.1, 0.3, 0.5, 0.7], suspend: [null], mostActedOn: 1e-6 }
    const { cheapest: least, nearest, unlimited, followed } = finish(cheapest(RUN, policy, options))
    expect(least).toBeNull()
    // The fewer are acted on the better, whatever it costs.
    expect(nearest).toMatchObject({ review: 0.7, broken: [{ kind: "acted-on", most: 1e-6 }] })
    expect(unlimited.review).toBe(0.1)
    const totals = followed.map(({ cost }) => cost!.total.value)
    expect(totals).toEqual([...totals].sort((a, b) => a - b))
    expect(followed).toContain(nearest)
  })

  it("keeps limits on who is acted on at all, and on who still waits", () => {
    const policy = policyOf({ review: 0.9 }, { costs: { ...COSTS, falseNegative: 1000 } })
    const options = { ...FEW, ...UNMOVED, review: [0.1, 0.3, 0.5, 0.7], suspend: [null] }
    const free = finish(cheapest(RUN, policy, options)).cheapest!
    const most = free.falsePositiveRate.value * 0.9
    const fewer = finish(cheapest(RUN, policy, { ...options, mostActedOn: most }))
    expect(fewer.cheapest!.falsePositiveRate.value).toBeLessThanOrEqual(most)
    expect(fewer.binding).toMatchObject([{ kind: "acted-on", most, rate: free.falsePositiveRate }])

    // Without reviewers whoever is sent to them waits.
    const unstaffed = policyOf({ review: 0.9 }, { costs: COSTS, review: { reviewers: 0 } })
    const mostWaiting = followFlags(RUN, unstaffed, FEW).queue.perDay.backlog.value.at(-1)!
    const searched = finish(cheapest(RUN, unstaffed, { ...options, reviewers: [0, 2], mostWaiting: 0 }))
    expect(mostWaiting).toBeGreaterThan(0)
    expect(searched.present.broken).toMatchObject([
      { kind: "waiting", most: 0, backlog: { value: mostWaiting } },
    ])
    const kept = finish(cheapest(RUN, unstaffed, { ...options, review: [0.1], mostWaiting }))
    expect(kept.cheapest).toMatchObject({ review: 0.9, broken: [] })
  })

  it("moves label and limit as well, and finds none dearer than with the two cuts alone", () => {
    // Labels cost nobody a day, and catch.
    const policy = policyOf({ review: 0.9 }, { costs: { ...COSTS, falsePositive: 1, wrongfulDay: 5 } })
    const thresholds = [0.2, 0.4, 0.6, null]
    const cuts = { review: [0.5, 0.7, null], suspend: [0.9, null] }
    const two = finish(cheapest(RUN, policy, { ...FEW, ...UNMOVED, ...cuts }))
    const four = finish(cheapest(RUN, policy, { ...FEW, ...cuts, label: thresholds, limit: thresholds }))
    expect(four.cheapest!.cost!.total.value).toBeLessThan(two.cheapest!.cost!.total.value)
    expect(four.cheapest!.label).not.toBeNull()
    const { label, limit, review, suspend } = four.cheapest!
    const on = [label, limit, review, suspend].filter((threshold) => threshold !== null)
    expect(on).toEqual([...new Set(on)].sort((a, b) => a - b))
    // As a policy of its own it is what it was told to be.
    const set = withSetting(policy, four.cheapest!)
    expect(set.tiers).toEqual({ watch: policy.tiers.watch, label, limit, review, suspend })
    const own = followFlags(RUN, set, FEW)
    expect(four.cheapest!.falsePositiveRate.value).toBeCloseTo(
      own.funnel.authentic.accounts["acted-on"].value / own.funnel.authentic.judged.value,
      2,
    )
  })

  it("moves label and limit also where the cuts have taken the place of the policy's own", () => {
    const policy = policyOf({ label: 0.5, limit: 0.6, review: 0.9 }, { costs: COSTS })
    const cuts = { review: [0.4], suspend: [0.9], limit: [0.2, 0.3], label: [0.1] }
    const { looked } = finish(cheapest(RUN, policy, { ...FEW, ...cuts }))
    // The present one and the pair; about both limit, then label about the two best.
    expect(looked).toBeGreaterThan(2 + cuts.limit.length)
  })

  it("looks between the least and the most reviewers at the best pairs only, and finds the number that pays", () => {
    const policy = policyOf(
      { review: 0.3 },
      {
        costs: { ...COSTS, falseNegative: 500, reviewerHour: 10 },
        workload: { accountsPerDay: 60, secondsPerReview: 6000 },
      },
    )
    const options = { ...FEW, ...UNMOVED, review: [0.2, 0.4, 0.6, 0.8], suspend: [0.9, null] }
    const all = [0, 1, 2, 3, 5, 8]
    const found = finish(cheapest(RUN, policy, { ...options, reviewers: all }))
    expect(found.looked).toBeLessThan(1 + 8 * all.length)
    const each = all.map(
      (number) => finish(cheapest(RUN, policy, { ...options, reviewers: [number] })).cheapest!,
    )
    const least = Math.min(...each.map(({ cost }) => cost!.total.value))
    expect(found.cheapest!.cost!.total.value).toBeCloseTo(least, 6)
  })

  it("tries each number of reviewers at first, and then ever fewer", () => {
    expect(reviewersUpTo(0)).toEqual([0])
    expect(reviewersUpTo(20)).toEqual([0, 1, 2, 3, 4, 6, 9, 13, 19, 20])
  })

  it("asks for costs", () => {
    expect(() => finish(cheapest(RUN, policyOf({ review: 0.5 })))).toThrow(
      "costs are needed to find the cheapest policy, got none",
    )
  })
})

describe("two policies", () => {
  const a = policyOf({ review: 0.3 }, { costs: COSTS, review: AMPLE })

  it("that are the same differ in nothing", () => {
    for (const { difference, significant } of finish(compareConsequences(RUN, a, a, FEW)).differences) {
      expect(difference).toEqual({ value: 0, interval: [0, 0] })
      expect(significant).toBe(false)
    }
  })

  it("are compared replicate by replicate: a difference is surer than its sides", () => {
    const b = withTier(a, "review", 0.35)
    const { differences } = finish(compareConsequences(RUN, a, b, MANY))
    const days = differences.find(({ figure }) => figure === "wrongfulDays")!
    expect(days.difference.value).toBeCloseTo(days.b.value - days.a.value, 9)
    expect(days.significant).toBe(true)
    expect(days.difference.interval[1]).toBeLessThan(0)
    const width = ([low, high]: readonly [number, number]) => high - low
    expect(width(days.difference.interval)).toBeLessThan(width(days.a.interval))
    expect(days.a).toEqual(followFlags(RUN, a, MANY).wrongfulDays)
  })

  it("differ clearly in nothing where replicates are too few to tell", () => {
    const b = withTier(a, "review", 0.35)
    const { differences } = finish(compareConsequences(RUN, a, b, FEW))
    expect(differences.find(({ figure }) => figure === "wrongfulDays")!.difference.interval[1]).toBeLessThan(
      0,
    )
    expect(differences.some(({ significant }) => significant)).toBe(false)
  })

  it("are compared cohort by cohort, as following each finds", () => {
    const b = withTier(a, "review", 0.6)
    const { cohorts } = finish(compareConsequences(RUN, a, b, MANY))
    const [found, there] = [cohorts[0], followFlags(RUN, a, MANY).cohorts[0]]
    expect(found.kind).toBe("archetype")
    for (const { name, authentic, managed } of there.rows) {
      const row = found.rows.find((one) => one.name === name)!
      if (authentic.judged.value > 0) {
        expect(row.restrictedDaysPer1000.a).toEqual(authentic.restrictedDaysPer1000)
        expect(row.actedOn.a.value).toBeGreaterThanOrEqual(row.actedOn.b.value)
        expect(row.actedOn.difference.value).toBeCloseTo(row.actedOn.b.value - row.actedOn.a.value, 9)
      } else expect(row.actedOn.a.value).toBeNaN()
      if (managed.judged.value > 0) {
        expect(row.caught.a.value).toBeGreaterThanOrEqual(row.caught.b.value)
        expect(row.caught.a.value).toBeCloseTo(managed.accounts.caught.value / managed.judged.value, 12)
      }
    }
    expect(found.rows.some(({ actedOn }) => actedOn.significant)).toBe(true)
    const [farm] = found.rows.filter(({ name }) => name === "content-farm")
    expect(farm).toMatchObject({ isTooSmall: true, caught: { significant: false } })
  })

  it("differ clearly in nothing for a cohort of too few accounts", () => {
    const actedOn = (accounts: number) => {
      const { cohorts } = finish(compareConsequences(mixedRun(accounts), a, withTier(a, "review", 0.9), MANY))
      return cohorts[0].rows.find(({ name }) => name === "casual")!.actedOn
    }
    const [few, enough] = [actedOn(160), actedOn(400)]
    expect(few.difference.interval[1]).toBeLessThan(0)
    expect([few, enough].map(({ significant }) => significant)).toEqual([false, true])
  })

  it("are priced by one list: the first one's", () => {
    const dear = policyOf({ review: 0.3 }, { costs: { ...COSTS, falsePositive: 999 }, review: AMPLE })
    const { differences } = finish(compareConsequences(RUN, a, onPlatformOf(a, dear), FEW))
    expect(differences.find(({ figure }) => figure === "cost")!.difference).toEqual({
      value: 0,
      interval: [0, 0],
    })
  })

  it("must be followed equally long", () => {
    const b = policyOf({ review: 0.3 }, { enforcement: { horizonDays: 10 } })
    expect(() => finish(compareConsequences(RUN, a, b))).toThrow(
      "enforcement.horizonDays must be the same in both policies, got 28 and 10",
    )
  })
})

describe("staffing", () => {
  it("is the least number of reviewers with whom flags are answered in time, replicate by replicate", () => {
    const policy = policyOf(
      { review: 0.2 },
      { workload: { accountsPerDay: 60, secondsPerReview: 6000 }, review: { ...PERFECT, hoursPerDay: 8 } },
    )
    const found = finish(staffing(RUN, policy, { replicates: 3 }))
    expect(found.why).toBeNull()
    expect(found.reviewers).toBeGreaterThan(1)
    const shareWith = (reviewers: number) =>
      followFlags(RUN, withReviewers(policy, reviewers), { replicates: 3 }).queue.within24Hours
    // Enough in each replicate with the most that one of them needs, in none with fewer than the least.
    expect(shareWith(found.interval[1]!).interval[0]).toBeGreaterThanOrEqual(0.95)
    expect(shareWith(found.interval[0]! - 1).interval[1]).toBeLessThan(0.95)
  })

  it("refuses hours that nothing within the horizon has, as the search for the cheapest does", () => {
    const workload = { accountsPerDay: 60, secondsPerReview: 60 }
    const policy = policyOf(
      { review: 0.2 },
      { workload, enforcement: { horizonDays: 1 }, costs: COSTS, review: { hoursPerDay: 24 } },
    )
    const message = /below the horizon's 24 \(1 day\), got 24/
    expect(() => finish(staffing(RUN, policy, { replicates: 1 }))).toThrow(message)
    expect(() => finish(cheapest(RUN, policy, { ...FEW, hours: 24 }))).toThrow(message)
    const barely = { replicates: 2, target: { hours: 24 - 1e-9 } }
    expect(finish(staffing(RUN, policy, barely)).reviewers).toBeGreaterThan(0)
  })

  it("sets beside it what the formula says of those that come with so many, however few there are now", () => {
    const workload = { accountsPerDay: 60, secondsPerReview: 6000 }
    const staffed = (reviewers: number) =>
      policyOf({ review: 0.2 }, { workload, review: { ...PERFECT, reviewers, hoursPerDay: 8 } })
    const found = finish(staffing(RUN, staffed(0), { replicates: 1 }))
    expect(found).toEqual(finish(staffing(RUN, staffed(1000), { replicates: 1 })))
    const comingWith = (reviewers: number) => {
      const { arrivals } = followFlags(RUN, staffed(reviewers), { replicates: 1 }).queue.perDay
      return arrivals.value.reduce((sum, day) => sum + day, 0) / arrivals.value.length
    }
    const formula = (reviewers: number) =>
      guessReviewers(
        { arrivalsPerDay: comingWith(reviewers), secondsPerReview: 6000 },
        DEFAULT_TARGET,
        staffed(0).review,
      )
    expect(found.byFormula).toBe(formula(found.reviewers!))
    // Whoever is not decided is not flagged again.
    expect(found.byFormula).toBeGreaterThan(formula(0))
  })

  it("says over how many days it holds, and that arrivals still grow where accounts come back", () => {
    const workload = { accountsPerDay: 200, secondsPerReview: 60 }
    const found = (recheckDays: number) => {
      const enforcement = { recheckDays, horizonDays: 21 }
      return finish(staffing(RUN, policyOf({ review: 0.2 }, { workload, enforcement }), { replicates: 6 }))
    }
    const [often, never] = [found(7), found(365)]
    expect([often.days, often.arrivals.stillGrow, never.arrivals.stillGrow]).toEqual([21, true, false])
    expect(often.arrivals.last).toBeGreaterThan(1.5 * often.arrivals.first)
    expect(never.arrivals.last).toBeLessThan(1.2 * never.arrivals.first)
  })

  it("leaves out the rule that would answer for people", () => {
    const workload = { accountsPerDay: 60, secondsPerReview: 6000 }
    const policy = policyOf({ review: 0.2 }, { workload })
    const automated = policyOf(
      { review: 0.2 },
      { workload, review: { overflow: { hours: 1, actFrom: 0.5 } } },
    )
    const options = { replicates: 2 }
    expect(finish(staffing(RUN, automated, options))).toEqual(finish(staffing(RUN, policy, options)))
  })
})
