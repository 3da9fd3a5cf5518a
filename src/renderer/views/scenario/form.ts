/** What the parts of the form share: what the text says, what is wrong with it, and a way to change it. */
import { createContext, useContext } from "react"
import type { ArchetypeEntry, JsonSchema, LocatedProblem } from "../../../api/contract.ts"
import type { Scenario } from "../../../core/scenario/schema.ts"
import { type FieldPath, fieldAt, type Mapping } from "./document.ts"

export interface Form {
  /** What the text says; the last that could be read. */
  readonly fields: Mapping
  readonly defaults: Scenario
  readonly schema: JsonSchema
  readonly problems: readonly LocatedProblem[]
  /** The built-in archetypes and the scenario's own. */
  readonly archetypes: readonly ArchetypeEntry[]
  /** Sets fields of the text; `kind` names the step that undo goes back. */
  change(kind: string, changes: readonly (readonly [FieldPath, unknown])[]): void
  /** Shows what an archetype's accounts are like. */
  show(archetype: string): void
}

export const FormContext = createContext<Form | null>(null)

export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error("useForm needs a form around it")
  return form
}

/** What the text says at a path, else the default. */
export function valueIn(form: Pick<Form, "fields" | "defaults">, path: FieldPath): unknown {
  const own = fieldAt(form.fields, path)
  return own === undefined ? fieldAt(form.defaults, path) : own
}

/** The same as a number; NaN where it is none. */
export function numberOf(form: Pick<Form, "fields" | "defaults">, path: FieldPath): number {
  const value = valueIn(form, path)
  return typeof value === "number" ? value : Number.NaN
}

/** The schema of a field that stands in every scenario. */
export function schemaOf(root: JsonSchema, path: FieldPath): JsonSchema {
  let schema = root
  for (const key of path) schema = schema.properties?.[key] ?? {}
  return schema
}

/** An id for what belongs to a field. */
export const pathId = (path: FieldPath): string => `field-${path.join("-")}`
