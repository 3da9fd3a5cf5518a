import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { tokenize } from "../../src/core/evidence/tokenize.ts"

function tokens(text: string): number[] {
  const found: number[] = []
  tokenize(text, (token) => found.push(token))
  return found
}

describe("tokenize", () => {
  test.each([
    ["Hello, wide  world!", ["hello", "wide", "world"]],
    ["今天天气 nice 啊。", ["今", "天", "天", "气", "nice", "啊"]],
    ["買う사과", ["買", "う", "사", "과"]],
    ["don't it’s", ["don't", "it’s"]],
    ["top10 in 2026: 1,000", ["top10", "in", "2026", "1", "000"]],
    ["wow😀😀👍🏽", ["wow", "😀", "😀", "👍", "🏽"]],
    ["🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]],
    ["Ünïcode ПРИВЕТ", ["ünïcode", "привет"]],
    ["第3章x", ["第", "3", "章", "x"]],
    ["", []],
    [" .,;!? \n\t「」", []],
  ])("cuts %j into %j", (text, parts) => {
    expect(tokens(text)).toEqual(parts.flatMap(tokens))
    expect(tokens(text)).toHaveLength(parts.length)
  })

  test("takes variants of one character for the same", () => {
    expect(tokens("ＡＢＣ１２")).toEqual(tokens("abc12"))
    expect(tokens("caf\u0065\u0301")).toEqual(tokens("CAFÉ"))
    // A locale of Turkey would lower-case I to a dotless i.
    expect(tokens("TITLE")).toEqual(tokens("title"))
  })

  test("tells different words apart", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i}`)
    expect(new Set(words.flatMap(tokens)).size).toBe(20_000)
  })

  test("keeps the ids that runs and baselines were made with", () => {
    expect(tokens("hello 今 7 😀")).toMatchInlineSnapshot(`
      [
        2290972270,
        29825518,
        2049036381,
        1787143206,
      ]
    `)
  })

  test("yields 32-bit ids, and those of the parts for joined texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const joined = tokens(`${a} \n ${b}`)
        expect(joined).toEqual([...tokens(a), ...tokens(b)])
        for (const token of joined) expect(token).toBe(token >>> 0)
      }),
    )
  })
})
