import { describe, expect, it } from "vitest"
import { LEAST_TRIGRAMS } from "../../src/core/detection/content/minhash.ts"
import { nearDuplicateText } from "../../src/core/detection/content/near-duplicate-text.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { buildTestWorld } from "../population/world.ts"
import { DAY, type HandAccount, judge } from "./hand-made.ts"
import { edited, jaccard, note, randomOf } from "./texts.ts"

const account = (...notes: readonly (readonly number[])[]): HandAccount => ({
  posts: notes.map((tokens, i) => ({ time: i * DAY, tokens })),
})

/** The highest exact Jaccard similarity that each set has with another one, by an index of their members. */
function closestOf(sets: readonly ReadonlySet<string>[]): number[] {
  const holders = new Map<string, number[]>()
  for (const [at, set] of sets.entries())
    for (const member of set) holders.set(member, [...(holders.get(member) ?? []), at])
  return sets.map((set, at) => {
    const both = new Map<number, number>()
    for (const member of set)
      for (const other of holders.get(member)!) if (other !== at) both.set(other, (both.get(other) ?? 0) + 1)
    return Math.max(0, ...[...both].map(([other, count]) => count / (set.size + sets[other]!.size - count)))
  })
}

describe("near-duplicate text", () => {
  it("finds an exact copy and a copy with one edit, and no unrelated note", async () => {
    const random = randomOf("copies")
    const [text, other] = [note(random), note(random)]
    const { score, feature, pairs, summaries } = await judge(nearDuplicateText, [
      account(text, note(random)),
      account(note(random), text),
      account(other, note(random)),
      account(edited(other, 1, random), note(random)),
      account(note(random), note(random)),
    ])
    for (const which of [0, 1, 2, 3]) {
      expect(feature("shared", which)).toBe(1)
      expect(feature("partners", which)).toBe(1)
      expect(feature("repeated", which)).toBe(0)
      // One of two posts shared: 1 / (2 * (2 + 4)).
      expectClose(score[which]!, 1 / 12, 1e-6)
    }
    expect(score[4]!).toBe(0)
    expect(summaries["near-duplicate-text"]).toEqual({ postPairs: 2, pairs: 2, repeatedPairs: 0 })
    const found = pairs["near-duplicate-text"]!
    expect([...found.a]).toEqual([0, 2])
    expect([...found.b]).toEqual([1, 3])
  })

  it("takes a meme that somebody posts twice for one shared text, and two texts for two", async () => {
    const random = randomOf("twice")
    const [meme, other] = [note(random), note(random)]
    const { feature } = await judge(nearDuplicateText, [
      account(meme, meme, note(random)),
      account(meme, note(random)),
    ])
    expect([feature("shared", 0), feature("repeated", 0), feature("repeated", 1)]).toEqual([2, 0, 0])
    const fleet = await judge(nearDuplicateText, [account(meme, other), account(other, meme)])
    expect([fleet.feature("repeated", 0), fleet.feature("repeated", 1)]).toEqual([2, 2])
  })

  it("leaves an account's own duplicates alone", async () => {
    const random = randomOf("own")
    const text = note(random)
    const { score, feature } = await judge(nearDuplicateText, [
      account(text, text, text),
      account(note(random)),
    ])
    expect(feature("shared", 0)).toBe(0)
    expect(score[0]!).toBe(0)
  })

  it("finds another account's copy behind many of one's own", async () => {
    const text = note(randomOf("behind"))
    const { feature } = await judge(nearDuplicateText, [
      account(...Array.from({ length: 12 }, () => text)),
      account(text),
    ])
    expect(feature("shared", 1)).toBe(1)
    expect(feature("shared", 0)).toBeGreaterThan(0)
  })

  it("has no evidence where all notes are short, or none are", async () => {
    const random = randomOf("short")
    const short = note(random, 9)
    const { score, feature } = await judge(nearDuplicateText, [
      account(short),
      account(short, note(random)),
      {},
      account([]),
    ])
    expect(score[0]!).toBeNaN()
    expect(score[1]!).toBe(0)
    expect(feature("posts", 1)).toBe(1)
    expect(score[2]!).toBeNaN()
    expect(score[3]!).toBeNaN()
  })

  it("counts a fleet that shares text after text above people who posted a meme", async () => {
    const random = randomOf("fleet")
    const meme = note(random)
    const templates = Array.from({ length: 6 }, () => note(random))
    const people = Array.from({ length: 200 }, () =>
      account(meme, ...Array.from({ length: 5 }, () => note(random))),
    )
    const fleet = Array.from({ length: 5 }, () =>
      account(...templates.map((text) => edited(text, 1, random))),
    )
    const { score, feature } = await judge(nearDuplicateText, [...people, ...fleet])
    const ofPeople = score.subarray(0, 200)
    const ofFleet = score.subarray(200)
    expect(Math.min(...ofFleet)).toBeGreaterThan(4 * Math.max(...ofPeople))
    expect(feature("repeated", 200)).toBe(6)
    for (let person = 0; person < 200; person++) {
      expect(feature("shared", person)).toBe(1)
      expect(feature("repeated", person)).toBe(0)
    }
  })

  it("finds pairs with the recall and precision that its bands promise", async () => {
    const random = randomOf("recall")
    const accounts: HandAccount[] = []
    const similarity: number[] = []
    for (let k = 0; k < 700; k++) {
      const text = note(random, 50)
      const copy = edited(text, k % 14, random)
      similarity.push(jaccard(text, copy))
      accounts.push(account(text), account(copy))
    }
    const { feature, pairs, score } = await judge(nearDuplicateText, accounts)
    const { a, b } = pairs["near-duplicate-text"]!
    // Whatever is found is a note with its own copy: no two notes that have nothing to do with each other.
    for (const [i, first] of a.entries()) expect(b[i]! >> 1).toBe(first >> 1)
    const foundWithin = (from: number, to: number) => {
      const within = similarity.flatMap((value, k) =>
        value >= from && value < to ? [feature("shared", 2 * k)] : [],
      )
      expect(within.length).toBeGreaterThan(30)
      return within.reduce((sum, found) => sum + found, 0) / within.length
    }
    expect(foundWithin(0.7, 1.01)).toBeGreaterThan(0.95)
    expect(foundWithin(0.5, 0.64)).toBeGreaterThan(0.55)
    expect(foundWithin(0, 0.2)).toBeLessThan(0.05)
    expect(score.some(Number.isNaN)).toBe(false)
  })

  it("finds generated notes with the recall and precision of exact Jaccard over all pairs", async () => {
    const scenario = scenarioSchema.parse({ name: "pairs", accounts: 300, prevalence: 0.5 })
    const world = await buildTestWorld(scenario)
    const { tokens, tokenOffset } = generateTile(world, 0, 300, new Set(["posts.text"])).posts!
    // Each note an account of its own, so that pairs of accounts are pairs of notes.
    const notes = Array.from({ length: 1200 }, (_, at) => {
      const post = at * Math.floor((tokenOffset!.length - 1) / 1200)
      return [...tokens!.subarray(tokenOffset![post], tokenOffset![post + 1])]
    }).filter((note) => note.length >= LEAST_TRIGRAMS + 2)
    const phrases = notes.map(
      (tokens) => new Set(tokens.slice(2).map((_, at) => tokens.slice(at, at + 3).join())),
    )
    const closest = closestOf(phrases)
    const { feature } = await judge(
      nearDuplicateText,
      notes.map((tokens) => account(tokens)),
    )
    const found = [...closest.keys()].filter((at) => feature("shared", at) > 0)
    const alike = [...closest.keys()].filter((at) => closest[at]! >= 0.7)
    expect(alike.length).toBeGreaterThan(40)
    // All but one in twenty that are alike are found, and as few of those found are not.
    expect(alike.filter((at) => found.includes(at)).length / alike.length).toBeGreaterThan(0.95)
    expect(found.filter((at) => closest[at]! >= 0.4).length / found.length).toBeGreaterThan(0.95)
  })

  it("says how many of how many posts, with how many accounts", async () => {
    const random = randomOf("reasons")
    const texts = [note(random), note(random), note(random)]
    const { features } = await judge(nearDuplicateText, [account(...texts, note(random)), account(...texts)])
    const row = nearDuplicateText.features.map(({ id }) => features["near-duplicate-text"]![id]![0]!)
    const reasons = nearDuplicateText.reasons(row, { shareAtOrAbove: () => 0.01 })
    expect(reasons.map(({ text }) => text)).toEqual([
      "3 of 4 posts read almost like a post of another account (accounts: 1); this many are shared by 1 in 100 accounts",
      "3 of them are shared with an account that shares other posts with it as well",
    ])
  })
})
