/** What goes straight to action, what to people, what is left alone: consequences over the two cuts that say so. */
import type { Policy } from "../policy.ts"
import { type FollowInput, type FollowOptions, type Steps, SURFACE_REPLICATES } from "./following.ts"
import type { TwoCuts, TwoCutsCell } from "./points.ts"
import { EVEN_THRESHOLDS, withCuts } from "./settings.ts"
import { followInShort, meansOf } from "./several.ts"

export interface TwoCutsOptions extends FollowOptions {
  /** In [0, 1]; every 0.05 unless told. */
  readonly review?: readonly number[]
  readonly suspend?: readonly number[]
}

/** SURFACE_REPLICATES unless told. A step a cell and replicate. */
export function* twoCuts(
  input: FollowInput,
  policy: Policy,
  {
    review = EVEN_THRESHOLDS,
    suspend = EVEN_THRESHOLDS,
    replicates = SURFACE_REPLICATES,
    ...options
  }: TwoCutsOptions = {},
): Steps<TwoCuts> {
  const cuts = review.flatMap((low, row) =>
    suspend.flatMap((high, column) => (low <= high ? [{ low, high, row, column }] : [])),
  )
  const policies = cuts.map(({ low, high }) => withCuts(policy, low, high))
  const { days, figures } = yield* followInShort(input, policy, policies, { ...options, replicates })
  const cells = review.map(() => suspend.map((): TwoCutsCell | null => null))
  for (const [at, { row, column }] of cuts.entries()) cells[row][column] = meansOf(figures[at])
  return { review, suspend, days, replicates, cells }
}
