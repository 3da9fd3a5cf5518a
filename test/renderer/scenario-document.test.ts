import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import {
  mixOf,
  readFields,
  writeField,
  writeFields,
  writtenMix,
} from "../../src/renderer/views/scenario/document.ts"

const folder = join(import.meta.dirname, "../../simulations")
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"))
const textOf = (file: string) => readFileSync(join(folder, file), "utf8")
const defaults = scenarioSchema.parse({ name: "defaults" })

/** Lines of the second text that are not in the first, and the other way round. */
function changed(before: string, after: string) {
  const [old, now] = [before, after].map((text) => text.split("\n"))
  return { out: old!.filter((line) => !now!.includes(line)), in: now!.filter((line) => !old!.includes(line)) }
}

describe("a text that a form writes", () => {
  it.each(files)("stays as it is but for the field that was set: %s", (file) => {
    const text = textOf(file)
    expect(changed(text, writeField(text, ["accounts"], 777))).toEqual({
      out: [expect.stringMatching(/^accounts: \d+$/)],
      in: ["accounts: 777"],
    })
  })

  it("keeps comments, archetypes of its own and recipe changes when the mix is changed", () => {
    const text = textOf("hijacked.yaml")
    const after = writeField(text, ["population", "managed", "sold-creator", "share"], 0.5)
    expect(changed(text, after)).toEqual({
      out: ["    sold-creator: { share: 0.25, evasion: 0.3 }"],
      in: ["    sold-creator: { share: 0.5, evasion: 0.3 }"],
    })
    expect(parseScenario(after, "x").archetypes).toEqual(parseScenario(text, "x").archetypes)
  })

  it("takes a new field where it usually stands, and a mapping where there is none", () => {
    const text = "# mine\nname: x # short\nprevalence: 0.1\nthreshold: 0.5\n"
    const after = writeFields(text, [
      [["days"], 14],
      [["definition", "days"], 3],
      [["population", "languages", "zh"], 1],
    ])
    expect(after).toBe(
      [
        "# mine",
        "name: x # short",
        "days: 14",
        "prevalence: 0.1",
        "population:",
        "  languages:",
        "    zh: 1",
        "definition:",
        "  days: 3",
        "threshold: 0.5",
        "",
      ].join("\n"),
    )
  })

  it("keeps a seed in quotes, and a number as it was written", () => {
    expect(writeField('name: x\nseed: "42"\nprevalence: 0.030\n', ["seed"], "43")).toBe(
      'name: x\nseed: "43"\nprevalence: 0.030\n',
    )
  })

  it("begins from nothing, and from a field without a value", () => {
    expect(writeField("", ["name"], "x")).toBe("name: x\n")
    expect(readFields(writeField("name: x\npopulation:\n", ["population", "languages", "en"], 1))).toEqual({
      name: "x",
      population: { languages: { en: 1 } },
    })
  })

  it("changes a copy of what an alias stands for, not the other place", () => {
    const text = "name: x\npopulation:\n  managed:\n    cyborg: &c { share: 0.5 }\n    content-farm: *c\n"
    const after = writeField(text, ["population", "managed", "content-farm", "share"], 0.1)
    expect(readFields(after)).toEqual({
      name: "x",
      population: { managed: { cyborg: { share: 0.5 }, "content-farm": { share: 0.1 } } },
    })
  })

  it("takes out what is removed", () => {
    const text =
      "name: x\npopulation:\n  managed:\n    cyborg: { share: 0.5 }\n    content-farm: { share: 1 }\n"
    expect(writeField(text, ["population", "managed", "cyborg"], undefined)).toBe(
      "name: x\npopulation:\n  managed:\n    content-farm: { share: 1 }\n",
    )
  })
})

describe("what a text says", () => {
  it("is nothing where it is no YAML or no mapping", () => {
    for (const text of ["name: [", "- a", "just words"]) expect(readFields(text)).toBeNull()
    expect(readFields("")).toEqual({})
  })

  it("is the default mix until it has one of its own, and that one written out is the same", () => {
    const fields = readFields("name: x")!
    expect(Object.fromEntries(mixOf(fields, defaults, "managed"))).toEqual(defaults.population.managed)
    const text = writeFields("name: x\n", writtenMix(fields, defaults, "managed"))
    expect(text).toContain("    virtual-influencer: { share: 0.07, evasion: 0.4, heldOut: true }\n")
    expect(parseScenario(text, "x").population).toEqual(defaults.population)
    expect(writtenMix(readFields(text)!, defaults, "managed")).toEqual([])
  })
})
