/** The definition in the terminal: options that move it, and how it and its grades read. */

import { type Command, Option } from "commander"
import { PolicyError, UsageError } from "../core/errors.ts"
import { type Definition, GRADES, type Grade, isManaged } from "../core/policy/definition.ts"
import type { RunManifest } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { count, percentage } from "../report/plain-numbers.ts"
import { positiveShare, quoted } from "./options.ts"
import type { ReadPolicy } from "./policy.ts"

/** What of the definition is moved; the rest stays as the policy or else the run's scenario has it. */
export interface DefinitionOptions {
  /** A policy's file. */
  readonly policy?: string
  readonly automation?: number
  readonly oversight?: number
  /** As typed: how many days there are is known only when the run is read. */
  readonly days?: string
}

export function addDefinitionOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--automation <share>",
        "automated from this share on, of creation, scheduling or distribution, in (0, 1]",
      ).argParser(positiveShare("--automation")),
    )
    .addOption(
      new Option(
        "--oversight <share>",
        "oversight from this share on is meaningful, and the account authentic, in (0, 1]",
      ).argParser(positiveShare("--oversight")),
    )
    .addOption(
      new Option(
        "--days <n>",
        "automation for fewer days is occasional (default of all three: as in the policy, else the run)",
      ),
    )
    .addOption(
      new Option(
        "--policy <file>",
        "a policy, as the workbench saves one; whatever other options say goes before it",
      ),
    )
}

/** The policy's definition, or else the run's, with what the options move. */
export function movedDefinition(
  { scenario }: Pick<RunManifest, "scenario">,
  { automation, oversight, days }: DefinitionOptions,
  policy: ReadPolicy | null,
): Definition {
  const own = policy ? policyDefinition(policy, scenario) : scenario.definition
  return {
    automation: automation ?? own.automation,
    oversight: oversight ?? own.oversight,
    days: days === undefined ? own.days : wholeDays(days, scenario.days),
  }
}

function policyDefinition({ file, policy }: ReadPolicy, { definition, days }: Scenario): Definition {
  if (policy.definition === null || policy.definition.days <= days) return policy.definition ?? definition
  throw new PolicyError([
    `${file}: definition.days must be in [1, ${days}], the days of the run, got ${policy.definition.days}`,
  ])
}

function wholeDays(text: string, most: number): number {
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
  throw new UsageError(
    `--days must be a whole number in [1, ${most}], the days of the run, got ${quoted(text)}`,
  )
}

/** Which definition applies, and whether it is another one than `own`, the run's. */
export function definitionText(definition: Definition, own: Definition = definition): string {
  const { automation, oversight, days } = definition
  const isOwn = automation === own.automation && oversight === own.oversight && days === own.days
  return (
    `Definition${isOwn ? "" : " (moved)"}: AI-managed when automated to ${automation} or more for ` +
    `${days} days or more, with oversight below ${oversight}`
  )
}

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  none: "not at all",
  occasional: "occasionally",
  mostly: "mostly",
  full: "in full",
}

/** The grade of one account, and the label that follows. */
export const gradeText = (grade: Grade) =>
  `Hosted without meaningful oversight: ${GRADE_WORDS[grade]}, so ${isManaged(grade) ? "AI-managed" : "authentic"}`

/** How many accounts have each grade. */
export function gradesText(grades: Readonly<Record<Grade, number>>): string {
  const total = GRADES.reduce((sum, grade) => sum + grades[grade], 0)
  const parts = GRADES.map(
    (grade) => `${GRADE_WORDS[grade]} ${count(grades[grade])} (${percentage(grades[grade] / total)})`,
  )
  return `Hosted without meaningful oversight: ${parts.join(", ")}`
}
