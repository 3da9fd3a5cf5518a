/**
 * How good the ranking is with one part of the accounts left out after another, or of their reactions, for intervals of NDCG.
 *
 * A bootstrap would have to draw readers anew, and a post with a single reaction would be without any in a third of the
 * draws: its rankings are worse than the platform's. Leaving a twentieth out hardly worsens them, and how far the figure
 * moves then tells its variance: the delete-a-group jackknife (Kott 2001).
 *
 * An account is there as an author and as a reader: with it go its posts and all its reactions. What a reaction brings by
 * chance is left out with either of its ends, so it counts twice; the variance from leaving out reactions alone is
 * taken off once (Cameron and Miller 2014, "Robust inference for dyadic data"), but never more than half of it all.
 * Reactions within an operator have one end, as its accounts go together. What is left errs towards intervals that are
 * too wide, since ranks move in jumps.
 */
import type { Interval } from "../../evaluation/intervals.ts"
import { operatorsOf } from "../../evaluation/resample.ts"
import { studentReach } from "../../evaluation/student.ts"
import { below } from "../../random/distributions.ts"
import { mix32, type Random, stream } from "../../random/streams.ts"
import { inSharedMemory, shared } from "../../shared-columns.ts"
import { CANDIDATE_DAYS, halved } from "./feeds.ts"
import { discountByPlace } from "./places.ts"
import type { Platform } from "./platform.ts"
import { isWithin, ordersOfRanked, type RankInput, rankedOf, timesPushed } from "./ranking.ts"
import { discountedGain, type Orders } from "./show.ts"

/** With 20 the interval knows its own width to a sixth. */
export const PARTS = 20

/** In shared memory. */
export interface Parts {
  readonly count: number
  /** The part of each account. */
  readonly of: Uint8Array
}

/** Deals accounts out by chance: authentic ones one by one, AI-managed ones with all of their operator's. */
export function partsOf({ label, group }: Platform, seed: string): Parts {
  const of = shared.u8(label.length)
  const random = stream(seed, "policy/attention/parts")
  const authentic = Array.from(label.keys()).filter((account) => label[account] === 0)
  for (const [at, account] of shuffled(authentic, random).entries()) of[account] = at % PARTS
  for (const [at, members] of shuffled(operatorsOf(label, group), random).entries())
    for (const account of members) of[account] = at % PARTS
  return { count: PARTS, of }
}

function shuffled<Item>(items: Item[], random: Random): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = below(at + 1, random)
    const item = items[at]
    items[at] = items[other]
    items[other] = item
  }
  return items
}

/** By part, in the order of QUALITY_SUMS. */
export interface LeftOut {
  readonly accounts: Float64Array
  readonly reactions: Float64Array
}

/** Ranked by what counts under the fates, for all draws, and how good the ranking is without each part. */
export interface RankedFeeds {
  readonly ranked: Orders
  /** null without parts. */
  readonly without: LeftOut | null
}

/** Ranks the feeds; `parts` null where nobody is to be left out. */
export function rankLeavingOut({
  parts,
  ...input
}: RankInput & { readonly parts: Parts | null }): RankedFeeds {
  const ranked = rankedOf(input)
  return {
    ranked: ordersOfRanked(input, ranked),
    without: parts && {
      accounts: inSharedMemory(qualityWithout(input, withoutAccounts(input, parts), ranked)),
      reactions: inSharedMemory(qualityWithout(input, withoutReactions(input, parts), ranked)),
    },
  }
}

/** What goes with each part; the part `count` stays whichever is left out. */
interface Leaving {
  readonly count: number
  author(account: number): number
  reaction(signal: number, author: number): number
}

export const withoutAccounts = ({ feeds: { actor } }: RankInput, { count, of }: Parts): Leaving => ({
  count,
  author: (account) => of[account],
  reaction: (signal) => of[actor[signal]],
})

export const withoutReactions = ({ feeds: { actor }, platform }: RankInput, { count }: Parts): Leaving => ({
  count,
  author: () => count,
  reaction: (signal, author) => (isWithin(platform, author, actor[signal]) ? count : mix32(signal) % count),
})

/** What is summed of a setting with a part left out, as in SUMS. */
export const QUALITY_SUMS = ["ndcg", "ndcgOf", "ndcgAuthentic", "ndcgAuthenticOf"] as const
export type QualitySums = Readonly<Record<(typeof QUALITY_SUMS)[number], number>>

