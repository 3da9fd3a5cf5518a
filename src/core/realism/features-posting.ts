/** Raw features of when an account posts. */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import { gapsOf, medianOf, variationOf } from "./behaviour-gaps.ts"
import { entropyOf, hourCounts, quietShare } from "./behaviour-hours.ts"
import { daysThere, type FeatureSection, shareOf } from "./features-section.ts"

/** Fewer posts than this have no rhythm to speak of. */
const LEAST_POSTS = 8

export const postingFeatures: FeatureSection = {
  of: "posting",
  features: [
    { id: "posts-per-day", title: "Posts a day", unit: "count" },
    { id: "burstiness", title: "Burstiness of the gaps between posts", unit: "" },
    { id: "memory", title: "Memory of the gaps between posts", unit: "" },
    { id: "gap-variation", title: "Coefficient of variation of the gaps between posts", unit: "" },
    { id: "median-gap", title: "Median gap between posts", unit: "seconds" },
    { id: "least-gap", title: "Least gap between posts", unit: "seconds" },
    { id: "quiet-posts", title: "Share of posts in the quietest eight hours", unit: "share" },
    { id: "hour-entropy", title: "Entropy of the hour of posting", unit: "bits" },
    { id: "whole-minutes", title: "Share of posts in the first ten seconds of a minute", unit: "share" },
    { id: "top-minute", title: "Share of posts on the most frequent minute of the hour", unit: "share" },
    { id: "days-posting", title: "Share of days with a post", unit: "share" },
  ],
  describe(tile, account) {
    const { posts } = tile
    if (!posts) return null
    const times = posts.time.subarray(posts.offset[account], posts.offset[account + 1])
    const perDay = times.length / daysThere(tile, account)
    return times.length < LEAST_POSTS ? [perDay, ...NO_RHYTHM] : [perDay, ...rhythmOf(times, tile)]
  },
}

const NO_RHYTHM = new Array<number>(postingFeatures.features.length - 1).fill(Number.NaN)

function rhythmOf(
  times: Uint32Array,
  { periodStart, periodSeconds }: { periodStart: number; periodSeconds: number },
) {
  const gaps = gapsOf(times)
  const hours = hourCounts(times)
  const minutes = new Uint32Array(60)
  const days = new Set<number>()
  let early = 0
  for (const time of times) {
    const clock = periodStart + time
    minutes[Math.floor(clock / 60) % 60]++
    if (clock % 60 < 10) early++
    days.add(Math.floor(time / 86_400))
  }
  return [
    burstiness(gaps),
    memory(gaps),
    variationOf(gaps),
    medianOf(gaps),
    gaps.reduce((least, gap) => Math.min(least, gap)),
    quietShare(hours),
    entropyOf(hours),
    shareOf(early, times.length),
    Math.max(...minutes) / times.length,
    days.size / Math.max(1, periodSeconds / 86_400),
  ]
}
