/**
 * Follows every flag of a policy on a run to its end, through tiers, review, enforcement and appeals, on as many
 * replicates as are asked for, and tells what became of people, of the queue and of the money.
 */
import { AI_MANAGED, AUTHENTIC } from "../definition.ts"
import type { Policy } from "../policy.ts"
import { candidatesOf, drawArrivals } from "./arrivals.ts"
import { dailyOf, estimateOf } from "./bands.ts"
import { ALL, isRowTooSmall } from "./cohort-rows.ts"
import {
  ACCOUNT_OUTCOMES,
  COST_PARTS,
  type CohortFunnel,
  type Consequences,
  type CostReport,
  ENDS,
  type FunnelRow,
  type QueueReport,
  STEPS,
} from "./consequences.ts"
import { type Figures, followOnce, rowAt } from "./figures.ts"
import {
  DEFAULT_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  type FollowOptions,
  finish,
  type Steps,
} from "./following.ts"
import { stillGrows } from "./growth.ts"
import { isCap, limitsOf } from "./limits.ts"
import { type Platform, platformOf } from "./platform.ts"
import { ACCOUNT_COLUMNS, DAYS_COLUMN, END_COLUMNS, STEP_COLUMNS } from "./tally.ts"

/**
 * A step a replicate. A PolicyError when the run has no account of a class that the policy's prevalence wants, or when
 * reviewers cannot agree as little as the policy says.
 */
export function* followingFlags(
  input: FollowInput,
  policy: Policy,
  { seed = DEFAULT_SEED, replicates = DEFAULT_REPLICATES }: FollowOptions = {},
): Steps<Consequences> {
  const platform = platformOf(input, policy)
  const candidates = candidatesOf(platform, [policy])
  const limits = limitsOf(platform, policy.caps, {})
  const figures: Figures[] = []
  while (figures.length < replicates) {
    const arrivals = drawArrivals(platform, candidates, seed, figures.length)
    figures.push(followOnce(platform, policy, candidates, arrivals, seed))
    yield figures.length / replicates
  }
  return {
    days: platform.days,
    replicates,
    seed,
    accountsPerDay: platform.accountsPerDay,
    prevalence: platform.prevalence,
    queue: queueReport(policy, figures),
    funnel: funnelOf(platform, figures, ALL, "all"),
    cohorts: platform.rows.kinds.map(({ kind, first, names }) => ({
      kind,
      rows: names.map((name, cohort) => funnelOf(platform, figures, first + cohort, name)),
    })),
    wrongfulDays: estimateOf(figures.map(({ short }) => short.wrongfulDays)),
    hoursToAction: estimateOf(figures.map(({ hoursToAction }) => hoursToAction)),
    cost: costReport(figures),
    brokenCaps: limits.broken(figures.map(limits.measure)).filter(isCap),
  }
}

/** All of it at once. */
export const followFlags = (input: FollowInput, policy: Policy, options: FollowOptions = {}): Consequences =>
  finish(followingFlags(input, policy, options))

/** null when the policy has no costs. */
export function costReport(figures: readonly Pick<Figures, "cost">[]): CostReport | null {
  const costs = figures.flatMap(({ cost }) => cost ?? [])
  if (costs.length === 0) return null
  return recordOf([...COST_PARTS, "total"], (part) => estimateOf(costs.map((cost) => cost[part])))
}

function queueReport({ review, enforcement }: Policy, figures: readonly Figures[]): QueueReport {
  const logs = figures.map(({ log }) => log)
  const paidHours = review.reviewers * review.hoursPerDay
  const hoursOf = (which: "median" | "p90" | "p95") => estimateOf(figures.map(({ hours }) => hours[which]))
  return {
    perDay: {
      arrivals: dailyOf(logs.map(({ arrivals }) => arrivals)),
      decided: dailyOf(logs.map(({ decided }) => decided)),
      automated: dailyOf(logs.map(({ automated }) => automated)),
      backlog: dailyOf(logs.map(({ backlog }) => backlog)),
      oldestHours: dailyOf(logs.map(({ oldestHours }) => oldestHours)),
      utilisation: dailyOf(logs.map(({ workedHours }) => workedHours.map((hours) => hours / paidHours))),
    },
    hours: { median: hoursOf("median"), p90: hoursOf("p90"), p95: hoursOf("p95") },
    within24Hours: estimateOf(figures.map(({ short }) => short.within24Hours)),
    reviewerHours: estimateOf(figures.map(({ short }) => short.reviewerHours)),
    backlogGrows: stillGrows(
      logs.map(({ backlog }) => backlog),
      enforcement.recheckDays,
    ),
  }
}

function funnelOf(platform: Platform, figures: readonly Figures[], row: number, name: string): CohortFunnel {
  return {
    name,
    authentic: funnelRow(figures, row, AUTHENTIC),
    managed: funnelRow(figures, row, AI_MANAGED),
    isTooSmall: isRowTooSmall(platform.rows, row),
  }
}

function funnelRow(figures: readonly Figures[], row: number, label: number): FunnelRow {
  const place = row * 2 + label
  const column = (at: number) => estimateOf(figures.map(({ rows }) => rows[rowAt(row, label) + at]))
  return {
    judged: estimateOf(figures.map(({ judged }) => judged[place])),
    accounts: recordOf(ACCOUNT_OUTCOMES, (_, at) => column(ACCOUNT_COLUMNS + at)),
    steps: recordOf(STEPS, (_, at) => column(STEP_COLUMNS + at)),
    ends: recordOf(ENDS, (_, at) => column(END_COLUMNS + at)),
    restrictedDaysPer1000: estimateOf(
      figures.map(({ rows, judged }) => (1000 * rows[rowAt(row, label) + DAYS_COLUMN]) / judged[place]),
    ),
    daysUntilReinstated: estimateOf(figures.map((one) => one.daysUntilReinstated[place])),
  }
}

/** A record of one value a name. */
function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name, at: number) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name, at) => [name, value(name, at)])) as Record<Name, Value>
}
