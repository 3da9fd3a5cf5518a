/** Follows several policies that meet the same platform accounts, replicate by replicate. */
import type { Policy } from "../policy.ts"
import { candidatesOf, drawArrivals } from "./arrivals.ts"
import { estimateOf, meanOf } from "./bands.ts"
import { type Figures, followOnce } from "./figures.ts"
import { costReport } from "./follow-flags.ts"
import { DEFAULT_SEED, type FollowInput, type FollowOptions, type Steps } from "./following.ts"
import { type Platform, platformOf } from "./platform.ts"
import { SHORT_FIGURES, type ShortConsequences, type ShortFigure } from "./points.ts"

/** What is kept of a replicate. */
export type ShortOf<Kept> = Pick<Figures, "short" | "cost"> & { readonly kept: Kept }

/**
 * Follows each policy once a replicate, all of them before the next replicate; a step each. The policies differ from `base` in
 * tiers, costs, reviewers, enforcement (but its horizon) or appeals. `keep` takes from a replicate's figures what is wanted beside
 * the short ones. Where they are to be held against others of the same seed, `among` are all of them. By policy, then by
 * replicate.
 */
export function* followSeveral<Kept>(
  input: FollowInput,
  base: Policy,
  policies: readonly Policy[],
  { seed = DEFAULT_SEED, replicates }: FollowOptions & { readonly replicates: number },
  keep: (figures: Figures, platform: Platform) => Kept,
  among: readonly Policy[] = policies,
): Steps<{ readonly platform: Platform; readonly figures: readonly (readonly ShortOf<Kept>[])[] }> {
  const platform = platformOf(input, base)
  const candidates = candidatesOf(platform, among)
  const figures = policies.map((): ShortOf<Kept>[] => [])
  const all = policies.length * replicates
  for (let replicate = 0; replicate < replicates; replicate++) {
    const arrivals = drawArrivals(platform, candidates, seed, replicate)
    for (const [at, policy] of policies.entries()) {
      const found = followOnce(platform, policy, candidates, arrivals, seed)
      figures[at].push({ short: found.short, cost: found.cost, kept: keep(found, platform) })
      yield (replicate * policies.length + at + 1) / all
    }
  }
  return { platform, figures }
}

/** The same without anything beside the short figures. */
export function* followInShort(
  input: FollowInput,
  base: Policy,
  policies: readonly Policy[],
  options: FollowOptions & { readonly replicates: number },
): Steps<{ readonly days: number; readonly figures: readonly (readonly ShortOf<null>[])[] }> {
  const { platform, figures } = yield* followSeveral(input, base, policies, options, () => null)
  return { days: platform.days, figures }
}

export function shortOf(figures: readonly Pick<Figures, "short" | "cost">[]): ShortConsequences {
  const short = SHORT_FIGURES.map((name) => [name, estimateOf(figures.map((one) => one.short[name]))])
  return {
    ...(Object.fromEntries(short) as Record<ShortFigure, ShortConsequences[ShortFigure]>),
    cost: costReport(figures),
  }
}

/** Total, over replicates; null for a policy without costs. */
export function meanCost(figures: readonly Pick<Figures, "cost">[]): number | null {
  const costs = figures.flatMap(({ cost }) => cost?.total ?? [])
  return costs.length > 0 ? meanOf(costs) : null
}
