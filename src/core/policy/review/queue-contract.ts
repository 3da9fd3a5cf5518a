/**
 * The review queue as whoever drives it sees it: accounts and appeals arrive, decisions come out. Times are in days
 * since the policy's first; the driver keeps the clock.
 */
import type { Decision } from "./decision.ts"

/** One case before a reviewer. */
export interface Waiting {
  /** The driver's own number, given back with the decision. */
  readonly id: number
  /** The account of the run that it is about: the same one fools, or does not fool, every reviewer alike. */
  readonly instance: number
  /** In [0, 1]; NaN for an account that only reports brought. */
  readonly risk: number
  readonly followers: number
  /** What the account is by the policy's definition: reviewers err about it, they do not read it. */
  readonly isManaged: boolean
  readonly kind: "flag" | "appeal"
}

export interface Decided {
  readonly id: number
  /** Days. */
  readonly at: number
  /** Days in which nobody had begun. */
  readonly waited: number
  /** Decided by people, or by the rule for an overflowing queue. */
  readonly by: "reviewers" | "overflow"
  readonly decision: Decision
  /** Reviewers who looked; 0 for the rule. */
  readonly opinions: number
  /** Seconds of reviewers' work. */
  readonly seconds: number
}

export interface ReviewQueue {
  /** Calls must come in the order of time. */
  arrive(one: Waiting, at: number): void
  /** The next decision that falls at or before `until`, and the queue's clock moves there; null when there is none. */
  next(until: number): Decided | null
  /** Cases that nobody has begun. */
  readonly waiting: number
  /** Days since the arrival of the oldest of them; 0 without any. */
  oldest(at: number): number
  /** Seconds of work done so far. */
  readonly busySeconds: number
  /** Ids of all cases without a decision yet, in work or waiting. */
  unfinished(): readonly number[]
}
