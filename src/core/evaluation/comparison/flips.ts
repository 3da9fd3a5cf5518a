/** Flips: the accounts that two sides decide differently, and what that means for them. */
import { requireSameAccounts, type Side } from "./side.ts"

/**
 * What a flip does. AI-managed accounts are caught or missed, authentic ones are hit or cleared, on the second side
 * and not on the first; by the first side's labels.
 */
export const FLIPS = ["newlyCaught", "newlyMissed", "newlyHit", "newlyCleared"] as const
export type Flip = (typeof FLIPS)[number]
export type FlipCounts = Readonly<Record<Flip, number>>

export interface Flips {
  /** Numbers of the accounts of each kind, ascending. */
  readonly accounts: Readonly<Record<Flip, Uint32Array>>
  readonly counts: FlipCounts
  /**
   * Accounts that the second side's definition labels otherwise. Whether they were decided rightly changes without
   * their flags, so they are counted apart; those that flip as well are also among the flips.
   */
  readonly relabelled: { readonly toManaged: number; readonly toAuthentic: number }
}

/** Throws a RangeError when columns differ in length. */
export function flipsBetween(a: Side, b: Side): Flips {
  requireSameAccounts(a, b)
  const found: Record<Flip, number[]> = { newlyCaught: [], newlyMissed: [], newlyHit: [], newlyCleared: [] }
  let toManaged = 0
  let toAuthentic = 0
  for (let account = 0; account < a.score.length; account++) {
    const flip = flipOf(a, b, account)
    if (flip !== null) found[flip].push(account)
    if (b.label[account] > a.label[account]) toManaged++
    else if (b.label[account] < a.label[account]) toAuthentic++
  }
  const accounts = mapFlips((flip) => Uint32Array.from(found[flip]))
  return {
    accounts,
    counts: mapFlips((flip) => accounts[flip].length),
    relabelled: { toManaged, toAuthentic },
  }
}

function flipOf(a: Side, b: Side, account: number): Flip | null {
  // At or above counts as flagged; NaN is neither.
  const before = a.score[account] >= a.threshold
  const after = b.score[account] >= b.threshold
  if (before === after) return null
  if (a.label[account]) return after ? "newlyCaught" : "newlyMissed"
  return after ? "newlyHit" : "newlyCleared"
}

/** One value for each kind of flip. */
export function mapFlips<Value>(value: (flip: Flip) => Value): Record<Flip, Value> {
  return Object.fromEntries(FLIPS.map((flip) => [flip, value(flip)])) as Record<Flip, Value>
}

/** Flips of each cohort, in the cohorts' order. */
export function flipsByCohort({ accounts }: Flips, of: ArrayLike<number>, count: number): FlipCounts[] {
  const rows = Array.from({ length: count }, () => mapFlips(() => 0))
  for (const flip of FLIPS) for (const account of accounts[flip]) rows[of[account]][flip]++
  return rows
}
