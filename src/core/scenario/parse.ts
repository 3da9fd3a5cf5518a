/**
 * From the text of a scenario file to a resolved scenario, or to all that is wrong with it at once.
 */
import { ScenarioError } from "../errors.ts"
import { checkInput, checkText, type LocatedProblem } from "./check.ts"
import type { Scenario } from "./schema.ts"

/**
 * Reads a scenario. `fileName` is only for messages.
 * Throws ScenarioError with one line a problem: file, field, what is allowed, what was found.
 */
export function parseScenario(text: string, fileName: string): Scenario {
  const checked = checkText(text)
  if ("scenario" in checked) return checked.scenario
  throw new ScenarioError(checked.problems.map((problem) => `${fileName}: ${lineOf(problem)}`))
}

/** The same for a value that has been read already, say from a request. */
export function resolveScenario(input: unknown, fileName: string): Scenario {
  const checked = checkInput(input)
  if ("scenario" in checked) return checked.scenario
  throw new ScenarioError(checked.problems.map((line) => `${fileName}: ${line}`))
}

/** A field is found by its name; what is wrong with the YAML itself has none. */
function lineOf({ kind, line, column, message }: LocatedProblem): string {
  return kind === "syntax" ? `line ${line}, column ${column}: ${message}` : message
}
