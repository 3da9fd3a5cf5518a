/**
 * Clock alignment: are posts published at minutes of the hour and seconds of the minute that nobody sets by hand?
 * Pairs of posts on the same minute, and on the same second, against uniform times: Poisson, the pairs counted as if
 * independent; Fisher's method joins the two.
 *
 * Zhang and Paxson 2011 (PAM), who test the minute of the hour and the second of the minute for uniformity, find that
 * people's posts are uniform in both. A scheduling tool leaves this trace whoever uses it: among the accounts that it
 * finds, expect merchants and newsrooms. That is why it is a detector of its own, which fusion can weigh.
 */
import type { Posts } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { combinedSurprise, poissonSurprise, scoreOfSurprise } from "../tails.ts"

/** Fewer posts hardly coincide whatever their times. */
const LEAST_POSTS = 8
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const FEATURES = [
  { id: "posts", title: "Posts", unit: "count" },
  { id: "topMinute", title: "Most frequent minute of the hour", unit: "minute" },
  { id: "topMinuteShare", title: "Share of posts on that minute", unit: "share" },
  { id: "minuteSurprise", title: "Surprise at posts on the same minutes of the hour", unit: "nats" },
  { id: "secondSurprise", title: "Surprise at posts on the same seconds of the minute", unit: "nats" },
] as const

export const clockAlignment: Detector = {
  id: "clock-alignment",
  layer: "behaviour",
  title: "Clock alignment",
  version: 1,
  reads: ["posts.time"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile.posts!, account, tile.periodStart)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    const [posts, , , minuteSurprise, secondSurprise] = Array.from(row)
    if (!(posts >= LEAST_POSTS)) return Number.NaN
    return scoreOfSurprise(combinedSurprise([minuteSurprise, secondSurprise]), HALF_NATS)
  },

  reasons(row, population) {
    const [posts, topMinute, topMinuteShare, minuteSurprise, secondSurprise] = Array.from(row)
    if (!(posts >= LEAST_POSTS)) return []
    const rare = (feature: string, value: number) => oneIn(population.shareAtOrAbove(feature, value))
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2), HALF_NATS)
    return strongest([
      reason(
        "clock-alignment.minute",
        weigh(minuteSurprise),
        "{count} of {posts} posts came at minute :{minute} of the hour; posts gather on the same minutes this much in 1 in {oneIn} accounts",
        {
          count: Math.round(topMinuteShare * posts),
          posts,
          minute: String(topMinute).padStart(2, "0"),
          oneIn: rare("minuteSurprise", minuteSurprise),
        },
      ),
      reason(
        "clock-alignment.second",
        weigh(secondSurprise),
        "posts gather on the same seconds of the minute, as they do in 1 in {oneIn} accounts",
        { oneIn: rare("secondSurprise", secondSurprise) },
      ),
    ])
  },
}

type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>

function describe({ offset, time }: Posts, account: number, periodStart: number): Row {
  const from = offset[account]
  const count = offset[account + 1] - from
  if (count < LEAST_POSTS) return { posts: count }
  const minutes = new Uint32Array(60)
  const seconds = new Uint32Array(60)
  for (let post = from; post < from + count; post++) {
    const clock = periodStart + time[post]
    seconds[clock % 60]++
    minutes[Math.floor(clock / 60) % 60]++
  }
  const topMinute = minutes.indexOf(Math.max(...minutes))
  return {
    posts: count,
    topMinute,
    topMinuteShare: minutes[topMinute] / count,
    minuteSurprise: surpriseOfCoincidence(minutes, count),
    secondSurprise: surpriseOfCoincidence(seconds, count),
  }
}

/** Pairs of posts in the same of 60 cells, against uniform times. */
function surpriseOfCoincidence(cells: Uint32Array, count: number): number {
  let pairs = 0
  for (const inCell of cells) pairs += (inCell * (inCell - 1)) / 2
  return poissonSurprise(pairs, (count * (count - 1)) / 2 / cells.length)
}
