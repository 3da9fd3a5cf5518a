/**
 * Tiers: what a platform does about an account, by its risk, from the mildest to the harshest.
 *
 * Follows the graded rule that Xiaohongshu published on 2026-03-10: occasional AI hosting brings a warning or less
 * distribution, full hosting a ban. An account meets the harshest tier whose threshold its risk is at or above, so the
 * thresholds ascend. Two equal thresholds leave the milder tier without anybody.
 */

export const TIERS = ["watch", "label", "limit", "review", "suspend"] as const
/** Kept an eye on; labelled for readers; shown to fewer; seen by a human reviewer; suspended. */
export type Tier = (typeof TIERS)[number]

/** A threshold in [0, 1] for each tier, ascending in the order of TIERS. */
export type Tiers = Readonly<Record<Tier, number>>

/** The tier that a scenario's one threshold is: whoever is flagged is seen by a human reviewer. */
export const FLAGGED_TIER: Tier = "review"

/** From this risk on four in five are AI-managed, as far as risks can be taken at their word. */
const SUSPENDED_FROM = 0.8

/** Tiers around a scenario's threshold, for a scenario that sets no others. */
export function tiersAround(threshold: number): Tiers {
  return {
    watch: rounded(threshold / 4),
    label: rounded(threshold / 2),
    limit: rounded((threshold * 3) / 4),
    review: threshold,
    suspend: Math.max(threshold, SUSPENDED_FROM),
  }
}

/** To four decimals, downwards: never above the tier that follows. */
const rounded = (threshold: number) => Math.floor(threshold * 10_000) / 10_000

/** A tier moved to a threshold in [0, 1]; those it would pass go along with it. */
export function moveTier(tiers: Tiers, tier: Tier, threshold: number): Tiers {
  const at = TIERS.indexOf(tier)
  const moved = TIERS.map((other, i) => {
    if (i < at) return [other, Math.min(tiers[other], threshold)]
    return [other, i > at ? Math.max(tiers[other], threshold) : threshold]
  })
  return Object.fromEntries(moved) as unknown as Tiers
}

/** The harshest tier that a risk reaches; null below the mildest, and without a risk (NaN). */
export function tierOf(tiers: Tiers, risk: number): Tier | null {
  return TIERS.findLast((tier) => risk >= tiers[tier]) ?? null
}

/** The first tier whose threshold is below a milder one's, with that one; null when they ascend. */
export function outOfOrder(tiers: Tiers): { readonly tier: Tier; readonly milder: Tier } | null {
  for (let i = 1; i < TIERS.length; i++) {
    const [milder, tier] = [TIERS[i - 1], TIERS[i]]
    if (tiers[tier] < tiers[milder]) return { tier, milder }
  }
  return null
}

export const sameTiers = (a: Tiers, b: Tiers): boolean => TIERS.every((tier) => a[tier] === b[tier])
