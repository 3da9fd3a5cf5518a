import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { type JsonSchema, scenarioJsonSchema } from "../../src/core/scenario/json-schema.ts"

const committed = new URL("../../simulations/scenario.schema.json", import.meta.url)
const renew = "npx assay schema > simulations/scenario.schema.json"

/** Every field below `schema`, by its path. */
function fieldsOf(schema: JsonSchema, path = ""): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = path === "" ? name : `${path}.${name}`
    return [[here, field] as [string, JsonSchema], ...fieldsOf(field, here)]
  })
}

describe("scenarioJsonSchema", () => {
  const schema = scenarioJsonSchema()
  const fields = fieldsOf(schema)
  const leaves = fields.filter(([, field]) => field.properties === undefined)

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

  it("gives every field that may be left out its default, but for the mix's entries", () => {
    const optional = leaves.filter(([path]) => path !== "name" && !path.endsWith(".share"))
    for (const [path, field] of optional) expect(field.default, path).toBeDefined()
  })
})
