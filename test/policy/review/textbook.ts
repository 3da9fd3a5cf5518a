/**
 * What textbooks say of a queue in a steady state, for the simulated one to be held against: Erlang's C formula for
 * exponential times (M/M/c), Pollaczek and Khinchine's for one reviewer and any times (M/G/1; Kleinrock 1975,
 * "Queueing Systems" I, sections 3.5 and 5.6).
 */
import type { ServiceTimes } from "../../../src/core/policy/after-flag.ts"
import { LOG_SD } from "../../../src/core/policy/review/chance.ts"
import {
  loadOf,
  meanOfThoseWhoWait,
  shareThatWaits,
  type Traffic,
} from "../../../src/core/policy/review/erlang.ts"

/** In a steady state. All of it is Infinity, and `waits` 1, for reviewers with as much work as time or more. */
export interface Waits {
  /** Share in [0, 1] of cases that find nobody free. */
  readonly waits: number
  /** Cases that nobody has begun, mean. */
  readonly waiting: number
  /** Days until somebody begins, mean. */
  readonly days: number
}

const SECONDS_PER_DAY = 86_400

/** M/M/c: exponential times. */
export function waitsOf(traffic: Traffic): Waits {
  const waits = shareThatWaits(traffic)
  const days = waits === 0 ? 0 : waits * meanOfThoseWhoWait(traffic)
  return { waits, waiting: traffic.arrivalsPerDay * days, days }
}

/** M/G/1: days until the one reviewer begins, mean, with that distribution of times. Infinity with a load of 1 or more. */
export function waitOfOne(traffic: Omit<Traffic, "reviewers">, times: ServiceTimes): number {
  const load = loadOf(traffic)
  const mean = traffic.secondsPerReview / SECONDS_PER_DAY
  return load < 1 ? ((1 + SPREAD[times]) / 2) * ((load * mean) / (1 - load)) : Number.POSITIVE_INFINITY
}

/** Squared coefficients of variation. */
const SPREAD: Readonly<Record<ServiceTimes, number>> = {
  exponential: 1,
  lognormal: Math.exp(LOG_SD * LOG_SD) - 1,
  fixed: 0,
}
