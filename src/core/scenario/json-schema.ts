/**
 * The scenario's JSON Schema: what an editor completes and checks from, and where messages read what is allowed.
 */
import { z } from "zod"
import { scenarioSchema } from "./schema.ts"

/** The part of JSON Schema that the scenario uses. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  /** What the properties that are not named must be; false when there may be none. */
  readonly additionalProperties?: JsonSchema | false
  readonly propertyNames?: JsonSchema
  /** `#/$defs/` and a name. */
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  /** A schema, and `null` or a word: the field may be that instead. */
  readonly anyOf?: readonly JsonSchema[]
  readonly examples?: readonly string[]
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly string[]
  readonly const?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
}

/** What a reference stands for, and what a field that may be null is otherwise. */
export function resolveSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const [, name] = /^#\/\$defs\/(.*)$/.exec(schema.$ref ?? "") ?? []
  if (name !== undefined) return root.$defs![name]!
  return schema.anyOf?.find(({ type }) => type !== "null") ?? schema
}

/** JSON Schema (draft 2020-12) of a scenario file as it is written: every field that has a default may be left out. */
export function scenarioJsonSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(scenarioSchema, { io: "input" }) as JsonSchema
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: "Assay scenario",
    description: "A population to generate, the detectors to run on it, and the threshold to judge it by.",
    ...rest,
  }
}