/** By part, in the order of QUALITY_SUMS; `ranked` as of `rankedOf`. */
export function qualityWithout(
  input: RankInput,
  leaving: Leaving,
  ranked: readonly Uint32Array[],
): Float64Array {
  const { budget, readers } = input.feeds
  const discount = discountByPlace(readers.depth)
  const sums = new Float64Array(leaving.count * QUALITY_SUMS.length)
  for (const [k, places] of ranked.entries()) {
    const day = dayOf(input, leaving, k, cut(input, leaving, places))
    for (let part = 0; part < leaving.count; part++) {
      const order = orderWithout(day, part)
      const first = part * QUALITY_SUMS.length
      for (const [at, { ranked, best }] of [day.all, day.authentic].entries()) {
        const most = gainWithout(best, day.best[at], part, discount)
        if (most === 0) continue
        sums[first + 2 * at] += (budget[k] * gainWithout(ranked, order, part, discount)) / most
        sums[first + 2 * at + 1] += budget[k]
      }
    }
  }
  return sums
}

/** Readers' depths that a list holds whichever part is left out: with fewer reactions nobody rises from further down. */
const ENOUGH_DEPTHS = 1.5

/** How many places some posts take, whichever part is left out. */
class LeastPlaces {
  #all = 0
  #most = 0
  readonly #byPart: Float64Array

  constructor({ count }: Leaving) {
    this.#byPart = new Float64Array(count)
  }

