/**
 * Puts what Zod found into words: the field, what is allowed, what was found.
 */
import type { z } from "zod"
import type { JsonSchema } from "./json-schema.ts"
import { nearestName, suggestion } from "./suggest.ts"

export type Path = readonly PropertyKey[]

/** `population.managed.content-farm.share`, `detectors.use[0]`; empty for the whole file. */
export function nameOf(path: Path): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${String(key)}`))
    .join("")
}

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
  if (Array.isArray(value)) return "a list"
  if (value instanceof Date) return "a date"
  if (typeof value === "object") return "a mapping"
  if (typeof value !== "string") return String(value)
  const text = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value
  return JSON.stringify(text)
}

function schemaAt(schema: JsonSchema, path: Path): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema
  for (const key of path) {
    const properties: JsonSchema["properties"] = current?.properties
    current = typeof key === "number" ? current?.items : ownProperty(properties, String(key))
  }
  return current
}

function ownProperty(properties: JsonSchema["properties"], key: string): JsonSchema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined
}

/** What a field allows, as it follows "must be". A number of the right kind is told its range only. */
function allowedBy(schema: JsonSchema, found: unknown): string {
  const { minimum, maximum } = schema
  const range = minimum === undefined ? "" : `in [${minimum}, ${maximum}]`
  if (schema.type === "integer") return `an integer ${range}`
  if (schema.type === "number") return Number.isFinite(found) ? range : `a number ${range}`
  if (schema.type === "array")
    return `a list of ${schema.minItems ?? 0} or more of: ${schema.items?.enum?.join(", ")}`
  if (schema.type === "object") return `a mapping of ${Object.keys(schema.properties ?? {}).join(", ")}`
  if (schema.enum !== undefined) return `one of ${schema.enum.join(", ")}`
  if (schema.format === "date") return "a date like 2026-03-02"
  return textAllowedBy(schema)
}

function textAllowedBy({ minLength, maxLength }: JsonSchema): string {
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
    const known = Object.keys(here?.properties ?? {})
    return issue.keys.map(
      (key) => `${nameOf([...issue.path, key])} is not a field here; ${suggestion(key, known)}`,
    )
  }
  if (here === undefined) return [`${field}: ${issue.message}`]

  const allowed =
    issue.code === "invalid_format" && issue.format === "regex" ? issue.message : allowedBy(here, found)
  if (found === undefined) return [`${field} is missing; it must be ${allowed}`]
  const hint = here.type === "string" && typeof found === "number" ? `; write "${found}" in quotes` : ""
  const near = typeof found === "string" ? nearestName(found, here.enum ?? []) : undefined
  const meant = near === undefined ? "" : `; did you mean ${near}?`
  return [`${field} must be ${allowed}, got ${quote(found)}${hint}${meant}`]
}
