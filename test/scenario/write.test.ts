import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { writeScenario } from "../../src/core/scenario/write.ts"

const folder = join(import.meta.dirname, "../../simulations")
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"))

describe("a written scenario", () => {
  it.each(files)("is read as the one it was written from: %s", (file) => {
    const scenario = parseScenario(readFileSync(join(folder, file), "utf8"), file)
    expect(parseScenario(writeScenario(scenario), file)).toEqual(scenario)
  })

  it("says nothing that goes without saying", () => {
    expect(writeScenario(scenarioSchema.parse({ name: "plain" }))).toBe("name: plain\n")
  })

  it("says a mix whole, one archetype a line, switches only where they are on", () => {
    const managed = {
      "content-farm": { share: 0.6, evasion: 0.3, heldOut: false },
      cyborg: { share: 0.4, evasion: 0.5, heldOut: true },
    }
    const scenario = scenarioSchema.parse({ name: "mixed", population: { managed }, fusion: { l2: 3 } })
    expect(writeScenario(scenario)).toBe(
      [
        "name: mixed",
        "population:",
        "  managed:",
        "    content-farm: { share: 0.6, evasion: 0.3 }",
        "    cyborg: { share: 0.4, evasion: 0.5, heldOut: true }",
        "fusion: { l2: 3 }",
        "",
      ].join("\n"),
    )
  })

  it("keeps a description of several lines and a seed that looks like a number", () => {
    const scenario = scenarioSchema.parse({ name: "odd", description: "one: 1\n\n# two\n", seed: "42" })
    expect(parseScenario(writeScenario(scenario), "odd.yaml")).toEqual(scenario)
  })
})
