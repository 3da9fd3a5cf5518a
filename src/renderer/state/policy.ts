/** A setting as a policy, and the other way round. */
import type { Costs } from "../../core/evaluation/index.ts"
import type { Policy } from "../../core/policy/policy.ts"
import { TIERS, type Tier, type Tiers } from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { afterFlagOf } from "./after-flag.ts"
import { type Change, ownSetting, type Setting, withOffPlaced } from "./setting.ts"

export const policyOf = (
  setting: Omit<Setting, "tier" | "threshold">,
  name: string,
  description = "",
): Policy => ({
  ...setting.afterFlag,
  name,
  description,
  definition: setting.definition,
  tiers: withOff(setting),
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
    ...tiersBy(policy.tiers),
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

/** A tier is off when it says so, whatever its threshold: as the terminal takes a policy. */
const withOff = ({ tiers, tiersOff }: Pick<Setting, "tiers" | "tiersOff">): Policy["tiers"] =>
  Object.fromEntries(TIERS.map((tier) => [tier, tiersOff.includes(tier) ? null : tiers[tier]])) as Record<
    Tier,
    number | null
  >

/** The inverse of withOff: the thresholds of all tiers, and which of them are off. */
export function tiersBy(tiers: Policy["tiers"]): Pick<Setting, "tiers" | "tiersOff"> {
  const tiersOff = TIERS.filter((tier) => tiers[tier] === null)
  const told = Object.fromEntries(TIERS.map((tier) => [tier, tiers[tier] ?? 1])) as unknown as Tiers
  return { tiers: withOffPlaced(told, tiersOff), tiersOff }
}
