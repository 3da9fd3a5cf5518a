import { describe, expect, it } from "vitest"
import { clockAlignment } from "../../src/core/detection/behaviour/clock-alignment.ts"
import { combinedSurprise, poissonSurprise } from "../../src/core/detection/tails.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, evidenceOf, type HandPost, HOUR, judge, MINUTE } from "./hand-made.ts"

const at = (times: readonly number[]): HandPost[] => times.map((time) => ({ time }))
const random = stream("clock", "hand-made")

/** Three posts on each of eight evenings, at times that `exact` may round. */
function evenings(exact: (time: number) => number): HandPost[] {
  const times = Array.from({ length: 8 }, (_, i) => {
    const begin = 3 * i * DAY + 18 * HOUR + Math.floor(3 * HOUR * random())
    return [0, 1, 2].map((k) => exact(begin + k * 13 * MINUTE + Math.floor(200 * random())))
  })
  return at(times.flat())
}

/** Every three hours round the clock, on the second. */
const clockwork = at(Array.from({ length: 192 }, (_, slot) => slot * 3 * HOUR))

describe("clock alignment", () => {
  it("ranks whoever posts on the hour above everybody who posts when he likes", async () => {
    const people = Array.from({ length: 40 }, () => ({ posts: evenings((time) => time) }))
    const { score } = await judge(clockAlignment, [{ posts: clockwork }, ...people])
    const [first, ...others] = score
    expect(first!).toBeGreaterThan(0.99)
    expect(Math.max(...others)).toBeLessThan(0.5)
  })

  it("tells the second of the minute from the minute of the hour", async () => {
    const onSecond = evenings((time) => time - (time % MINUTE) + 7)
    const onMinute = evenings((time) => time - (time % HOUR) + 31 * MINUTE + (time % MINUTE))
    const { feature } = await judge(clockAlignment, [{ posts: onSecond }, { posts: onMinute }])
    const enough = Math.log(1000)
    expect(feature("secondSurprise", 0)).toBeGreaterThan(enough)
    expect(feature("minuteSurprise", 0)).toBeLessThan(enough)
    expect(feature("secondSurprise", 1)).toBeLessThan(enough)
    expect(feature("minuteSurprise", 1)).toBeGreaterThan(enough)
  })

  it("has nothing to say about seven posts or fewer", async () => {
    const { score } = await judge(clockAlignment, [
      { posts: clockwork.slice(0, 7) },
      { posts: clockwork.slice(0, 8) },
    ])
    expect(score[0]!).toBeNaN()
    expect(score[1]!).not.toBeNaN()
  })

  it("counts what one counts by hand", async () => {
    // Ten posts on ten days: six at 09:15:00, four at 21:40:30.
    const morning = Array.from({ length: 6 }, (_, day) => day * DAY + 9 * HOUR + 15 * MINUTE)
    const evening = Array.from({ length: 4 }, (_, day) => (6 + day) * DAY + 21 * HOUR + 40 * MINUTE + 30)
    const { feature, score } = await judge(clockAlignment, [{ posts: at([...morning, ...evening]) }])
    expect(feature("topMinute", 0)).toBe(15)
    expectClose(feature("topMinuteShare", 0), 0.6, 1e-6)
    // 15 + 6 of 45 pairs share the minute, and as many the second.
    const nats = poissonSurprise(21, 45 / 60)
    expectClose(feature("minuteSurprise", 0), nats, 1e-6)
    expectClose(feature("secondSurprise", 0), nats, 1e-6)
    const both = combinedSurprise([nats, nats])
    expectClose(score[0]!, both / (both + 8), 1e-6)
  })

  it("scores the same in every time zone of whole hours", async () => {
    const scoreEastOf = async (hours: number) =>
      (
        await judge(
          clockAlignment,
          evidenceOf([{ posts: clockwork.slice(0, 30) }], 1_772_409_600 - hours * HOUR),
        )
      ).score
    const here = await scoreEastOf(0)
    for (const hours of [-8, 1, 8]) expect(await scoreEastOf(hours)).toEqual(here)
    // Half hours move the minute, not how posts gather on it.
    expect(await scoreEastOf(5.5)).toEqual(here)
  })

  it("names the minute on which clockwork gathers, and how many posts do", async () => {
    const { features } = await judge(clockAlignment, [{ posts: clockwork }])
    const row = clockAlignment.features.map(({ id }) => features["clock-alignment"]![id]![0]!)
    const [, minute] = clockAlignment
      .reasons(row, { shareAtOrAbove: () => 0.005 })
      .toSorted((a, b) => b.id.localeCompare(a.id))
    expect(minute!.values).toEqual({ count: 192, posts: 192, minute: "00", oneIn: 200 })
    expect(minute!.text).toBe(
      "192 of 192 posts came at minute :00 of the hour; posts gather on the same minutes this much in 1 in 200 accounts",
    )
  })
})
