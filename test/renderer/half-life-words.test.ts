import { describe, expect, it } from "vitest"
import type { HalfLife } from "../../src/api/contract.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"
import {
  halfLifeEnds,
  halfLifeText,
  headline,
} from "../../src/renderer/views/consequences/rounds/half-life-words.ts"
import type { Drawn } from "../../src/renderer/views/consequences/rounds/lines.ts"
import { translating } from "./translating.ts"

const longer = (within: number): HalfLife => ({
  within,
  unknown: within === 0 ? "one-round" : null,
  measured: 2,
  ofMean: null,
  interval: { low: null, high: null },
  median: null,
  reached: 0,
})

const drawn = (halfLife: HalfLife) => [{ name: "Bandit", report: { halfLife } } as Drawn]

describe("the words of half-lives", () => {
  it.each([
    { language: "en", words: en, one: /^One round tells nothing/ },
    { language: "zh-CN", words: zh, one: /^只有一轮/ },
  ] as const)("say in $language that one round tells none, in the headline and the table", (told) => {
    const [t, format] = [translating(told.words), createFormat(told.language)]
    expect(headline(t, format, drawn(longer(0)))).toMatch(told.one)
    expect(halfLifeText(t, format, longer(0))).toBe("–")
    expect(halfLifeEnds(t, format, longer(0))).toBeNull()
  })

  it("say why there is none where nobody was caught, and tell of the others where some were", () => {
    const [t, format] = [translating(en), createFormat("en")]
    const idle: HalfLife = { ...longer(3), unknown: "none-caught", measured: 0, interval: null }
    expect(headline(t, format, drawn(idle))).toMatch(/^No half-life: nobody AI-managed is caught/)
    expect(headline(t, format, [...drawn(idle), ...drawn(longer(5))])).toMatch(/not within the 5 rounds/)
    expect(halfLifeText(t, format, idle)).toBe("–")
    expect(halfLifeEnds(t, format, idle)).toBeNull()
  })

  it("name the rounds that it outlasts where there are any", () => {
    const [t, format] = [translating(en), createFormat("en")]
    expect(headline(t, format, drawn(longer(3)))).toMatch(
      /not within the 3 rounds after round 0.*beyond them/,
    )
    expect(halfLifeText(t, format, longer(3))).toBe("> 3")
    expect(halfLifeEnds(t, format, longer(3))).toBe("> 3")
  })

  it.each([
    {
      language: "en",
      words: en,
      unsure:
        /not within the 2 rounds.*not sure: against Churn its 95% interval is from 1\.4 to longer than 2/,
    },
    { language: "zh-CN", words: zh, unsure: /2 轮内未到半衰期.*不确定：面对“Churn”.*1\.4 轮到长于 2 轮/ },
  ] as const)(
    "claim in $language no more than an interval does that reaches into what was played",
    (told) => {
      const [t, format] = [translating(told.words), createFormat(told.language)]
      const unsure = { ...longer(2), interval: { low: 1.4, high: null } }
      const churn = { ...drawn(unsure)[0]!, name: "Churn" }
      expect(headline(t, format, [...drawn(longer(2)), churn])).toMatch(told.unsure)
      expect(headline(t, format, drawn({ ...longer(2), interval: null }))).not.toMatch(/beyond|不确定/)
    },
  )
})
