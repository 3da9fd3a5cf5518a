import { describe, expect, it } from "vitest"
import { denseGroups } from "../../src/core/detection/network/dense-groups.ts"
import { columnWeight } from "../../src/core/detection/network/peeling.ts"
import { logChoose, poissonSurprise } from "../../src/core/detection/tails.ts"
import { readLog } from "../../src/store/log.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { testOnLog } from "../store/shared-data.ts"
import { DAY, type HandAccount, HOUR, judge, MINUTE } from "./hand-made.ts"
import { randomOf } from "./texts.ts"

type Act = readonly [time: number, object: number]
const account = (acts: readonly Act[]): HandAccount => ({
  actions: acts.map(([time, object]) => ({ time: Math.round(time), object })),
})
const times = <Value>(count: number, make: (at: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at))

/** People who each act on some of the objects, at any time. */
function people(count: number, objects: number, name: string): HandAccount[] {
  const random = randomOf(name)
  return times(count, () =>
    account(times(12, (): Act => [28 * DAY * random(), Math.floor(objects * random())])),
  )
}

/** Members act on each of the objects from `first` on, an object a day, within `spread` seconds of each other. */
function group(members: number, objects: number, first: number, spread: number, name: string): HandAccount[] {
  const random = randomOf(name)
  return times(members, () =>
    account(times(objects, (k): Act => [(k + 1) * DAY + spread * random(), first + k])),
  )
}

describe("dense groups", () => {
  it("finds a ring among people, all of it and nobody else", async () => {
    const { score, feature, summaries } = await judge(denseGroups, [
      ...group(8, 10, 1000, 40, "ring"),
      ...people(200, 300, "people"),
    ])
    expect(summaries["dense-groups"]).toMatchObject({ groups: 1 })
    expect(Math.min(...score.subarray(0, 8))).toBeGreaterThan(0.5)
    expect(Math.max(...score.subarray(8))).toBeLessThan(0.1)
    expect(feature("members", 0)).toBe(8)
    expect(feature("linked", 0)).toBe(1)
  })

  it("is not surprised by a fan club, which acts within the same half hour anyway", async () => {
    const ring = group(8, 10, 1000, 40, "ring")
    // Thirty fans, spread over ten minutes after each of twelve posts of their idol: some within a minute, often.
    const club = group(30, 12, 2000, 10 * MINUTE, "club")
    const { score, feature } = await judge(denseGroups, [...ring, ...club, ...people(200, 300, "people")])
    const ofClub = score.subarray(8, 38)
    expect(Math.max(...times(30, (fan) => feature("members", 8 + fan)))).toBeGreaterThan(10)
    expect(Math.min(...score.subarray(0, 8))).toBeGreaterThan(3 * Math.max(...ofClub))
    expect(Math.max(...ofClub)).toBeLessThan(0.15)
  })

  it("tells two rings apart that have no object in common", async () => {
    const { feature, summaries } = await judge(denseGroups, [
      ...group(6, 8, 1000, 40, "one"),
      ...group(5, 8, 2000, 40, "other"),
      ...people(100, 300, "people"),
    ])
    expect(summaries["dense-groups"]).toMatchObject({ groups: 2 })
    expect([feature("members", 0), feature("members", 6)]).toEqual([6, 5])
  })

  it("leaves pairs to co-action, and those who acted on one object without a score", async () => {
    const { score, pairs } = await judge(denseGroups, [
      ...group(2, 10, 1000, 40, "pair"),
      account([[5, 1]]),
      ...people(50, 300, "people"),
    ])
    expect([score[0], score[1]]).toEqual([0, 0])
    expect(score[2]!).toBeNaN()
    expect(pairs["dense-groups"]!.a.length).toBe(0)
  })

  it("has the density and the surprise that its formulas say", async () => {
    const trio = times(3, (late) => account([1, 2, 3, 4].map((object): Act => [object * DAY + late, object])))
    const { feature, pairs } = await judge(denseGroups, [
      ...trio,
      ...times(7, (at) =>
        account([
          [9 * DAY + at * HOUR, 50 + at],
          [DAY, 60 + at],
        ]),
      ),
    ])
    // Four objects of three actors: each pair coincides on all, three pairs to three members.
    expectClose(feature("density", 0), 4 * columnWeight(3), 1e-6)
    // Three pairs on an object are two who joined somebody.
    expect(feature("joined", 0)).toBe(8)
    // All twelve pairs of actions on the four objects lie within the jitter, so the platform's mean is 1, and each rate.
    const pairsByChance = 3 / 30
    const expected = 4 * ((Math.sqrt(8 * pairsByChance + 1) - 1) / 2)
    expectClose(feature("expected", 0), expected, 1e-6)
    const nats = (poissonSurprise(8, expected) - logChoose(10, 3)) / 3
    expectClose(feature("surprise", 0), Math.log1p(Math.exp(nats)), 1e-5)
    expect([...pairs["dense-groups"]!.weight]).toEqual([4, 4, 4])
  })

  it("says how many they are and how often they act together", async () => {
    const { features } = await judge(denseGroups, [
      ...group(8, 10, 1000, 40, "ring"),
      ...people(200, 300, "people"),
    ])
    const row = denseGroups.features.map(({ id }) => features["dense-groups"]![id]![0]!)
    const [first] = denseGroups.reasons(row, { shareAtOrAbove: () => 0.02 })
    expect(first!.text).toMatch(
      /^one of a group of 8 accounts, of whose pairs 100 % act together again and again: members joined others 70 times, where chance gives [\d.]+; in groups this dense are 1 in 50 accounts$/,
    )
  })
})

describe("a real log", () => {
  testOnLog(
    "coortweet_german_elections.csv.gz",
    "joins the 732 repeating pairs to few dense groups",
    async (path) => {
      const log = await readLog(path, { account: "account_id", object: "url_id", time: "timestamp" })
      const { summaries, score, feature, pairs } = await judge(denseGroups, log.evidence, 10)
      expect(summaries["dense-groups"]).toEqual({ pairs: 732, groups: 15, members: 142 })
      const isSurprising = (account: number) => feature("surprise", account) > Math.LN2
      const members = [...score.keys()].filter(isSurprising)
      const { a, b } = pairs["dense-groups"]!
      const within = [...a].filter((first, at) => isSurprising(first) && isSurprising(b[at]!))
      // One in 150 accounts, and among them most of the pairs that repeat.
      expect([members.length, within.length]).toEqual([75, 536])
    },
  )
})
