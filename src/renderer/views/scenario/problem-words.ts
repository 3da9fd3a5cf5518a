/**
 * A problem in the reader's language. The core says it in English; where it is about what a field allows, that is in
 * the schema, and said from there in other languages. Everything else is told as the terminal tells it.
 */
import type { JsonSchema, LocatedProblem } from "../../../api/contract.ts"
import type { Format } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"

type Told = Pick<LocatedProblem, "kind" | "path" | "message">

export function problemWords(t: Translate, format: Format, problem: Told, root: JsonSchema): string {
  if (format.language === "en") return problem.message
  if (problem.kind === "syntax") return t("scenario.problem.syntax", { message: problem.message })
  const allowed = allowedWords(t, schemaAt(root, problem.path))
  const isAboutValue =
    / must be |is missing/.test(problem.message) && !/ must be (at most|above)/.test(problem.message)
  const found = / got ([^;]*)/.exec(problem.message)?.[1]
  if (problem.kind === "content" && isAboutValue && allowed !== null)
    return found === undefined
      ? t("scenario.problem.missing", { allowed })
      : t("scenario.problem.value", { allowed, found })
  return CONTRADICTIONS.find(([pattern]) => pattern.test(problem.message))?.[1](t) ?? problem.message
}

/** The same in a list, away from its field: with the field's name, which the terminal's words begin with anyway. */
export function listedWords(t: Translate, format: Format, problem: Told, root: JsonSchema): string {
  const words = problemWords(t, format, problem, root)
  return words === problem.message || problem.path.length === 0 ? words : `${problem.path.join(".")} ${words}`
}

const CONTRADICTIONS: readonly (readonly [RegExp, (t: Translate) => string])[] = [
  [/ is not a field here/, (t) => t("scenario.problem.unknownField")],
  [/must have an archetype with a share above 0/, (t) => t("scenario.problem.emptySide")],
  [/must have an archetype to learn from/, (t) => t("scenario.problem.nothingToLearn")],
  [/must have a weight above 0/, (t) => t("scenario.problem.noWeight")],
  [/^definition\.days must be at most days/, (t) => t("scenario.problem.daysBeyond")],
  [/must be above 0 and below 1/, (t) => t("scenario.problem.bothClasses")],
  [/must stand alone/, (t) => t("scenario.problem.modelAlone")],
  [/is not an archetype of this side/, (t) => t("scenario.problem.unknownArchetype")],
  [/is an archetype of the \w+ side/, (t) => t("scenario.problem.otherSide")],
  [/is used nowhere/, (t) => t("scenario.problem.unused")],
  [/^is empty/, (t) => t("scenario.problem.empty")],
]

function schemaAt(root: JsonSchema, path: Told["path"]): JsonSchema | null {
  let schema: JsonSchema | undefined = root
  for (const key of path) {
    schema = resolved(schema, root)
    const inner: JsonSchema | undefined =
      typeof key === "number"
        ? schema.items
        : (schema.properties?.[key] ?? (schema.additionalProperties || undefined))
    if (inner === undefined) return null
    schema = inner
  }
  return resolved(schema, root)
}

function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const [, name] = /^#\/\$defs\/(.*)$/.exec(schema.$ref ?? "") ?? []
  const found = name === undefined ? schema : root.$defs?.[name]
  return found?.anyOf?.find(({ type }) => type !== "null") ?? found ?? schema
}

/** What a field allows; null where that takes more than a range or a list. */
function allowedWords(t: Translate, schema: JsonSchema | null): string | null {
  if (schema === null) return null
  const { minimum, exclusiveMinimum, maximum, type } = schema
  const low = minimum ?? exclusiveMinimum
  if ((type === "integer" || type === "number") && low !== undefined && maximum !== undefined) {
    if (type === "integer") return t("scenario.allowed.integer", { low, high: maximum })
    return minimum === undefined
      ? t("scenario.allowed.above", { low, high: maximum })
      : t("scenario.allowed.number", { low, high: maximum })
  }
  if (schema.enum !== undefined) return t("scenario.allowed.oneOf", { values: schema.enum.join("、") })
  if (schema.format === "date") return t("scenario.allowed.date")
  if (schema.pattern !== undefined) return t("scenario.allowed.name", { most: schema.maxLength ?? 60 })
  if (type === "boolean") return t("scenario.allowed.boolean")
  if (type === "string" && schema.maxLength !== undefined)
    return t("scenario.allowed.text", { most: schema.maxLength })
  return null
}
