/** Shows a ranked feed to its readers: who gets how much of their attention, and how good the ranking is. */
import { between } from "./places.ts"

/** What readers see of authors' posts: the share of places that each author's post takes, in draws more than one. */
export interface Shown {
  /** Post numbers, the first place first. */
  readonly posts: Uint32Array
  readonly author: Uint32Array
  /** One an account: places that a post of it takes, 0 for none. */
  readonly width: Float64Array
}

/**
 * Calls `see` with each shown post's author and its attention, in proportion, and returns what there is of it in all: that
 * of all `byPlace`, unless posts run out before.
 */
export function shareOut(
  { posts, author, width }: Shown,
  byPlace: Float64Array,
  see: (author: number, attention: number) => void,
): number {
  const depth = byPlace.length
  let place = 0
  let sum = 0
  for (let at = 0; at < posts.length && place < depth; at++) {
    const by = author[posts[at]]
    if (width[by] === 0) continue
    const end = Math.min(depth, place + width[by])
    const attention = between(byPlace, place, end)
    see(by, attention)
    sum += attention
    place = end
  }
  return sum
}

/** Gains of the shown posts, each discounted by its place (DCG): of the first places alone, as many as `byPlace` has. */
export function discountedGain(
  { posts, author, width }: Shown,
  gain: Float64Array,
  byPlace: Float64Array,
): number {
  const depth = byPlace.length
  let place = 0
  let sum = 0
  for (let at = 0; at < posts.length && place < depth; at++) {
    const wide = width[author[posts[at]]]
    if (wide === 0) continue
    const end = Math.min(depth, place + wide)
    sum += gain[posts[at]] * between(byPlace, place, end)
    place = end
  }
  return sum
}
