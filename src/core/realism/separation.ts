/** How well one number an account tells AI-managed accounts from authentic ones: area under the ROC curve. */
import { bootstrapAuc, createScoreIndex, rocAuc } from "../evaluation/index.ts"
import type { LeakageInterval, Separation } from "./leakage-report.ts"

export interface SeparationInput {
  /** One an account; NaN is missing. */
  readonly value: Float32Array
  /** 1 for AI-managed, 0 for authentic. */
  readonly label: Uint8Array
  /** Names the stream of bootstrap draws. */
  readonly seed: string
}

/** Fewer accounts of a class than this are too few to judge a separation by. */
export const LEAST_OF_CLASS = 20

/** Area for "higher is AI-managed"; nothing but the count where too few have the number. */
export function separate({ value, label, seed }: SeparationInput): Separation {
  const index = createScoreIndex(value, label)
  if (Math.min(index.managed, index.authentic) < LEAST_OF_CLASS)
    return { auc: null, interval: null, judged: index.judged }
  return { auc: rocAuc(index), interval: bootstrapAuc(index, { seed }), judged: index.judged }
}

/** A separation in whichever direction is the better one. */
export function folded(found: Separation): Separation & { readonly direction: "high" | "low" | null } {
  const { auc, interval } = found
  if (auc === null || interval === null) return { ...found, direction: null }
  if (auc >= 0.5) return { ...found, direction: "high" }
  const turned: LeakageInterval = [1 - interval[1], 1 - interval[0]]
  return { ...found, auc: 1 - auc, interval: turned, direction: "low" }
}
