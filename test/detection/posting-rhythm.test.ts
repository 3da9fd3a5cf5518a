import { describe, expect, it } from "vitest"
import { postingRhythm } from "../../src/core/detection/behaviour/posting-rhythm.ts"
import {
  binomialSurprise,
  combinedSurprise,
  normalSurprise,
  poissonSurprise,
} from "../../src/core/detection/tails.ts"
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
    return Array.from({ length: 2 + Math.floor(4 * random()) }, () => Math.floor(begin + 900 * random()))
  })
}

const FEATURES_OF_TESTS = ["burstinessSurprise", "minuteSurprise", "secondSurprise", "quietSurprise"] as const

/** Which of the four tests are surprised by more than 1 in 1,000, for one account. */
async function surprised(posts: readonly HandPost[]): Promise<string[]> {
  const { feature } = await judge(postingRhythm, [{ posts }])
  return FEATURES_OF_TESTS.filter((id) => feature(id, 0) > Math.log(1000))
}

describe("posting rhythm", () => {
  it("ranks clockwork above every person", async () => {
    const people = Array.from({ length: 40 }, (_, number) => ({ posts: person(number) }))
    const { score } = await judge(postingRhythm, [{ posts: clockwork }, ...people])
    expect(score[0]!).toBeGreaterThan(0.9)
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

describe("each of its four tests alone", () => {
  const random = stream("alone", "hand-made")
  const anySecond = () => Math.floor(60 * random())
  const anyMinute = () => Math.floor(60 * random())
  /** Three posts within half an hour or so on one day of three, in the evening. */
  const burstyEvenings = (exact: (time: number) => number) =>
    at(
      Array.from({ length: 8 }, (_, i) => {
        const begin = 3 * i * DAY + 18 * HOUR + Math.floor(3 * HOUR * random())
        return [0, 1, 2].map((k) => exact(begin + k * 13 * MINUTE + Math.floor(200 * random())))
      }).flat(),
    )

  it("none, for bursts of posts in the evening", async () => {
    expect(await surprised(burstyEvenings((time) => time))).toEqual([])
  })

  it("second of the minute", async () => {
    expect(await surprised(burstyEvenings((time) => time - (time % MINUTE) + 7))).toEqual(["secondSurprise"])
  })

  it("minute of the hour", async () => {
    // One burst an evening of three posts an hour apart, each at a minute past the half hour or so.
    const onMinute = Array.from({ length: 8 }, (_, i) => {
      const evening = 3 * i * DAY + (17 + Math.floor(4 * random())) * HOUR
      return [0, 1, 2].map((k) => evening + k * HOUR + 31 * MINUTE + anySecond())
    })
    expect(await surprised(at(onMinute.flat()))).toEqual(["minuteSurprise"])
  })

  it("quiet hours", async () => {
    const roundTheClock = Array.from({ length: 16 }, (_, i) => {
      const begin = i * 1.5 * DAY + ((i * 5) % 24) * HOUR
      return [0, 1, 2].map((k) => begin + k * 17 * MINUTE + anyMinute() * MINUTE + anySecond())
    })
    expect(await surprised(at(roundTheClock.flat()))).toEqual(["quietSurprise"])
  })

  it("regular gaps", async () => {
    // One post a day, at some minute after eight in the evening.
    const regular = daily(() => [20 * HOUR + anyMinute() * MINUTE + anySecond()])
    expect(await surprised(regular)).toEqual(["burstinessSurprise"])
  })
})

describe("its numbers", () => {
  it("are those that one counts by hand", async () => {
    // Ten posts on ten days: six at 09:15:00, four at 21:40:30.
    const morning = Array.from({ length: 6 }, (_, day) => day * DAY + 9 * HOUR + 15 * MINUTE)
    const evening = Array.from({ length: 4 }, (_, day) => (6 + day) * DAY + 21 * HOUR + 40 * MINUTE + 30)
    const { feature } = await judge(postingRhythm, [{ posts: at([...morning, ...evening]) }])
    expect(feature("posts", 0)).toBe(10)
    expect(feature("topMinute", 0)).toBe(15)
    expectClose(feature("topMinuteShare", 0), 0.6, 1e-6)
    // 15 + 6 of 45 pairs share the minute, and as many the second.
    expectClose(feature("minuteSurprise", 0), poissonSurprise(21, 45 / 60), 1e-6)
    expectClose(feature("secondSurprise", 0), poissonSurprise(21, 45 / 60), 1e-6)
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
    expectClose(feature("quietSurprise", 0), binomialSurprise(quiet, count, 0.06), 1e-6)
  })

  it("hold burstiness against 0.55, give or take 0.2 and the error of the estimate", async () => {
    const { feature } = await judge(postingRhythm, [{ posts: clockwork }])
    expect(feature("burstiness", 0)).toBe(-1)
    const deviation = Math.sqrt(0.2 ** 2 + 1 / 191)
    expectClose(feature("burstinessSurprise", 0), normalSurprise((-1 - 0.55) / deviation), 1e-6)
  })

  it("make the score by Fisher's method, one half at eight nats", async () => {
    const { feature, score } = await judge(postingRhythm, [{ posts: person(2) }, { posts: clockwork }])
    for (const account of [0, 1]) {
      const nats = combinedSurprise(FEATURES_OF_TESTS.map((id) => feature(id, account)))
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
    expect(score[0]!).toBeGreaterThan(0.9)
  })
})

describe("its reasons", () => {
  it("name the minute on which clockwork gathers, and how many posts do", async () => {
    const { features } = await judge(postingRhythm, [{ posts: clockwork }])
    const row = postingRhythm.features.map(({ id }) => features["posting-rhythm"]![id]![0]!)
    const reasons = postingRhythm.reasons(row, { shareAtOrAbove: () => 0.005 })
    const minute = reasons.find(({ id }) => id === "posting-rhythm.minute")!
    expect(minute.values).toEqual({ count: 192, posts: 192, minute: "00", oneIn: 200 })
    expect(minute.text).toBe(
      "192 of 192 posts came at minute :00 of the hour; posts gather on the same minutes this much in 1 in 200 accounts",
    )
    expect(reasons.map(({ id }) => id)).toContain("posting-rhythm.quiet")
    expect(reasons.map(({ id }) => id)).toContain("posting-rhythm.regular")
  })

  it("are none for a person", async () => {
    const { features } = await judge(postingRhythm, [{ posts: person(5) }])
    const row = postingRhythm.features.map(({ id }) => features["posting-rhythm"]![id]![0]!)
    expect(postingRhythm.reasons(row, { shareAtOrAbove: () => 0.5 })).toEqual([])
  })
})
