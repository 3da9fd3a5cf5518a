/**
 * Feeds: one for each language and topic, chosen anew each day from the posts of the last days. Here is all of them that no
 * policy changes: what there is to choose from, what speaks for each post, how good it is, and how much readers will see.
 *
 * What speaks for a post are the reactions to it before the day, weighed by kind as Xiaohongshu's creators' community
 * takes its score (CES) to: likes and saves 1, comments and shares 4. Soft; halved every so many hours.
 */
import type { Engagement } from "../../engagement.ts"
import { INTERACTION_KINDS, type InteractionKind, LANGUAGES, NONE } from "../../evidence/evidence.ts"
import { shared } from "../../shared-columns.ts"
import type { Readers } from "../after-flag.ts"
import type { Orders } from "./show.ts"

/** A feed chooses from posts that are published on so many days before its own. */
export const CANDIDATE_DAYS = 3

const DAY = 86_400

/** A follow is no reaction to a post. */
export const KIND_WEIGHT: Readonly<Record<InteractionKind, number>> = {
  like: 1,
  comment: 4,
  reply: 4,
  follow: 0,
  share: 4,
  save: 1,
}
const WEIGHTS = INTERACTION_KINDS.map((kind) => KIND_WEIGHT[kind])

export interface FeedsInput {
  readonly engagement: Engagement
  readonly readers: Readers
  /** AI_MANAGED or AUTHENTIC, one an account: authentic accounts are the readers. */
  readonly label: Uint8Array
}

/** Feed-days are those that have posts to choose from and readers; all columns in shared memory. */
export interface Feeds {
  readonly readers: Readers
  /** Day of each feed-day. */
  readonly day: Uint16Array
  /** Impressions of each feed-day, in its readers' actions on that day. */
  readonly budget: Float64Array
  /** Feed-day k chooses from candidates from[k] up to, not including, to[k], the latest last. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** Post numbers, by feed and then by time. */
  readonly candidates: Uint32Array
  /** All that each feed-day chooses from, by falling quality. */
  readonly best: Orders
  /** One a post; likewise the author and the day of publication. */
  readonly gain: Float64Array
  readonly author: Uint32Array
  readonly published: Uint16Array
  /**
   * For post p and the k-th day after its own, from 0: the signals from signalOffset[p * CANDIDATE_DAYS + k] up to, not
   * including, the next came since the day before, each by an actor and with a weight as of that day's beginning.
   */
  readonly signalOffset: Uint32Array
  readonly actor: Uint32Array
  readonly weight: Float32Array
}

/** Gain of showing a post: on a scale of doublings, so that a handful that took off does not decide by itself. */
const gainOf = (quality: number) => Math.log(1 + quality) / Math.LN2

export function openFeeds({ engagement, readers, label }: FeedsInput): Feeds {
  const { postTime, quality, days } = engagement
  const author = authorsOf(engagement)
  const published = new Uint16Array(new SharedArrayBuffer(2 * postTime.length))
  const gain = shared.f64(postTime.length)
  for (let post = 0; post < postTime.length; post++) {
    published[post] = Math.floor(postTime[post] / DAY)
    gain[post] = gainOf(quality[post])
  }
  const topics = engagement.topic.reduce((most, topic) => Math.max(most, topic + 1), 1)
  const feedOf = (account: number) => engagement.language[account] * topics + engagement.topic[account]
  const feeds = LANGUAGES.length * topics
  const { candidates, offset } = byFeedDay(engagement, author, published, feedOf, feeds)
  const read = readingOf(engagement, label, feedOf, feeds)
  const kept: { day: number; from: number; to: number; budget: number }[] = []
  for (let feed = 0; feed < feeds; feed++) {
    // The first days have less to choose from than a feed of a platform that was there before.
    for (let day = Math.min(CANDIDATE_DAYS, days - 1); day < days; day++) {
      const at = feed * days + day
      const from = offset[Math.max(feed * days, at - CANDIDATE_DAYS)]
      if (offset[at] > from && read[at] > 0) kept.push({ day, from, to: offset[at], budget: read[at] })
    }
  }
  return {
    readers,
    day: filled(shared.u16(kept.length), (k) => kept[k].day),
    budget: filled(shared.f64(kept.length), (k) => kept[k].budget),
    from: filled(shared.u32(kept.length), (k) => kept[k].from),
    to: filled(shared.u32(kept.length), (k) => kept[k].to),
    candidates,
    best: ordersOf(
      kept.map(({ from, to }) => candidates.slice(from, to).sort((a, b) => gain[b] - gain[a] || a - b)),
      { author, gain },
    ),
    gain,
    author,
    published,
    ...signalsOf(engagement, published, readers.halfLifeHours),
  }
}

