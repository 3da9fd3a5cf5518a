/**
 * Posting rhythm: does somebody publish at hours that people keep, at minutes that nobody sets, with gaps that
 * vary as people's do? Four tests of an account's publication times, each against what is published about
 * people, combined by Fisher's method:
 *   - minute of the hour and second of the minute: pairs of posts on the same one, against uniform times;
 *   - the quietest eight hours: the share of posts in them, against 6 % (people: 0 to 5 %, up to 14 %);
 *   - burstiness, finite-size corrected: how far below people's (median 0.55, SD 0.2).
 * A scheduling tool leaves the first trace, whoever uses it: expect merchants among its false positives.
 */
import type { Posts } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, percent, reason, rounded, strongest } from "../reason.ts"
import {
  binomialSurprise,
  combinedSurprise,
  normalSurprise,
  poissonSurprise,
  scoreOfSurprise,
} from "../tails.ts"
import { burstiness, memory } from "./burstiness.ts"

/** Fewer posts say nothing about a rhythm. */
const LEAST_POSTS = 8
/** People's share of activity in their quietest eight hours. */
const QUIET_SHARE = 0.06
const PEOPLE_BURSTINESS = { mean: 0.55, deviation: 0.2 }
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const FEATURES = [
  { id: "posts", title: "Posts", unit: "count" },
  { id: "burstiness", title: "Burstiness B of the gaps between posts", unit: "" },
  { id: "memory", title: "Memory M of the gaps between posts", unit: "" },
  { id: "burstinessSurprise", title: "Surprise at gaps this regular", unit: "nats" },
  { id: "topMinute", title: "Most frequent minute of the hour", unit: "minute" },
  { id: "topMinuteShare", title: "Share of posts on that minute", unit: "share" },
  { id: "minuteSurprise", title: "Surprise at posts on the same minutes of the hour", unit: "nats" },
  { id: "secondSurprise", title: "Surprise at posts on the same seconds of the minute", unit: "nats" },
  { id: "quietShare", title: "Share of posts in the quietest eight hours of the day", unit: "share" },
  { id: "quietSurprise", title: "Surprise at posts in the quietest eight hours", unit: "nats" },
] as const
const AT = Object.fromEntries(FEATURES.map((feature, index) => [feature.id, index])) as Record<
  (typeof FEATURES)[number]["id"],
  number
>

export const postingRhythm: Detector = {
  id: "posting-rhythm",
  layer: "behaviour",
  title: "Posting rhythm",
  version: 1,
  reads: ["posts.time"],
  features: FEATURES,

  observe(tile, columns) {
    const posts = tile.posts!
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(posts, account, tile.periodStart)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    if (!(row[AT.posts] >= LEAST_POSTS)) return Number.NaN
    const surprises = [
      row[AT.burstinessSurprise],
      row[AT.minuteSurprise],
      row[AT.secondSurprise],
      row[AT.quietSurprise],
    ]
    return scoreOfSurprise(combinedSurprise(surprises.filter((nats) => !Number.isNaN(nats))), HALF_NATS)
  },

  reasons(row, population) {
    const posts = row[AT.posts]
    if (!(posts >= LEAST_POSTS)) return []
    const rare = (feature: string, value: number) => oneIn(population.shareAtOrAbove(feature, value))
    const weigh = (nats: number) => scoreOfSurprise(nats - 2, HALF_NATS)
    return strongest([
      reason(
        "posting-rhythm.minute",
        weigh(row[AT.minuteSurprise]),
        "{count} of {posts} posts came at minute :{minute} of the hour; posts gather on the same minutes this much in 1 in {oneIn} accounts",
        {
          count: Math.round(row[AT.topMinuteShare] * posts),
          posts,
          minute: String(row[AT.topMinute]).padStart(2, "0"),
          oneIn: rare("minuteSurprise", row[AT.minuteSurprise]),
        },
      ),
      reason(
        "posting-rhythm.second",
        weigh(row[AT.secondSurprise]),
        "posts gather on the same seconds of the minute, as they do in 1 in {oneIn} accounts",
        { oneIn: rare("secondSurprise", row[AT.secondSurprise]) },
      ),
      reason(
        "posting-rhythm.quiet",
        weigh(row[AT.quietSurprise]),
        "{percent} % of {posts} posts fall in its quietest eight hours of the day, as much as in 1 in {oneIn} accounts",
        { percent: percent(row[AT.quietShare]), posts, oneIn: rare("quietShare", row[AT.quietShare]) },
      ),
      reason(
        "posting-rhythm.regular",
        weigh(row[AT.burstinessSurprise]),
        "its gaps between posts are regular: burstiness {burstiness} where people have about {usual}",
        { burstiness: rounded(row[AT.burstiness]), usual: PEOPLE_BURSTINESS.mean },
      ),
    ])
  },
}

type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>

function describe(posts: Posts, account: number, periodStart: number): Row {
  const from = posts.offset[account]
  const count = posts.offset[account + 1] - from
  if (count < LEAST_POSTS) return { posts: count }
  const times = posts.time.subarray(from, from + count)
  const intervals = new Float64Array(count - 1)
  for (let i = 1; i < count; i++) intervals[i - 1] = times[i] - times[i - 1]
  const regularity = burstiness(intervals)
  const minutes = new Uint32Array(60)
  const seconds = new Uint32Array(60)
  const hours = new Uint32Array(24)
  for (const time of times) {
    const clock = periodStart + time
    seconds[clock % 60]++
    minutes[Math.floor(clock / 60) % 60]++
    hours[Math.floor(clock / 3600) % 24]++
  }
  const topMinute = minutes.indexOf(Math.max(...minutes))
  const quiet = quietest(hours)
  return {
    posts: count,
    burstiness: regularity,
    memory: memory(intervals),
    burstinessSurprise: surpriseOfRegularity(regularity, count - 1),
    topMinute,
    topMinuteShare: minutes[topMinute] / count,
    minuteSurprise: surpriseOfCoincidence(minutes, count),
    secondSurprise: surpriseOfCoincidence(seconds, count),
    quietShare: quiet / count,
    quietSurprise: binomialSurprise(quiet, count, QUIET_SHARE),
  }
}

/** The estimate of B itself has a standard error of about 1 / sqrt(n). */
function surpriseOfRegularity(b: number, intervals: number): number {
  const { mean, deviation } = PEOPLE_BURSTINESS
  return normalSurprise((b - mean) / Math.sqrt(deviation * deviation + 1 / intervals))
}

/** Pairs of posts in the same of 60 cells, against uniform times; the pairs are counted as if independent. */
function surpriseOfCoincidence(cells: Uint32Array, count: number): number {
  let pairs = 0
  for (const inCell of cells) pairs += (inCell * (inCell - 1)) / 2
  return poissonSurprise(pairs, (count * (count - 1)) / 2 / cells.length)
}

/** Fewest posts in any eight hours of the day in a row. */
function quietest(hours: Uint32Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < 24; start++) {
    let within = 0
    for (let hour = 0; hour < 8; hour++) within += hours[(start + hour) % 24]
    least = Math.min(least, within)
  }
  return least
}
