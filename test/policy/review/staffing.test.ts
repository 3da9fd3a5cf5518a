import { describe, expect, it } from "vitest"
import {
  DEFAULT_TARGET,
  guessReviewers,
  leastReviewers,
  shareInReach,
  staffingOf,
} from "../../../src/core/policy/review/staffing.ts"
import { drive, poissonArrivals, queueOf } from "./drive.ts"

/** Enough from `least` on; notes who was asked. */
function stairs(least: number) {
  const asked: number[] = []
  const share = (reviewers: number) => {
    asked.push(reviewers)
    return reviewers >= least ? 0.96 : 0.9
  }
  return { asked, share }
}

describe("the least number of reviewers", () => {
  it("is found from any guess, in few steps", () => {
    for (const least of [0, 1, 2, 7, 64, 999, 1000])
      for (const guess of [0, 1, 5, 64, 990, 1000, 5000]) {
        const { asked, share } = stairs(least)
        expect(leastReviewers(share, { share: 0.95, most: 1000 }, guess)).toBe(least)
        expect(asked.length).toBeLessThanOrEqual(
          2 * Math.log2(2 + Math.abs(Math.min(guess, 1000) - least)) + 2,
        )
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.every((one) => one >= 0 && one <= 1000)).toBe(true)
      }
  })

  it("is none when the most is not enough, and 0 where nobody comes", () => {
    expect(leastReviewers(stairs(101).share, { share: 0.95, most: 100 }, 3)).toBeNull()
    expect(leastReviewers(() => Number.NaN, DEFAULT_TARGET, 3)).toBe(0)
  })

  it("answers in a day what the queue, simulated with one fewer, does not", () => {
    const traffic = { arrivalsPerDay: 2000, secondsPerReview: 60 }
    const shift = { hoursPerDay: 8 }
    const arrivals = poissonArrivals(traffic.arrivalsPerDay, 4, "staffing")
    const due = arrivals.filter(({ at }) => at <= 3).length
    const share = (reviewers: number) => {
      const decided = drive(queueOf({ ...shift, reviewers }, { secondsPerReview: 60 }), arrivals, 4)
      const inTime = decided.filter(({ id, at }) => arrivals[id].at <= 3 && at - arrivals[id].at <= 1)
      return inTime.length / due
    }
    const guess = guessReviewers(traffic, DEFAULT_TARGET, shift)
    const least = leastReviewers(share, DEFAULT_TARGET, guess)!
    expect(share(least)).toBeGreaterThanOrEqual(0.95)
    expect(share(least - 1)).toBeLessThan(0.95)
    // 2,000 minutes of work a day, 480 of a shift.
    expect(guess).toBe(5)
    expect(Math.abs(least - guess)).toBeLessThanOrEqual(1)
  })
})

describe("staffing", () => {
  const target = { share: 0.95, hours: 24, most: 50 }

  it("takes what is enough in half of the replicates, and in nearly none and nearly all", () => {
    const least = Array.from({ length: 40 }, (_, k) => 40 - k)
    expect(staffingOf(least, target, { hoursPerDay: 8 })).toEqual({
      ...target,
      replicates: 40,
      reviewers: 20,
      interval: [1, 39],
      mostlyEnough: 38,
      reached: 40,
      shareInReach: 1,
      why: null,
    })
    expect(staffingOf([4], target, { hoursPerDay: 8 })).toMatchObject({ reviewers: 4, interval: [4, 4] })
  })

  it("says where the most is not enough, in some replicates or in most", () => {
    expect(staffingOf([3, 4, null], target, { hoursPerDay: 8 })).toMatchObject({
      reviewers: 4,
      interval: [3, null],
      reached: 2,
      why: null,
    })
    expect(staffingOf([3, null, null], target, { hoursPerDay: 8 })).toMatchObject({
      reviewers: null,
      interval: [3, null],
      reached: 1,
      why: "most",
    })
  })

  it("tells a shift that is too short for the target from too few reviewers", () => {
    const hasty = { ...target, hours: 4 }
    expect(staffingOf([null, null], hasty, { hoursPerDay: 8 })).toMatchObject({
      shareInReach: 0.5,
      why: "shift",
    })
    expect(staffingOf([null, null], hasty, { hoursPerDay: 20 })).toMatchObject({
      shareInReach: 1,
      why: "most",
    })
    const arrivals = poissonArrivals(1000, 6, "hasty")
    const decided = drive(queueOf({ reviewers: 500, hoursPerDay: 8 }, { secondsPerReview: 1 }), arrivals)
    const inTime = decided.filter(({ id, at }) => at - arrivals[id].at <= 4 / 24).length / arrivals.length
    expect(inTime).toBeCloseTo(shareInReach(hasty, 8), 1)
  })

  it("begins its search above the load, and not above the most", () => {
    const traffic = { arrivalsPerDay: 86_400, secondsPerReview: 10 }
    expect(guessReviewers(traffic, { share: 0.95, hours: 24, most: 1000 }, { hoursPerDay: 24 })).toBe(11)
    expect(guessReviewers(traffic, { share: 0.95, hours: 24, most: 1000 }, { hoursPerDay: 6 })).toBe(41)
    expect(
      guessReviewers(traffic, { share: 0.95, hours: 0.001, most: 1000 }, { hoursPerDay: 24 }),
    ).toBeGreaterThan(11)
    expect(guessReviewers(traffic, { share: 0.95, hours: 24, most: 7 }, { hoursPerDay: 24 })).toBe(7)
    expect(guessReviewers({ ...traffic, arrivalsPerDay: 0 }, target, { hoursPerDay: 8 })).toBe(1)
  })
})
