/**
 * Response latency: how soon after a post is published does the account comment on it, reply or share it?
 *
 * People answer within 60 seconds 0.2 to 0.7 times in a hundred and in 0.5 to 5.7 hours in the median; log-seconds have
 * a mean of about 9.7 and an SD of 2.3 (CollegeMsg, Weibo), which puts 4 in a hundred within five minutes. AI agents
 * answer within 60 seconds one time in five and in 330 seconds in the median (331,172 comments on Moltbook).
 * Some people are much quicker than others, so the counts within 60 and within 300 seconds are beta-binomial, with
 * the concentration at which one person in a hundred is nine times as often within 60 seconds as the mean.
 * The two counts overlap: the stronger surprise counts, less ln 2.
 */
import { INTERACTION_KINDS, type Interactions, NONE } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { betaBinomialSurprise, scoreOfSurprise } from "../tails.ts"

/** Fewer responses tell little of how fast somebody is. */
const LEAST_RESPONSES = 4
const WITHIN_MINUTE = { seconds: 60, mean: 0.005, concentration: 60 }
const WITHIN_FIVE = { seconds: 300, mean: 0.04, concentration: 30 }
/** Surprise at which the score is one half. */
const HALF_NATS = 6

const RESPONSES = ["comment", "reply", "share"].map((kind) => INTERACTION_KINDS.indexOf(kind as "reply"))

const FEATURES = [
  { id: "responses", title: "Comments, replies and shares with a known latency", unit: "count" },
  { id: "withinMinute", title: "Of those, within 60 seconds of publication", unit: "count" },
  { id: "withinFive", title: "Of those, within five minutes of publication", unit: "count" },
  { id: "median", title: "Median latency", unit: "seconds" },
  { id: "minuteSurprise", title: "Surprise at so many within 60 seconds", unit: "nats" },
  { id: "fiveSurprise", title: "Surprise at so many within five minutes", unit: "nats" },
] as const

export const responseLatency: Detector = {
  id: "response-latency",
  layer: "behaviour",
  title: "Response latency",
  version: 1,
  reads: ["interactions.kind", "interactions.latency"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile.interactions!, account)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    const [responses, , , , minute, five] = Array.from(row)
    if (!(responses >= LEAST_RESPONSES)) return Number.NaN
    return scoreOfSurprise(Math.max(0, Math.max(minute, five) - Math.LN2), HALF_NATS)
  },

  reasons(row, population) {
    const [responses, withinMinute, withinFive, , minute, five] = Array.from(row)
    if (!(responses >= LEAST_RESPONSES)) return []
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2), HALF_NATS)
    return strongest([
      reason(
        "response-latency.minute",
        weigh(minute),
        "responded within 60 s to {count} of {responses} posts, where people do so for 1 in {usual}; this quick is 1 in {oneIn} accounts",
        {
          count: withinMinute,
          responses,
          usual: 1 / WITHIN_MINUTE.mean,
          oneIn: oneIn(population.shareAtOrAbove("minuteSurprise", minute)),
        },
      ),
      reason(
        "response-latency.five",
        weigh(five),
        "responded within five minutes to {count} of {responses} posts, where people do so for 1 in {usual}; this quick is 1 in {oneIn} accounts",
        {
          count: withinFive,
          responses,
          usual: 1 / WITHIN_FIVE.mean,
          oneIn: oneIn(population.shareAtOrAbove("fiveSurprise", five)),
        },
      ),
    ])
  },
}

type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>

function describe({ offset, kind, latency }: Interactions, account: number): Row {
  const latencies: number[] = []
  for (let at = offset[account]; at < offset[account + 1]; at++) {
    if (latency![at] !== NONE && RESPONSES.includes(kind[at])) latencies.push(latency![at])
  }
  const responses = latencies.length
  if (responses < LEAST_RESPONSES) return { responses }
  latencies.sort((a, b) => a - b)
  const withinMinute = countWithin(latencies, WITHIN_MINUTE.seconds)
  const withinFive = countWithin(latencies, WITHIN_FIVE.seconds)
  const surprise = (count: number, { mean, concentration }: { mean: number; concentration: number }) =>
    betaBinomialSurprise(count, responses, mean, concentration)
  return {
    responses,
    withinMinute,
    withinFive,
    median: (latencies[(responses - 1) >> 1] + latencies[responses >> 1]) / 2,
    minuteSurprise: surprise(withinMinute, WITHIN_MINUTE),
    fiveSurprise: surprise(withinFive, WITHIN_FIVE),
  }
}

/** How many of ascending numbers are at most `most`. */
function countWithin(ascending: readonly number[], most: number): number {
  let count = 0
  while (count < ascending.length && ascending[count] <= most) count++
  return count
}
