/**
 * The hours of the day that reviewers work. Times are in days since the policy's first midnight, which lies within a
 * shift when one runs past midnight: the days before were like those after. Work that a shift's end interrupts is carried
 * over: the same reviewer goes on with it when the next shift begins, and it counts as begun all the while.
 */
import type { Review } from "../after-flag.ts"

export interface Shift {
  isOpen(at: number): boolean
  /** When the first shift after `at` begins. */
  nextStart(at: number): number
  /** Days of work of one reviewer up to `at`; only differences mean anything. */
  staffed(at: number): number
  /** When `days` of work are done that begin at `at`, within a shift. */
  done(at: number, days: number): number
}

const ALWAYS: Shift = {
  isOpen: () => true,
  nextStart: (at) => at,
  staffed: (at) => at,
  done: (at, days) => at + days,
}

/** `startsAt` in hours of the day, [0, 24); `hoursPerDay` in (0, 24], and 24 hours have no beginning and no end. */
export function shiftOf({ startsAt, hoursPerDay }: Pick<Review, "startsAt" | "hoursPerDay">): Shift {
  if (hoursPerDay === 24) return ALWAYS
  const first = startsAt / 24
  const length = hoursPerDay / 24
  const startOf = (day: number) => day + first
  /** The day whose shift began last: compared as `startOf` rounds, so that a shift's beginning is within it. */
  const dayOf = (at: number) => {
    const day = Math.floor(at - first)
    if (startOf(day) > at) return day - 1
    return startOf(day + 1) <= at ? day + 1 : day
  }
  return {
    isOpen: (at) => at < startOf(dayOf(at)) + length,
    nextStart: (at) => startOf(dayOf(at) + 1),
    staffed(at) {
      const day = dayOf(at)
      return day * length + Math.min(length, at - startOf(day))
    },
    done(at, days) {
      const day = dayOf(at)
      const rest = days - (startOf(day) + length - at)
      if (rest <= 0) return at + days
      const whole = Math.ceil(rest / length) - 1
      return startOf(day + 1 + whole) + (rest - whole * length)
    },
  }
}
