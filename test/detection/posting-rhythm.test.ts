import { describe, expect, it } from "vitest"
import { postingRhythm } from "../../src/core/detection/behaviour/posting-rhythm.ts"
import { betaBinomialSurprise, combinedSurprise, normalSurprise } from "../../src/core/detection/tails.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, evidenceOf, type HandPost, HOUR, judge, MINUTE } from "./hand-made.ts"

const DAYS = 24
const at = (times: readonly number[]): HandPost[] => times.map((time) => ({ time }))
const daily = (second: (day: number) => readonly number[]) =>
  at(Array.from({ length: DAYS }, (_, day) => second(day).map((time) => day * DAY + time)).flat())

/** Every three hours round the clock, on the second. */
const clockwork = daily(() => Array.from({ length: 8 }, (_, slot) => slot * 3 * HOUR))

/** Bursts of posts in the waking hours of some days, and lulls of days between: what people do. */
function person(number: number): HandPost[] {
  const random = stream(`person-${number}`, "hand-made")
  return daily(() => {
    if (random() < 0.7) return []
    const begin = 8 * HOUR + 14 * HOUR * random()
    return Array.from({ length: 2 + Math.floor(4 * random()) }, () =>
      Math.floor(begin + 3 * HOUR * random() ** 3),
    )
  })
}

const FEATURES_OF_TESTS = ["burstinessSurprise", "entropySurprise", "quietSurprise"] as const

/** Which of the three tests are surprised by more than 1 in 150, for one account. */
async function surprised(posts: readonly HandPost[]): Promise<string[]> {
  const { feature } = await judge(postingRhythm, [{ posts }])
  return FEATURES_OF_TESTS.filter((id) => feature(id, 0) > Math.log(150))
}

describe("posting rhythm", () => {
  it("ranks clockwork above every person", async () => {
    const people = Array.from({ length: 40 }, (_, number) => ({ posts: person(number) }))
    const { score } = await judge(postingRhythm, [{ posts: clockwork }, ...people])
    expect(score[0]!).toBeGreaterThan(0.75)
    const [, ...rest] = score
    expect(Math.max(...rest)).toBeLessThan(0.5)
    expect(rest.some(Number.isNaN)).toBe(false)
  })

  it("has nothing to say about seven posts or fewer", async () => {
    const judged = await judge(postingRhythm, [
      { posts: clockwork.slice(0, 7) },
      { posts: clockwork.slice(0, 8) },
      {},
    ])
    expect(judged.score[0]!).toBeNaN()
    expect(judged.score[1]!).not.toBeNaN()
    expect(judged.score[2]!).toBeNaN()
    expect(judged.feature("posts", 0)).toBe(7)
    expect(judged.feature("burstiness", 0)).toBeNaN()
  })
})

describe("each of its three tests alone", () => {
  const random = stream("alone", "hand-made")
  const anySecond = () => Math.floor(HOUR * random())

  it("none, for bursts of posts in the evening", async () => {
    for (const number of [1, 2, 3]) expect(await surprised(person(number))).toEqual([])
  })

  it("quiet hours", async () => {
    // Gaps of a minute to 12 hours, at any time of the day.
    const roundTheClock: number[] = [0]
    while (roundTheClock.length < 300)
      roundTheClock.push(roundTheClock.at(-1)! + Math.floor(60 * 720 ** random()))
    expect(await surprised(at(roundTheClock))).toEqual(["quietSurprise"])
  })

  it("regular gaps", async () => {
    // One post a day, at some time within the hour after eight in the evening.
    const regular = daily(() => [20 * HOUR + anySecond()])
    expect(await surprised(regular)).toContain("burstinessSurprise")
    expect(await surprised(regular)).not.toContain("quietSurprise")
  })

  it("gaps that tell the next", async () => {
    // Two posts some minutes apart, every evening: as bursty as people, and always the same.
    const pairs = daily(() => {
      const begin = 20 * HOUR + anySecond()
      return [begin, begin + 200 + Math.floor(200 * random())]
    })
    expect(await surprised(pairs)).toEqual(["entropySurprise"])
  })
})

