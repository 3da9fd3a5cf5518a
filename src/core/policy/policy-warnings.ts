/** What a policy says that does nothing, or not what it seems to: no error, since it can be followed all the same. */

import { ACTIONS } from "./after-flag.ts"
import type { Policy } from "./policy.ts"
import { tiersOn } from "./policy.ts"

/** One line each: the field, what it does not do, and what was found. */
export function policyWarnings(policy: Pick<Policy, "tiers" | "enforcement" | "review">): readonly string[] {
  return [
    ...emptyTiers(policy),
    ...idleCompliance(policy),
    ...outrunStrikes(policy),
    ...milderForWorse(policy),
    ...reviewedByNobody(policy),
    ...noticeBeyondHorizon(policy),
    ...contraryReviewers(policy),
  ]
}

/** Tiers that begin where a stricter one does. */
function emptyTiers(policy: Pick<Policy, "tiers">): string[] {
  const on = tiersOn(policy)
  return on.flatMap(({ tier, threshold }, at) => {
    const next = on[at + 1]
    if (next === undefined || threshold < next.threshold) return []
    return [
      `tiers.${tier} reaches nobody, since tiers.${next.tier} begins there too; it must be below ${next.threshold} to reach anybody, got ${threshold}`,
    ]
  })
}

function idleCompliance({ enforcement: { complies, noticeDays } }: Pick<Policy, "enforcement">): string[] {
  if (complies === 0 || noticeDays > 0) return []
  return [
    `enforcement.complies of ${complies} does nothing, since accounts comply while a notice runs; enforcement.noticeDays must be above 0 for it, got ${noticeDays}`,
  ]
}

function outrunStrikes({ enforcement: { strikes } }: Pick<Policy, "enforcement">): string[] {
  const { limitAt, suspendAt } = strikes
  if (limitAt === null || suspendAt === null || suspendAt > limitAt) return []
  return [
    `enforcement.strikes.limitAt of ${limitAt} does nothing, since strikes.suspendAt suspends by then; it must be below ${suspendAt} to do anything`,
  ]
}

const GRADES_UPWARDS = ["occasional", "mostly", "full"] as const

function milderForWorse({ enforcement: { afterReview } }: Pick<Policy, "enforcement">): string[] {
  return GRADES_UPWARDS.slice(1).flatMap((grade, at) => {
    const lesser = GRADES_UPWARDS[at]
    if (ACTIONS.indexOf(afterReview[grade]) >= ACTIONS.indexOf(afterReview[lesser])) return []
    return [
      `enforcement.afterReview.${grade} is milder than what follows on ${lesser}, the lesser grade; ${afterReview[lesser]} or harsher would be graded, got ${afterReview[grade]}`,
    ]
  })
}

function reviewedByNobody({ tiers, review }: Pick<Policy, "tiers" | "review">): string[] {
  if (tiers.review === null || review.reviewers > 0 || review.overflow !== null) return []
  return [
    `review.reviewers of 0 leaves whoever tiers.review sends to review waiting for good; 1 or more, or review.overflow, would decide`,
  ]
}

/** Without a horizon of its own the policy is followed for as long as the run, which is not known here. */
function noticeBeyondHorizon({ enforcement }: Pick<Policy, "enforcement">): string[] {
  const { noticeDays, horizonDays } = enforcement
  if (horizonDays === null || noticeDays < horizonDays) return []
  return [
    `enforcement.noticeDays of ${noticeDays} lets no limit or suspension take effect within enforcement.horizonDays of ${horizonDays}; it must be below that for any to`,
  ]
}

function contraryReviewers({ review }: Pick<Policy, "review">): string[] {
  const { truePositiveRate, falsePositiveRate } = review
  if (truePositiveRate >= falsePositiveRate) return []
  return [
    `review.truePositiveRate of ${truePositiveRate} lies below falsePositiveRate of ${falsePositiveRate}, so that reviewers find authentic accounts AI-managed more often than AI-managed ones`,
  ]
}
