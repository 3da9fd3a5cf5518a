import { describe, expect, it } from "vitest"
import { languageModel } from "../../src/core/detection/content/language-model.ts"
import { TrigramCounts } from "../../src/core/detection/content/ngram-model.ts"
import {
  CONTEXT,
  codeOf,
  NO_CODE,
  PIECE,
  readSample,
  SAMPLE,
  SAMPLE_WORDS,
  sampleText,
} from "../../src/core/detection/content/text-sample.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, evidenceOf, type HandAccount, judge } from "./hand-made.ts"
import { reference } from "./reference.ts"
import { note, randomOf } from "./texts.ts"

const random = randomOf("language")
const times = <Value>(count: number, make: (at: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at))
const posting = (notes: readonly (readonly number[])[], text = "today we went out"): HandAccount => ({
  posts: notes.map((tokens, i) => ({ time: i * DAY, text, tokens })),
})

/** A language of 500 words in which each word has ten likely followers; `habit` is how often it is followed by one. */
function sentence(habit: number, length = 40): number[] {
  const words = [Math.floor(500 * random())]
  while (words.length < length) {
    const follower = (words.at(-1)! * 37 + 11 * Math.floor(10 * random() ** 3)) % 500
    words.push(random() < habit ? follower : Math.floor(500 * random()))
  }
  return words
}
/** Notes of three whole pieces each. */
const writer = (habit: number) => posting(times(8, () => sentence(habit, 44)))

describe("the trigram model", () => {
  const pieces = reference.trigramModel
  const codes = new Uint16Array(PIECE * pieces.length)
  for (const [at, { piece }] of pieces.entries()) codes.set(piece, at * PIECE)

  it("surprises as the same formula with plain counts does, each piece left out by subtraction", () => {
    const model = new TrigramCounts(PIECE * pieces.length)
    for (const at of pieces.keys()) model.countPiece(codes, at * PIECE, 1)
    for (const [at, { piece, nats }] of pieces.entries()) {
      model.countPiece(codes, at * PIECE, -1)
      for (let k = CONTEXT; k < piece.length; k++)
        expectClose(model.surprise(codes, at * PIECE + k), nats[k - CONTEXT]!, 1e-9)
      model.countPiece(codes, at * PIECE, 1)
    }
  })

  it("gives all words together the probability 1, whatever the context", () => {
    const model = new TrigramCounts(200)
    for (const at of pieces.keys()) model.countPiece(codes, at * PIECE, 1)
    for (const [first, second] of [
      [1, 2],
      [3, 3],
      [40_000, 1],
    ]) {
      let sum = 0
      for (let third = 0; third < 0x10000; third++)
        sum += Math.exp(-model.surprise(Uint16Array.from([first!, second!, third]), 2))
      expectClose(sum, 1, 1e-9)
    }
  })
})

describe("the sample of a text", () => {
  const sampleOf = (notes: readonly (readonly number[])[]) => {
    const words = new Uint32Array(SAMPLE_WORDS)
    sampleText(evidenceOf([posting(notes)]).posts!, 0, notes.length, words)
    const codes = new Uint16Array(SAMPLE)
    readSample(words, 0, codes)
    return codes
  }

  it("is all of a short text, each token after a note's second judged once", () => {
    const notes = [note(random, 40), note(random, 2), note(random, 17)]
    const codes = sampleOf(notes)
    const judged: number[] = []
    for (let at = 0; at < SAMPLE; at++)
      if (at % PIECE >= CONTEXT && codes[at] !== NO_CODE) judged.push(codes[at]!)
    expect(judged).toEqual(notes.flatMap((tokens) => tokens.slice(CONTEXT).map(codeOf)))
  })

  it("is spread over all of a long one, whole pieces in their order", () => {
    const notes = times(100, (post) => times(30, (at) => 1000 * post + at))
    const codes = sampleOf(notes)
    expect(codes.every((code) => code !== NO_CODE)).toBe(true)
    const firsts = times(SAMPLE / PIECE, (piece) => codes[piece * PIECE]!)
    const posts = firsts.map((code) =>
      notes.findIndex((tokens) => tokens.some((token) => codeOf(token) === code)),
    )
    expect([...posts].sort((a, b) => a - b)).toEqual(posts)
    expect(posts[0]!).toBeLessThan(10)
    expect(posts.at(-1)!).toBeGreaterThan(90)
  })
})

