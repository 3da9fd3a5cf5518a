import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { coAction } from "../../src/core/detection/network/co-action.ts"
import { poissonSurprise } from "../../src/core/detection/tails.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { readLog } from "../../src/store/log.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { testOnLog } from "../store/shared-data.ts"
import { DAY, type HandAccount, HOUR, judge } from "./hand-made.ts"

type Act = readonly [time: number, object: number]
const account = (...acts: readonly Act[]): HandAccount => ({
  actions: acts.map(([time, object]) => ({ time, object })),
})

/** Accounts that act on an object at evenly spread times of four weeks; far apart from each other. */
const crowd = (objects: readonly number[], size: number, spacing = 3 * HOUR): HandAccount[] =>
  Array.from({ length: size }, (_, i) =>
    account(...objects.map((object, k): Act => [DAY + i * spacing + k * 7, object])),
  )

describe("a pair", () => {
  it("is two distinct accounts on one object within the window", async () => {
    const { summaries, pairs, feature } = await judge(coAction, [
      account([100, 1], [110, 1], [5000, 2]),
      account([150, 1], [9000, 2]),
      account([100, 3]),
    ])
    expect(summaries["co-action"]).toEqual({ pairs: 1, repeatedPairs: 0, cappedEvents: 0 })
    const found = pairs["co-action"]!
    expect([[...found.a], [...found.b], [...found.weight]]).toEqual([[0], [1], [1]])
    expect(feature("partners", 0)).toBe(1)
    expect(feature("partners", 2)).toBe(0)
    expect(feature("objects", 0)).toBe(2)
  })

  it("may be exactly the window apart, and not a second more", async () => {
    const apart = async (gap: number) =>
      (await judge(coAction, [account([1000, 1]), account([1000 + gap, 1])], 60)).summaries["co-action"]!
        .pairs
    expect(await apart(0)).toBe(1)
    expect(await apart(60)).toBe(1)
    expect(await apart(61)).toBe(0)
  })

  it("counts once an object, however often both act on it", async () => {
    const { pairs, summaries } = await judge(coAction, [
      account([1000, 1], [1010, 1], [1020, 1]),
      account([1005, 1], [1015, 1]),
    ])
    expect([...pairs["co-action"]!.weight]).toEqual([1])
    expect(summaries["co-action"]!.repeatedPairs).toBe(0)
  })

  it("repeats on two distinct objects", async () => {
    const { feature, summaries } = await judge(coAction, [
      account([1000, 1], [90_000, 2]),
      account([1020, 1], [90_010, 2]),
    ])
    expect(summaries["co-action"]).toEqual({ pairs: 1, repeatedPairs: 1, cappedEvents: 0 })
    expect(feature("repeatedPartners", 0)).toBe(1)
    expect(feature("mostShared", 1)).toBe(2)
  })

  it("is none without an object", async () => {
    const { summaries, score } = await judge(coAction, [
      account([1000, NONE], [2000, NONE]),
      account([1001, NONE]),
    ])
    expect(summaries["co-action"]!.pairs).toBe(0)
    expect(score[0]!).toBeNaN()
  })
})

describe("the null model for popularity", () => {
  it("is surprised by coincidences on quiet objects more than by as many where a crowd gathers", async () => {
    const together = (first: number): HandAccount[] => {
      const acts = (late: number) => [0, 1, 2].map((k): Act => [DAY * (2 + k) + late, first + k])
      return [account(...acts(0)), account(...acts(25))]
    }
    // On objects 1 to 3 a crowd acts within minutes of the pair; on 11 to 13 as many act, days apart.
    const gathering = Array.from({ length: 30 }, (_, i) =>
      account(...[0, 1, 2].map((k): Act => [DAY * (2 + k) + 90 + 61 * i, 1 + k])),
    )
    const scattered = crowd([11, 12, 13], 30)
    const { score, feature } = await judge(coAction, [
      ...together(1),
      ...together(11),
      ...gathering,
      ...scattered,
    ])
    expect(feature("mostShared", 0)).toBe(3)
    expect(feature("mostShared", 2)).toBe(3)
    expect(feature("expected", 0)).toBeGreaterThan(4 * feature("expected", 2))
    expect(score[2]!).toBeGreaterThan(score[0]! + 0.1)
  })

  it("expects what its formula says", async () => {
    // Two objects of four accounts each. On the first, all act within half an hour; on the second, a day apart.
    const { feature } = await judge(coAction, [
      account([1000, 1], [2 * DAY, 2]),
      account([1030, 1], [2 * DAY + 30, 2]),
      account([1400, 1], [5 * DAY, 2]),
      account([1800, 1], [8 * DAY, 2]),
    ])
    // Jitter 30 windows = 1800 s. First object: 6 pairs, all near, so 5 of 5 others. Second: 6 pairs, 1 near, 0 of 5.
    const mean = 7 / 12
    const rate = (near: number) => (near + 5 * mean) / (5 + 5) / 30
    const expected = rate(5) + rate(0)
    expectClose(feature("expected", 0), expected, 1e-6)
    // Three others on each of two objects are six chances.
    const excess = poissonSurprise(2, expected) - Math.log(6)
    expectClose(feature("surprise", 0), Math.log1p(Math.exp(excess)), 1e-5)
  })

  it("corrects for the chances: the same pair surprises less when it could have met many others", async () => {
    const pair = [account([DAY, 1], [3 * DAY, 2]), account([DAY + 20, 1], [3 * DAY + 20, 2])]
    const busy = pair.map(({ actions }, i) => ({
      actions: [...actions!, ...crowd([50 + i], 1)[0]!.actions!],
    }))
    const quiet = await judge(coAction, [...pair, ...crowd([60, 61], 40)])
    const chances = await judge(coAction, [...busy, ...crowd([50, 51], 40)])
    expect(chances.feature("surprise", 0)).toBeLessThan(quiet.feature("surprise", 0))
  })
})

