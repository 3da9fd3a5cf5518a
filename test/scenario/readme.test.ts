import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { ScenarioError } from "../../src/core/errors.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import { resolveArchetypes } from "../../src/core/population/archetypes/resolve.ts"
import { archetypesOf } from "../../src/core/population/world.ts"
import { type JsonSchema, scenarioJsonSchema } from "../../src/core/scenario/json-schema.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { PRESETS, preset } from "./presets.ts"

const folder = new URL("../../simulations/", import.meta.url)
const readme = readFileSync(new URL("README.md", folder), "utf8")

/** Fields that stand for themselves; the parts of the population are explained together, as are archetypes. */
function fieldsOf(schema: JsonSchema, path = ""): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = path === "" ? name : `${path}.${name}`
    if (field.properties === undefined || path === "population" || here === "archetypes")
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
    if (path === "archetypes") return
    for (const name of Object.keys(field.properties ?? {})) expect(row).toContain(`\`${name}\``)
    for (const name of field.items?.enum ?? []) expect(row).toContain(`\`${name}\``)
  })

  it.each(PRESETS)("lists %s.yaml with its size and prevalence", (name) => {
    const { accounts, prevalence } = preset(name)
    const shown = `| ${accounts.toLocaleString("en")} | ${Number((100 * prevalence).toPrecision(3))} % |`
    expect(readme).toContain(`[${name}.yaml](${name}.yaml) ${shown}`)
  })

  it("tables the default mix", () => {
    const { authentic, managed } = parseScenario("name: x", "x.yaml").population
    const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`
    for (const [id, settings] of Object.entries(authentic))
      expect(readme).toContain(`\n| \`${id}\` | ${percent(settings!.share)} | `)
    for (const [id, settings] of Object.entries(managed)) {
      const { share, evasion, heldOut } = settings!
      expect(readme).toContain(`| \`${id}\` | ${percent(share)} | ${evasion} | ${heldOut ? "yes" : ""} |\n`)
    }
  })

  it("makes archetypes as its example says", () => {
    const [, yaml] = /```yaml\n(name: weekend-shops\n.*?)```/s.exec(readme)!
    const scenario = parseScenario(yaml!, "weekend-shops.yaml")
    const archetypes = resolveArchetypes(scenario)
    const [shop, weekender] = ["merchant-with-scheduler", "weekend-merchant"].map((id) => archetypes.get(id)!)
    const builtIn = ARCHETYPES.find(({ id }) => id === "merchant-with-scheduler")!
    expect(shop!.posting.perDay.median).toBe(2 * builtIn.posting.perDay.median)
    expect(weekender).toEqual({
      ...shop,
      id: "weekend-merchant",
      title: "Weekend merchant",
      description: expect.stringContaining("beside a job"),
      time: { ...shop!.time, weekend: 3 },
      posting: { ...shop!.posting, perDay: { ...shop!.posting.perDay, median: 0.5 } },
      interaction: { ...shop!.interaction, mix: { ...shop!.interaction.mix, reply: 60 } },
    })
    const mixed = archetypesOf(scenario).map(({ id }) => id)
    expect(mixed).toContain("weekend-merchant")
    expect(mixed).not.toContain("creator")
  })

  it("shows only YAML that is accepted", () => {
    const blocks = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml!)
    expect(blocks.length).toBeGreaterThan(1)
    for (const yaml of blocks)
      expect(() => parseScenario(/^name:/m.test(yaml) ? yaml : `name: x\n${yaml}`, "x.yaml")).not.toThrow()
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
