/** Shows an ordered feed to its readers: who gets how much of their attention, and how good the order is. */
import { between } from "./places.ts"

/** Orders of posts, a feed-day after another, the first place first; as little of a post as showing it takes. */
export interface Orders {
  /** Feed-day k's posts are those from offset[k] up to, not including, offset[k + 1]. */
  readonly offset: Uint32Array
  /** One a place of an order; likewise the gain of showing the post. */
  readonly author: Uint32Array
  readonly gain: Float64Array
}

/** What a feed-day's readers see. */
export interface Shown {
  /** Posts that they see any of. */
  count: number
  /** Of each of them; as many as `count` are in use. */
  readonly author: Uint32Array
  /** In proportion; `total` is their sum. */
  readonly attention: Float64Array
  total: number
  /** Discounted gain, of all posts and of authentic authors' alone. */
  gain: number
  authenticGain: number
}

/** Room for any feed-day of the orders. */
export function roomFor({ offset }: Orders): Shown {
  let longest = 0
  for (let k = 0; k + 1 < offset.length; k++) longest = Math.max(longest, offset[k + 1] - offset[k])
  return {
    count: 0,
    author: new Uint32Array(longest),
    attention: new Float64Array(longest),
    total: 0,
    gain: 0,
    authenticGain: 0,
  }
}

/** How readers look at a feed; one value a place of as many as they scroll to. */
export interface Reading {
  readonly attention: Float64Array
  readonly discount: Float64Array
}

/**
 * Shows feed-day k of the orders; writes over `into`. `width`: places that a post of each account takes, 0 for none;
 * `label`: AI_MANAGED or AUTHENTIC, one an account.
 */
export function show(
  { offset, author, gain }: Orders,
  k: number,
  width: Float64Array,
  label: Uint8Array,
  { attention, discount }: Reading,
  into: Shown,
): void {
  const depth = attention.length
  let place = 0
  // The same posts without those of AI-managed accounts, each as far up as that makes it.
  let authenticPlace = 0
  into.count = 0
  into.total = 0
  into.gain = 0
  into.authenticGain = 0
  for (let at = offset[k]; at < offset[k + 1] && (place < depth || authenticPlace < depth); at++) {
    const by = author[at]
    const wide = width[by]
    if (wide === 0) continue
    if (place < depth) {
      const end = Math.min(depth, place + wide)
      const seen = between(attention, place, end)
      into.author[into.count] = by
      into.attention[into.count++] = seen
      into.total += seen
      into.gain += gain[at] * between(discount, place, end)
      place = end
    }
    if (label[by] === 0 && authenticPlace < depth) {
      const end = Math.min(depth, authenticPlace + wide)
      into.authenticGain += gain[at] * between(discount, authenticPlace, end)
      authenticPlace = end
    }
  }
}

/** Gains of feed-day k's posts, each discounted by its place (DCG), down to as many places as `byPlace` has. */
export function discountedGain(
  { offset, author, gain }: Orders,
  k: number,
  width: Float64Array,
  byPlace: Float64Array,
): number {
  const depth = byPlace.length
  let place = 0
  let sum = 0
  for (let at = offset[k]; at < offset[k + 1] && place < depth; at++) {
    const wide = width[author[at]]
    if (wide === 0) continue
    const end = Math.min(depth, place + wide)
    sum += gain[at] * between(byPlace, place, end)
    place = end
  }
  return sum
}
