/**
 * The feed: what there is to react to at any moment. Posts lie in bins of five minutes by publication; each bin holds
 * as many entries as posts, drawn from them by popularity, so that an even draw from a bin is a draw by popularity.
 * A few authors and a few posts get most of the attention.
 *
 * Built once a world, in shared memory: four bytes a post, and a sixteenth of that for finding a post's author.
 */

import { type Random, stage, stream } from "../random/streams.ts"
import { shared } from "../shared-columns.ts"
import { eventStream } from "./adaptation.ts"
import type { World } from "./world.ts"

export interface Feed {
  /** Post numbers, bin by bin; length posts. */
  readonly entries: Uint32Array
  /** Where each bin's entries begin; length bins + 1. */
  readonly offset: Uint32Array
  /** Author of every AUTHOR_STEP-th post. */
  readonly authors: Uint32Array
}

/** Seconds of publication that one bin covers. */
export const BIN = 300
const AUTHOR_STEP = 64

/** Of a world that has no posts' times yet. */
export const noFeed = (): Feed => ({ entries: shared.u32(0), offset: shared.u32(1), authors: shared.u32(0) })

/** Reads all posts' times; one thread, the same whatever the number of workers. */
export function buildFeed(world: World): Feed {
  const { postTime, periodSeconds } = world
  const bins = Math.ceil(periodSeconds / BIN)
  const offset = shared.u32(bins + 1)
  for (let post = 0; post < postTime.length; post++) offset[Math.floor(postTime[post] / BIN) + 1]++
  let fullest = 0
  for (let bin = 0; bin < bins; bin++) {
    fullest = Math.max(fullest, offset[bin + 1])
    offset[bin + 1] += offset[bin]
  }
  const entries = shared.u32(postTime.length)
  const weight = new Float32Array(postTime.length)
  placePosts(world, offset, entries, weight)
  const scratch = new Uint32Array(fullest)
  const random = stream(world.scenario.seed, "feed/draws")
  for (let bin = 0; bin < bins; bin++)
    drawEntries(entries, weight, offset[bin], offset[bin + 1], random(), scratch)
  return { entries, offset, authors: indexAuthors(world) }
}

/** Sorts posts into their bins, those of one bin by number, and weighs them. */
function placePosts(world: World, offset: Uint32Array, entries: Uint32Array, weight: Float32Array): void {
  const { postTime, columns, accounts, scenario } = world
  const luck = stage(scenario.seed, "feed/luck")
  const next = offset.slice()
  for (let account = 0; account < accounts; account++) {
    const random = eventStream(world, "feed/luck", account, luck.at(account))
    for (let post = columns.postOffset[account]; post < columns.postOffset[account + 1]; post++) {
      const at = next[Math.floor(postTime[post] / BIN)]++
      entries[at] = post
      weight[at] = columns.popularity[account] * drawLuck(random)
    }
  }
}

/** Some posts take off: Pareto with exponent 2, so that the mean is finite and the variance hardly. */
const drawLuck = (random: Random) => 1 / Math.sqrt(1 - random())

/**
 * How good the posts of accounts from `first` up to, not including, `end` are, into `quality` (one value a post, above 0,
 * about 1): what draws the feed's attention to them apart from their author's following, and no detector sees.
 */
export function drawQuality(world: World, first: number, end: number, quality: Float64Array): void {
  const { columns, scenario } = world
  const luck = stage(scenario.seed, "feed/luck")
  for (let account = first; account < end; account++) {
    const random = eventStream(world, "feed/luck", account, luck.at(account))
    const appeal = columns.popularity[account] / followingWeight(columns.followers[account])
    for (let post = columns.postOffset[account]; post < columns.postOffset[account + 1]; post++)
      quality[post] = appeal * drawLuck(random)
  }
}

/** What a following alone does for the attention that an account's posts get. */
export const followingWeight = (followers: number) => Math.sqrt(20 + followers)

/** Systematic draws by weight (Kish 1965): a post of k times the mean weight gets k entries, give or take one. `start` in [0, 1). */
function drawEntries(
  entries: Uint32Array,
  weight: Float32Array,
  from: number,
  to: number,
  start: number,
  scratch: Uint32Array,
): void {
  const count = to - from
  if (count < 2) return
  let total = 0
  for (let at = from; at < to; at++) total += weight[at]
  const step = total / count
  let wanted = start * step
  let sum = 0
  let drawn = 0
  for (let at = from; at < to && drawn < count; at++) {
    sum += weight[at]
    for (; drawn < count && wanted < sum; wanted += step) scratch[drawn++] = entries[at]
  }
  while (drawn < count) scratch[drawn++] = entries[to - 1]
  entries.set(scratch.subarray(0, count), from)
}

function indexAuthors({ columns, accounts, postTime }: World): Uint32Array {
  const authors = shared.u32(Math.ceil(postTime.length / AUTHOR_STEP))
  let account = 0
  for (let k = 0; k < authors.length && account < accounts; k++) {
    while (columns.postOffset[account + 1] <= k * AUTHOR_STEP) account++
    authors[k] = account
  }
  return authors
}

/** The account that published a post. */
export function authorOf({ feed, columns }: World, post: number): number {
  let account = feed.authors[Math.floor(post / AUTHOR_STEP)]
  while (columns.postOffset[account + 1] <= post) account++
  return account
}

/** A post published about `time`, or the last bin's before it that holds any; -1 when there is none. `u` in [0, 1). */
export function postAbout({ feed }: World, time: number, u: number): number {
  const bin = Math.floor(time / BIN)
  const from = feed.offset[bin]
  const count = feed.offset[bin + 1] - from
  if (count > 0) return feed.entries[from + Math.floor(u * count)]
  return from > 0 ? feed.entries[from - 1] : -1
}
