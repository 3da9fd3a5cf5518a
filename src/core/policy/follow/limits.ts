/** The limits that a policy's settings are held to: who is wrongly acted on, hours until an answer, and who still waits. */
import type { Cap } from "../../evaluation/caps.ts"
import { isTooSmall } from "../../evaluation/intervals.ts"
import { AUTHENTIC } from "../definition.ts"
import { estimateOf } from "./bands.ts"
import { type Figures, shareOf } from "./figures.ts"
import type { Platform } from "./platform.ts"
import type { BrokenCap, Limit } from "./points.ts"

/** A limit on hours is kept when this share of the flags is decided within them. */
export const SHARE_IN_TIME = 0.95

/** What settings are held to beside a policy's caps; null, or left out, for no such limit. */
export interface FurtherLimits {
  /** 95 % of the flags are to be decided within so many hours, above 0. */
  readonly hours?: number | null
  /** Share of the judged authentic accounts that may be acted on, in (0, 1). */
  readonly mostActedOn?: number | null
  /** Flags and appeals that may be without a decision at the end, 0 or more. */
  readonly mostWaiting?: number | null
}

/** What is kept of a replicate to hold it against the limits: the rates in the order of the caps. */
export interface LimitFigures {
  readonly rates: readonly number[]
  readonly actedOn: number
  readonly shareInTime: number
  readonly backlog: number
}

export interface Limits {
  readonly caps: readonly Cap[]
  /** Caps of cohorts with fewer than 100 authentic accounts in the run, or that it does not have. */
  readonly unjudged: readonly Cap[]
  measure(figures: Figures): LimitFigures
  /** All of them, with the mean over the replicates. */
  found(replicates: readonly LimitFigures[]): Limit[]
  /** Those whose mean is beyond the limit. */
  broken(replicates: readonly LimitFigures[]): Limit[]
}

export function limitsOf(
  { rows }: Platform,
  caps: readonly Cap[],
  { hours = null, mostActedOn = null, mostWaiting = null }: FurtherLimits,
): Limits {
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
      actedOn: figures.short.falsePositiveRate,
      shareInTime: hours === null ? Number.NaN : figures.log.shareInTime(hours),
      backlog: figures.short.backlog,
    }),
    found(replicates) {
      const meanOf = (of: (one: LimitFigures) => number) => estimateOf(replicates.map(of))
      const limits = held.map(
        ({ cap }, at): Limit => ({ kind: "cap", cap, rate: meanOf((one) => one.rates[at]) }),
      )
      if (mostActedOn !== null)
        limits.push({ kind: "acted-on", most: mostActedOn, rate: meanOf((one) => one.actedOn) })
      if (hours !== null) limits.push({ kind: "hours", hours, shareInTime: meanOf((one) => one.shareInTime) })
      if (mostWaiting !== null)
        limits.push({ kind: "waiting", most: mostWaiting, backlog: meanOf((one) => one.backlog) })
      return limits
    },
    broken(replicates) {
      // Without any flags nobody waits: what is no number breaks nothing.
      return this.found(replicates).filter((limit) => excessOf(limit) > 0)
    },
  }
}

/**
 * How far beyond a limit its figure is, as a share of what is allowed: 0.5 for 3 % acted on where 2 % may be, or for
 * 7.5 % decided too late where 5 % may be. NaN for a figure that is none.
 */
export function excessOf(limit: Limit): number {
  switch (limit.kind) {
    case "cap":
      return limit.rate.value / limit.cap.maxFpr - 1
    case "acted-on":
      return limit.rate.value / limit.most - 1
    case "hours":
      return (SHARE_IN_TIME - limit.shareInTime.value) / (1 - SHARE_IN_TIME)
    case "waiting":
      return (limit.backlog.value - limit.most) / Math.max(1, limit.most)
  }
}

/** By the limit that it is furthest beyond; 0 where none is broken. */
export const worstExcess = (broken: readonly Limit[]): number => Math.max(0, ...broken.map(excessOf))

export const isCap = (limit: Limit): limit is BrokenCap => limit.kind === "cap"
