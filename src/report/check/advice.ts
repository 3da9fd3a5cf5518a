/** What a check wants from whoever reads it: as much of it as a new baseline can settle, and what none can. */
import type { CheckReport, GateOutcome, ScenarioCheck } from "../../core/gate/report.ts"
import { failedPlugins } from "../../core/gate/update.ts"
import { quoted } from "../command.ts"
import { decidingRows } from "./telling.ts"

/** How Assay is started where the advice is read: `assay`, `npx assay`. */
type Called = string

/** A sentence; one that ends with a colon is followed by what to type. */
export interface Advice {
  readonly text: string
  readonly command?: string
}

/** Of the whole check. */
export function adviceParts(
  { folder, scenarios, problems }: CheckReport,
  called: Called = "assay",
): readonly Advice[] {
  if (problems.length > 0)
    return [
      { text: "What could not be checked is told above; nothing is known of it." },
      ...renewalAdvice({ folder, scenarios, problems }, called),
    ]
  return adviceOn(scenarios, folder, called)
}

/** Where baselines alone are in the way; else `--update` writes none. */
function renewalAdvice(
  { folder, scenarios, problems }: Pick<CheckReport, "folder" | "scenarios" | "problems">,
  called: Called,
): readonly Advice[] {
  const isRenewable = problems.every(({ file }) => file.startsWith("baselines/"))
  if (!isRenewable || failedPlugins(scenarios).length > 0) return []
  return [{ text: "Write the baselines anew with:", command: `${called} check ${quoted(folder)} --update` }]
}

/** Of the whole check, a line for each part. */
export const adviceText = (report: CheckReport, called?: Called) => linesOf(adviceParts(report, called))

/** Of one scenario; "" when nothing. */
export const adviceFor = (check: ScenarioCheck, folder: string, called: Called = "assay") =>
  linesOf(adviceOn([check], folder, called))

const linesOf = (parts: readonly Advice[]) =>
  parts.map(({ text, command }) => (command === undefined ? text : `${text} ${command}`)).join("\n")

function adviceOn(checks: readonly ScenarioCheck[], folder: string, called: Called): readonly Advice[] {
  const failed = failedPlugins(checks)
  return [
    failed.length > 0
      ? pluginAdvice(failed)
      : baselineAdvice(checks, `${called} check ${quoted(folder)} --update`),
    promiseAdvice(checks),
  ].filter((part) => part !== null)
}

/** While one fails no baseline is written (core/gate/update.ts). */
const pluginAdvice = (failed: readonly string[]): Advice => ({
  text: `Mend ${failed.join(", ")}, or take it out of the scenario, and check again: until then no baseline is written.`,
})

/** Only for what another baseline would settle. */
function baselineAdvice(checks: readonly ScenarioCheck[], command: string): Advice | null {
  const rows = checks.flatMap(decidingRows)
  const moved = (outcome: GateOutcome) => rows.some((row) => row.outcome === outcome)
  const has = (outcome: GateOutcome) => checks.some((check) => check.outcome === outcome)
  if (moved("regress")) return { text: "If all of this is wanted, accept it with:", command }
  if (moved("inconclusive"))
    return {
      text: "These accounts do not tell. Give the scenario more, or accept what was seen with:",
      command,
    }
  if (has("new")) return { text: "Write the baselines with:", command }
  if (has("gone")) return { text: "Remove the baselines of what is gone with:", command }
  if (moved("improve")) return { text: "Hold later changes against the better figures with:", command }
  return null
}

function promiseAdvice(checks: readonly ScenarioCheck[]): Advice | null {
  const outcomes = checks.flatMap(({ expectations }) => expectations.map(({ outcome }) => outcome))
  if (outcomes.includes("broken"))
    return {
      text: "A broken promise stays broken whatever the baseline is: mend the detector, or change the scenario's expectations.",
    }
  if (outcomes.includes("inconclusive"))
    return {
      text: "Whether a promise is kept is open, and no baseline settles it: give the scenario more accounts, or change its expectations.",
    }
  return null
}