describe("the language model", () => {
  it("ranks whoever is easily foreseen above others, and not whoever is hard to foresee", async () => {
    const { score, feature } = await judge(languageModel, [
      writer(0.99),
      writer(0.2),
      ...times(40, () => writer(0.75)),
    ])
    expect(score[0]!).toBeGreaterThan(Math.max(...score.subarray(1)))
    expect(score[0]!).toBeGreaterThan(0.4)
    expect(score[1]!).toBeLessThan(0.02)
    expect(feature("crossEntropy", 0)).toBeLessThan(feature("usual", 0))
    expect(feature("tokens", 0)).toBe(SAMPLE - (SAMPLE / PIECE) * CONTEXT)
  })

  it("does not judge anybody by his own text: who repeats only himself is as strange as any stranger", async () => {
    const own = note(random)
    const repeater = posting(times(8, () => own))
    const stranger = posting(times(8, () => note(random)))
    const { feature } = await judge(languageModel, [repeater, stranger, ...times(20, () => writer(0.75))])
    expectClose(feature("crossEntropy", 0), feature("crossEntropy", 1), 0.01)
    expect(feature("crossEntropy", 0)).toBeGreaterThan(feature("usual", 0))
  })

  it("foresees who pastes what others paste", async () => {
    const pasted = times(8, () => note(random))
    const { feature } = await judge(languageModel, [
      ...times(3, () => posting(pasted)),
      ...times(20, () => posting(times(8, () => note(random)))),
    ])
    expect(feature("crossEntropy", 0)).toBeLessThan(feature("usual", 0) - 3)
    expect(feature("surprise", 0)).toBeGreaterThan(10)
  })

  it("learns each script apart", async () => {
    const notes = times(12, () => times(8, () => sentence(0.75)))
    const english = await judge(
      languageModel,
      notes.map((own) => posting(own)),
    )
    const both = await judge(languageModel, [
      ...notes.map((own) => posting(own)),
      ...notes.map((own) => posting(own, "今天我们出去了")),
    ])
    for (let account = 0; account < 12; account++) {
      expect(both.feature("crossEntropy", account)).toBe(english.feature("crossEntropy", account))
      expect(both.feature("crossEntropy", 12 + account)).toBe(english.feature("crossEntropy", account))
    }
  })

  it("says nothing of short texts, nor where there are fewer than ten to compare with", async () => {
    const short = posting([sentence(0.75, 50)])
    const { score } = await judge(languageModel, [short, ...times(12, () => writer(0.75))])
    expect(score[0]!).toBeNaN()
    expect(score[1]!).not.toBeNaN()
    const few = await judge(
      languageModel,
      times(9, () => writer(0.75)),
    )
    expect(few.score.every(Number.isNaN)).toBe(true)
  })

  it("gives a reason that names the numbers", async () => {
    const { features } = await judge(languageModel, [writer(0.99), ...times(40, () => writer(0.6))])
    const row = languageModel.features.map(({ id }) => features["language-model"]![id]![0]!)
    const [first] = languageModel.reasons(row, { shareAtOrAbove: () => 0.02 })
    expect(first!.text).toBe(
      `a model of other accounts' notes hesitates among ${Math.round(Math.exp(row[1]!))} tokens for each of 168 of its own, and usually among ${Math.round(Math.exp(row[2]!))}; so easy to foresee are 1 in 50 accounts`,
    )
  })
})
