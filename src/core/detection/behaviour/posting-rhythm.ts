/**
 * Posting rhythm: too regular for a person, or implausibly sleepless? Three tests of an account's publication times,
 * each against people on the platforms where they have been measured:
 *   - burstiness B, finite-size corrected (burstiness.ts): how far below people's (median 0.55, SD 0.2);
 *   - corrected conditional entropy of the gaps' lengths (conditional-entropy.ts), which finds orders that B does not,
 *     such as 4, 4 and 16 hours: how far below people's 1.15 nats, SD 0.27. Measured over the 1,554 accounts with 20 or
 *     more events of CooRTweet's German-election and retweet logs (means 1.00 to 1.22, SD 0.22 to 0.33);
 *   - the quietest eight hours: the share of posts in them. In the same logs it is 0 to 3 % in the median, 11 % at the
 *     ninth decile and 20 to 22 % at the last percentile: beta-binomial with mean 0.04 and concentration 18.
 * The first two say much the same, so the stronger counts, less ln 2; Fisher's method joins it with the third.
 * Most automation is as bursty as people are: expect little of this detector alone.
 */
import type { Posts } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, percent, reason, rounded, strongest } from "../reason.ts"
import { betaBinomialSurprise, combinedSurprise, normalSurprise, scoreOfSurprise } from "../tails.ts"
import { burstiness, memory } from "./burstiness.ts"
import { correctedConditionalEntropy } from "./conditional-entropy.ts"

/** Fewer posts say nothing about a rhythm. */
const LEAST_POSTS = 8
const PEOPLE_BURSTINESS = { mean: 0.55, deviation: 0.2 }
const PEOPLE_ENTROPY = { mean: 1.15, deviation: 0.27 }
const PEOPLE_QUIET = { mean: 0.04, concentration: 18 }
/** Seconds at which the length of a gap is another; none at an hour or a day, about which gaps gather. */
const GAP_BOUNDS = [600, 5400, 5 * 3600, 36 * 3600]
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const FEATURES = [
  { id: "posts", title: "Posts", unit: "count" },
  { id: "burstiness", title: "Burstiness B of the gaps between posts", unit: "" },
  { id: "memory", title: "Memory M of the gaps between posts", unit: "" },
  { id: "burstinessSurprise", title: "Surprise at gaps this regular", unit: "nats" },
  {
    id: "conditionalEntropy",
    title: "Conditional entropy of the gaps' lengths, given those before",
    unit: "nats",
  },
  { id: "entropySurprise", title: "Surprise at gaps this predictable", unit: "nats" },
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
  version: 2,
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
    const regular = strongerOf(row[AT.burstinessSurprise], row[AT.entropySurprise])
    return scoreOfSurprise(combinedSurprise([regular, row[AT.quietSurprise]]), HALF_NATS)
  },

  reasons(row, population) {
    const posts = row[AT.posts]
    if (!(posts >= LEAST_POSTS)) return []
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2), HALF_NATS)
    return strongest([
      reason(
        "posting-rhythm.quiet",
        weigh(row[AT.quietSurprise]),
        "{percent} % of {posts} posts fall in its quietest eight hours of the day, as much as in 1 in {oneIn} accounts",
        {
          percent: percent(row[AT.quietShare]),
          posts,
          oneIn: oneIn(population.shareAtOrAbove("quietShare", row[AT.quietShare])),
        },
      ),
      reason(
        "posting-rhythm.regular",
        weigh(row[AT.burstinessSurprise]),
        "its gaps between posts are regular: burstiness {burstiness} where people have about {usual}",
        { burstiness: rounded(row[AT.burstiness]), usual: PEOPLE_BURSTINESS.mean },
      ),
      reason(
        "posting-rhythm.predictable",
        weigh(row[AT.entropySurprise]),
        "each gap between posts tells the next: conditional entropy {entropy} nats where people have about {usual}",
        { entropy: rounded(row[AT.conditionalEntropy]), usual: PEOPLE_ENTROPY.mean },
      ),
    ])
  },
}

/** Two looks at one thing: the stronger, less ln 2 for having looked twice. A burstiness of no value gives none. */
function strongerOf(a: number, b: number): number {
  const surprises = [a, b].filter((nats) => !Number.isNaN(nats))
  return Math.max(0, Math.max(...surprises) - Math.log(surprises.length))
}

type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>

function describe(posts: Posts, account: number, periodStart: number): Row {
  const from = posts.offset[account]
  const count = posts.offset[account + 1] - from
  if (count < LEAST_POSTS) return { posts: count }
  const times = posts.time.subarray(from, from + count)
  const gaps = new Float64Array(count - 1)
  for (let i = 1; i < count; i++) gaps[i - 1] = times[i] - times[i - 1]
  const regularity = burstiness(gaps)
  const entropy = correctedConditionalEntropy(Uint8Array.from(gaps, lengthOf), GAP_BOUNDS.length + 1)
  const hours = new Uint32Array(24)
  for (const time of times) hours[Math.floor((periodStart + time) / 3600) % 24]++
  const quiet = quietest(hours)
  return {
    posts: count,
    burstiness: regularity,
    memory: memory(gaps),
    // The estimate of B has a standard error of about 1 / sqrt(n), that of an entropy of about 0.6 / sqrt(n).
    burstinessSurprise: below(PEOPLE_BURSTINESS, regularity, 1 / (count - 1)),
    conditionalEntropy: entropy,
    entropySurprise: below(PEOPLE_ENTROPY, entropy, 0.36 / (count - 1)),
    quietShare: quiet / count,
    quietSurprise: betaBinomialSurprise(quiet, count, PEOPLE_QUIET.mean, PEOPLE_QUIET.concentration),
  }
}

function lengthOf(gap: number): number {
  let length = 0
  while (length < GAP_BOUNDS.length && gap >= GAP_BOUNDS[length]) length++
  return length
}

/** Surprise at a value this low among people, whose own differ and are measured with an error. */
function below({ mean, deviation }: { mean: number; deviation: number }, value: number, variance: number) {
  return normalSurprise((value - mean) / Math.sqrt(deviation * deviation + variance))
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
