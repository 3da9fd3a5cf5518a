/** What the flags of one replicate cost, in the policy's currency. */

import { AI_MANAGED } from "../definition.ts"
import type { Policy, PolicyCosts } from "../policy.ts"
import type { Arrivals, Candidates } from "./arrivals.ts"
import { ALL, type CohortRows } from "./cohort-rows.ts"
import { ACCOUNT_OUTCOMES, COST_PARTS, type CostPart, STEPS } from "./consequences.ts"
import type { Outcome } from "./follow-replicate.ts"
import type { Platform } from "./platform.ts"
import { ACCOUNT_COLUMNS, COLUMNS, DAYS_COLUMN, STEP_COLUMNS } from "./tally.ts"

const ACTED_ON = ACCOUNT_COLUMNS + ACCOUNT_OUTCOMES.indexOf("acted-on")
const CAUGHT = ACCOUNT_COLUMNS + ACCOUNT_OUTCOMES.indexOf("caught")
const REVIEWED = STEP_COLUMNS + STEPS.indexOf("reviewed")

export type Cost = Readonly<Record<CostPart | "total", number>>

/** See COST_PARTS; null for a policy without costs. */
export function costOfOutcome(
  platform: Platform,
  policy: Policy,
  { account }: Candidates,
  arrivals: Arrivals,
  { tally: { counts } }: Outcome,
): Cost | null {
  const { costs, review } = policy
  if (costs === null) return null
  const { label, rows, days, input } = platform
  const falsePositive = falsePositiveCosts(rows, costs)
  const parts = { falsePositives: 0, wrongfulDays: 0, missed: 0, reviews: 0, reviewerHours: 0 }
  let missed = arrivals.judged[ALL * 2 + AI_MANAGED]
  let missedFollowers = arrivals.managedFollowers
  for (let slot = 0, row = 0; slot < account.length; slot++, row += COLUMNS) {
    parts.reviews += counts[row + REVIEWED] * costs.review
    if (label[account[slot]] === AI_MANAGED) {
      missed -= counts[row + CAUGHT]
      missedFollowers -= counts[row + CAUGHT] * input.columns.followers[account[slot]]
    } else {
      parts.wrongfulDays += counts[row + DAYS_COLUMN] * costs.wrongfulDay
      if (counts[row + ACTED_ON] > 0)
        parts.falsePositives += counts[row + ACTED_ON] * falsePositive(account[slot])
    }
  }
  parts.missed = missed * costs.falseNegative + (missedFollowers / 1000) * costs.missedPer1000Followers
  parts.reviewerHours = review.reviewers * review.hoursPerDay * days * costs.reviewerHour
  return { ...parts, total: COST_PARTS.reduce((sum, part) => sum + parts[part], 0) }
}

/** Of one account: the dearest of its cohorts that have a cost of their own, else that of all. */
function falsePositiveCosts(
  { kinds }: CohortRows,
  { falsePositive, falsePositiveOf }: PolicyCosts,
): (account: number) => number {
  const own = kinds.flatMap(({ kind, first, names, of }) => {
    const byRow = new Map<number, number>()
    for (const [name, cost] of Object.entries(falsePositiveOf[kind]))
      if (names.includes(name)) byRow.set(first + names.indexOf(name), cost)
    return byRow.size > 0 ? [{ of, byRow }] : []
  })
  return (account) => {
    const costs = own.flatMap(({ of, byRow }) => byRow.get(of[account]) ?? [])
    return costs.length > 0 ? Math.max(...costs) : falsePositive
  }
}
