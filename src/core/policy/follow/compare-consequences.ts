/** Two policies on one run, replicate by replicate: the same accounts, the same reviewers, the same luck. */

import { PolicyError } from "../../errors.ts"
import { isSignificant } from "../../evaluation/comparison/verdict.ts"
import type { Policy } from "../policy.ts"
import { candidatesOf, drawArrivals } from "./arrivals.ts"
import { estimateOf } from "./bands.ts"
import { type Figures, followOnce } from "./figures.ts"
import {
  DEFAULT_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  type FollowOptions,
  horizonOf,
  type Steps,
} from "./following.ts"
import { platformOf } from "./platform.ts"
import {
  COMPARED_CONSEQUENCES,
  type ComparedConsequence,
  type ConsequencesComparison,
  type ConsequencesDifference,
} from "./points.ts"

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
    return { policy, platform, candidates: candidatesOf(platform, [a, b]), values: [] as Values[] }
  })
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (const { policy, platform, candidates, values } of sides) {
      const arrivals = drawArrivals(platform, candidates, seed, replicate)
      values.push(valuesOf(followOnce(platform, policy, candidates, arrivals, seed)))
    }
    yield (replicate + 1) / replicates
  }
  const [first, second] = sides.map(({ values }) => values)
  return {
    days,
    replicates,
    differences: COMPARED_CONSEQUENCES.map((figure) => differenceOf(figure, first, second)),
  }
}

type Values = Readonly<Record<ComparedConsequence, number>>

const valuesOf = ({ short, hoursToAction, cost }: Figures): Values => ({
  ...short,
  hoursToAction,
  cost: cost?.total ?? Number.NaN,
})

function differenceOf(
  figure: ComparedConsequence,
  a: readonly Values[],
  b: readonly Values[],
): ConsequencesDifference {
  const difference = estimateOf(a.map((values, replicate) => b[replicate][figure] - values[figure]))
  return {
    figure,
    a: estimateOf(a.map((values) => values[figure])),
    b: estimateOf(b.map((values) => values[figure])),
    difference,
    significant: isSignificant(difference.interval),
  }
}
