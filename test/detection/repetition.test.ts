import { describe, expect, it } from "vitest"
import { PhraseMemory } from "../../src/core/detection/content/repetition.ts"
import { expectClose } from "../evaluation/expect-close.ts"

describe("repetition", () => {
  const shares = (posts: readonly (readonly number[])[], memory = new PhraseMemory()) => {
    memory.begin(posts.flat().length)
    return posts.map((tokens) => memory.repeatedShare(tokens, 0, tokens.length))
  }

  it("is the share of trigrams that were there before, not of those within the post", () => {
    expect(
      shares([
        [1, 2, 3, 4, 1, 2, 3],
        [1, 2, 3, 9, 9],
        [1, 2, 3, 4],
        [5, 6],
      ]),
    ).toEqual([0, 1 / 3, 1, Number.NaN])
  })

  it("begins anew with each account", () => {
    const memory = new PhraseMemory()
    expect(shares([[1, 2, 3]], memory)).toEqual([0])
    expect(
      shares(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        memory,
      ),
    ).toEqual([0, 1])
  })

  it("keeps 65,536 trigrams of an account, and goes on without more", () => {
    const long = Array.from({ length: 70_000 }, (_, i) => i)
    const [first, again] = shares([long, long])
    expect(first).toBe(0)
    expectClose(again!, 65_536 / 69_998, 1e-3)
  })
})