  /** `part` is the author's. */
  add(part: number, places: number): void {
    this.#all += places
    if (part >= this.#byPart.length) return
    this.#byPart[part] += places
    this.#most = Math.max(this.#most, this.#byPart[part])
  }

  get least(): number {
    return this.#all - this.#most
  }
}

/** The list as far as it may be needed, of all posts and of those of authentic authors. */
function cut({ feeds, platform, fates }: RankInput, leaving: Leaving, places: Uint32Array): Uint32Array {
  const enough = ENOUGH_DEPTHS * feeds.readers.depth
  const all = new LeastPlaces(leaving)
  const authentic = new LeastPlaces(leaving)
  let end = 0
  while (end < places.length && (all.least < enough || authentic.least < enough)) {
    const by = feeds.author[feeds.candidates[places[end++]]]
    const width = platform.stands[by] * fates.reach[by]
    all.add(leaving.author(by), width)
    if (platform.label[by] === 0) authentic.add(leaving.author(by), width)
  }
  return places.slice(0, end)
}

/** Posts of a list, one value each: here a post stands for its author, so that columns are no longer than a feed. */
interface Posts {
  /** The author's part. */
  readonly part: Uint8Array
  /** Places that the post takes. */
  readonly width: Float64Array
  /** Room for the places that it takes without a part. */
  readonly left: Float64Array
}

/** One feed-day. */
interface Day {
  /** All posts, and authentic authors' alone: as they are ranked, and from the best to the worst. */
  readonly all: { readonly ranked: Posts; readonly best: Posts }
  readonly authentic: { readonly ranked: Posts; readonly best: Posts }
  /** The best in order, of all and of authentic authors'. */
  readonly best: readonly [Orders, Orders]
  /** One a ranked post: its gain, and its place among the candidates; the later post has the higher. */
  readonly gain: Float64Array
  readonly place: Uint32Array
  /** One a ranked post and part, and of what always stays: what these reactions add to its score, which is the sum. */
  readonly adds: Float64Array
  readonly score: Float64Array
  /** Columns of `adds`. */
  readonly columns: number
}

function dayOf(input: RankInput, leaving: Leaving, k: number, place: Uint32Array): Day {
  const { feeds, platform, fates } = input
  const posts = place.map((at) => feeds.candidates[at])
  const authors = posts.map((post) => feeds.author[post])
  const wide = (by: number) => platform.stands[by] * fates.reach[by]
  const ifAuthentic = (width: (by: number) => number) => (by: number) =>
    platform.label[by] === 1 ? 0 : width(by)
  // The most that authentic creators could gain is as if nothing were done.
  const asBefore = ifAuthentic((by) => platform.stands[by])
  const best = bestOf(input, leaving, k, wide)
  const bestAuthentic = bestOf(input, leaving, k, asBefore)
  const adds = addsOf(input, k, posts, leaving)
  const columns = leaving.count + 1
  return {
    all: { ranked: postsBy(authors, leaving, wide), best: postsBy(best.author, leaving, wide) },
    authentic: {
      ranked: postsBy(authors, leaving, ifAuthentic(wide)),
      best: postsBy(bestAuthentic.author, leaving, asBefore),
    },
    best: [inOrder(best.gain), inOrder(bestAuthentic.gain)],
    gain: Float64Array.from(posts, (post) => feeds.gain[post]),
    place,
    adds,
    score: Float64Array.from(posts, (_, at) => {
      let sum = 0
      for (let part = 0; part < columns; part++) sum += adds[at * columns + part]
      return sum
    }),
    columns,
  }
}

const postsBy = (authors: Uint32Array, { author }: Leaving, widthOf: (by: number) => number): Posts => ({
  part: Uint8Array.from(authors, author),
  width: Float64Array.from(authors, widthOf),
  left: new Float64Array(authors.length),
})

/** The best posts, as many as suffice whichever part is left out. */
function bestOf({ feeds }: RankInput, leaving: Leaving, k: number, widthOf: (by: number) => number) {
  const { author, gain, offset } = feeds.best
  const places = new LeastPlaces(leaving)
  let end = offset[k]
  for (; end < offset[k + 1] && places.least < feeds.readers.depth; end++)
    places.add(leaving.author(author[end]), widthOf(author[end]))
  return { author: author.slice(offset[k], end), gain: gain.slice(offset[k], end) }
}

const inOrder = (gain: Float64Array): Orders => ({
  offset: Uint32Array.of(0, gain.length),
  author: Uint32Array.from(gain, (_, at) => at),
  gain,
})

/** Discounted gain of the posts in that order without those of the part's authors. */
function gainWithout(
  { part, width, left }: Posts,
  order: Orders,
  out: number,
  discount: Float64Array,
): number {
  for (let at = 0; at < width.length; at++) left[at] = part[at] === out ? 0 : width[at]
  return discountedGain(order, 0, left, discount)
}

/** As `scoreOf` has it, by the part of the reaction. */
function addsOf(
  { feeds, platform, fates: { counts } }: RankInput,
  k: number,
  posts: Uint32Array,
  leaving: Leaving,
): Float64Array {
  const { signalOffset, actor, weight, author, readers, day, published } = feeds
  const aDay = halved(86_400, readers.halfLifeHours)
  const columns = leaving.count + 1
  const adds = new Float64Array(posts.length * columns)
  for (const [at, post] of posts.entries()) {
    const first = post * CANDIDATE_DAYS
    for (let slot = first + day[k] - published[post] - 1, kept = 1; slot >= first; slot--, kept *= aDay)
      for (let signal = signalOffset[slot]; signal < signalOffset[slot + 1]; signal++) {
        const by = actor[signal]
        adds[at * columns + leaving.reaction(signal, author[post])] +=
          kept * weight[signal] * counts[by] * timesPushed(platform, author[post], by)
      }
  }
  return adds
}

/** What is left of a score that goes by this much of the whole is rounding. */
const NOTHING = 1e-12

/** The ranked posts in the order of what speaks for them without the part, and of equal ones the latest first. */
function orderWithout({ gain, place, adds, score, columns }: Day, part: number): Orders {
  const left = score.slice()
  const posts = left.length
  // Whoever the part did not react to stays in order; the others are sorted in between.
  const stay = new Uint32Array(posts)
  const moving: number[] = []
  let staying = 0
  for (let at = 0; at < posts; at++) {
    const gone = adds[at * columns + part]
    if (gone === 0) stay[staying++] = at
    else {
      left[at] = left[at] - gone > NOTHING * left[at] ? left[at] - gone : 0
      moving.push(at)
    }
  }
  const before = (a: number, b: number) => left[b] - left[a] || place[b] - place[a]
  moving.sort(before)
  const author = new Uint32Array(posts)
  const gains = new Float64Array(posts)
  for (let at = 0, s = 0, m = 0; at < posts; at++) {
    const stays = m === moving.length || (s < staying && before(stay[s], moving[m]) < 0)
    author[at] = stays ? stay[s++] : moving[m++]
    gains[at] = gain[author[at]]
  }
  return { offset: Uint32Array.of(0, posts), author, gain: gains }
}

/** A figure with each part left out, of accounts and of reactions. */
export interface FigureLeftOut {
  readonly accounts: readonly number[]
  readonly reactions: readonly number[]
}

/** The 95 % interval by Student's t; NaN where the figure is undefined in any of them, or nothing was left out. */
export function leftOutInterval(value: number, { accounts, reactions }: FigureLeftOut): Interval {
  const whole = jackknifeVariance(accounts)
  const variance = Math.max(whole / 2, whole - jackknifeVariance(reactions))
  const reach = studentReach(0.95, accounts.length - 1) * Math.sqrt(variance)
  return [value - reach, value + reach]
}

function jackknifeVariance(without: readonly number[]): number {
  const parts = without.length
  const mean = without.reduce((sum, one) => sum + one, 0) / parts
  const squares = without.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return ((parts - 1) / parts) * squares
}
