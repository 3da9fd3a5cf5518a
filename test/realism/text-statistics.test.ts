import { describe, expect, it } from "vitest"
import { stream } from "../../src/core/random/streams.ts"
import { areaUnderCurve, recallAt, trainClassifier } from "../../src/core/realism/text-classifier.ts"
import { heapsExponent, jaccard, trigramsOf, zlibRatio } from "../../src/core/realism/text-corpus.ts"
import { intraClassCorrelation } from "../../src/core/realism/text-icc.ts"
import { BackgroundModel } from "../../src/core/realism/text-perplexity.ts"
import {
  lengthOf,
  marksIn,
  proseOf,
  punctuationIn,
  sentenceLengths,
  typeTokenRatio,
  unitTypeTokenRatio,
  variation,
} from "../../src/core/realism/text-style.ts"

describe("the style of a text", () => {
  it("counts distinct characters among the first of the window only", () => {
    expect(typeTokenRatio("天天向上，好好学习", 4)).toBe(0.75)
    expect(typeTokenRatio("a天b天c向d上", 4)).toBe(0.75)
    expect(typeTokenRatio("天天", 4)).toBeNaN()
    expect(unitTypeTokenRatio("The cat saw the dog", 4)).toBe(0.75)
  })

  it("takes Chinese sentences by characters and English ones by words", () => {
    expect(sentenceLengths("今天很好。走吧！\n好")).toEqual([4, 2, 1])
    expect(sentenceLengths("It cost 3.50 here. I don't mind!")).toEqual([5, 3])
    expect(sentenceLengths("。。。")).toEqual([])
  })

  it("takes the variation as NumPy's standard deviation over the mean", () => {
    expect(variation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(0.4, 12)
    expect(variation([3])).toBeNaN()
  })

  it("leaves hashtags and links out of the prose, and counts marks of both widths", () => {
    const text = "好吃！真的?~ 看 http://xhslink.com/a/b? #美食 #a_b"
    expect(proseOf(text)).toBe("好吃！真的?~ 看")
    expect(marksIn(proseOf(text))).toBe(3)
    expect(punctuationIn("好，吃。～")).toBe(3)
    expect(lengthOf("好 a\n b")).toBe(3)
    // A character outside the basic plane is two units of a string.
    expect(lengthOf("😀\u3000好\ufeff a")).toBe(3)
  })
})

describe("intra-class correlation", () => {
  it("is that of Shrout and Fleiss's example, ICC(1,1) = 0.17", () => {
    const ratings = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    expect(intraClassCorrelation(ratings)).toBeCloseTo(0.1657, 4)
  })

  it("is 1 where authors never vary, and passes over authors with one value", () => {
    expect(intraClassCorrelation([[1, 1], [2, 2, 2], [5]])).toBe(1)
    expect(intraClassCorrelation([[1], [2, 3]])).toBeNaN()
  })
})

describe("the measures of a corpus", () => {
  it("finds an exponent of 1 where every pair is new, and near 0 where none is", () => {
    const fresh = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("")
    expect(heapsExponent(fresh)).toBeCloseTo(1, 6)
    expect(heapsExponent("天地".repeat(2000))).toBeCloseTo(0, 6)
  })

  it("compresses repetition away and random bytes not at all", () => {
    const random = stream("zlib", "bytes")
    const noise = Array.from({ length: 20_000 }, () =>
      String.fromCharCode(32 + Math.floor(random() * 95)),
    ).join("")
    expect(zlibRatio(["天地玄黄".repeat(3000)])).toBeLessThan(0.01)
    // 95 of 256 values of a byte: log2(95) / 8.
    expect(zlibRatio([noise])).toBeCloseTo(Math.log2(95) / 8, 1)
  })

  it("compares texts by their character trigrams, white space apart", () => {
    expect([...trigramsOf("一二 三四")]).toEqual(["一二三", "二三四"])
    expect(jaccard(trigramsOf("一二三四"), trigramsOf("二三四五"))).toBeCloseTo(1 / 3, 12)
    expect(jaccard(new Set(), new Set())).toBe(0)
  })
})

describe("the classifier", () => {
  it("takes the area under the curve as the share of pairs in order, ties by half", () => {
    expect(areaUnderCurve([3, 2], [1, 2])).toBe(0.875)
    expect(areaUnderCurve([1], [2])).toBe(0)
  })

  it("recalls what scores above all but the given share of the negatives", () => {
    const negatives = Array.from({ length: 100 }, (_, i) => i)
    expect(recallAt(0.01, [98, 99, 100, 200], negatives)).toBe(0.5)
  })

  it("tells texts of other words apart, and not texts of the same", () => {
    const classify = trainClassifier(["天地玄黄", "天地人"], ["宇宙洪荒", "宇宙人"])
    expect(classify("天地")).toBeGreaterThan(0)
    expect(classify("宇宙")).toBeLessThan(0)
    expect(Math.abs(classify("人"))).toBeLessThan(0.01)
    expect(classify("")).toBe(0)
  })
})

describe("perplexity", () => {
  const background = new BackgroundModel()
  for (let i = 0; i < 50; i++) background.learn("the cat sat on the mat.")
  background.learn("a dog ran over a hill.")

  it("is near 1 for what was always read, higher for what was rarely, highest for what never was", () => {
    const [usual, rare, unknown] = [
      "the cat sat on the mat.",
      "a dog ran over a hill.",
      "colourless green ideas",
    ].map((text) => background.perplexity(text))
    expect(usual).toBeLessThan(2)
    expect(rare).toBeGreaterThan(usual)
    expect(unknown).toBeGreaterThan(100_000)
    expect(background.perplexity("")).toBeNaN()
  })

  it("gives every unit a probability: those of all units after a context add up to no more than 1", () => {
    const units = ["the", "cat", "sat", "on", "mat", ".", "a", "dog", "ran", "over", "hill"]
    // Two texts that differ in their last unit only: their probabilities' ratio is the ratio of the last units'.
    const total = units.reduce((sum, unit) => {
      const [shorter, longer] = [background.perplexity("the cat"), background.perplexity(`the cat ${unit}`)]
      return sum + Math.exp(2 * Math.log(shorter) - 3 * Math.log(longer))
    }, 0)
    expect(total).toBeLessThanOrEqual(1)
    expect(total).toBeGreaterThan(0.95)
  })
})
