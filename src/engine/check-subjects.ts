/** What of a folder is to be checked: scenarios with their baselines, baselines without a scenario, and what is wrong. */
import { DataError, ScenarioError, UsageError } from "../core/errors.ts"
import { type Baseline, type CheckProblem, parseBaseline } from "../core/gate/index.ts"
import { parsePolicy } from "../core/policy/parse-policy.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { suggestion } from "../core/scenario/suggest.ts"

/** A file as the store read it. */
export type ReadFile = { readonly file: string; readonly path: string } & (
  | { readonly text: string }
  | { readonly unreadable: string }
)

export interface CheckSubject {
  readonly file: string
  /** What the scenario names lies from this file's folder on. */
  readonly path: string
  readonly scenario: Scenario
  /** null when there is none. */
  readonly baseline: Baseline | null
}

export interface CheckSubjects {
  readonly subjects: readonly CheckSubject[]
  /** Baselines whose scenario is no more; null for one that cannot be read and is to be written anew. */
  readonly gone: readonly { readonly file: string; readonly baseline: Baseline | null }[]
  readonly problems: readonly CheckProblem[]
}

interface Asked {
  readonly scenarios: readonly ReadFile[]
  readonly baselines: readonly ReadFile[]
  /** Names of scenarios or of their files; all without it. */
  readonly only?: readonly string[]
  /** Whether baselines are to be written anew, so that one that cannot be read is no problem. */
  readonly anew: boolean
}

/** Throws a UsageError for names that nothing has, a DataError when there is nothing to check. */
export function checkSubjects({ scenarios, baselines, only, anew }: Asked): CheckSubjects {
  const problems: CheckProblem[] = []
  const chosen = scenarios.map(parseOne).filter((one) => one !== null)
  const orphans = baselines.filter(({ file }) => scenarios.every((scenario) => scenario.file !== file))
  requireKnown(only, [...chosen.map(nameOf), ...orphans.map(({ file }) => baseName(file))], chosen)
  if (chosen.length === 0 && orphans.length === 0) throw new DataError("there is no scenario to check")
  const isAsked = (...names: readonly string[]) =>
    only === undefined || names.some((name) => only.includes(name))

  function baselineFor(file: string): Baseline | null | "problem" {
    const found = baselines.find((one) => one.file === file)
    if (found === undefined) return null
    const read = attempt(found, (text, path) => parseBaseline(text, path))
    if ("value" in read) return read.value
    if (anew) return null
    problems.push({ file: `baselines/${file}`, message: read.problem })
    return "problem"
  }

  const subjects: CheckSubject[] = []
  const owners = new Map<string, string>()
  for (const { file, path, read } of chosen) {
    const name = "value" in read ? read.value.name : baseName(file)
    if (!isAsked(name, baseName(file))) continue
    if ("problem" in read) {
      problems.push({ file, message: read.problem })
      continue
    }
    const owner = owners.get(name)
    if (owner !== undefined) {
      // Runs and reports go by the name, so two of one name could not be told apart.
      problems.push({ file, message: `name must be unique, got ${JSON.stringify(name)}, which ${owner} has` })
      continue
    }
    owners.set(name, file)
    const baseline = baselineFor(file)
    if (baseline !== "problem") subjects.push({ file, path, scenario: read.value, baseline })
  }
  const gone = orphans.flatMap(({ file }) => {
    if (!isAsked(baseName(file))) return []
    const baseline = baselineFor(file)
    return baseline === "problem" ? [] : [{ file, baseline }]
  })
  return { subjects, gone, problems }
}

type Attempt<Value> = { readonly value: Value } | { readonly problem: string }

interface ParsedOne {
  readonly file: string
  readonly path: string
  readonly read: Attempt<Scenario>
}

/** null for a policy, which may lie beside the scenarios that it is for. */
function parseOne(found: ReadFile): ParsedOne | null {
  const { file, path } = found
  const read = attempt(found, parseScenario)
  if ("problem" in read && "text" in found && isPolicy(found.text)) return null
  return { file, path, read }
}

function isPolicy(text: string): boolean {
  try {
    parsePolicy(text, "")
    return true
  } catch {
    return false
  }
}

function attempt<Value>(found: ReadFile, parse: (text: string, path: string) => Value): Attempt<Value> {
  if ("unreadable" in found) return { problem: found.unreadable }
  try {
    return { value: parse(found.text, found.path) }
  } catch (error) {
    if (!(error instanceof ScenarioError || error instanceof DataError)) throw error
    return { problem: withoutPath(error.message, found.path) }
  }
}

/** Each line of a message about a file begins with its path. */
export const withoutPath = (message: string, path: string) =>
  message
    .split("\n")
    .map((line) => (line.startsWith(`${path}: `) ? line.slice(path.length + 2) : line))
    .join("\n")

export const baseName = (file: string) => file.replace(/\.ya?ml$/, "")
const nameOf = ({ file, read }: ParsedOne) => ("value" in read ? read.value.name : baseName(file))

function requireKnown(
  only: readonly string[] | undefined,
  known: readonly string[],
  files: readonly ParsedOne[],
): void {
  for (const name of only ?? [])
    if (!known.includes(name) && files.every(({ file }) => baseName(file) !== name))
      throw new UsageError(
        `--only: there is no scenario ${JSON.stringify(name)}; ${suggestion(name, known, "always list")}`,
      )
}
