/**
 * From the text of a scenario file to a resolved scenario, or to all that is wrong with it at once.
 */
import { ScenarioError } from "../errors.ts"
import { checkInput, checkText } from "./check.ts"
import { lineOfFault } from "./read-yaml.ts"
import type { Scenario } from "./schema.ts"

/**
 * Reads a scenario. `fileName` is only for messages.
 * Throws ScenarioError with one line a problem: file, field, what is allowed, what was found.
 */
export function parseScenario(text: string, fileName: string): Scenario {
  const checked = checkText(text)
  if ("scenario" in checked) return checked.scenario
  throw new ScenarioError(checked.problems.map((problem) => `${fileName}: ${lineOfFault(problem)}`))
}

/** The same for a value that has been read already, say from a request. */
export function resolveScenario(input: unknown, fileName: string): Scenario {
  const checked = checkInput(input)
  if ("scenario" in checked) return checked.scenario
  throw new ScenarioError(checked.problems.map((line) => `${fileName}: ${line}`))
}