describe("its numbers", () => {
  it("are those that one counts by hand", async () => {
    // Ten posts on ten days: six at 09:15:00, four at 21:40:30.
    const morning = Array.from({ length: 6 }, (_, day) => day * DAY + 9 * HOUR + 15 * MINUTE)
    const evening = Array.from({ length: 4 }, (_, day) => (6 + day) * DAY + 21 * HOUR + 40 * MINUTE + 30)
    const { feature } = await judge(postingRhythm, [{ posts: at([...morning, ...evening]) }])
    expect(feature("posts", 0)).toBe(10)
    // Of nine gaps eight are of a day and one is longer; the patterns of two and three add nothing.
    expectClose(feature("conditionalEntropy", 0), Math.log(9) - (8 / 9) * Math.log(8), 1e-6)
    expect(feature("quietShare", 0)).toBe(0)
    expect(feature("quietSurprise", 0)).toBe(0)
  })

  it("find the eight quietest hours across midnight too", async () => {
    // One post an hour from 06:00 to 21:00, five days; and two at night, at 23:00 and 02:00.
    const posts = daily((day) =>
      day < 5 ? Array.from({ length: 16 }, (_, hour) => (6 + hour) * HOUR + 11 * hour * MINUTE + hour) : [],
    )
    const { feature } = await judge(postingRhythm, [
      { posts: [...posts, { time: 23 * HOUR }, { time: DAY + 2 * HOUR }] },
    ])
    const count = feature("posts", 0)
    // 22:00 to 06:00 holds the two at night and those that slipped past 22:00.
    const hours = [...posts.map(({ time }) => time), 23 * HOUR, DAY + 2 * HOUR].map((time) =>
      Math.floor((time % DAY) / HOUR),
    )
    const within = Array.from(
      { length: 24 },
      (_, start) => hours.filter((hour) => (hour - start + 24) % 24 < 8).length,
    )
    const quiet = Math.min(...within)
    expectClose(feature("quietShare", 0), quiet / count, 1e-6)
    expectClose(feature("quietSurprise", 0), betaBinomialSurprise(quiet, count, 0.04, 18), 1e-6)
  })

  it("hold burstiness against 0.55, give or take 0.2 and the error of the estimate", async () => {
    const { feature } = await judge(postingRhythm, [{ posts: clockwork }])
    expect(feature("burstiness", 0)).toBe(-1)
    const deviation = Math.sqrt(0.2 ** 2 + 1 / 191)
    expectClose(feature("burstinessSurprise", 0), normalSurprise((-1 - 0.55) / deviation), 1e-6)
  })

  it("make the score of quiet hours and the stronger sign of regularity, by Fisher's method, one half at eight nats", async () => {
    const { feature, score } = await judge(postingRhythm, [{ posts: person(2) }, { posts: clockwork }])
    for (const account of [0, 1]) {
      const regular = Math.max(feature("burstinessSurprise", account), feature("entropySurprise", account))
      const nats = combinedSurprise([Math.max(0, regular - Math.LN2), feature("quietSurprise", account)])
      expectClose(score[account]!, nats / (nats + 8), 1e-6)
    }
  })

  it("do not depend on the time zone", async () => {
    const posts = [...person(3), ...clockwork.slice(0, 30)]
    const scoreEastOf = async (hours: number) => {
      const moved = evidenceOf([{ posts }, { posts: person(4) }], 1_772_409_600 - hours * HOUR)
      return (await judge(postingRhythm, moved)).score
    }
    const here = await scoreEastOf(0)
    for (const hours of [-8, 1, 8]) expect(await scoreEastOf(hours)).toEqual(here)
    // Half hours move the minute, not how posts gather on it.
    const india = await scoreEastOf(5.5)
    expect(india[0]!).not.toBeNaN()
  })

  it("survive posts that all come in one second", async () => {
    const { score, feature } = await judge(postingRhythm, [{ posts: at(new Array(20).fill(3 * HOUR)) }])
    expect(feature("burstiness", 0)).toBeNaN()
    expect(feature("conditionalEntropy", 0)).toBe(0)
    expect(score[0]!).toBeGreaterThan(0.4)
  })
})

describe("its reasons", () => {
  it("name what is regular about clockwork, and that it does not sleep", async () => {
    const { features } = await judge(postingRhythm, [{ posts: clockwork }])
    const row = postingRhythm.features.map(({ id }) => features["posting-rhythm"]![id]![0]!)
    const reasons = postingRhythm.reasons(row, { shareAtOrAbove: () => 0.005 })
    const text = (id: string) => reasons.find((reason) => reason.id === id)?.text
    expect(text("posting-rhythm.quiet")).toBe(
      "25 % of 192 posts fall in its quietest eight hours of the day, as much as in 1 in 200 accounts",
    )
    expect(text("posting-rhythm.regular")).toBe(
      "its gaps between posts are regular: burstiness -1 where people have about 0.55",
    )
    expect(text("posting-rhythm.predictable")).toBe(
      "each gap between posts tells the next: conditional entropy 0 nats where people have about 1.15",
    )
  })

  it("are none for a person", async () => {
    const { features } = await judge(postingRhythm, [{ posts: person(5) }])
    const row = postingRhythm.features.map(({ id }) => features["posting-rhythm"]![id]![0]!)
    expect(postingRhythm.reasons(row, { shareAtOrAbove: () => 0.5 })).toEqual([])
  })
})
