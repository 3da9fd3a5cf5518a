/** A setting as a policy, and the other way round. */
import type { Costs } from "../../core/evaluation/index.ts"
import type { Policy } from "../../core/policy/policy.ts"
import { TIERS, type Tier, type Tiers } from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { afterFlagOf } from "./after-flag.ts"
import { type Change, ownSetting, type Setting } from "./setting.ts"

export const policyOf = (
  setting: Omit<Setting, "tier" | "threshold">,
  name: string,
  description = "",
): Policy => ({
  ...setting.afterFlag,
  name,
  description,
  definition: setting.definition,
  tiers: withOff(setting.tiers),
  costs: { ...setting.costs, ...setting.afterFlag.costs },
  caps: setting.caps,
  workload: {
    accountsPerDay: setting.accountsPerDay ?? null,
    secondsPerReview: setting.secondsPerReview,
  },
  prevalence: setting.prevalence ?? null,
})

/** What a policy moves; what it leaves to the run is the scenario's own. `policy.caps` must be of the run's cohorts. */
export function changeBy(policy: Policy, scenario: Scenario): Change {
  const own = ownSetting(scenario)
  return {
    tiers: withoutOff(policy.tiers),
    definition: policy.definition ?? own.definition,
    costs: policy.costs === null ? own.costs : weighed(policy.costs),
    caps: policy.caps,
    accountsPerDay: policy.workload.accountsPerDay ?? undefined,
    secondsPerReview: policy.workload.secondsPerReview,
    prevalence: policy.prevalence ?? undefined,
    afterFlag: afterFlagOf(policy),
  }
}

/** Those costs that the trade-offs weigh. */
const weighed = ({ falsePositive, falseNegative, review }: Costs): Costs => ({
  falsePositive,
  falseNegative,
  review,
})

/** The inverse of withoutOff: a tier that nobody is in is off, so that it stays so when others move. */
function withOff(tiers: Tiers): Policy["tiers"] {
  let above = 1
  const thresholds = TIERS.toReversed().map((tier): [Tier, number | null] => {
    const isEmpty = tiers[tier] === above
    above = tiers[tier]
    return [tier, isEmpty ? null : above]
  })
  return Object.fromEntries(thresholds) as Record<Tier, number | null>
}

/** A tier that is off begins where the next harsher one does, and so is nobody's; the harshest at 1. */
export function withoutOff(tiers: Policy["tiers"]): Tiers {
  let above = 1
  const thresholds = TIERS.toReversed().map((tier): [Tier, number] => {
    above = tiers[tier] ?? above
    return [tier, above]
  })
  return Object.fromEntries(thresholds) as unknown as Tiers
}
