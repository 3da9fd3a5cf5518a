/**
 * The check of a scenario: the scenario that a text means, or all that is wrong with it, each problem with the field
 * and the place in the text that it is about.
 */
import { inconsistencies } from "./consistency.ts"
import { scenarioJsonSchema } from "./json-schema.ts"
import { describeIssue, fieldOf, quote } from "./problems.ts"
import { readYaml } from "./read-yaml.ts"
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
  const read = readYaml(text, "scenario")
  if ("faults" in read) return { problems: read.faults.map((fault) => ({ ...fault, path: [] })) }
  const checked = checkInput(read.value)
  if ("scenario" in checked) return checked
  return {
    problems: checked.problems.map((message): LocatedProblem => {
      const path = fieldOf(message) as (string | number)[]
      return { kind: "content", path, ...read.placeOf(path), message }
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
