/** The limits that a policy's settings are held to: false-positive caps by cohort, and hours until an answer. */
import type { Cap } from "../../evaluation/caps.ts"
import { isTooSmall } from "../../evaluation/intervals.ts"
import { AUTHENTIC } from "../definition.ts"
import { estimateOf } from "./bands.ts"
import { type Figures, shareOf } from "./figures.ts"
import type { Platform } from "./platform.ts"
import type { Limit } from "./points.ts"

/** A limit on hours is kept when this share of the flags is decided within them. */
export const SHARE_IN_TIME = 0.95

/** What is kept of a replicate to hold it against the limits: the rates in the order of the caps. */
export interface LimitFigures {
  readonly rates: readonly number[]
  readonly shareInTime: number
}

export interface Limits {
  readonly caps: readonly Cap[]
  /** Caps of cohorts with fewer than 100 authentic accounts in the run, or that it does not have. */
  readonly unjudged: readonly Cap[]
  measure(figures: Figures): LimitFigures
  /** Those whose mean over the replicates is beyond the limit. */
  broken(replicates: readonly LimitFigures[]): Limit[]
}

/** `hours`: within which flags are to be decided; null for no such limit. */
export function limitsOf({ rows }: Platform, caps: readonly Cap[], hours: number | null): Limits {
  const placed = caps.map((cap) => {
    const kind = rows.kinds.find((one) => one.kind === cap.kind)!
    const cohort = kind.names.indexOf(cap.name)
    const row = kind.first + cohort
    return { cap, row, isJudged: cohort >= 0 && !isTooSmall(rows.accounts[row * 2 + AUTHENTIC]) }
  })
  const held = placed.filter(({ isJudged }) => isJudged)
  return {
    caps: held.map(({ cap }) => cap),
    unjudged: placed.filter(({ isJudged }) => !isJudged).map(({ cap }) => cap),
    measure: (figures) => ({
      rates: held.map(({ row }) => shareOf(figures, row, AUTHENTIC, "acted-on")),
      shareInTime: hours === null ? Number.NaN : figures.log.shareWithin(hours),
    }),
    broken(replicates) {
      const limits = held.flatMap(({ cap }, at): Limit[] => {
        const rate = estimateOf(replicates.map(({ rates }) => rates[at]))
        return rate.value > cap.maxFpr ? [{ kind: "cap", cap, rate }] : []
      })
      if (hours === null) return limits
      const shareInTime = estimateOf(replicates.map((one) => one.shareInTime))
      // Without any flags nobody waits.
      return shareInTime.value < SHARE_IN_TIME ? [...limits, { kind: "hours", hours, shareInTime }] : limits
    },
  }
}
