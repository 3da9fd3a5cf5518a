/**
 * Puts what Zod found into words: the field, what is allowed, what was found.
 */
import type { z } from "zod"
import { type JsonSchema, resolveSchema } from "./json-schema.ts"
import { nearestName, suggestion } from "./suggest.ts"

export type Path = readonly PropertyKey[]

/** `population.managed.content-farm.share`, `detectors.use[0]`; empty for the whole file. */
export function nameOf(path: Path): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${keyName(String(key))}`))
    .join("")
}

/** A key as it stands in a path: in quotes when it is not a plain word. */
const keyName = (key: string) => (/^[\w-]{1,60}$/.test(key) ? key : quote(key))

/**
 * The path of the field that a problem's line begins with, as nameOf wrote it; empty when the line is about the whole
 * file. Of a key too long to be quoted whole, the field around it.
 */
export function fieldOf(line: string): Path {
  const path: PropertyKey[] = []
  let rest = line
  while (true) {
    const [step, word, quoted, index] = STEP.exec(rest) ?? []
    if (step === undefined) break
    path.push(index === undefined ? (word ?? (JSON.parse(quoted!) as string)) : Number(index))
    rest = rest.slice(step.length)
    if (rest.startsWith("[")) continue
    if (!rest.startsWith(".")) break
    rest = rest.slice(1)
  }
  return NO_FIELD.includes(line.split(" ", 1)[0]!) ? [] : path
}

/** A key, plain or in quotes, or the number of an item. */
const STEP = /^(?:([\w-]+)|("(?:[^"\\]|\\.)*")(?!…)|\[(\d+)\])/

/** How the lines begin that tell of a whole file: "is empty", "must be a mapping". */
const NO_FIELD = ["is", "must"]

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined
    current = (current as Record<PropertyKey, unknown>)[key]
  }
  return current
}

const LONGEST_QUOTE = 60

/** A found value as it reads in a message, short. */
export function quote(value: unknown): string {
  if (value === null || value === undefined) return "nothing"
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list"
  if (value instanceof Date) return "a date"
  if (typeof value === "object") return "a mapping"
  if (typeof value !== "string") return String(value)
  if (value.length <= LONGEST_QUOTE) return JSON.stringify(value)
  return `${JSON.stringify(value.slice(0, LONGEST_QUOTE))}… (${value.length} characters)`
}

/** The schema of the field at a path, with references resolved but for `null` being allowed. */
function schemaAt(root: JsonSchema, path: Path): JsonSchema | undefined {
  let current: JsonSchema | undefined = root
  for (const key of path) {
    const around: JsonSchema = resolveSchema(current, root)
    current = typeof key === "number" ? around.items : propertyOf(around, String(key))
    if (current === undefined) return undefined
  }
  return current.anyOf === undefined ? resolveSchema(current, root) : current
}

function propertyOf({ properties, additionalProperties }: JsonSchema, key: string): JsonSchema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key]
  return additionalProperties || undefined
}

/** What a field allows, as it follows "must be". A number of the right kind is told its range only. */
function allowedBy(schema: JsonSchema, found: unknown): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => allowedBy(one, found)).join(", or ")
  if (schema.const !== undefined) return String(schema.const)
  if (schema.type === "null") return "null"
  const range = rangeOf(schema)
  if (schema.type === "integer") return `an integer ${range}`
  if (schema.type === "number") return Number.isFinite(found) ? range : `a number ${range}`
  if (schema.type === "array") return listAllowedBy(schema)
  if (schema.type === "object") return mappingAllowedBy(schema)
  if (schema.type === "boolean") return "true or false"
  if (schema.enum !== undefined) return `one of ${schema.enum.join(", ")}`
  if (schema.format === "date") return "a date like 2026-03-02"
  if (schema.format === "uri") return "an address like http://127.0.0.1:8080/detect"
  return textAllowedBy(schema)
}

function listAllowedBy({ minItems = 0, items }: JsonSchema): string {
  if (items?.enum !== undefined) return `a list of ${minItems} or more of: ${items.enum.join(", ")}`
  const what = items?.type === "string" ? "texts" : "mappings"
  return minItems > 0 ? `a list of ${minItems} or more ${what}` : `a list of ${what}`
}

/** With the brackets of intervals: round where the end itself is not allowed. */
function rangeOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema): string {
  const low = minimum !== undefined ? `[${minimum}` : `(${exclusiveMinimum}`
  return `in ${low}, ${maximum !== undefined ? `${maximum}]` : `${exclusiveMaximum})`}`
}

function mappingAllowedBy({ properties = {}, additionalProperties }: JsonSchema): string {
  const names = Object.keys(properties)
  if (names.length === 0) return "a mapping of numbers"
  return additionalProperties
    ? `a mapping of archetypes like ${names[0]}`
    : `a mapping of ${names.join(", ")}`
}

function textAllowedBy({ pattern, minLength, maxLength, examples }: JsonSchema): string {
  if (examples !== undefined) return `an archetype like ${examples[0]}`
  // The only pattern of the schema is that of a scenario's name.
  if (pattern !== undefined) return `lower-case letters, digits and hyphens, up to ${maxLength} characters`
  if (maxLength === undefined) return "text"
  return minLength === undefined
    ? `text of up to ${maxLength} characters`
    : `text of ${minLength} to ${maxLength} characters`
}

/** One line for each thing that is wrong, without the file's name. */
export function describeIssue(issue: z.core.$ZodIssue, input: unknown, schema: JsonSchema): string[] {
  const field = nameOf(issue.path)
  const found = valueAt(input, issue.path)
  const here = schemaAt(schema, issue.path)
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(here === undefined ? {} : (resolveSchema(here, schema).properties ?? {}))
    return issue.keys.map((key) => {
      return `${nameOf([...issue.path, key])} is not a field here; ${suggestion(key, known)}`
    })
  }
  if (here === undefined) return [`${field}: ${issue.message}`]

  const allowed = allowedBy(here, found)
  if (found === undefined) return [`${field} is missing; it must be ${allowed}`]
  const hint = here.type === "string" && typeof found === "number" ? `; write "${found}" in quotes` : ""
  const near = typeof found === "string" ? nearestName(found, here.enum ?? []) : undefined
  const meant = near === undefined ? "" : `; did you mean ${near}?`
  return [`${field} must be ${allowed}, got ${quote(found)}${hint}${meant}`]
}
