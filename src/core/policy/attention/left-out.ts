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
import { attentionByPlace, discountByPlace } from "./places.ts"
import type { Platform } from "./platform.ts"
import { isWithin, KEPT_DEPTHS, ordersOfRanked, type RankInput, rankedOf, timesPushed } from "./ranking.ts"
import { discountedGain, type Orders, type Reading, roomFor, show } from "./show.ts"

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
  const reading = {
    attention: attentionByPlace(readers.depth, readers.positionBias),
    discount: discountByPlace(readers.depth),
  }
  const sums = new Float64Array(leaving.count * QUALITY_SUMS.length)
  for (const [k, places] of ranked.entries()) {
    const day = dayOf(input, leaving, k, places)
    for (let part = 0; part < leaving.count; part++) {
      const { gain, most, authenticGain, mostAuthentic } = gainsWithout(day, part, reading)
      const first = part * QUALITY_SUMS.length
      if (most > 0) {
        sums[first] += (budget[k] * gain) / most
        sums[first + 1] += budget[k]
      }
      if (mostAuthentic > 0) {
        sums[first + 2] += (budget[k] * authenticGain) / mostAuthentic
        sums[first + 3] += budget[k]
      }
    }
  }
  return sums
}

/** Posts in an order, one value each: here a post stands for its author, so that columns are no longer than a feed. */
interface Posts {
  readonly gain: Float64Array
  /** Its author's part and label, and the places that the post takes. */
  readonly part: Uint8Array
  readonly label: Uint8Array
  readonly width: Float64Array
}

/** One feed-day. */
interface Day {
  readonly ranked: Posts
  /** One a ranked post: its place among the candidates; the later post has the higher. */
  readonly place: Uint32Array
  /** One a ranked post and part, and of what always stays: what these reactions add to its score, which is the sum. */
  readonly adds: Float64Array
  readonly score: Float64Array
  /** Columns of `adds`. */
  readonly columns: number
  /** From the best post to the worst. */
  readonly best: Posts
  /** The same without AI-managed authors' posts and as if nothing were done. */
  readonly bestAuthentic: Posts
}

function dayOf(input: RankInput, leaving: Leaving, k: number, place: Uint32Array): Day {
  const { feeds, platform, fates } = input
  const { author, gain, candidates, best } = feeds
  const posts = place.map((at) => candidates[at])
  const postsBy = (authors: Uint32Array, gains: Float64Array, widthOf: (by: number) => number): Posts => ({
    gain: gains,
    part: Uint8Array.from(authors, leaving.author),
    label: Uint8Array.from(authors, (by) => platform.label[by]),
    width: Float64Array.from(authors, widthOf),
  })
  const wide = (by: number) => platform.stands[by] * fates.reach[by]
  const adds = addsOf(input, k, posts, leaving)
  const columns = leaving.count + 1
  const bestOf = (widthOf: (by: number) => number): Posts => {
    const end = lastNeeded(best.author, best.offset[k], best.offset[k + 1], widthOf, feeds.readers.depth)
    return postsBy(best.author.slice(best.offset[k], end), best.gain.slice(best.offset[k], end), widthOf)
  }
  return {
    ranked: postsBy(
      posts.map((post) => author[post]),
      Float64Array.from(posts, (post) => gain[post]),
      wide,
    ),
    place,
    adds,
    score: Float64Array.from(posts, (_, at) => {
      let sum = 0
      for (let part = 0; part < columns; part++) sum += adds[at * columns + part]
      return sum
    }),
    columns,
    best: bestOf(wide),
    bestAuthentic: bestOf((by) => (platform.label[by] === 1 ? 0 : platform.stands[by])),
  }
}

/** Where the list may end so that its places suffice whichever part is left out. */
function lastNeeded(
  author: Uint32Array,
  first: number,
  end: number,
  widthOf: (by: number) => number,
  depth: number,
): number {
  let places = 0
  for (let at = first; at < end; at++) {
    places += widthOf(author[at])
    if (places >= KEPT_DEPTHS * depth) return at + 1
  }
  return end
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

function gainsWithout(day: Day, part: number, { attention, discount }: Reading) {
  const { ranked } = day
  const order = orderWithout(day, part)
  const into = roomFor(order)
  const width = widthWithout(ranked, part)
  show(order, 0, width, ranked.label, { attention, discount }, into)
  const mostOf = (best: Posts) => discountedGain(inOrder(best), 0, widthWithout(best, part), discount)
  return {
    gain: into.gain,
    authenticGain: into.authenticGain,
    most: mostOf(day.best),
    mostAuthentic: mostOf(day.bestAuthentic),
  }
}

const widthWithout = ({ width, part }: Posts, out: number): Float64Array =>
  width.map((wide, at) => (part[at] === out ? 0 : wide))

const inOrder = ({ gain }: Posts): Orders => ({
  offset: Uint32Array.of(0, gain.length),
  author: Uint32Array.from(gain.keys()),
  gain,
})

/** What is left of a score that goes by this much of the whole is rounding. */
const NOTHING = 1e-12

/** The ranked posts in the order of what speaks for them without the part, and of equal ones the latest first. */
function orderWithout({ ranked, place, adds, score, columns }: Day, part: number): Orders {
  const left = score.slice()
  const posts = left.length
  // Whoever the part did not react to stays in order; the others are sorted in between.
  const stay: number[] = []
  const move: number[] = []
  for (let at = 0; at < posts; at++) {
    const gone = adds[at * columns + part]
    if (gone > 0) left[at] = left[at] - gone > NOTHING * left[at] ? left[at] - gone : 0
    if (gone > 0) move.push(at)
    else stay.push(at)
  }
  const before = (a: number, b: number) => left[b] - left[a] || place[b] - place[a]
  move.sort(before)
  const author = new Uint32Array(posts)
  for (let at = 0, s = 0, m = 0; at < posts; at++) {
    const stays = m === move.length || (s < stay.length && before(stay[s], move[m]) < 0)
    author[at] = stays ? stay[s++] : move[m++]
  }
  return {
    offset: Uint32Array.of(0, posts),
    author,
    gain: Float64Array.from(author, (at) => ranked.gain[at]),
  }
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
