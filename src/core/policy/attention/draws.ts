/**
 * Shows all feeds to their readers, under many settings, in draws of the platform's accounts. Ranked lists are given and stay
 * as they are: a draw varies how often each author is there. All settings see the same draws.
 */
import type { Fates } from "./fates.ts"
import type { Feeds } from "./feeds.ts"
import { attentionByPlace, discountByPlace } from "./places.ts"
import { drawingOf, type Platform } from "./platform.ts"
import { discountedGain, type Orders, roomFor, shareOut } from "./show.ts"

/** What is summed of a setting in a draw; all that figures are made of. */
export const SUMS = [
  /** Impressions of AI-managed accounts; of authentic ones on whom something is done; of the other authentic ones. */
  "managed",
  "wronged",
  "untouched",
  /** The same as if nothing were done. */
  "managedBefore",
  "wrongedBefore",
  "untouchedBefore",
  /** Impressions of accounts whose reach is for sale, and those of undisclosed AI-managed ones among them. */
  "paid",
  "paidUndisclosed",
  /** Authentic creators, and those on whom something is done. */
  "creators",
  "wrongedCreators",
  /** NDCG times impressions over feed-days, and the impressions of feed-days that have one. */
  "ndcg",
  "ndcgOf",
  "ndcgAuthentic",
  "ndcgAuthenticOf",
] as const
export type Sum = (typeof SUMS)[number]
export type Sums = Record<Sum, number>

/** Ranked by what counts under the fates. */
export interface RankedSetting {
  readonly fates: Fates
  readonly ranked: Orders
}

export interface DrawInput {
  readonly feeds: Feeds
  readonly platform: Platform
  readonly seed: string
  /** Draws from the first up to, not including, the last; draw 0 is the run itself. */
  readonly draws: readonly [number, number]
  /** The first is what the others are held against. */
  readonly settings: readonly RankedSetting[]
}

/** Sums in the order of SUMS, for each draw and in it each setting. */
export function drawFeeds({ feeds, platform, seed, draws: [first, end], settings }: DrawInput): Float64Array {
  const scene = sceneOf(feeds, platform)
  const draw = drawingOf(platform, seed)
  const sums = new Float64Array((end - first) * settings.length * SUMS.length)
  for (let k = first; k < end; k++) {
    const drawn = drawnOf(scene, draw(k), settings[0])
    for (const [s, setting] of settings.entries()) {
      const found = sumUp(scene, setting, drawn)
      sums.set(
        SUMS.map((name) => found[name]),
        ((k - first) * settings.length + s) * SUMS.length,
      )
    }
  }
  return sums
}

/** What all draws and settings have in common. */
interface Scene {
  readonly feeds: Feeds
  readonly platform: Platform
  readonly attention: Float64Array
  readonly discount: Float64Array
  /** Accounts with posts, ascending: all that figures can be about. */
  readonly creators: readonly number[]
}

export function sceneOf(feeds: Feeds, platform: Platform): Scene {
  const { depth, positionBias } = feeds.readers
  return {
    feeds,
    platform,
    attention: attentionByPlace(depth, positionBias),
    discount: discountByPlace(depth),
    creators: [...new Set(feeds.author)],
  }
}

/** What the settings of a draw have in common. */
interface Drawn {
  /** Accounts of the platform that each of the run's stands for. */
  readonly stands: Float64Array
  /** Impressions when nothing is done. */
  readonly before: Float64Array
  /** Of each feed-day: the most that authentic creators' posts could gain. */
  readonly mostAuthentic: Float64Array
}

function drawnOf(scene: Scene, stands: Float64Array, baseline: RankedSetting): Drawn {
  const { best, day } = scene.feeds
  const width = authenticOnly(stands, scene.platform)
  return {
    stands,
    before: impressionsOf(scene, baseline.ranked, widthsOf(baseline.fates, stands)),
    mostAuthentic: Float64Array.from(day, (_, k) => discountedGain(best, k, width, scene.discount)),
  }
}

/** Places that a post of each account takes. */
function widthsOf({ reach }: Fates, stands: Float64Array): Float64Array {
  const width = new Float64Array(stands.length)
  for (let account = 0; account < width.length; account++) width[account] = stands[account] * reach[account]
  return width
}

function authenticOnly(widths: Float64Array, { label }: Platform): Float64Array {
  const width = new Float64Array(widths.length)
  for (let account = 0; account < width.length; account++)
    width[account] = label[account] === 1 ? 0 : widths[account]
  return width
}

/** Impressions of each account; they sum to the feeds' budgets, but for feeds that nothing may be shown in. */
export function impressionsOf(
  { feeds, attention }: Scene,
  ranked: Orders,
  width: Float64Array,
): Float64Array {
  const { day, budget } = feeds
  const impressions = new Float64Array(width.length)
  const room = roomFor(ranked.author.length)
  for (let k = 0; k < day.length; k++) {
    shareOut(ranked, k, width, attention, room)
    for (let at = 0; at < room.count; at++)
      impressions[room.author[at]] += (room.attention[at] / room.total) * budget[k]
  }
  return impressions
}

function sumUp(scene: Scene, setting: RankedSetting, drawn: Drawn): Sums {
  const width = widthsOf(setting.fates, drawn.stands)
  const after = impressionsOf(scene, setting.ranked, width)
  const sums = Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums
  for (const creator of scene.creators) {
    if (drawn.stands[creator] === 0) continue
    if (scene.platform.label[creator] === 1) {
      sums.managed += after[creator]
      sums.managedBefore += drawn.before[creator]
    } else addAuthentic(setting.fates, creator, drawn, after[creator], sums)
    addPaid(scene, setting.fates, creator, after[creator], sums)
  }
  addQuality(scene, setting.ranked, width, drawn.mostAuthentic, sums)
  return sums
}

function addAuthentic(
  { reach, counts, disclosed }: Fates,
  creator: number,
  { stands, before }: Drawn,
  after: number,
  sums: Sums,
): void {
  sums.creators += stands[creator]
  if (reach[creator] < 1 || counts[creator] < 1 || disclosed[creator] > 0) {
    sums.wronged += after
    sums.wrongedBefore += before[creator]
    sums.wrongedCreators += stands[creator]
  } else {
    sums.untouched += after
    sums.untouchedBefore += before[creator]
  }
}

function addPaid(
  { feeds, platform }: Scene,
  { disclosed }: Fates,
  creator: number,
  after: number,
  sums: Sums,
): void {
  if (platform.followers[creator] < feeds.readers.leastFollowers) return
  sums.paid += after
  if (platform.label[creator] === 1 && platform.declared[creator] === 0)
    sums.paidUndisclosed += (1 - disclosed[creator]) * after
}

/** Adds up the NDCG of each feed-day against its posts from the best to the worst, weighed by its impressions. */
function addQuality(
  { feeds, platform, discount }: Scene,
  ranked: Orders,
  width: Float64Array,
  mostAuthentic: Float64Array,
  sums: Sums,
): void {
  const { best, budget } = feeds
  const authentic = authenticOnly(width, platform)
  for (let k = 0; k < feeds.day.length; k++) {
    const most = discountedGain(best, k, width, discount)
    if (most > 0) {
      sums.ndcg += (budget[k] * discountedGain(ranked, k, width, discount)) / most
      sums.ndcgOf += budget[k]
    }
    if (mostAuthentic[k] > 0) {
      sums.ndcgAuthentic += (budget[k] * discountedGain(ranked, k, authentic, discount)) / mostAuthentic[k]
      sums.ndcgAuthenticOf += budget[k]
    }
  }
}
