/** Consequences in short along the threshold of one tier. */
import type { Policy } from "../policy.ts"
import { FLAGGED_TIER, type Tier } from "../tiers.ts"
import { CURVE_REPLICATES, type FollowInput, type FollowOptions, type Steps } from "./following.ts"
import type { ThresholdCurve } from "./points.ts"
import { EVEN_THRESHOLDS, withTier } from "./settings.ts"
import { followInShort, shortOf } from "./several.ts"

export interface AlongThresholdOptions extends FollowOptions {
  /** The review tier unless told. */
  readonly tier?: Tier
  /** In [0, 1]; every 0.05 unless told. */
  readonly thresholds?: readonly number[]
}

/** CURVE_REPLICATES unless told. The policy with its tier at each of the thresholds, on the same replicates. A step a point and replicate. */
export function* alongThreshold(
  input: FollowInput,
  policy: Policy,
  {
    tier = FLAGGED_TIER,
    thresholds = EVEN_THRESHOLDS,
    replicates = CURVE_REPLICATES,
    ...options
  }: AlongThresholdOptions = {},
): Steps<ThresholdCurve> {
  const policies = thresholds.map((threshold) => withTier(policy, tier, threshold))
  const { days, figures } = yield* followInShort(input, policy, policies, { ...options, replicates })
  return {
    tier,
    days,
    replicates,
    points: thresholds.map((threshold, at) => ({ threshold, ...shortOf(figures[at]) })),
  }
}
