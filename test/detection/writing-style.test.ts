import { describe, expect, it } from "vitest"
import { writingStyle } from "../../src/core/detection/content/writing-style.ts"
import { combinedSurprise, normalSurprise } from "../../src/core/detection/tails.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, type HandAccount, judge } from "./hand-made.ts"
import { randomOf } from "./texts.ts"

const random = randomOf("style")

/** A text of sentences of so many Chinese characters each, of a vocabulary of so many, with these ends in turn. */
function textOf(lengths: readonly number[], ends: string, vocabulary = 3000): string {
  const character = () => String.fromCodePoint(0x4e00 + Math.floor(vocabulary * random()))
  return lengths
    .map((length, i) => Array.from({ length }, character).join("") + ends[i % ends.length])
    .join("")
}

const posting = (texts: readonly string[]): HandAccount => ({
  posts: texts.map((text, i) => ({ time: i * DAY, text })),
})
const times = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make)

/** As people write: sentences of any length, a mark in one of three, words that come again. */
const person = () => posting(times(8, () => textOf([5, 14, 9, 22, 6, 12, 16, 8], "。！。。？。", 130)))
/** As models write: even sentences, full stops, varied words. */
const model = () => posting(times(8, () => textOf([12, 14, 12, 11, 13, 12, 14, 12], "。", 300)))

const names = ["sentenceSurprise", "markSurprise", "typeSurprise"] as const

describe("writing style", () => {
  it("ranks whoever writes as models do above people", async () => {
    const { score } = await judge(writingStyle, [...times(20, person), model()])
    expect(score.at(-1)!).toBeGreaterThan(0.5)
    expect(Math.max(...score.subarray(0, 20))).toBeLessThan(0.3)
  })

  it("sees each of its three traits alone", async () => {
    const even = posting(times(8, () => textOf([12, 12, 12, 12, 12, 12, 12], "。！。。？", 130)))
    const flat = posting(times(80, () => textOf([5, 14, 9, 22, 6, 12, 16, 8], "。", 130)))
    const varied = posting(times(8, () => textOf([5, 14, 9, 22, 6, 12, 16, 8], "。！。。？。", 2000)))
    const { feature } = await judge(writingStyle, [even, flat, varied])
    const surprised = (account: number) => names.filter((id) => feature(id, account) > Math.log(50))
    expect([0, 1, 2].map(surprised)).toEqual(names.map((id) => [id]))
  })

  it("counts what one counts by hand", async () => {
    // Ten characters of which two end a sentence with a mark, in six posts; every second post of even sentences.
    const { feature, score } = await judge(writingStyle, [
      posting(
        times(6, () => `${"一二三四五六七八九十".repeat(4)}！${"百千".repeat(10)}。${"万亿".repeat(10)}。😀`),
      ),
    ])
    expect(feature("posts", 0)).toBe(6)
    expect(feature("units", 0)).toBe(480)
    expectClose(feature("markShare", 0), 1 / 80, 1e-6)
    // Lengths 40, 20 and 20: mean 80 / 3.
    const variation = Math.sqrt((2 * (20 / 3) ** 2 + (40 / 3) ** 2) / 3) / (80 / 3)
    expectClose(feature("sentenceVariation", 0), variation, 1e-6)
    const sentences = normalSurprise((variation - 0.5) / Math.sqrt(0.11 ** 2 + 0.2 ** 2 / 6))
    expectClose(feature("sentenceSurprise", 0), sentences, 1e-5)
    expectClose(feature("typeTokenRatio", 0), 14 / 80, 1e-6)
    expect(feature("emojiPerPost", 0)).toBe(1)
    // At most 6 marks, where the mean is 0.0085 times 480, geometric.
    const end = 1 / (1 + 0.0085 * 480)
    expectClose(feature("markSurprise", 0), -Math.log(1 - (1 - end) ** 7), 1e-6)
    const all = combinedSurprise(names.map((id) => feature(id, 0)))
    expectClose(score[0]!, all / (all + 8), 1e-6)
  })

  it("does not test English on a ratio published for Chinese", async () => {
    const english = times(6, () => times(90, () => `w${Math.floor(400 * random())}`).join(" "))
    const { feature, score } = await judge(writingStyle, [posting(english)])
    expect(feature("typeTokenRatio", 0)).toBeNaN()
    expect(score[0]!).not.toBeNaN()
  })

  it("says nothing about three posts, or about hardly any words", async () => {
    const { score } = await judge(writingStyle, [
      posting(times(3, () => textOf([30, 30, 30], "。"))),
      posting(times(8, () => "好看！")),
      { posts: times(8, () => ({ time: 5 })) },
    ])
    expect([...score].every(Number.isNaN)).toBe(true)
  })

  it("gives reasons that name the numbers", async () => {
    const { features } = await judge(writingStyle, [
      posting(times(40, () => textOf([12, 12, 12, 12, 12, 12, 12], "。", 2000))),
    ])
    const row = writingStyle.features.map(({ id }) => features["writing-style"]![id]![0]!)
    const texts = writingStyle.reasons(row, { shareAtOrAbove: () => 0.01 }).map(({ text }) => text)
    expect(texts).toContain(
      "its sentences are of even length: they vary by 0 of the mean, people's by about 0.5; so even are 1 in 100 accounts",
    )
    expect(texts).toContain(
      "0 exclamation, question and tilde marks in 10,000 characters, where people use 85; so few are in 1 in 100 accounts",
    )
  })
})
