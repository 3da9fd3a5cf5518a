/**
 * What queueing theory says of a queue around the clock with Poisson arrivals and no end: Erlang's C formula (1917) for
 * exponential times and any number of reviewers (M/M/c), Pollaczek and Khinchine's for one reviewer and any times (M/G/1).
 * Where they apply the simulated queue keeps to them; with shifts and bursts they are where a search begins.
 */
import type { ServiceTimes } from "../after-flag.ts"
import { LOG_SD } from "./chance.ts"

export interface Traffic {
  /** Poisson, 0 or more. */
  readonly arrivalsPerDay: number
  /** Mean of a case, 0 or more. */
  readonly secondsPerReview: number
  /** 1 or more. */
  readonly reviewers: number
}

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

/** Reviewers' worth of work that arrives (Erlang): each of them is busy for this over their number of the time. */
export const loadOf = ({ arrivalsPerDay, secondsPerReview }: Omit<Traffic, "reviewers">): number =>
  (arrivalsPerDay * secondsPerReview) / SECONDS_PER_DAY

/** M/M/c: exponential times. */
export function waitsOf(traffic: Traffic): Waits {
  const waits = shareThatWaits(traffic)
  const days = waits === 0 ? 0 : waits * meanOfThoseWhoWait(traffic)
  return { waits, waiting: traffic.arrivalsPerDay * days, days }
}

/** M/M/c: days within which a share `probability`, in [0, 1), of the cases is begun. */
export function waitQuantile(traffic: Traffic, probability: number): number {
  const surplus = Math.log(shareThatWaits(traffic)) - Math.log1p(-probability)
  return surplus > 0 ? surplus * meanOfThoseWhoWait(traffic) : 0
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

/** By Erlang's B formula, whose recursion loses no digits, for the share that a queue without room would turn away. */
function shareThatWaits(traffic: Traffic): number {
  const load = loadOf(traffic)
  if (load >= traffic.reviewers) return 1
  let lost = 1
  for (let reviewers = 1; reviewers <= traffic.reviewers; reviewers++)
    lost = (load * lost) / (reviewers + load * lost)
  return lost / (1 - (load / traffic.reviewers) * (1 - lost))
}

/** Days; the wait of those who wait is exponential. */
function meanOfThoseWhoWait(traffic: Traffic): number {
  const free = traffic.reviewers - loadOf(traffic)
  return free > 0 ? traffic.secondsPerReview / SECONDS_PER_DAY / free : Number.POSITIVE_INFINITY
}
