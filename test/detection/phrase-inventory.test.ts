import { describe, expect, it } from "vitest"
import { phraseInventory } from "../../src/core/detection/content/phrase-inventory.ts"
import { betaBinomialSurprise } from "../../src/core/detection/tails.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, type HandAccount, judge } from "./hand-made.ts"
import { note, randomOf } from "./texts.ts"

const random = randomOf("inventory")
const times = <Value>(count: number, make: (at: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at))

/** The script is told by the text; which phrases there are, by the tokens. */
const posting = (notes: readonly (readonly number[])[]): HandAccount => ({
  posts: notes.map((tokens, i) => ({ time: i * DAY, text: "today we went out", tokens })),
})
const person = () => posting(times(8, () => note(random)))
/** Notes that are strung together from a stock of phrases of six tokens, each phrase at most once a note. */
const fromStock = (stock: readonly (readonly number[])[], notes: number) =>
  posting(
    times(notes, () => {
      const rest = [...stock]
      return times(6, () => rest.splice(Math.floor(rest.length * random()), 1)[0]!).flat()
    }),
  )

describe("phrase inventory", () => {
  it("counts an account's copies of itself, each after the first, as surprising as beta-binomial says", async () => {
    const copied = note(random)
    const repeating = posting(times(10, (post) => (post % 2 === 0 ? copied : note(random))))
    const { feature, score } = await judge(phraseInventory, [repeating, ...times(20, person)])
    expect(feature("posts", 0)).toBe(10)
    expect(feature("duplicates", 0)).toBe(4)
    expectClose(feature("duplicateSurprise", 0), betaBinomialSurprise(4, 10, 0.02, 10), 1e-6)
    // What repeats a whole note is counted there and not again among the phrases.
    expect(feature("phrases", 0)).toBe(6 * 38)
    expect(feature("repeated", 0)).toBe(0)
    expect(score[0]!).toBeGreaterThan(Math.max(...score.subarray(1)))
  })

  it("sees a narrow inventory, against accounts with as much text", async () => {
    const narrow = fromStock(
      times(12, () => note(random, 6)),
      8,
    )
    const { feature, score } = await judge(phraseInventory, [narrow, ...times(30, person)])
    expect(feature("duplicates", 0)).toBe(0)
    expect(feature("repeated", 0)).toBeGreaterThan(0.3)
    expect(feature("usualRepeated", 0)).toBeLessThan(0.01)
    expect(feature("repeatedSurprise", 0)).toBeGreaterThan(10)
    expect(score[0]!).toBeGreaterThan(0.5)
    expect(Math.max(...score.subarray(1))).toBeLessThan(0.2)
  })

  it("sees phrases that strangers use too, and not those that only a circle shares", async () => {
    const stock = times(2000, () => note(random, 6))
    const ofOneStock = times(30, () => fromStock(stock, 12))
    const shared = times(12, () => note(random))
    const circle = times(2, () => posting(shared))
    const { feature } = await judge(phraseInventory, [...ofOneStock, ...circle, ...times(60, person)])
    const mean = (id: string) => ofOneStock.reduce((sum, _, account) => sum + feature(id, account), 0) / 30
    expect(mean("common")).toBeGreaterThan(0.2)
    expect(mean("commonSurprise")).toBeGreaterThan(5)
    expect([feature("common", 30), feature("common", 31)]).toEqual([0, 0])
    expect(feature("usualCommon", 40)).toBe(0)
  })

  it("says nothing of three posts, nor compares where there are fewer than ten to compare with", async () => {
    const { score, feature } = await judge(phraseInventory, [
      posting(times(3, () => note(random))),
      ...times(8, person),
    ])
    expect(score[0]!).toBeNaN()
    expect(feature("repeatedSurprise", 1)).toBeNaN()
    expect(score[1]!).toBe(0)
  })

  it("does not hold one script against another", async () => {
    const chinese = (account: HandAccount): HandAccount => ({
      posts: account.posts!.map((post) => ({ ...post, text: "今天我们出去了" })),
    })
    const stock = times(10, () => note(random, 6))
    const narrow = times(12, () => chinese(fromStock(stock, 8)))
    const { feature } = await judge(phraseInventory, [...narrow, ...times(30, person)])
    // Among their own they are usual.
    for (let account = 0; account < 12; account++)
      expectClose(feature("usualRepeated", account), feature("usualRepeated", 0), 1e-9)
    expect(feature("usualRepeated", 0)).toBeGreaterThan(0.3)
    expect(feature("usualRepeated", 20)).toBeLessThan(0.01)
  })

  it("gives reasons that name the numbers", async () => {
    const copied = note(random)
    const { features } = await judge(phraseInventory, [
      posting(times(10, () => copied)),
      fromStock(
        times(12, () => note(random, 6)),
        8,
      ),
      ...times(30, person),
    ])
    const reasonsOf = (account: number) => {
      const row = phraseInventory.features.map(({ id }) => features["phrase-inventory"]![id]![account]!)
      return phraseInventory.reasons(row, { shareAtOrAbove: () => 0.01 }).map(({ text }) => text)
    }
    expect(reasonsOf(0)).toEqual([
      "9 of 10 posts repeat earlier ones of the account; as many as in 1 in 100 accounts",
    ])
    expect(reasonsOf(1)[0]!).toMatch(
      /^\d+ % of \d+ three-token phrases were in its earlier posts, where accounts with as much text have 0 %; as many/,
    )
  })
})
