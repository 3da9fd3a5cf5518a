import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import { type JsonSchema, resolveSchema, scenarioJsonSchema } from "../../src/core/scenario/json-schema.ts"

const committed = new URL("../../simulations/scenario.schema.json", import.meta.url)
const renew = "npx assay schema > simulations/scenario.schema.json"

/** Every field below `schema`, by its path; what an archetype of one's own may have stands under `*`. */
function fieldsOf(schema: JsonSchema, root: JsonSchema, path = ""): [string, JsonSchema][] {
  const { properties = {}, additionalProperties } = resolveSchema(schema, root)
  const named = additionalProperties ? { "*": additionalProperties } : properties
  return Object.entries(named).flatMap(([name, field]) => {
    const here = path === "" ? name : `${path}.${name}`
    return [[here, field] as [string, JsonSchema], ...fieldsOf(field, root, here)]
  })
}

describe("scenarioJsonSchema", () => {
  const schema = scenarioJsonSchema()
  const fields = fieldsOf(schema, schema)
  const leaves = fields.filter(([, field]) => resolveSchema(field, schema).properties === undefined)

  it("is what simulations/scenario.schema.json holds", () => {
    const text = readFileSync(committed, "utf8")
    expect(JSON.parse(text), `stale; renew it with: ${renew}`).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it("names its dialect and itself, and requires nothing but a name", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema")
    expect(schema.title).toBe("Assay scenario")
    expect(schema.required).toEqual(["name"])
  })

  it.each(leaves)("describes %s", (_, field) => {
    expect(field.description).toMatch(/\.$/)
  })

  it("gives every number its range", () => {
    const numbers = leaves.filter(([, field]) => field.type === "number" || field.type === "integer")
    expect(numbers.length).toBeGreaterThan(10)
    for (const [path, { minimum, exclusiveMinimum, maximum }] of numbers) {
      expect(minimum ?? exclusiveMinimum, path).toBeTypeOf("number")
      expect(maximum, path).toBeTypeOf("number")
    }
  })

  it("names the built-in archetypes, for editors to complete", () => {
    const { population, archetypes } = schema.properties!
    const { authentic, managed } = population!.properties!
    expect(Object.keys(authentic!.properties!)).toEqual(AUTHENTIC_ARCHETYPES)
    expect(Object.keys(managed!.properties!)).toEqual(MANAGED_ARCHETYPES)
    const all = [...AUTHENTIC_ARCHETYPES, ...MANAGED_ARCHETYPES]
    expect(Object.keys(archetypes!.properties!)).toEqual(all)
    const { from, before } = resolveSchema(archetypes!.properties!.casual!, schema).properties!
    expect(from!.examples).toEqual(all)
    expect(resolveSchema(before!, schema).examples).toEqual(AUTHENTIC_ARCHETYPES)
  })

  it("lets archetypes of one's own stand beside them, named alike", () => {
    for (const mapping of [
      schema.properties!.population!.properties!.authentic!,
      schema.properties!.population!.properties!.managed!,
      schema.properties!.archetypes!,
    ]) {
      expect(mapping.additionalProperties).toEqual(Object.values(mapping.properties!)[0])
      expect("weekend-merchant").toMatch(new RegExp(mapping.propertyNames!.pattern!))
      expect("Weekend Merchant").not.toMatch(new RegExp(mapping.propertyNames!.pattern!))
    }
  })

  it("gives every field that may be left out its default, but for the mix's entries, changes of archetypes and weights", () => {
    const optional = leaves.filter(
      ([path]) =>
        path !== "name" &&
        !path.endsWith(".share") &&
        !path.startsWith("archetypes.") &&
        path !== "fusion.weights.*",
    )
    for (const [path, field] of optional) expect(field.default, path).toBeDefined()
  })
})
