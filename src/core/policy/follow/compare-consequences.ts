/** Two policies on one run, replicate by replicate: the same accounts, the same reviewers, the same luck. */

import { PolicyError } from "../../errors.ts"
import { isSignificant } from "../../evaluation/comparison/verdict.ts"
import { AI_MANAGED, AUTHENTIC } from "../definition.ts"
import type { Policy } from "../policy.ts"
import { candidatesOf, drawArrivals } from "./arrivals.ts"
import { estimateOf, meanOf } from "./bands.ts"
import { isRowTooSmall } from "./cohort-rows.ts"
import type { AccountOutcome } from "./consequences.ts"
import { type Figures, followOnce, outcomeColumn, rowAt } from "./figures.ts"
import {
  DEFAULT_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  type FollowOptions,
  horizonOf,
  type Steps,
} from "./following.ts"
import { type Platform, platformOf } from "./platform.ts"
import {
  COMPARED_CONSEQUENCES,
  type CohortDifference,
  type ComparedConsequence,
  type ConsequencesComparison,
  type PairedEstimate,
} from "./points.ts"
import { DAYS_COLUMN } from "./tally.ts"

/**
 * A step a replicate. Policies with the same definition, prevalence and accounts a day meet the same platform accounts;
 * others meet what the same draws make of theirs. A PolicyError when they are followed for different numbers of days, or
 * as of `followingFlags`.
 */
export function* compareConsequences(
  input: FollowInput,
  a: Policy,
  b: Policy,
  { seed = DEFAULT_SEED, replicates = DEFAULT_REPLICATES }: FollowOptions = {},
): Steps<ConsequencesComparison> {
  const days = horizonOf(input, a)
  if (days !== horizonOf(input, b))
    throw new PolicyError([
      `enforcement.horizonDays must be the same in both policies, got ${days} and ${horizonOf(input, b)}`,
    ])
  const sides = [a, b].map((policy) => {
    const platform = platformOf(input, policy)
    return {
      policy,
      platform,
      candidates: candidatesOf(platform, [a, b]),
      values: [] as Values[],
      rows: [] as Rows[],
    }
  })
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (const { policy, platform, candidates, values, rows } of sides) {
      const arrivals = drawArrivals(platform, candidates, seed, replicate)
      const figures = followOnce(platform, policy, candidates, arrivals, seed)
      values.push(valuesOf(figures))
      rows.push(rowsOf(figures, platform))
    }
    yield (replicate + 1) / replicates
  }
  const [first, second] = sides
  return {
    days,
    replicates,
    differences: COMPARED_CONSEQUENCES.map((figure) => ({
      figure,
      ...pairedBy((values: Values) => values[figure], first.values, second.values),
    })),
    cohorts: first.platform.rows.kinds.map(({ kind, names, first: from }) => ({
      kind,
      rows: names
        .map((name, at) => cohortDifference(name, from + at, first, second))
        .filter(({ actedOn, caught }) => !Number.isNaN(actedOn.a.value) || !Number.isNaN(caught.a.value)),
    })),
  }
}

type Values = Readonly<Record<ComparedConsequence, number>>

const valuesOf = ({ short, hoursToAction, cost }: Figures): Values => ({
  ...short,
  hoursToAction,
  cost: cost?.total ?? Number.NaN,
})

/** By the row of a cohort, of one replicate. */
interface Rows {
  readonly actedOn: Share
  readonly caught: Share
  readonly restrictedDaysPer1000: Float64Array
}

interface Share {
  readonly met: Float64Array
  readonly judged: Float64Array
}

function rowsOf({ rows, judged }: Figures, { rows: { count } }: Platform): Rows {
  const byRow = (figure: (row: number) => number) =>
    Float64Array.from({ length: count }, (_, row) => figure(row))
  const share = (label: number, outcome: AccountOutcome): Share => ({
    met: byRow((row) => rows[rowAt(row, label) + outcomeColumn(outcome)]),
    judged: byRow((row) => judged[row * 2 + label]),
  })
  return {
    actedOn: share(AUTHENTIC, "acted-on"),
    caught: share(AI_MANAGED, "caught"),
    restrictedDaysPer1000: byRow((row) => {
      const accounts = judged[row * 2 + AUTHENTIC]
      return accounts > 0 ? (1000 * rows[rowAt(row, AUTHENTIC) + DAYS_COLUMN]) / accounts : Number.NaN
    }),
  }
}

interface Side {
  readonly platform: Platform
  readonly rows: readonly Rows[]
}

function cohortDifference(name: string, row: number, a: Side, b: Side): CohortDifference {
  const isTooSmall = isRowTooSmall(a.platform.rows, row)
  const judged = (paired: PairedEstimate) => (isTooSmall ? { ...paired, significant: false } : paired)
  const share = (figure: "actedOn" | "caught") => judged(pairedShares(row, figure, a.rows, b.rows))
  return {
    name,
    actedOn: share("actedOn"),
    restrictedDaysPer1000: judged(
      pairedBy(({ restrictedDaysPer1000 }: Rows) => restrictedDaysPer1000[row], a.rows, b.rows),
    ),
    caught: share("caught"),
    isTooSmall,
  }
}

/** As the funnel tells a share: of all accounts that any replicate judged, so that one with few of the cohort weighs little. */
function pairedShares(
  row: number,
  figure: "actedOn" | "caught",
  a: readonly Rows[],
  b: readonly Rows[],
): PairedEstimate {
  const paired = pairedBy((rows: Rows) => rows[figure].met[row] / rows[figure].judged[row], a, b)
  const [of, on] = [a, b].map((replicates) => {
    const mean = (what: keyof Share) => meanOf(replicates.map((rows) => rows[figure][what][row]))
    return mean("met") / mean("judged")
  })
  return {
    ...paired,
    a: { ...paired.a, value: of },
    b: { ...paired.b, value: on },
    difference: { ...paired.difference, value: on - of },
  }
}

/** The band between fewer replicates is too narrow to go by. */
const LEAST_TO_JUDGE = 20

function pairedBy<Found>(
  figure: (found: Found) => number,
  a: readonly Found[],
  b: readonly Found[],
): PairedEstimate {
  const difference = estimateOf(a.map((found, replicate) => figure(b[replicate]) - figure(found)))
  return {
    a: estimateOf(a.map(figure)),
    b: estimateOf(b.map(figure)),
    difference,
    significant: a.length >= LEAST_TO_JUDGE && isSignificant(difference.interval),
  }
}
