import { describe, expect, it } from "vitest"
import { activityMix, logLikelihood } from "../../src/core/detection/behaviour/activity-mix.ts"
import { betaBinomialSurprise, combinedSurprise } from "../../src/core/detection/tails.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, type HandAccount, HOUR, judge, MINUTE } from "./hand-made.ts"

/** So many actions of each kind, in turn; the kinds are like, comment, reply, follow, share, save. Hours apart. */
function mixOf(counts: readonly number[], posts = 0): HandAccount {
  const kinds = counts.flatMap((count, kind) => new Array<number>(count).fill(kind))
  return {
    posts: Array.from({ length: posts }, (_, i) => ({ time: i * DAY })),
    actions: kinds.map((kind, i) => ({ time: 2 * HOUR + i * HOUR, kind })),
  }
}

describe("the kinds of activity", () => {
  it("surprise when they are few for so many actions", async () => {
    const { feature } = await judge(activityMix, [
      mixOf([0, 100, 0, 0, 0, 0]),
      mixOf([0, 10, 0, 0, 0, 0]),
      mixOf([60, 15, 10, 5, 5, 5], 20),
    ])
    expect(feature("kindsSurprise", 0)).toBeGreaterThan(feature("kindsSurprise", 1))
    expect(feature("kindsSurprise", 1)).toBeGreaterThan(0)
    expect(feature("kindsSurprise", 2)).toBe(0)
  })

  it("are counted, with the share of the most frequent one and the entropy of the mix", async () => {
    const { feature } = await judge(activityMix, [mixOf([8, 4, 0, 0, 0, 0], 4)])
    expect(feature("actions", 0)).toBe(16)
    expect(feature("kinds", 0)).toBe(3)
    expect(feature("topKind", 0)).toBe(1)
    expect(feature("topKindShare", 0)).toBe(0.5)
    expect(feature("interactionsPerPost", 0)).toBe(3)
    // 1/2 ln 2 + 2 times 1/4 ln 4.
    expectClose(feature("mixEntropy", 0), 1.5 * Math.LN2, 1e-6)
  })

  it("have the likelihood of an urn that returns each ball with another of its kind", () => {
    // Polya's urn, 0.5 a kind of two: 1/2, then 1.5/2 for the same again, then 0.5/3 for the other one.
    expectClose(logLikelihood(Uint32Array.of(2, 1), 0.5), Math.log((1 / 2) * (1.5 / 2) * (0.5 / 3)), 1e-12)
    expectClose(logLikelihood(Uint32Array.of(0, 0), 0.5), 0, 1e-12)
  })
})

describe("sessions", () => {
  it("end with 30 minutes without action, posts and interactions taken together", async () => {
    const { feature } = await judge(activityMix, [
      {
        posts: [{ time: 0 }, { time: 10 * HOUR }],
        actions: [30 * MINUTE, 60 * MINUTE + 1, ...[0, 1, 2, 3, 4, 5].map((i) => 20 * HOUR + i * MINUTE)].map(
          (time) => ({ time }),
        ),
      },
    ])
    // The post with the like half an hour later; the one a second too late; the second post; six at once.
    expect(feature("sessions", 0)).toBe(4)
    expect(feature("singleShare", 0)).toBe(0.5)
    expect(feature("eventsPerSession", 0)).toBe(2.5)
  })

  it("surprise when all hold one action, and when none does", async () => {
    const alone = { actions: Array.from({ length: 60 }, (_, i) => ({ time: i * HOUR, kind: i % 6 })) }
    const together = {
      actions: Array.from({ length: 60 }, (_, i) => ({ time: (i >> 1) * HOUR + (i % 2) * 60, kind: i % 6 })),
    }
    const usual = {
      actions: Array.from({ length: 60 }, (_, i) => ({
        time: i * HOUR - (i % 4 === 0 ? 50 * MINUTE : 0) + HOUR,
        kind: i % 6,
      })),
    }
    const { feature } = await judge(activityMix, [alone, together, usual])
    expectClose(feature("sessionsSurprise", 0), betaBinomialSurprise(60, 60, 0.7, 13) - Math.LN2, 1e-6)
    expectClose(feature("sessionsSurprise", 1), betaBinomialSurprise(30, 30, 0.3, 13) - Math.LN2, 1e-6)
    expect(feature("sessionsSurprise", 2)).toBeLessThan(1)
  })
})

describe("the score", () => {
  it("joins both by Fisher's method, one half at six nats", async () => {
    const { feature, score } = await judge(activityMix, [mixOf([0, 40, 0, 0, 0, 0])])
    const nats = combinedSurprise([feature("kindsSurprise", 0), feature("sessionsSurprise", 0)])
    expectClose(score[0]!, nats / (nats + 6), 1e-6)
  })

  it("is missing for fewer than ten actions", async () => {
    const { score } = await judge(activityMix, [mixOf([9, 0, 0, 0, 0, 0]), mixOf([9, 0, 0, 0, 0, 0], 1), {}])
    expect([...score].map(Number.isNaN)).toEqual([true, false, true])
  })

  it("has reasons that name kinds, sessions and what is usual", async () => {
    const { features } = await judge(activityMix, [mixOf([0, 200, 0, 0, 0, 0])])
    const row = activityMix.features.map(({ id }) => features["activity-mix"]![id]![0]!)
    const texts = activityMix.reasons(row, { shareAtOrAbove: () => 0.05 }).map(({ text }) => text)
    expect(texts).toContain(
      "200 actions are of 1 of 7 kinds, 100 % of them of one; as few for as many as in 1 in 20 accounts",
    )
    expect(texts).toContain(
      "of 200 sessions 100 % hold one action, where people have about 70 %; 1 in 20 accounts are this far from it",
    )
  })
})
