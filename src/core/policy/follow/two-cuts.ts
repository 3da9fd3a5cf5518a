/** What goes straight to action, what to people, what is left alone: consequences over the two cuts that say so. */
import type { Policy } from "../policy.ts"
import { CURVE_REPLICATES, type FollowInput, type FollowOptions, type Steps } from "./following.ts"
import type { ShortConsequences, TwoCuts } from "./points.ts"
import { EVEN_THRESHOLDS, withCuts } from "./settings.ts"
import { followInShort, shortOf } from "./several.ts"

export interface TwoCutsOptions extends FollowOptions {
  /** In [0, 1]; every 0.05 unless told. */
  readonly review?: readonly number[]
  readonly suspend?: readonly number[]
}

/** CURVE_REPLICATES unless told. A step a cell and replicate. */
export function* twoCuts(
  input: FollowInput,
  policy: Policy,
  {
    review = EVEN_THRESHOLDS,
    suspend = EVEN_THRESHOLDS,
    replicates = CURVE_REPLICATES,
    ...options
  }: TwoCutsOptions = {},
): Steps<TwoCuts> {
  const cuts = review.flatMap((low, row) =>
    suspend.flatMap((high, column) => (low <= high ? [{ low, high, row, column }] : [])),
  )
  const policies = cuts.map(({ low, high }) => withCuts(policy, low, high))
  const { days, figures } = yield* followInShort(input, policy, policies, { ...options, replicates })
  const cells = review.map(() => suspend.map((): ShortConsequences | null => null))
  for (const [at, { row, column }] of cuts.entries()) cells[row][column] = shortOf(figures[at])
  return { review, suspend, days, replicates, cells }
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * The cell nearest to a setting; a tier that is off begins beyond all. With the same thresholds both ways it is one that
 * there is, as review is never above suspend.
 */
export const nearestCell = (
  { review, suspend }: Pick<TwoCuts, "review" | "suspend">,
  tiers: Pick<Policy["tiers"], "review" | "suspend">,
): CellPlace => ({
  row: nearest(review, tiers.review ?? tiers.suspend ?? 1),
  column: nearest(suspend, tiers.suspend ?? 1),
})

const nearest = (places: readonly number[], value: number): number =>
  places.reduce(
    (best, place, at) => (Math.abs(place - value) < Math.abs(places[best] - value) ? at : best),
    0,
  )
