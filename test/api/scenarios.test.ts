import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openScenarios } from "../../src/api/scenarios.ts"
import { ScenarioError } from "../../src/core/errors.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"

/** Stands in for the real parser: the file holds a name, or nothing good. */
function parse(text: string, file: string) {
  if (!text.trim()) throw new ScenarioError([`${file}: name is missing`])
  return scenarioSchema.parse({ name: text.trim(), accounts: 200 })
}

function folderOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "assay-scenarios-"))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return openScenarios(folder, parse)
}

describe("the scenarios of a folder", () => {
  it("are listed by file, broken ones with what is wrong, other files not at all", async () => {
    const scenarios = folderOf({ "b.yml": "bee", "a.yaml": "", "README.md": "not one" })
    expect(await scenarios.list()).toEqual([
      { file: "a.yaml", name: "a", error: "a.yaml: name is missing" },
      expect.objectContaining({ file: "b.yml", name: "bee", accounts: 200, days: 28, prevalence: 0.03 }),
    ])
  })

  it("are none where there is no folder", async () => {
    expect(await openScenarios("/nowhere/at/all", parse).list()).toEqual([])
  })

  it("may not share a name", async () => {
    const scenarios = folderOf({ "a.yaml": "same", "b.yaml": "same" })
    const [, second] = await scenarios.list()
    expect(second).toEqual({
      file: "b.yaml",
      name: "b",
      error: 'b.yaml: name must be unique, got "same", which a.yaml has',
    })
  })

  it("keep their name when a copy that comes first has it too", async () => {
    const scenarios = folderOf({ "dup.yml": "quickstart", "quickstart.yaml": "quickstart" })
    expect(await scenarios.list()).toEqual([
      {
        file: "dup.yml",
        name: "dup",
        error: 'dup.yml: name must be unique, got "quickstart", which quickstart.yaml has',
      },
      expect.objectContaining({ file: "quickstart.yaml", name: "quickstart", accounts: 200 }),
    ])
    expect((await scenarios.load("quickstart")).name).toBe("quickstart")
    await expect(scenarios.load("dup")).rejects.toThrow("dup.yml: name must be unique")
  })

  it("are found though a broken file is called like one of them", async () => {
    const scenarios = folderOf({ "bee.yaml": "", "hive.yaml": "bee" })
    expect((await scenarios.load("bee")).name).toBe("bee")
  })

  it("are loaded by name", async () => {
    expect((await folderOf({ "b.yml": "bee" }).load("bee")).accounts).toBe(200)
  })

  it("that are broken fail with their own words when loaded", async () => {
    await expect(folderOf({ "a.yaml": "" }).load("a")).rejects.toThrow("a.yaml: name is missing")
  })

  it("that are not there are told with those that are", async () => {
    await expect(folderOf({ "b.yml": "bee" }).load("fly")).rejects.toThrow(/bee; got "fly"/)
  })
})
