/**
 * Which settings a search for the cheapest looks at. All pairs of the two cuts are, with the least and the most reviewers
 * that are asked for: what reviewers there are in between matters for the best pairs only, and without any review is off.
 * About the best, label and limit are moved one after the other (coordinate descent), since they act on whoever the two
 * cuts leave to them.
 */
import type { Policy } from "../policy.ts"
import type { Steps } from "./following.ts"
import type { Setting } from "./points.ts"
import { isSameSetting, settingOf, withReviewers, withTier } from "./settings.ts"

/** Thresholds in [0, 1] that are tried, null for a tier that is off, and numbers of reviewers. */
export type Grid = Readonly<
  Record<"label" | "limit" | "review" | "suspend", readonly (number | null)[]> &
    Record<"reviewers", readonly number[]>
>

export interface Look extends Setting {
  readonly cost: number
  /** As of worstExcess: 0 within all limits. */
  readonly excess: number
}

/** So many of the cheapest pairs, and of those that are the best within limits, are looked at with other reviewers. */
const PAIRS = 8
/** So many of each are the beginnings that label and limit are moved from. */
const BEGINNINGS = 2

/** Share of the work that is told to be done when each stage begins: pairs, reviewers, limit, label. */
const STAGES = [0, 0.6, 0.8, 0.9, 1] as const

/** Each setting once, the policy's own first. A step as of `look`, which tells the share done of its settings. */
export function* search(
  policy: Policy,
  grid: Grid,
  look: (some: readonly Setting[]) => Steps<readonly Look[]>,
): Steps<readonly Look[]> {
  const looks: Look[] = []
  const lookAt = function* (stage: number, wanted: readonly Setting[]): Steps<void> {
    const fresh = wanted.filter(
      (one, at) =>
        !looks.some((other) => isSameSetting(one, other)) &&
        wanted.findIndex((other) => isSameSetting(one, other)) === at,
    )
    if (fresh.length === 0) return
    const steps = look(fresh)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        looks.push(...step.value)
        return
      }
      yield STAGES[stage]! + (STAGES[stage + 1]! - STAGES[stage]!) * step.value
    }
  }
  const ends = [...new Set([grid.reviewers[0]!, grid.reviewers.at(-1)!])]
  yield* lookAt(0, [
    settingOf(policy),
    ...pairsOf(grid).flatMap((pair) =>
      ends.map((number) => staffed(policy, pairSetting(policy, pair, number))),
    ),
  ])
  yield* lookAt(
    1,
    best(looks, PAIRS)
      .flatMap((one) => grid.reviewers.map((reviewers) => staffed(policy, { ...one, reviewers })))
      .map(plain),
  )
  for (const [at, tier] of (["limit", "label"] as const).entries())
    yield* lookAt(
      2 + at,
      best(looks, BEGINNINGS).flatMap((one) =>
        grid[tier].map((threshold) => plain({ ...one, [tier]: threshold })).filter(isAscending),
      ),
    )
  return looks
}

/** By cost; those within all limits; and what is promising: these, or where there are none those that are the least beyond. */
export function rankedLooks(looks: readonly Look[]) {
  const order = looks.toSorted((a, b) => a.cost - b.cost)
  const keeping = order.filter(({ excess }) => excess === 0)
  return {
    order,
    keeping,
    promising: keeping.length > 0 ? keeping : order.toSorted((a, b) => a.excess - b.excess),
  }
}

function best(looks: readonly Look[], count: number): Look[] {
  const { order, promising } = rankedLooks(looks)
  return [...new Set([...order.slice(0, count), ...promising.slice(0, count)])]
}

type Pair = readonly [review: number | null, suspend: number | null]

/** All but those in which review would not lie below suspend: at the same threshold nobody is left for it, as when it is off. */
const pairsOf = ({ review, suspend }: Grid): Pair[] =>
  review.flatMap((low) =>
    suspend.filter((high) => low === null || high === null || low < high).map((high): Pair => [low, high]),
  )

/** A milder tier that a cut has taken the place of is off, so that it can be moved below the cut. */
function pairSetting(policy: Policy, [review, suspend]: Pair, reviewers: number): Setting {
  const cut = Math.min(review ?? Number.POSITIVE_INFINITY, suspend ?? Number.POSITIVE_INFINITY)
  const setting = settingOf(
    withReviewers(withTier(withTier(policy, "suspend", suspend), "review", review), reviewers),
  )
  const below = (threshold: number | null) => (threshold !== null && threshold < cut ? threshold : null)
  return { ...setting, label: below(setting.label), limit: below(setting.limit) }
}

/** Where nobody reviews, and no rule decides in their place, whoever is sent to review waits for good: review is off. */
const staffed = (policy: Policy, setting: Setting): Setting =>
  setting.reviewers === 0 && policy.review.overflow === null ? { ...setting, review: null } : setting

const plain = ({ label, limit, review, suspend, reviewers }: Setting): Setting => ({
  label,
  limit,
  review,
  suspend,
  reviewers,
})

/** Whether no tier begins where a harsher one does, or above it. */
function isAscending({ label, limit, review, suspend }: Setting): boolean {
  const on = [label, limit, review, suspend].filter((threshold) => threshold !== null)
  return on.every((threshold, at) => at === 0 || on[at - 1]! < threshold)
}
