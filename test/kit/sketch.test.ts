import { describe, expect, it } from "vitest"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { tokenize } from "../../src/core/evidence/tokenize.ts"
import { account, at, sketchedEvidence } from "../../src/kit/sketch.ts"

describe("at", () => {
  it("is a day and a time of day in seconds", () => {
    expect(at(0)).toBe(0)
    expect(at(2, "01:30")).toBe(2 * 86_400 + 5_400)
    expect(at(1, "23:59:59")).toBe(2 * 86_400 - 1)
    expect(() => at(1, "24:00")).toThrow('got "24:00"')
  })
})

describe("sketched accounts", () => {
  it("become evidence of every kind, in the order of time", () => {
    const tokens: number[] = []
    tokenize("Good day", (token) => tokens.push(token))
    const { profiles, posts, interactions, follows, reports } = sketchedEvidence([
      account({ profile: { language: "en", followers: 7, verified: true } }),
      account({
        posts: [at(1), { time: at(0), text: "Good day" }],
        replies: [{ time: at(3), target: 0, latency: 20 }],
        likes: [at(2)],
        followed: [0],
        reports: [{ time: at(5), reporter: 0, decided: 4, upheld: 3 }],
      }),
    ])
    expect([...profiles!.language]).toEqual([1, 0])
    expect([...profiles!.followers]).toEqual([7, 100])
    expect([...profiles!.verified]).toEqual([1, 0])
    expect([...posts!.offset]).toEqual([0, 0, 2])
    expect([...posts!.time]).toEqual([at(0), at(1)])
    expect([...posts!.tokens!]).toEqual(tokens)
    expect([...posts!.style!.units]).toEqual([2, 0])
    expect([...interactions!.kind]).toEqual([0, 2])
    expect([...interactions!.target]).toEqual([NONE, 0])
    expect([...interactions!.latency!]).toEqual([NONE, 20])
    expect([...follows!.target]).toEqual([0])
    expect([...reports!.reporterUpheld]).toEqual([3])
  })
})
