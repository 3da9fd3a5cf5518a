/**
 * From the text of a scenario file to a resolved scenario, or to all that is wrong with it at once.
 */
import { type Document, LineCounter, parseDocument, type YAMLError } from "yaml"
import { ScenarioError } from "../errors.ts"
import { inconsistencies } from "./consistency.ts"
import { scenarioJsonSchema } from "./json-schema.ts"
import { describeIssue, quote } from "./problems.ts"
import { type Scenario, scenarioSchema } from "./schema.ts"

/**
 * Reads a scenario. `fileName` is only for messages.
 * Throws ScenarioError with one line a problem: file, field, what is allowed, what was found.
 */
export function parseScenario(text: string, fileName: string): Scenario {
  return resolveScenario(readYaml(text, fileName), fileName)
}

/** The same for a value that has been read already, say from a request. */
export function resolveScenario(input: unknown, fileName: string): Scenario {
  const fail = (problems: readonly string[]) =>
    new ScenarioError(problems.map((line) => `${fileName}: ${line}`))
  if (input === null || input === undefined) {
    throw fail(["is empty; a scenario needs at least a name, like `name: my-scenario`"])
  }
  if (typeof input !== "object" || Array.isArray(input)) {
    throw fail([`must be a mapping of fields like name, accounts and days, got ${quote(input)}`])
  }
  const result = scenarioSchema.safeParse(input)
  const schema = scenarioJsonSchema()
  const wrong = result.success
    ? []
    : result.error.issues.flatMap((issue) => describeIssue(issue, input, schema))
  const problems = [...new Set([...wrong, ...inconsistencies(input)])]
  if (!result.success || problems.length > 0) throw fail(problems)
  return result.data
}

function readYaml(text: string, fileName: string): unknown {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true })
  const problems = [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return `${fileName}: line ${line}, column ${col}: ${wordingOf(error, text)}`
  })
  if (problems.length > 0) throw new ScenarioError(problems)
  return plainValue(document, fileName)
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
function plainValue(document: Document.Parsed, fileName: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new ScenarioError([`${fileName}: ${error instanceof Error ? error.message : String(error)}`])
  }
}
