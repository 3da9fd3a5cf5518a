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

/** One value for each post of an order; `count` are in use. */
export interface Attention {
  count: number
  readonly author: Uint32Array
  /** In proportion; `total` is their sum. */
  readonly attention: Float64Array
  total: number
}

/** Room for orders of so many posts. */
export const roomFor = (posts: number): Attention => ({
  count: 0,
  author: new Uint32Array(posts),
  attention: new Float64Array(posts),
  total: 0,
})

/**
 * Shares attention out over feed-day k's posts, down to as many places as `byPlace` has; writes over `into`. `width`: places
 * that a post of each account takes, 0 for none.
 */
export function shareOut(
  { offset, author }: Orders,
  k: number,
  width: Float64Array,
  byPlace: Float64Array,
  into: Attention,
): void {
  const depth = byPlace.length
  let place = 0
  let count = 0
  let total = 0
  for (let at = offset[k]; at < offset[k + 1] && place < depth; at++) {
    const by = author[at]
    if (width[by] === 0) continue
    const end = Math.min(depth, place + width[by])
    const attention = between(byPlace, place, end)
    into.author[count] = by
    into.attention[count++] = attention
    total += attention
    place = end
  }
  into.count = count
  into.total = total
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