describe("the score", () => {
  it("tells repetition from a single coincidence, and rises with it", async () => {
    const times = (count: number, late: number, first: number) =>
      account(
        ...Array.from(
          { length: 6 },
          (_, k): Act => [DAY * (k + 1) + (k < count ? late : late * 1000), first + k],
        ),
      )
    const groups = [0, 1, 2, 3, 6].flatMap((count, g) => [times(count, 0, 10 * g), times(count, 20, 10 * g)])
    const { score, feature } = await judge(coAction, groups)
    const [none, once, twice, thrice, always] = [score[0]!, score[2]!, score[4]!, score[6]!, score[8]!]
    expect(none).toBe(0)
    expect(once).toBe(0)
    expect(twice).toBeGreaterThan(once)
    expect(thrice).toBeGreaterThan(twice)
    expect(always).toBeGreaterThan(thrice)
    // One half at ten nats.
    expectClose(always, feature("surprise", 8) / (feature("surprise", 8) + 10), 1e-6)
  })

  it("is missing for an account that acted on fewer than two objects", async () => {
    const { score } = await judge(coAction, [
      account([5, 1]),
      account([6, 1], [7, 1]),
      {},
      account([5, 1], [9, 2]),
    ])
    expect([...score].map(Number.isNaN)).toEqual([true, true, true, false])
  })

  it("keeps what a flash crowd costs within bounds, and says that it did", async () => {
    const flash = Array.from({ length: 260 }, () => account([1000, 8]))
    const { summaries } = await judge(coAction, flash)
    expect(summaries["co-action"]!.cappedEvents).toBe(59)
    expect(summaries["co-action"]!.pairs).toBeLessThan((260 * 259) / 2)
  })
})

it("says on how many objects, against how many by chance", async () => {
  const { features } = await judge(coAction, [
    account([1000, 1], [90_000, 2], [200_000, 3]),
    account([1020, 1], [90_010, 2], [300_000, 4]),
  ])
  const row = coAction.features.map(({ id }) => features["co-action"]![id]![0]!)
  const [reason] = coAction.reasons(row, { shareAtOrAbove: () => 0.02 })
  expect(reason!.values).toMatchObject({ mostShared: 2, objects: 3, partners: 1, oneIn: 50 })
  expect(reason!.text).toMatch(
    /^acted on 2 of 3 objects within the window of one and the same account, where chance/,
  )
})

describe("against comparing all with all", () => {
  const act = fc.tuple(fc.nat(400), fc.nat(20))
  const logs = fc.array(fc.array(act, { maxLength: 12 }), { minLength: 1, maxLength: 14 })

  /** Distinct objects on which each pair coincides, the slow way. */
  function bruteForce(log: readonly (readonly Act[])[], window: number): Map<string, number> {
    const found = new Map<string, number>()
    for (let a = 0; a < log.length; a++) {
      for (let b = a + 1; b < log.length; b++) {
        const together = log[a]!.filter(([time, object]) =>
          log[b]!.some(([at, other]) => other === object && Math.abs(at - time) <= window),
        )
        const objects = new Set(together.map(([, object]) => object))
        if (objects.size > 0) found.set(`${a}-${b}`, objects.size)
      }
    }
    return found
  }

  it("finds the same pairs as often, whatever the log and the window", async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.integer({ min: 1, max: 60 }), async (log, window) => {
        const { pairs, summaries, feature } = await judge(
          coAction,
          log.map((acts) => account(...acts)),
          window,
        )
        const { a, b, weight } = pairs["co-action"]!
        const found = new Map([...a].map((first, i) => [`${first}-${b[i]}`, weight[i]!]))
        const wanted = bruteForce(log, window)
        expect(new Map([...found].sort())).toEqual(new Map([...wanted].sort()))
        const repeated = [...wanted.values()].filter((objects) => objects > 1).length
        expect(summaries["co-action"]).toEqual({
          pairs: wanted.size,
          repeatedPairs: repeated,
          cappedEvents: 0,
        })
        for (let one = 0; one < log.length; one++) {
          const own = [...wanted].filter(([pair]) => pair.split("-").map(Number).includes(one))
          expect(feature("partners", one)).toBe(own.length)
          expect(feature("repeatedPartners", one)).toBe(own.filter(([, objects]) => objects > 1).length)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe("a real log", () => {
  testOnLog(
    "coortweet_german_elections.csv.gz",
    "yields the known pairs at ten seconds, and ranks every repeater above everyone else",
    async (path) => {
      const log = await readLog(path, { account: "account_id", object: "url_id", time: "timestamp" })
      const { summaries, score, feature } = await judge(coAction, log.evidence, 10)
      expect(summaries["co-action"]).toMatchObject({ pairs: 1403, repeatedPairs: 732 })
      let lowestRepeater = 1
      let highestOther = 0
      for (const [account, value] of score.entries()) {
        if (feature("repeatedPartners", account) > 0) lowestRepeater = Math.min(lowestRepeater, value)
        else if (!Number.isNaN(value)) highestOther = Math.max(highestOther, value)
      }
      expect(lowestRepeater).toBeGreaterThan(highestOther)
    },
  )
})