function filled<Column extends Float64Array | Uint32Array | Uint16Array>(
  column: Column,
  value: (at: number) => number,
): Column {
  for (let at = 0; at < column.length; at++) column[at] = value(at)
  return column
}

/** Author of each post. */
function authorsOf({ accounts, postOffset, postTime }: Engagement): Uint32Array {
  const author = shared.u32(postTime.length)
  for (let account = 0; account < accounts; account++)
    author.fill(account, postOffset[account], postOffset[account + 1])
  return author
}

/** Posts by feed and time; day d of feed f begins at offset[f * days + d]. */
function byFeedDay(
  { postTime, days }: Engagement,
  author: Uint32Array,
  published: Uint16Array,
  feedOf: (account: number) => number,
  feeds: number,
): { readonly candidates: Uint32Array; readonly offset: Uint32Array } {
  const placeOf = (post: number) => feedOf(author[post]) * days + published[post]
  const offset = new Uint32Array(feeds * days + 1)
  for (let post = 0; post < postTime.length; post++) offset[placeOf(post) + 1]++
  for (let at = 0; at < feeds * days; at++) offset[at + 1] += offset[at]
  const candidates = shared.u32(postTime.length)
  const next = offset.slice()
  for (let post = 0; post < postTime.length; post++) candidates[next[placeOf(post)]++] = post
  for (let at = 0; at < feeds * days; at++) {
    const part = candidates.subarray(offset[at], offset[at + 1])
    part.set(part.slice().sort((a, b) => postTime[a] - postTime[b] || a - b))
  }
  return { candidates, offset }
}

/** What authentic accounts of each feed do on each day, by feed * days + day. */
function readingOf(
  { accounts, days, actionOffset, time }: Engagement,
  label: Uint8Array,
  feedOf: (account: number) => number,
  feeds: number,
): Float64Array {
  const read = new Float64Array(feeds * days)
  for (let account = 0; account < accounts; account++) {
    if (label[account] === 1) continue
    const first = feedOf(account) * days
    for (let at = actionOffset[account]; at < actionOffset[account + 1]; at++)
      read[first + Math.floor(time[at] / DAY)]++
  }
  return read
}

/** As `Orders`, of lists of post numbers; in shared memory. */
export function ordersOf(
  lists: readonly Uint32Array[],
  { author, gain }: Pick<Feeds, "author" | "gain">,
): Orders {
  const offset = shared.u32(lists.length + 1)
  for (const [k, list] of lists.entries()) offset[k + 1] = offset[k] + list.length
  const orders = {
    offset,
    author: shared.u32(offset[lists.length]),
    gain: shared.f64(offset[lists.length]),
  }
  for (const [k, list] of lists.entries()) {
    for (let at = 0; at < list.length; at++) {
      orders.author[offset[k] + at] = author[list[at]]
      orders.gain[offset[k] + at] = gain[list[at]]
    }
  }
  return orders
}

/** Sorts the reactions that can still speak for a post when a feed chooses from it, by post and day. */
function signalsOf(
  { accounts, actionOffset, time, kind, post }: Engagement,
  published: Uint16Array,
  halfLifeHours: number,
): Pick<Feeds, "signalOffset" | "actor" | "weight"> {
  const slotOf = (at: number) => {
    if (post[at] === NONE) return -1
    // A call can be answered on the day of publication at the earliest.
    const after = Math.max(0, Math.floor(time[at] / DAY) - published[post[at]])
    return after < CANDIDATE_DAYS ? post[at] * CANDIDATE_DAYS + after : -1
  }
  const signalOffset = shared.u32(published.length * CANDIDATE_DAYS + 1)
  for (let at = 0; at < time.length; at++) {
    const slot = slotOf(at)
    if (slot >= 0) signalOffset[slot + 1]++
  }
  for (let slot = 0; slot + 1 < signalOffset.length; slot++) signalOffset[slot + 1] += signalOffset[slot]
  const actor = shared.u32(signalOffset[signalOffset.length - 1])
  const weight = shared.f32(actor.length)
  const next = signalOffset.slice()
  for (let account = 0; account < accounts; account++) {
    for (let at = actionOffset[account]; at < actionOffset[account + 1]; at++) {
      const slot = slotOf(at)
      if (slot < 0) continue
      const begins = (published[post[at]] + 1 + (slot % CANDIDATE_DAYS)) * DAY
      actor[next[slot]] = account
      weight[next[slot]++] = WEIGHTS[kind[at]] * halved(begins - time[at], halfLifeHours)
    }
  }
  return { signalOffset, actor, weight }
}

/** What is left after some seconds of what halves every so many hours. */
export const halved = (seconds: number, halfLifeHours: number) =>
  Math.exp((-Math.LN2 * seconds) / (halfLifeHours * 3600))
