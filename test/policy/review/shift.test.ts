import { describe, expect, it } from "vitest"
import { shiftOf } from "../../../src/core/policy/review/shift.ts"

/** The second: a moment before it begins on day 9, what is left without its hour rounds to that day's midnight. */
const SHIFTS = [0, 72 * 2 ** -50, 0.1, 5.3, 9, 13.7, 23.9].flatMap((startsAt) =>
  [0.3, 8, 23.5].map((hoursPerDay) => ({ startsAt, hoursPerDay })),
)
const DAYS = Array.from({ length: 40 }, (_, day) => day)

describe("a shift", () => {
  it("is open from its very beginning and no moment before, however times round", () => {
    for (const one of SHIFTS) {
      const shift = shiftOf(one)
      for (const day of DAYS) {
        const start = shift.nextStart(day)
        const before = start - start * 2 ** -53
        expect(start).toBeGreaterThan(day)
        expect(start - day).toBeLessThanOrEqual(1)
        expect([shift.isOpen(before), shift.isOpen(start)]).toEqual([false, true])
        expect(shift.nextStart(before)).toBe(start)
        expect(shift.staffed(before)).toBeCloseTo(shift.staffed(start), 12)
        expect(shift.nextStart(start)).toBeCloseTo(start + 1, 12)
      }
    }
  })

  it("has its hours in any day, and does work at the rate of one", () => {
    for (const one of SHIFTS) {
      const shift = shiftOf(one)
      for (const day of DAYS) {
        expect(24 * (shift.staffed(day + 1) - shift.staffed(day))).toBeCloseTo(one.hoursPerDay, 9)
        const start = shift.nextStart(day)
        for (const days of [0, 0.01, 0.4, 2.5])
          expect(shift.staffed(shift.done(start, days)) - shift.staffed(start)).toBeCloseTo(days, 9)
      }
    }
  })

  it("ends with work that fills it, and does not wait for the next", () => {
    const shift = shiftOf({ startsAt: 12, hoursPerDay: 6 })
    expect([0.25, 0.5, 0.75].map((days) => shift.done(0.5, days))).toEqual([0.75, 1.75, 2.75])
    expect(shift.isOpen(0.75)).toBe(false)
  })

  it("of 24 hours never ends", () => {
    const shift = shiftOf({ startsAt: 9, hoursPerDay: 24 })
    expect([
      shift.isOpen(0),
      shift.isOpen(8.999 / 24),
      shift.staffed(3) - shift.staffed(1),
      shift.done(1, 2.5),
    ]).toEqual([true, true, 2, 3.5])
  })
})
