/** Ranks feeds by what counts for each post under a policy. */
import { NONE } from "../../evidence/evidence.ts"
import type { Fates } from "./fates.ts"
import { CANDIDATE_DAYS, type Feeds, halved, ordersOf } from "./feeds.ts"
import type { Platform } from "./platform.ts"
import type { Orders } from "./show.ts"

export interface RankInput {
  readonly feeds: Feeds
  readonly platform: Platform
  readonly fates: Fates
}

/**
 * Readers scroll down to a depth; below so many times that nobody comes, even in a draw that leaves out many of the
 * authors.
 */
const KEPT_DEPTHS = 4

/** Orders of the posts that may be shown, as far down as any draw can come; in shared memory. */
export const rankFeeds = (input: RankInput): Orders => ordersOfRanked(input, rankedOf(input))

/** Of each feed-day the places among `feeds.candidates` of the posts that may be shown, as far down as any draw can come. */
export function rankedOf(input: RankInput): Uint32Array[] {
  const score = scoreOf(input)
  return Array.from(input.feeds.day, (_, k) => cut(rankDay(input, k, score), input))
}

/** As `Orders`, in shared memory. */
export const ordersOfRanked = ({ feeds }: RankInput, ranked: readonly Uint32Array[]): Orders =>
  ordersOf(
    ranked.map((places) => places.map((at) => feeds.candidates[at])),
    feeds,
  )

/** By post * CANDIDATE_DAYS + days since its own, less one: what speaks for it when the day begins. */
export function scoreOf({ feeds, platform, fates: { counts } }: RankInput): Float64Array {
  const { signalOffset, actor, weight, author, readers } = feeds
  const aDay = halved(86_400, readers.halfLifeHours)
  const score = new Float64Array(signalOffset.length - 1)
  for (let slot = 0; slot < score.length; slot++) {
    const own = author[Math.floor(slot / CANDIDATE_DAYS)]
    let sum = slot % CANDIDATE_DAYS === 0 ? 0 : aDay * score[slot - 1]
    for (let at = signalOffset[slot]; at < signalOffset[slot + 1]; at++) {
      const by = actor[at]
      sum += weight[at] * counts[by] * timesPushed(platform, own, by)
    }
    score[slot] = sum
  }
  return score
}

/** Whether two accounts are one operator's. */
export const isWithin = ({ operator }: Pick<Platform, "operator">, a: number, b: number): boolean =>
  operator[a] !== NONE && operator[a] === operator[b]

/** Accounts that react as `by` does: however many such operators there are, an author is pushed by its own. */
export const timesPushed = (
  platform: Pick<Platform, "operator" | "stands">,
  author: number,
  by: number,
): number => (isWithin(platform, author, by) ? 1 : platform.stands[by])

/** Places among the candidates: the highest score first, and of equal ones the latest. */
function rankDay({ feeds, fates: { reach } }: RankInput, k: number, score: Float64Array): Uint32Array {
  const { candidates, author, published } = feeds
  const room = feeds.to[k] - feeds.from[k]
  const known = new Uint32Array(room)
  const scores = new Float64Array(room)
  // Nothing speaks for most posts: they come last and need no sorting.
  const unknown = new Uint32Array(room)
  let count = 0
  let rest = 0
  for (let at = feeds.to[k] - 1; at >= feeds.from[k]; at--) {
    const post = candidates[at]
    if (reach[author[post]] === 0) continue
    const own = score[post * CANDIDATE_DAYS + feeds.day[k] - published[post] - 1]
    if (own === 0) unknown[rest++] = at
    else {
      scores[count] = own
      known[count++] = at
    }
  }
  const ranked = new Uint32Array(count + rest)
  const place = placesOf(scores.subarray(0, count))
  for (let i = 0; i < count; i++) ranked[place[i]] = known[i]
  ranked.set(unknown.subarray(0, rest), count)
  return ranked
}

/** Place of each value in falling order, equal ones in the order in which they stand: sorted without a comparator. */
function placesOf(values: Float64Array): Uint32Array {
  const ascending = values.slice().sort()
  const place = new Uint32Array(values.length)
  const taken = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const after = firstAbove(ascending, values[i])
    place[i] = values.length - after + taken[after - 1]++
  }
  return place
}

/** Where the first value above `value` stands. */
function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The list as far as any draw can come, for all posts and for those of authentic authors. */
function cut(ranked: Uint32Array, { feeds, platform, fates: { reach } }: RankInput): Uint32Array {
  const enough = KEPT_DEPTHS * feeds.readers.depth
  let places = 0
  let authentic = 0
  for (let at = 0; at < ranked.length; at++) {
    const author = feeds.author[feeds.candidates[ranked[at]]]
    const width = platform.stands[author] * reach[author]
    places += width
    if (platform.label[author] === 0) authentic += width
    if (authentic >= enough && places >= enough) return ranked.slice(0, at + 1)
  }
  return ranked
}
