/**
 * Shows all feeds to their readers, under many settings, in draws of the platform's accounts. Ranked lists are given and stay
 * as they are: a draw varies how often each author is there. All settings see the same draws.
 */
import type { Fates } from "./fates.ts"
import type { Feeds } from "./feeds.ts"
import { attentionByPlace, discountByPlace } from "./places.ts"
import { drawingOf, type Platform } from "./platform.ts"
import { discountedGain, type Orders, type Reading, roomFor, type Shown, show } from "./show.ts"

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
  readonly reading: Reading
  /** Accounts with posts, ascending: all that figures can be about. */
  readonly creators: readonly number[]
}

export function sceneOf(feeds: Feeds, platform: Platform): Scene {
  const { depth, positionBias } = feeds.readers
  return {
    feeds,
    platform,
    reading: { attention: attentionByPlace(depth, positionBias), discount: discountByPlace(depth) },
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
  const mostAuthentic = Float64Array.from(day, (_, k) =>
    discountedGain(best, k, width, scene.reading.discount),
  )
  const before = showAll(scene, baseline.ranked, widthsOf(baseline.fates, stands))
  return { stands, before, mostAuthentic }
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

/**
 * Impressions of each account: they sum to the feeds' budgets, but for feeds that nothing may be shown in. `see` is told
 * what is shown of each feed-day, which the next one writes over.
 */
export function showAll(
  { feeds: { day, budget }, platform: { label }, reading }: Scene,
  ranked: Orders,
  width: Float64Array,
  see: (shown: Shown, k: number) => void = () => {},
): Float64Array {
  const impressions = new Float64Array(width.length)
  const shown = roomFor(ranked)
  for (let k = 0; k < day.length; k++) {
    show(ranked, k, width, label, reading, shown)
    for (let at = 0; at < shown.count; at++)
      impressions[shown.author[at]] += (shown.attention[at] / shown.total) * budget[k]
    see(shown, k)
  }
  return impressions
}

function sumUp(scene: Scene, setting: RankedSetting, drawn: Drawn): Sums {
  const width = widthsOf(setting.fates, drawn.stands)
  const sums = Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums
  const after = showAll(scene, setting.ranked, width, (shown, k) =>
    addQuality(scene, shown, k, width, drawn.mostAuthentic[k], sums),
  )
  for (const creator of scene.creators) {
    if (drawn.stands[creator] === 0) continue
    if (scene.platform.label[creator] === 1) {
      sums.managed += after[creator]
      sums.managedBefore += drawn.before[creator]
    } else addAuthentic(setting.fates, creator, drawn, after[creator], sums)
    addPaid(scene, setting.fates, creator, after[creator], sums)
  }
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

/** Adds the NDCG of a feed-day, against its posts from the best to the worst, weighed by its impressions. */
function addQuality(
  { feeds: { best, budget }, reading }: Scene,
  shown: Shown,
  k: number,
  width: Float64Array,
  mostAuthentic: number,
  sums: Sums,
): void {
  const most = discountedGain(best, k, width, reading.discount)
  if (most > 0) {
    sums.ndcg += (budget[k] * shown.gain) / most
    sums.ndcgOf += budget[k]
  }
  if (mostAuthentic > 0) {
    sums.ndcgAuthentic += (budget[k] * shown.authenticGain) / mostAuthentic
    sums.ndcgAuthenticOf += budget[k]
  }
}
