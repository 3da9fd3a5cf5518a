/** Who wrote a note agrees with what is written. */
import { beforeAll, describe, expect, it } from "vitest"
import { MAX_NOTE_TOKENS, TOKEN_KINDS, tokenKinds } from "../../src/core/population/language/index.ts"
import { type Notes, writePosts } from "../../src/core/population/notes.ts"
import { livesOf } from "../../src/core/population/tile.ts"
import type { World } from "../../src/core/population/world.ts"
import { AUTHORSHIPS, isLearner } from "../../src/core/population/writing.ts"
import { buildTestWorld, scenario } from "../population/world.ts"

const ACCOUNTS = 1500

interface AccountsNote {
  readonly account: number
  readonly post: number
  /** The account's posts before it. */
  readonly earlier: readonly number[]
  readonly authorship: string
}

describe("the notes of a population", () => {
  let world: World
  let notes: Notes
  let all: AccountsNote[]
  /** By post; the notes are many and each is compared with many. */
  let texts: string[]
  const note = (post: number) =>
    notes.posts.tokens!.subarray(notes.posts.tokenOffset![post], notes.posts.tokenOffset![post + 1])
  const write = (first: number, end: number) => writePosts(world, first, end, livesOf(world, first, end))

  function accountsNotes(): AccountsNote[] {
    return Array.from({ length: ACCOUNTS }, (_, account) => {
      const [from, to] = [notes.posts.offset[account], notes.posts.offset[account + 1]]
      return Array.from({ length: to - from }, (_, n) => ({
        account,
        post: from + n,
        earlier: Array.from({ length: n }, (_, k) => from + k),
        authorship: AUTHORSHIPS[notes.authorship[from + n]],
      }))
    }).flat()
  }

  beforeAll(async () => {
    world = await buildTestWorld({ ...scenario, accounts: ACCOUNTS })
    notes = write(0, ACCOUNTS)
    all = accountsNotes()
    texts = Array.from(notes.authorship, (_, post) => note(post).join(" "))
  })

  it("come from every kind of author", () => {
    for (const [index] of AUTHORSHIPS.entries()) expect(notes.authorship).toContain(index)
  })

  it("are the same whichever accounts are written with them", () => {
    const some = write(700, 710)
    const from = notes.posts.offset[700]
    expect(some.authorship).toEqual(notes.authorship.slice(from, notes.posts.offset[710]))
    const begin = notes.posts.tokenOffset![from]
    expect(some.posts.tokens).toEqual(notes.posts.tokens!.slice(begin, begin + some.posts.tokens!.length))
  })

  it("repeat an earlier one of the account when they are said to, most often to the letter", () => {
    const repeated = all.filter(({ authorship }) => authorship === "repeated")
    expect(repeated.length).toBeGreaterThan(50)
    const exact = repeated.filter(({ post, earlier }) => earlier.some((one) => texts[one] === texts[post]))
    expect(exact.length / repeated.length).toBeGreaterThan(0.75)
    const words = Array.from(notes.authorship, (_, post) => new Set(note(post)))
    for (const { post, earlier } of repeated) {
      const shared = Math.max(
        ...earlier.map(
          (one) => [...words[one]].filter((word) => words[post].has(word)).length / words[one].size,
        ),
      )
      expect(shared).toBeGreaterThan(0.5)
    }
  })

  it("never repeat when the account has written nothing before", () => {
    for (const { earlier, authorship } of all)
      if (earlier.length === 0) expect(authorship).not.toBe("repeated")
  })

  it("hardly repeat by chance when a person wrote them", () => {
    const own = all.filter(({ authorship }) => authorship === "own")
    const duplicates = own.filter(({ post, earlier }) =>
      earlier.some((one) => notes.authorship[one] === 0 && texts[one] === texts[post]),
    )
    expect(duplicates.length / own.length).toBeLessThan(0.01)
  })

  it("exclaim less the more a model had a part in them", () => {
    const kinds = tokenKinds()
    const share = (wanted: string) => {
      const found = all.filter(({ authorship }) => authorship === wanted)
      const exclaiming = found.filter(({ post }) =>
        note(post).some((token) => ["exclamation", "tilde"].includes(TOKEN_KINDS[kinds[token]])),
      )
      return exclaiming.length / found.length
    }
    expect(share("own")).toBeGreaterThan(share("polished"))
    expect(share("polished")).toBeGreaterThan(2 * share("model"))
  })

  it("use fewer different words when somebody writes in a language that they are learning", () => {
    const distinctShare = (learner: boolean) => {
      const own = all.filter(
        ({ account, authorship }) =>
          authorship === "own" &&
          isLearner(world, account, world.archetypes[world.columns.archetype[account]]) === learner,
      )
      // As many notes of either, one topic and language after the other, since vocabularies grow with both.
      const tokens = own.slice(0, 60).flatMap(({ post }) => [...note(post)])
      return new Set(tokens.slice(0, 1500)).size
    }
    expect(distinctShare(true)).toBeLessThan(0.9 * distinctShare(false))
  })

  it("are between 1 and MAX_NOTE_TOKENS tokens long", () => {
    const outside = all.filter(({ post }) => note(post).length < 1 || note(post).length > MAX_NOTE_TOKENS)
    expect(outside).toEqual([])
  })
})
