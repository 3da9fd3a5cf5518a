/** What flags are followed by: the run, and the policy of the dial's rest; the same object as long as the answer is the same. */
import { useMemo } from "react"
import { type FollowInput, followInputOf } from "../../../core/policy/follow/index.ts"
import type { Policy } from "../../../core/policy/policy.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { policyOf } from "../../state/policy.ts"

export interface Followed {
  readonly input: FollowInput
  /** Without caps, which nothing but a search for the cheapest depends on. */
  readonly policy: Policy
}

export function useFollowed(): Followed {
  const { run } = useDial()
  const { tiers, tiersOff, prevalence, definition, costs, accountsPerDay, secondsPerReview, afterFlag } =
    useRested()
  return useMemo(() => {
    const setting = {
      tiers,
      tiersOff,
      prevalence,
      definition,
      costs,
      accountsPerDay,
      secondsPerReview,
      afterFlag,
      caps: [],
    }
    return { input: followInputOf(run, run.reports), policy: policyOf(setting, run.manifest.name) }
  }, [run, tiers, tiersOff, prevalence, definition, costs, accountsPerDay, secondsPerReview, afterFlag])
}
