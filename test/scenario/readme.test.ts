import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { ScenarioError } from "../../src/core/errors.ts"
import { type JsonSchema, scenarioJsonSchema } from "../../src/core/scenario/json-schema.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"

const folder = new URL("../../simulations/", import.meta.url)
const readme = readFileSync(new URL("README.md", folder), "utf8")

/** Fields that stand for themselves; the archetypes of a side are explained together. */
function fieldsOf(schema: JsonSchema, path = ""): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = path === "" ? name : `${path}.${name}`
    if (field.properties === undefined || path === "population")
      return [[here, field] as [string, JsonSchema]]
    return fieldsOf(field, here)
  })
}

describe("simulations/README.md", () => {
  it.each(fieldsOf(scenarioJsonSchema()))("explains %s with its default", (path, field) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${path}\` |`))
    expect(row, `a row for ${path}`).toBeDefined()
    const shown = row!.split("|")[2].replaceAll("`", "").trim()
    if (typeof field.default === "number") expect(shown).toBe(String(field.default))
    for (const name of Object.keys(field.properties ?? {})) expect(row).toContain(`\`${name}\``)
    for (const name of field.items?.enum ?? []) expect(row).toContain(`\`${name}\``)
  })

  // The bundled ones, not whatever else somebody keeps in the folder.
  it.each(["quickstart.yaml", "tiny.yaml", "rare.yaml"])("lists %s with its size and prevalence", (file) => {
    const { accounts, prevalence } = parseScenario(readFileSync(new URL(file, folder), "utf8"), file)
    const shown = `| ${accounts.toLocaleString("en")} | ${Number((100 * prevalence).toPrecision(3))} % |`
    expect(readme).toContain(`[${file}](${file}) ${shown}`)
  })

  it("shows the errors that its broken example really raises", () => {
    const [, yaml, errors] = /\$ cat ring\.yaml\n(.*?)\$ npx assay run ring\.yaml\n(.*?)```/s.exec(readme)!
    const raised = () => parseScenario(yaml, "ring.yaml")
    expect(raised).toThrow(
      new ScenarioError(
        errors
          .trim()
          .replace(/^assay: /gm, "")
          .split("\n"),
      ),
    )
  })
})
