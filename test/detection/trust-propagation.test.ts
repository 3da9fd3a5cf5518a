import { describe, expect, it } from "vitest"
import { trustPropagation } from "../../src/core/detection/network/trust-propagation.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { evidenceOf, judge } from "./hand-made.ts"

/** Evidence of who follows whom, and who is verified. */
const graph = (follows: readonly (readonly number[])[], verified: readonly number[]) =>
  evidenceOf(follows.map((list, account) => ({ follows: list, verified: verified.includes(account) })))

/** A community of ten whose members follow each other, the first one verified; and a ring of ten who follow only each other and it. */
const community = Array.from({ length: 10 }, (_, i) => [1, 2, 3, 4].map((step) => (i + step) % 10))
const ring = Array.from({ length: 10 }, (_, i) => [...[1, 2, 3, 4].map((step) => 10 + ((i + step) % 10)), i])

describe("trust propagation", () => {
  it("leaves without trust those whom only their own ring follows", async () => {
    const { score, feature } = await judge(trustPropagation, graph([...community, ...ring], [0]))
    for (let member = 0; member < 10; member++) {
      expect(feature("trust", member)).toBeGreaterThan(0)
      expect(feature("trust", 10 + member)).toBe(0)
    }
    const [outside, inside] = [score.subarray(10), score.subarray(0, 10)]
    expect(Math.min(...outside)).toBeGreaterThan(Math.max(...inside))
  })

  it("hands on equal shares and returns the rest to the verified, as one counts by hand", async () => {
    // 0 is verified and follows 1 and 2; both follow 3, and so does 4, whom nobody trusts.
    const { feature } = await judge(trustPropagation, graph([[1, 2], [3], [3], [], [3]], [0]))
    expect(feature("followers", 3)).toBe(3)
    expect(feature("verifiedFollowers", 1)).toBe(1)
    expect(feature("verifiedFollowers", 3)).toBe(0)
    // From the second step on 0 keeps 0.15 of all five shares, 1 and 2 get 0.85 of half of that, 3 the same of both.
    const atSeed = 0.15 * 5
    expectClose(feature("trust", 1), (0.85 * atSeed) / 2, 1e-6)
    expectClose(feature("trust", 3), (0.85 * 0.85 * atSeed) / 3, 1e-6)
  })

  it("ranks among those with as many followers, equal trust equally", async () => {
    const { score } = await judge(trustPropagation, graph([...community, ...ring], [0]))
    // Accounts of the ring have four followers, those of the community five: all between four and seven.
    const ranks = [...score]
    expect(new Set(ranks.slice(10)).size).toBe(1)
    expect(ranks[10]).toBe(0.5)
    expect(Math.min(...ranks)).toBe(0)
  })

  it("says nothing of accounts with fewer than three followers, or where nobody is verified", async () => {
    const few = await judge(trustPropagation, graph([[1, 2], [3], [3], [], [3]], [0]))
    expect([...few.score].map(Number.isNaN)).toEqual([true, true, true, false, true])
    const nobody = await judge(trustPropagation, graph([...community, ...ring], []))
    expect([...nobody.score].every(Number.isNaN)).toBe(true)
  })

  it("samples who follows thousands", async () => {
    const everybody = Array.from({ length: 200 }, (_, i) => i + 1)
    const { feature } = await judge(trustPropagation, graph([everybody, ...everybody.map(() => [])], [0]))
    const sampled = everybody.reduce((sum, account) => sum + feature("followers", account), 0)
    expect(sampled).toBe(64)
  })

  it("gives a reason with numbers for the lowest ranks only", async () => {
    const row = [20, 1, 0.123, 0.97]
    expect(trustPropagation.reasons(row, { shareAtOrAbove: () => 0.02 }).map(({ text }) => text)).toEqual([
      "97 % of accounts with as many followers are trusted more: of 20 followers 1 are verified, and trust a follower is 0.12 of the average; 1 in 50 accounts are this low",
    ])
    expect(trustPropagation.reasons([20, 1, 1, 0.4], { shareAtOrAbove: () => 0.5 })).toEqual([])
  })
})
