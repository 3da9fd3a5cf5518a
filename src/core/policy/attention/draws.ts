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
  /** 1 for accounts with posts. */
  readonly creates: Uint8Array
}

export function sceneOf(feeds: Feeds, platform: Platform): Scene {
  const creates = new Uint8Array(platform.label.length)
  for (const author of feeds.author) creates[author] = 1
  const { depth, positionBias } = feeds.readers
  return {
    feeds,
    platform,
    attention: attentionByPlace(depth, positionBias),
    discount: discountByPlace(depth),
    creates,
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
    before: impressionsOf(scene, baseline, stands),
    mostAuthentic: Float64Array.from(day, (_, k) => discountedGain(best, k, width, scene.discount)),
  }
}

/** Places that a post of each account takes. */
const widthsOf = ({ reach }: Fates, stands: Float64Array): Float64Array =>
  stands.map((times, account) => times * reach[account])

const authenticOnly = (widths: Float64Array, { label }: Platform): Float64Array =>
  widths.map((width, account) => (label[account] === 1 ? 0 : width))

/** Impressions of each account; they sum to the feeds' budgets, but for feeds that nothing may be shown in. */
export function impressionsOf(
  { feeds, attention }: Scene,
  { fates, ranked }: RankedSetting,
  stands: Float64Array,
): Float64Array {
  const { day, budget } = feeds
  const width = widthsOf(fates, stands)
  const impressions = new Float64Array(stands.length)
  const room = roomFor(ranked.author.length)
  for (let k = 0; k < day.length; k++) {
    shareOut(ranked, k, width, attention, room)
    for (let at = 0; at < room.count; at++)
      impressions[room.author[at]] += (room.attention[at] / room.total) * budget[k]
  }
  return impressions
}

function sumUp(scene: Scene, setting: RankedSetting, drawn: Drawn): Sums {
  const { platform, feeds, creates } = scene
  const { label, declared, followers } = platform
  const { reach, counts, disclosed } = setting.fates
  const { stands, before } = drawn
  const after = impressionsOf(scene, setting, stands)
  const sums = Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums
  for (let account = 0; account < label.length; account++) {
    if (stands[account] === 0) continue
    const isManaged = label[account] === 1
    if (followers[account] >= feeds.readers.leastFollowers) {
      sums.paid += after[account]
      if (isManaged && declared[account] === 0)
        sums.paidUndisclosed += (1 - disclosed[account]) * after[account]
    }
    if (isManaged) {
      sums.managed += after[account]
      sums.managedBefore += before[account]
      continue
    }
    const isWronged = reach[account] < 1 || counts[account] < 1 || disclosed[account] > 0
    sums[isWronged ? "wronged" : "untouched"] += after[account]
    sums[isWronged ? "wrongedBefore" : "untouchedBefore"] += before[account]
    if (creates[account] === 0) continue
    sums.creators += stands[account]
    if (isWronged) sums.wrongedCreators += stands[account]
  }
  addQuality(scene, setting, drawn, sums)
  return sums
}

/** Adds up the NDCG of each feed-day against its posts from the best to the worst, weighed by its impressions. */
function addQuality(
  { feeds, platform, discount }: Scene,
  { fates, ranked }: RankedSetting,
  { stands, mostAuthentic }: Drawn,
  sums: Sums,
): void {
  const { best, budget } = feeds
  const width = widthsOf(fates, stands)
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
