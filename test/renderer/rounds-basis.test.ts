import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { parseScenario, resolveScenario } from "../../src/core/scenario/parse.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"

const SCENARIOS = new URL("../../simulations/rounds/", import.meta.url)

describe("what the page says of the populations that rounds play", () => {
  it("is true of each scenario that comes with Assay", () => {
    const sizes = readdirSync(SCENARIOS).map((file) => {
      const { accounts, prevalence } = resolveScenario(
        parseScenario(readFileSync(new URL(file, SCENARIOS), "utf8"), file),
        file,
      )
      return { accounts, prevalence }
    })
    expect(new Set(sizes.map((size) => JSON.stringify(size)))).toEqual(
      new Set([JSON.stringify({ accounts: 4000, prevalence: 0.1 })]),
    )
    for (const words of [en, zh]) expect(words["rounds.basis.own"]).toMatch(/4,000.*10%/)
  })
})
