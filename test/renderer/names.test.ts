import { describe, expect, it } from "vitest"
import { FUSION_METHODS } from "../../src/core/detection/fusion/model.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import type { Translate } from "../../src/renderer/i18n/index.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"
import { archetypeMeaning, archetypeName, fusionName, pluginMeaning } from "../../src/renderer/names.ts"

const t = ((key: keyof typeof en) => en[key]) as unknown as Translate
t.known = (key, otherwise) => (en as Record<string, string>)[key] ?? otherwise

describe("the name of a method of fusion", () => {
  it("is in words in both languages, and no id", () => {
    for (const method of FUSION_METHODS) {
      expect(fusionName(t, method)).not.toBe("")
      expect(fusionName(t, method)).not.toMatch(new RegExp(`^${method}$`))
      expect((zh as Record<string, string>)[`fusion.${method}`]).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe("what a plug-in is", () => {
  it("shows a control character of its source escaped, as the terminal does", () => {
    const told = ((_: string, { what }: { what: string }) => what) as unknown as Translate
    const source = "module ./a\u001b[31m.js"
    expect(pluginMeaning(told, { kind: "module", source } as never, 1)).toBe("./a\\u001b[31m.js")
  })
})

describe("the name of an archetype", () => {
  it("is the page's for a built-in one", () => {
    expect(archetypeName(t, {}, "hijacked-account")).toBe("hijacked account")
    expect(archetypeMeaning(t, {}, "hijacked-account")).toMatch(/until one day of the period/)
  })

  it("is the scenario's where it gives one, its id where nobody does", () => {
    const told = {
      "tea-shop": { from: "merchant-with-scheduler", title: "Tea shop", description: "Sells tea." },
      "tea-house": { from: "tea-shop" },
      casual: { title: "Lurker" },
    }
    expect(archetypeName(t, told, "tea-shop")).toBe("Tea shop")
    expect(archetypeMeaning(t, told, "tea-shop")).toBe("Sells tea.")
    expect(archetypeName(t, told, "tea-house")).toBe("tea house")
    expect(archetypeMeaning(t, told, "tea-house")).toBe("")
    expect(archetypeName(t, told, "casual")).toBe("Lurker")
  })
})
