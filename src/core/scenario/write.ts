/** The text of a scenario: what differs from the defaults, in the schema's order, as somebody would write it. */
import { Document, isScalar, visit } from "yaml"
import { type JsonSchema, resolveSchema, scenarioJsonSchema } from "./json-schema.ts"
import { type Scenario, scenarioSchema } from "./schema.ts"

type Mapping = Readonly<Record<string, unknown>>

/** Read again, the text yields this very scenario. */
export function writeScenario(scenario: Scenario): string {
  const root = scenarioJsonSchema()
  const defaults = scenarioSchema.parse({ name: scenario.name })
  const { name, ...others } = scenario
  const document = new Document({ name, ...unlike(others, defaults, root, root) })
  visit(document, {
    // A share with its settings, a median with its sigma: what a person writes on one line.
    Map(_, map) {
      map.flow = map !== document.contents && map.items.every(({ value }) => isScalar(value))
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** The fields that are not as by default; a mapping that is given replaces its default unless its fields are fixed. */
function unlike(values: Mapping, defaults: Mapping, schema: JsonSchema, root: JsonSchema): Mapping {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (JSON.stringify(value) === JSON.stringify(defaults[key])) continue
    const own = resolveSchema(schema.properties?.[key] ?? {}, root)
    const isMerged = own.type === "object" && own.additionalProperties === false
    kept[key] = isMerged
      ? unlike(value as Mapping, (defaults[key] ?? {}) as Mapping, own, root)
      : withoutIdle(value, own, root)
  }
  return kept
}

/** Switches that are off by default, and off, are left out of each entry of a mapping, as people leave them out. */
function withoutIdle(value: unknown, schema: JsonSchema, root: JsonSchema): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const own = resolveSchema(schema.properties?.[key] ?? (schema.additionalProperties || {}), root)
      const isIdle = (name: string, setting: unknown) =>
        setting === false && own.properties?.[name]?.default === false
      if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return [key, entry]
      return [
        key,
        Object.fromEntries(Object.entries(entry).filter(([name, setting]) => !isIdle(name, setting))),
      ]
    }),
  )
}
