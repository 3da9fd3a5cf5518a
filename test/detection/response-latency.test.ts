import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { responseLatency } from "../../src/core/detection/behaviour/response-latency.ts"
import { betaBinomialSurprise } from "../../src/core/detection/tails.ts"
import { INTERACTION_KINDS, NONE } from "../../src/core/evidence/evidence.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { testOnLog } from "../store/shared-data.ts"
import { DAY, type HandAccount, HOUR, judge } from "./hand-made.ts"

const [LIKE, COMMENT, REPLY, FOLLOW, SHARE] = INTERACTION_KINDS.map((_, kind) => kind) as number[]
const comments = (latencies: readonly (number | undefined)[], kind = COMMENT!): HandAccount => ({
  actions: latencies.map((latency = NONE, i) => ({ time: DAY + i * HOUR, object: i, kind, latency })),
})
const repeated = (latency: number, times: number) => new Array<number>(times).fill(latency)

/** Log-seconds of mean 9.7 and SD 2.3, by the sum of twelve uniforms. */
function person(number: number): HandAccount {
  const random = stream(`person-${number}`, "latency")
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6)
  return comments(Array.from({ length: 20 }, () => Math.round(Math.exp(9.7 + 2.3 * normal()))))
}

describe("response latency", () => {
  it("ranks who answers at once above people", async () => {
    const people = Array.from({ length: 40 }, (_, number) => person(number))
    const { score } = await judge(responseLatency, [comments(repeated(20, 20)), ...people])
    const [first, ...others] = score
    expect(first!).toBeGreaterThan(0.75)
    expect(others.filter((other) => other > 0.5).length).toBeLessThanOrEqual(1)
    expect(Math.max(...others)).toBeLessThan(first!)
  })

  it("counts comments, replies and shares, up to and with the 60th and the 300th second", async () => {
    const { feature } = await judge(responseLatency, [
      comments([0, 60, 61, 300, 301, 9000, undefined]),
      { actions: [REPLY, SHARE, COMMENT, COMMENT].map((kind, i) => ({ time: i, kind, latency: 5 })) },
      { actions: [LIKE, FOLLOW, LIKE, LIKE].map((kind, i) => ({ time: i, kind, latency: 5 })) },
    ])
    expect(feature("responses", 0)).toBe(6)
    expect(feature("withinMinute", 0)).toBe(2)
    expect(feature("withinFive", 0)).toBe(4)
    expect(feature("median", 0)).toBe((61 + 300) / 2)
    expectClose(feature("minuteSurprise", 0), betaBinomialSurprise(2, 6, 0.005, 60), 1e-6)
    expectClose(feature("fiveSurprise", 0), betaBinomialSurprise(4, 6, 0.04, 30), 1e-6)
    expect(feature("responses", 1)).toBe(4)
    expect(feature("responses", 2)).toBe(0)
  })

  it("scores the stronger of its two counts, less ln 2, one half at six nats", async () => {
    const { feature, score } = await judge(responseLatency, [comments([10, 20, 9000, 9000, 9000])])
    const nats = Math.max(feature("minuteSurprise", 0), feature("fiveSurprise", 0)) - Math.LN2
    expectClose(score[0]!, nats / (nats + 6), 1e-6)
  })

  it("forgives one quick answer, and says nothing of three", async () => {
    const { score } = await judge(responseLatency, [
      comments([30, ...repeated(20_000, 19)]),
      comments(repeated(30, 3)),
    ])
    expect(score[0]!).toBeLessThan(0.25)
    expect(score[1]!).toBeNaN()
  })

  it("rises with each quick answer, and falls with each slow one", async () => {
    const quick = (count: number) => comments([...repeated(20, count), ...repeated(20_000, 20 - count)])
    const { score } = await judge(responseLatency, [1, 2, 4, 8, 16].map(quick))
    expect([...score]).toEqual([...score].sort())
    const slow = await judge(
      responseLatency,
      [0, 20, 100].map((more) => comments([...repeated(20, 4), ...repeated(20_000, more)])),
    )
    expect([...slow.score]).toEqual([...slow.score].sort().reverse())
  })

  it("says how many answers were quick, and how rare that is", async () => {
    const { features } = await judge(responseLatency, [
      comments([...repeated(20, 41), ...repeated(9000, 139)]),
    ])
    const row = responseLatency.features.map(({ id }) => features["response-latency"]![id]![0]!)
    const [first] = responseLatency.reasons(row, { shareAtOrAbove: () => 0.002 })
    expect(first!.text).toBe(
      "responded within 60 s to 41 of 180 posts, where people do so for 1 in 200; this quick is 1 in 500 accounts",
    )
    const slow = await judge(responseLatency, [comments(repeated(20_000, 30))])
    const slowRow = responseLatency.features.map(({ id }) => slow.features["response-latency"]![id]![0]!)
    expect(responseLatency.reasons(slowRow, { shareAtOrAbove: () => 1 })).toEqual([])
  })
})

interface CommentLatency {
  readonly overall: {
    readonly timing_buckets: Readonly<Record<string, number>>
    readonly elapsed_seconds_stats: Readonly<Record<string, number>>
  }
}

/** A draw from published quantiles, logarithms joined by straight lines. */
function quantile(stats: Readonly<Record<string, number>>, u: number): number {
  const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]
  const values = ["min", "p5", "p25", "median", "p75", "p95", "p99", "max"].map((name) => stats[name]!)
  const at = Math.max(
    1,
    shares.findIndex((share) => share >= u),
  )
  const part = (u - shares[at - 1]!) / (shares[at]! - shares[at - 1]!)
  return Math.exp((1 - part) * Math.log(values[at - 1]!) + part * Math.log(values[at]!))
}

describe("agents on Moltbook", () => {
  testOnLog(
    "moltbook_comment_latency.json",
    "are as quick as the detector's constants say, and rank above people",
    async (path) => {
      const { overall } = JSON.parse(readFileSync(path, "utf8")) as CommentLatency
      const { timing_buckets: buckets, elapsed_seconds_stats: stats } = overall
      const minute = buckets.within_1_min! / stats.count!
      const five = (buckets.within_1_min! + buckets["1_to_5_min"]!) / stats.count!
      expect([minute, five].map((share) => Math.round(100 * share))).toEqual([20, 48])
      // One agent like another: how much they differ is not published, so that this is the best case.
      const random = stream("moltbook", "latency")
      const agents = Array.from({ length: 200 }, () =>
        comments(Array.from({ length: 20 }, () => Math.round(quantile(stats, random())))),
      )
      const people = Array.from({ length: 200 }, (_, number) => person(number))
      const { feature, score } = await judge(responseLatency, [...agents, ...people])
      const mean = (id: string) => agents.reduce((sum, _, at) => sum + feature(id, at), 0) / agents.length
      // Straight lines between five quantiles are no more than roughly the distribution.
      expect(Math.abs(mean("withinMinute") / 20 - minute)).toBeLessThan(0.03)
      expect(Math.abs(mean("withinFive") / 20 - five)).toBeLessThan(0.03)
      expect(mean("median")).toBeGreaterThan(230)
      expect(mean("median")).toBeLessThan(500)
      const highestPeople = [...score.subarray(200)].sort((a, b) => b - a)
      const caught = [...score.subarray(0, 200)].filter((value) => value > highestPeople[2]!).length
      // At a false-positive rate of 1 % among people whose latencies are log-normal.
      expect(caught / 200).toBeGreaterThan(0.9)
    },
  )
})
