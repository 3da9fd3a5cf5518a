/** Policies that differ in a few settings, followed on the same platform accounts. */
import type { Policy } from "../policy.ts"
import { TIERS, type Tier } from "../tiers.ts"
import type { Setting } from "./points.ts"

/** The policy with a tier at a threshold, or off; tiers that are on and that it would pass go along with it. */
export function withTier(policy: Policy, tier: Tier, threshold: number | null): Policy {
  const at = TIERS.indexOf(tier)
  const tiers = Object.fromEntries(
    TIERS.map((other, place) => {
      const own = policy.tiers[other]
      if (place === at) return [other, threshold]
      if (own === null || threshold === null) return [other, own]
      return [other, place < at ? Math.min(own, threshold) : Math.max(own, threshold)]
    }),
  ) as Record<Tier, number | null>
  return { ...policy, tiers }
}

/** At or above `suspend` straight to action, from `review` to there to people; milder tiers go along. */
export const withCuts = (policy: Policy, review: number, suspend: number): Policy =>
  withTier(withTier(policy, "suspend", suspend), "review", review)

export const withReviewers = (policy: Policy, reviewers: number): Policy => ({
  ...policy,
  review: { ...policy.review, reviewers },
})

/** The setting's tiers in place of the policy's; a watch that they would pass goes along with them. */
export function withSetting(policy: Policy, { label, limit, review, suspend, reviewers }: Setting): Policy {
  const { watch } = policy.tiers
  const lowest = Math.min(...[label, limit, review, suspend].map((threshold) => threshold ?? 1))
  const tiers = { watch: watch === null ? null : Math.min(watch, lowest), label, limit, review, suspend }
  return withReviewers({ ...policy, tiers }, reviewers)
}

/** What of a policy a setting says. */
export const settingOf = ({ tiers, review: { reviewers } }: Policy): Setting => {
  const { label, limit, review, suspend } = tiers
  return { label, limit, review, suspend, reviewers }
}

export const isSameSetting = (a: Setting, b: Setting): boolean =>
  a.label === b.label &&
  a.limit === b.limit &&
  a.review === b.review &&
  a.suspend === b.suspend &&
  a.reviewers === b.reviewers

/**
 * The other policy for the same accounts, judged as often, by the same definition and priced by the same costs: what
 * differs is what is done.
 */
export const onPlatformOf = (
  { definition, prevalence, workload, enforcement, costs }: Policy,
  other: Policy,
): Policy => ({
  ...other,
  definition,
  prevalence,
  costs,
  workload: { ...other.workload, accountsPerDay: workload.accountsPerDay },
  enforcement: { ...other.enforcement, horizonDays: enforcement.horizonDays },
})

/** 0.05, 0.1, ... 0.95. */
export const EVEN_THRESHOLDS: readonly number[] = Array.from({ length: 19 }, (_, at) => (at + 1) / 20)
