/**
 * Caps as a limit to other choices, kept again in every bootstrap draw.
 *
 * A draw says how many authentic accounts of each group of neighbouring scores it holds; which cohorts they are of is
 * drawn here, from the cohorts that the group is made of. Within a kind that is as if accounts were drawn one by one;
 * cohorts of different kinds are drawn apart from each other.
 */
import type { Random } from "../random/streams.ts"
import { binomial } from "./binomial.ts"
import { type CapNeed, type CapNeeds, placeOf } from "./caps.ts"
import type { Limit } from "./chosen-point.ts"
import type { CohortKind } from "./cohorts.ts"

/** Of the caps that can be judged. A draw keeps a cap by flagging at most the share of the cohort that the data may. */
export function limitOf(caps: CapNeeds): Limit {
  const judged = caps.needs.filter(({ allowed }) => allowed !== null)
  const kinds = [...new Set(judged.map(({ kind }) => kind))]
  return {
    atLeast: caps.threshold,
    inDraws(score) {
      const limits = kinds.map((kind) => {
        const { index } = caps.indices.get(kind)!
        const size = perGroup(score, (threshold) => index.confusionAt(threshold).falsePositives)
        return limitOfKind(cappedCohorts(caps, judged, kind, score), size)
      })
      return (drawnAuthentic, random) => Math.min(...limits.map((open) => open(drawnAuthentic, random)))
    },
  }
}

/** What of a kind's authentic accounts one cap is about. */
interface CappedCohort {
  /** Share of the cohort that may be flagged. */
  readonly share: number
  /** Accounts by group, on the data and in the present draw. */
  readonly size: Float64Array
  readonly drawn: Float64Array
}

function cappedCohorts(
  caps: CapNeeds,
  judged: readonly CapNeed[],
  kind: CohortKind,
  score: Float64Array,
): CappedCohort[] {
  const own = judged.filter((need) => need.kind === kind)
  return own.map((need) => {
    const { index, cohort } = placeOf(need, caps.indices)
    const size = perGroup(score, (threshold) => index.cohortConfusionAt(cohort, threshold).falsePositives)
    return { share: need.allowed! / need.authentic, size, drawn: size.slice() }
  })
}

/** Differences of a count that grows as the threshold falls from group to group. */
function perGroup(score: Float64Array, countAt: (threshold: number) => number): Float64Array {
  const flagged = score.map(countAt)
  return flagged.map((count, group) => count - (group > 0 ? flagged[group - 1] : 0))
}

/** `size`: authentic accounts of all cohorts by group. */
function limitOfKind(cohorts: readonly CappedCohort[], size: Float64Array) {
  return (drawnAuthentic: Float64Array, random: Random): number => {
    for (let group = 0; group < size.length; group++) {
      let toDraw = drawnAuthentic[group]
      let inLater = size[group]
      for (const cohort of cohorts) {
        const here = cohort.size[group]
        cohort.drawn[group] = toDraw > 0 && here > 0 ? binomial(toDraw, here / inLater, random) : 0
        toDraw -= cohort.drawn[group]
        inLater -= here
      }
    }
    return Math.min(...cohorts.map(openGroups))
  }
}

/** How many groups may be flagged, from the first on. */
function openGroups({ share, drawn }: CappedCohort): number {
  const total = drawn.reduce((sum, count) => sum + count, 0)
  // A share of as many accounts as there are is a whole number, whatever rounding says.
  let left = share * total * (1 + 1e-12)
  let open = 0
  while (open < drawn.length && drawn[open] <= left) left -= drawn[open++]
  return open
}
