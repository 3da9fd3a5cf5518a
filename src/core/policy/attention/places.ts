/**
 * Places of a feed as a scale from 0: a post that every reader sees takes one place, a post that a share of them sees takes
 * that share of one, and those below move up by the rest. So whatever a policy takes from one post goes to the next, and
 * impressions sum to the same.
 *
 * Attention falls with the place r (from 1) as r^-bias: position bias of power-law form, as Joachims, Swaminathan and
 * Schnabel 2017 ("Unbiased learning-to-rank with biased feedback") model it. Gain is discounted by log2(r + 1), as Järvelin
 * and Kekäläinen 2002 have it and scikit-learn's ndcg_score does.
 */

/** Attention of each place down to `depth`, in proportion; no Math.pow, whose last bit varies between versions of Node. */
export function attentionByPlace(depth: number, bias: number): Float64Array {
  return Float64Array.from({ length: depth }, (_, at) => Math.exp(-bias * Math.log(at + 1)))
}

/** Discount of a gain at each place down to `depth`. */
export function discountByPlace(depth: number): Float64Array {
  return Float64Array.from({ length: depth }, (_, at) => Math.LN2 / Math.log(at + 2))
}

/**
 * What lies between two points of the scale, 0 <= from <= to <= places: whole places whole, parts of one in proportion.
 * Exact for a post that takes one place.
 */
export function between(byPlace: Float64Array, from: number, to: number): number {
  let place = Math.floor(from)
  if (to <= place + 1) return place < byPlace.length ? (to - from) * byPlace[place] : 0
  let sum = (place + 1 - from) * byPlace[place]
  for (place++; place + 1 <= to; place++) sum += byPlace[place]
  return to > place ? sum + (to - place) * byPlace[place] : sum
}
