/** One flag on its way: what was ordered, since when, and which steps it passed. */
import type { Action } from "../after-flag.ts"
import { STEPS, type Step } from "./consequences.ts"

export interface Flag {
  /** What the queue calls it; the same under every policy. */
  readonly id: number
  /** The platform account, an index into Arrivals. */
  readonly place: number
  /** How many flags the account had before. */
  readonly ordinal: number
  /** Days since the policy's first. */
  readonly at: number
  /** Bits by STEPS. */
  steps: number
  action: Action
  /** When the action took, or takes, effect, and when it ends by itself; NaN without one. */
  from: number
  until: number
  /** When the action is appealed; NaN when it is not. */
  appealAt: number
  hasComplied: boolean
  /** Whether the action followed a finding. */
  isStrike: boolean
}

export const stepBit = (step: Step) => 1 << STEPS.indexOf(step)

export const FLAGGED = stepBit("flagged")
export const SENT_TO_REVIEW = stepBit("sent-to-review")
export const REVIEWED = stepBit("reviewed")
export const ACTED_ON = stepBit("acted-on")
export const APPEALED = stepBit("appealed")
export const REINSTATED = stepBit("reinstated")
