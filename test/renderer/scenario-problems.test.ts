import { describe, expect, it } from "vitest"
import { checkText } from "../../src/core/scenario/check.ts"
import { scenarioJsonSchema } from "../../src/core/scenario/json-schema.ts"
import { createFormat } from "../../src/renderer/format.ts"
import type { Translate } from "../../src/renderer/i18n/index.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"
import { problemAt } from "../../src/renderer/views/scenario/checking.ts"
import { listedWords, problemWords } from "../../src/renderer/views/scenario/problem-words.ts"

const schema = scenarioJsonSchema()
const inChinese = ((key: keyof typeof zh, values: Record<string, string | number> = {}) =>
  zh[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))) as Translate

function problemsOf(text: string) {
  const checked = checkText(text)
  if ("scenario" in checked) throw new Error("the scenario was accepted")
  return checked.problems
}

const told = (text: string) =>
  problemsOf(text).map((problem) => problemWords(inChinese, createFormat("zh-CN"), problem, schema))

describe("a problem in words", () => {
  it("is the terminal's in English", () => {
    const [problem] = problemsOf("name: x\ndays: 1")
    expect(problemWords(inChinese, createFormat("en"), problem!, schema)).toBe(problem!.message)
  })

  it("says range, kind and what was found in Chinese", () => {
    expect(
      told(
        "name: Bad\ndays: 1\nprevalence: 2\nstart: soon\nfusion: { method: best, learning: { accounts: 5 } }",
      ),
    ).toEqual([
      '必须是小写字母、数字和连字符，最多 60 个字符，现为 "Bad"',
      "必须是 7 到 90 之间的整数，现为 1",
      '必须是形如 2026-03-02 的日期，现为 "soon"',
      "必须是 0 到 1 之间的数，现为 2",
      '必须是以下之一：logistic、weighted-sum、maximum、k-of-n，现为 "best"',
      "必须是 1000 到 200000 之间的整数，现为 5",
    ])
  })

  it.each([
    ["accounts: 500", /^缺失；必须是/],
    ["name: x\npopulation: { managed: { cyborg: { share: 0 } } }", /份额大于 0/],
    ["name: x\npopulation: { managed: { cyborg: { share: 1, heldOut: true } } }", /未留出/],
    ["name: x\npopulation: { managed: { cyborg: { share: 1.5 } } }", /^必须是 0 到 1 之间的数，现为 1.5$/],
    ["name: x\npopulation: { languages: { zh: 0, en: 0 } }", /权重大于 0/],
    ["name: x\ndays: 7\ndefinition: { days: 8 }", /不能超过/],
    ["name: x\nprevalance: 1", /不是场景的字段/],
    ["name: x\npopulation: { managed: { casual: { share: 1 }, cyborg: { share: 1 } } }", /属于另一侧/],
    ["", /内容为空/],
    ["name: [", /^YAML 语法有误：/],
  ])("tells in Chinese what is wrong with %j", (text, words) => {
    expect(told(text).join("\n")).toMatch(words)
  })

  it("names its field in a list", () => {
    const [problem] = problemsOf("name: x\nfusion: { learning: { accounts: 5 } }")
    expect(listedWords(inChinese, createFormat("zh-CN"), problem!, schema)).toMatch(
      /^fusion\.learning\.accounts 必须是/,
    )
  })
})

describe("the problem at a field", () => {
  const problems = problemsOf("name: x\npopulation: { managed: { cyborg: { share: 2 } } }\ndays: 1")

  it("is its own, or one of what it holds", () => {
    expect(problemAt(problems, ["days"])?.message).toMatch(/^days must be/)
    expect(problemAt(problems, ["population", "managed", "cyborg"])?.message).toMatch(/cyborg\.share must be/)
  })

  it("is none where another field is wrong", () => {
    expect(problemAt(problems, ["accounts"])).toBeUndefined()
    expect(problemAt(problems, ["population", "managed", "content-farm"])).toBeUndefined()
  })
})
