/**
 * The platform that a policy is followed on: as many accounts a day as the policy says, of the run's kinds, in the mix
 * that its prevalence says. One replicate draws the run's accounts anew, AI-managed ones by operator (as
 * evaluation/resample.ts does, for the same reason), and lets platform accounts that resemble them arrive as a Poisson
 * process: its own luck beside that of the sample.
 */

import { PolicyError } from "../../errors.ts"
import { drawOperators, operatorsOf } from "../../evaluation/resample.ts"
import { below } from "../../random/distributions.ts"
import { stage } from "../../random/streams.ts"
import { AI_MANAGED, AUTHENTIC, gradeAccounts, labelGrades } from "../definition.ts"
import type { Policy } from "../policy.ts"
import { type CohortRows, cohortRows } from "./cohort-rows.ts"
import { type FollowInput, horizonOf } from "./following.ts"

export interface Platform {
  readonly input: FollowInput
  /** By the policy's definition, one an account: index into GRADES, and the label. */
  readonly grade: Uint8Array
  readonly label: Uint8Array
  readonly rows: CohortRows
  /** Followed. */
  readonly days: number
  readonly accountsPerDay: number
  /** In [0, 1]. */
  readonly prevalence: number
  /** Accounts of the run that are judged: those with a risk, and those that reports bring. */
  readonly authentic: Uint32Array
  readonly operators: readonly Uint32Array[]
}

/** What of a policy makes the platform: two that agree on these meet the same accounts. */
export type PlatformSettings = Pick<
  Policy,
  "definition" | "prevalence" | "workload" | "enforcement" | "review"
>

/** A PolicyError when the run has no account of a class that the policy's prevalence wants. */
export function platformOf(input: FollowInput, policy: PlatformSettings): Platform {
  const { columns } = input
  const grade = gradeAccounts(columns.truth, policy.definition ?? input.definition)
  const label = labelGrades(grade)
  const isJudged = (account: number) =>
    !Number.isNaN(columns.risk[account]) || isReported(input, policy, account)
  const authentic = Uint32Array.from(label.keys()).filter(
    (account) => label[account] === AUTHENTIC && isJudged(account),
  )
  const operators = operatorsOf(label, columns.group)
    .map((accounts) => accounts.filter(isJudged))
    .filter(({ length }) => length > 0)
  const managed = operators.reduce((sum, { length }) => sum + length, 0)
  const judged = managed + authentic.length
  const prevalence = policy.prevalence ?? (judged > 0 ? managed / judged : 0)
  requireClass("AI-managed", managed, prevalence)
  requireClass("authentic", authentic.length, 1 - prevalence)
  return {
    input,
    grade,
    label,
    rows: cohortRows(input, label),
    days: horizonOf(input, policy),
    accountsPerDay: policy.workload.accountsPerDay ?? judged / input.days,
    prevalence,
    authentic,
    operators,
  }
}

/** Whether so many reports bring an account before a reviewer, whatever its risk. */
export function isReported(
  { reports }: Pick<FollowInput, "reports">,
  { review }: Pick<Policy, "review">,
  account: number,
): boolean {
  return review.reports !== null && reports !== null && reports[account] >= review.reports
}

function requireClass(name: string, accounts: number, share: number): void {
  if (accounts > 0 || share === 0) return
  throw new PolicyError([
    `prevalence asks for ${name} accounts, of which the run has none by the policy's definition`,
  ])
}

/** The run's accounts as one replicate draws them. */
export interface Drawn {
  /** How often each account of the run counts. */
  readonly times: Uint16Array
  /** Platform accounts that one account of each class stands for, each time it counts; by label. */
  readonly weight: readonly [authentic: number, managed: number]
}

/** The replicate's accounts; the same whatever the thresholds. */
export function drawRun(platform: Platform, seed: string, replicate: number): Drawn {
  const { authentic, operators, label, days, accountsPerDay, prevalence } = platform
  const random = stage(seed, "policy/follow/accounts").at(replicate)
  const times = new Uint16Array(label.length)
  for (let k = 0; k < authentic.length; k++) times[authentic[below(authentic.length, random)]]++
  let managed = 0
  drawOperators(operators, random, (account) => {
    times[account]++
    managed++
  })
  // A draw may hold more or fewer accounts of operators than the run: the prevalence is the policy's all the same.
  const all = accountsPerDay * days
  const weight: [number, number] = [0, 0]
  weight[AUTHENTIC] = authentic.length > 0 ? (all * (1 - prevalence)) / authentic.length : 0
  weight[AI_MANAGED] = managed > 0 ? (all * prevalence) / managed : 0
  return { times, weight }
}
