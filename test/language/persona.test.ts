import { describe, expect, it } from "vitest"
import { personaOf } from "../../src/core/population/persona.ts"

const accounts = Array.from({ length: 300 }, (_, account) => account)

describe("personaOf", () => {
  it("depends on seed, account and language only", () => {
    const first = personaOf("seed", 17, 0)
    personaOf("seed", 18, 1)
    personaOf("other", 17, 0)
    expect(personaOf("seed", 17, 0)).toEqual(first)
    expect(personaOf("other", 17, 0)).not.toEqual(first)
  })

  it("gives most accounts a name of their own", () => {
    for (const language of [0, 1]) {
      const names = new Set(accounts.map((account) => personaOf("seed", account, language).name))
      expect(names.size).toBeGreaterThan(250)
    }
  })

  it("writes in the account's language", () => {
    for (const account of accounts) {
      const chinese = personaOf("seed", account, 0)
      expect(chinese.name + chinese.bio).toMatch(/^[\p{Script=Han}\d，｜]+$/u)
      const english = personaOf("seed", account, 1)
      expect(english.name + english.bio).not.toMatch(/\p{Script=Han}|undefined/u)
      expect(english.name).toMatch(/^[\p{Script=Latin}\d '._-]+$/u)
    }
  })

  it("yields the committed personas", () => {
    expect([personaOf("golden", 1, 0), personaOf("golden", 2, 1)]).toMatchInlineSnapshot(`
      [
        {
          "bio": "山西｜合作请私信｜认真生活，随手记录",
          "name": "小雨泽在山西",
        },
        {
          "bio": "Louisiana | probably hungry",
          "name": "Simply Clarabelle",
        },
      ]
    `)
  })
})
