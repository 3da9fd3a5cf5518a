import { describe, expect, it } from "vitest"
import { withLatency, withStyle } from "../../src/core/evidence/derived.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { signsOf, styleOfTexts, styleOfTokens } from "../../src/core/evidence/style.ts"

/** Every column of one text's style, as plain numbers. */
function styleOf(text: string) {
  return Object.fromEntries(Object.entries(styleOfTexts([text])).map(([name, column]) => [name, column[0]]))
}

describe("the style of a post", () => {
  it("counts characters, sentences and marks of Chinese", () => {
    // Two sentences of six characters each; a comma ends none.
    expect(styleOf("今天出门，太热！回家吃西瓜吧～😍😍 #夏天 #西瓜")).toEqual({
      units: 12,
      ideographs: 12,
      characters: 12,
      sentences: 2,
      sentenceVariation: 0,
      marks: 2,
      emoji: 2,
      hashtags: 2,
      links: 0,
      types: 0,
    })
  })

  it("counts words, letters and sentences of English, and keeps abbreviations of numbers and links whole", () => {
    const style = styleOf("It's 3.5 stars. Would I go again? Yes!! See https://example.com/a?b=1! for more")
    // It's 3 5 stars | Would I go again | Yes | See for more
    expect(style).toMatchObject({ units: 12, ideographs: 0, sentences: 4, marks: 3, links: 1, hashtags: 0 })
    expect(style.characters).toBe(4 + 1 + 1 + 5 + 13 + 3 + 3 + 3 + 4)
  })

  it("measures how the lengths of sentences vary", () => {
    // Lengths 1, 3 and 8: mean 4, squares (9 + 1 + 16) / 3.
    expect(styleOf("好。真好吃。一二三四五六七八。").sentenceVariation).toBeCloseTo(Math.sqrt(26 / 3) / 4, 6)
    expect(styleOf("One. One two.\nOne two three").sentenceVariation).toBeCloseTo(Math.sqrt(2 / 3) / 2, 6)
    expect(styleOf("没有句号").sentenceVariation).toBeNaN()
    expect(styleOf("").sentenceVariation).toBeNaN()
  })

  it("takes a row of marks for one end, and none for a sentence", () => {
    expect(styleOf("真的吗？！！…… ！").sentences).toBe(1)
    expect(styleOf("真的吗？！！…… ！").marks).toBe(4)
  })

  it("counts the distinct units of the first eighty, in posts that have as many", () => {
    const words = (count: number, distinct: number) =>
      Array.from({ length: count }, (_, i) => `w${i % distinct}`).join(" ")
    expect(styleOf(words(79, 10)).types).toBe(0)
    expect(styleOf(words(80, 10)).types).toBe(10)
    expect(styleOf(words(200, 200)).types).toBe(80)
    // One post's units are new to the next.
    expect([...styleOfTexts([words(80, 60), words(80, 60)]).types]).toEqual([60, 60])
  })

  it("is the same from a vocabulary's tokens as from the text they make", () => {
    const vocabulary = ["今天", "，", "好吃", "！", "😍", "#美食", "i", "don't", "know", "."]
    const posts = [
      [0, 1, 2, 3, 0, 2, 4, 5],
      [6, 7, 8, 9, 6, 8, 9],
    ]
    const texts = ["今天，好吃！今天好吃😍 #美食", "I don't know. I know."]
    const tokenOffset = Uint32Array.of(0, posts[0]!.length, posts.flat().length)
    const fromTokens = styleOfTokens(tokenOffset, posts.flat(), signsOf(vocabulary))
    expect(fromTokens).toEqual(styleOfTexts(texts))
    expect(fromTokens.sentences).toEqual(Uint16Array.of(2, 2))
  })

  it("does not depend on full-width or capital letters", () => {
    expect(styleOf("ＯＫ！真的？ＧＯ～")).toEqual(styleOf("ok!真的?go~"))
  })
})

describe("columns that follow from others", () => {
  const interactions = {
    offset: Uint32Array.of(0, 4),
    time: Uint32Array.of(100, 100, 100, 100),
    kind: new Uint8Array(4),
    object: Uint32Array.of(0, 1, NONE, 7),
    target: new Uint32Array(4),
    firstInteraction: 0,
  }

  it("tell how long after its object's publication somebody acted, where that is known", () => {
    const { latency } = withLatency(interactions, Uint32Array.of(40, 101))
    expect(latency).toEqual(Uint32Array.of(60, NONE, NONE, NONE))
  })

  it("are worked out when they are read, and once", () => {
    let scans = 0
    const signs = () => {
      scans++
      return signsOf(["a", "b"])
    }
    const posts = withStyle(
      {
        offset: Uint32Array.of(0, 1),
        time: Uint32Array.of(5),
        firstPost: 0,
        tokenOffset: Uint32Array.of(0, 2),
        tokens: Uint32Array.of(0, 1),
      },
      signs,
    )
    expect(scans).toBe(0)
    expect(posts.style!.units[0]).toBe(2)
    expect(posts.style).toBe(posts.style)
    expect(scans).toBe(1)
    expect(
      withStyle({ offset: Uint32Array.of(0), time: new Uint32Array(0), firstPost: 0 }, signs).style,
    ).toBeUndefined()
  })
})
