/**
 * The check of a scenario: the scenario that a text means, or all that is wrong with it, each problem with the field
 * and the place in the text that it is about.
 */
import { type Document, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml"
import { inconsistencies } from "./consistency.ts"
import { scenarioJsonSchema } from "./json-schema.ts"
import { describeIssue, fieldOf, type Path, quote } from "./problems.ts"
import { type Scenario, scenarioSchema } from "./schema.ts"

export interface LocatedProblem {
  /** Whether it is the YAML that is wrong, or what it says. */
  readonly kind: "syntax" | "content"
  /** Keys and numbers of items that lead to the field; empty for the text as a whole. */
  readonly path: readonly (string | number)[]
  /** Where it stands, or what it would stand in; counted from 1. */
  readonly line: number
  readonly column: number
  /** Without the file's name; begins with the field's where there is one. */
  readonly message: string
}

type Checked<Problem> = { readonly scenario: Scenario } | { readonly problems: readonly Problem[] }

export function checkText(text: string): Checked<LocatedProblem> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true })
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...document.errors, ...document.warnings].map((error): LocatedProblem => {
    return { kind: "syntax", path: [], ...placeOf(error.pos[0]), message: wordingOf(error, text) }
  })
  if (faults.length > 0) return { problems: faults }
  const read = readValue(document)
  const checked = "fault" in read ? { problems: [read.fault] } : checkInput(read.value)
  if ("scenario" in checked) return checked
  return {
    problems: checked.problems.map((message): LocatedProblem => {
      const path = fieldOf(message) as (string | number)[]
      return { kind: "content", path, ...placeOf(offsetOf(document, path)), message }
    }),
  }
}

/** The same for a value that has been read already: one line a problem. */
export function checkInput(input: unknown): Checked<string> {
  if (input === null || input === undefined)
    return { problems: ["is empty; a scenario needs at least a name, like `name: my-scenario`"] }
  if (typeof input !== "object" || Array.isArray(input))
    return { problems: [`must be a mapping of fields like name, accounts and days, got ${quote(input)}`] }
  const result = scenarioSchema.safeParse(input)
  const schema = scenarioJsonSchema()
  const wrong = result.success
    ? []
    : result.error.issues.flatMap((issue) => describeIssue(issue, input, schema))
  const problems = [...new Set([...wrong, ...inconsistencies(input)])]
  return !result.success || problems.length > 0 ? { problems } : { scenario: result.data }
}

function wordingOf(error: YAMLError, text: string): string {
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]*/.exec(text.slice(error.pos[0]))?.[0]
    return `${key} is given twice; a field must stand once`
  }
  if (error.code === "MULTIPLE_DOCS") return "a second document starts here; a file must hold one scenario"
  return error.message
}

/** Aliases are resolved here, and refused when they would grow without bounds. */
function readValue(document: Document.Parsed): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: document.toJS() }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

/** Where the field's key stands, or that of the nearest field around it; a missing one stands nowhere itself. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const around = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const offset = offsetIn(around, path[length - 1]!)
    if (offset !== undefined) return offset
  }
  return 0
}

function offsetIn(around: unknown, key: PropertyKey): number | undefined {
  if (typeof around !== "object" || around === null || !("items" in around)) return undefined
  const items = around.items as readonly unknown[]
  if (typeof key === "number") {
    const item = items[key]
    return isNode(item) ? item.range?.[0] : undefined
  }
  const pair = items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
  return isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined
}
