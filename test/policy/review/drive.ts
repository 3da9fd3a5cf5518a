/** Drives a review queue as whoever follows flags would: cases arrive in time, decisions are collected. */
import {
  type Appeals,
  DEFAULT_APPEALS,
  DEFAULT_REVIEW,
  type Review,
} from "../../../src/core/policy/after-flag.ts"
import { createQueue } from "../../../src/core/policy/review/queue.ts"
import type { Decided, ReviewQueue, Waiting } from "../../../src/core/policy/review/queue-contract.ts"
import { exponential } from "../../../src/core/random/distributions.ts"
import { stream } from "../../../src/core/random/streams.ts"

export interface Arrival extends Waiting {
  readonly at: number
}

/** Around the clock, one opinion a case, in the order of arrival. */
export const PLAIN: Review = { ...DEFAULT_REVIEW, hoursPerDay: 24, dontKnow: 0, serviceTimes: "exponential" }

export function queueOf(
  review: Partial<Review> = {},
  { seed = "queue", secondsPerReview = 600, appeals = {} as Partial<Appeals> } = {},
): ReviewQueue {
  const settings = {
    review: { ...PLAIN, ...review },
    appeals: { ...DEFAULT_APPEALS, ...appeals },
    secondsPerReview,
  }
  return createQueue(settings, seed)
}

/** A flagged account; every other one is AI-managed. */
export const flag = (id: number, more: Partial<Waiting> = {}): Waiting => ({
  id,
  instance: id,
  risk: 0.5,
  followers: 100,
  isManaged: id % 2 === 0,
  kind: "flag",
  ...more,
})

/** Poisson arrivals over `days`; risks and followers differ. */
export function poissonArrivals(perDay: number, days: number, seed: string): Arrival[] {
  const random = stream(seed, "arrivals")
  const arrivals: Arrival[] = []
  for (let at = exponential(1 / perDay, random); at < days; at += exponential(1 / perDay, random))
    arrivals.push({
      ...flag(arrivals.length, { risk: random(), followers: Math.floor(1000 * random()) }),
      at,
    })
  return arrivals
}

/** All decisions up to `until`, those of the end included when it is Infinity. */
export function drive(queue: ReviewQueue, arrivals: readonly Arrival[], until = Infinity): Decided[] {
  const decided: Decided[] = []
  for (const { at, ...one } of arrivals) {
    collect(queue, at, decided)
    queue.arrive(one, at)
  }
  collect(queue, until, decided)
  return decided
}

export function collect(queue: ReviewQueue, until: number, into: Decided[] = []): Decided[] {
  for (let one = queue.next(until); one !== null; one = queue.next(until)) into.push(one)
  return into
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
