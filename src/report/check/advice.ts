/** What a check wants from whoever reads it: as much of it as a new baseline can settle, and what none can. */
import type { CheckReport, GateOutcome, ScenarioCheck } from "../../core/gate/report.ts"
import { quoted } from "../command.ts"
import { decidingRows, failedDetectors } from "./telling.ts"

/** How Assay is started where the advice is read: `assay`, `npx assay`. */
type Called = string

/** Of the whole check. */
export function adviceText({ folder, scenarios, problems }: CheckReport, called: Called = "assay"): string {
  if (problems.length > 0) return "What could not be checked is told above; nothing is known of it."
  return adviceOn(scenarios, folder, called)
}

/** Of one scenario; "" when nothing. */
export const adviceFor = (check: ScenarioCheck, folder: string, called: Called = "assay") =>
  adviceOn([check], folder, called)

function adviceOn(checks: readonly ScenarioCheck[], folder: string, called: Called): string {
  const failed = checks.flatMap(failedDetectors).map(({ detector }) => detector)
  return [
    failed.length > 0
      ? pluginAdvice(failed)
      : baselineAdvice(checks, `${called} check ${quoted(folder)} --update`),
    promiseAdvice(checks),
  ]
    .filter((part) => part !== "")
    .join("\n")
}

/** While one fails no baseline is written (core/gate/update.ts). */
const pluginAdvice = (failed: readonly string[]) =>
  `Mend ${[...new Set(failed)].join(", ")}, or take it out of the scenario, and check again: until then no baseline is written.`

/** Only for what another baseline would settle. */
function baselineAdvice(checks: readonly ScenarioCheck[], update: string): string {
  const rows = checks.flatMap(decidingRows)
  const moved = (outcome: GateOutcome) => rows.some((row) => row.outcome === outcome)
  const has = (outcome: GateOutcome) => checks.some((check) => check.outcome === outcome)
  if (moved("regress")) return `If all of this is wanted, accept it with: ${update}`
  if (moved("inconclusive"))
    return `These accounts do not tell. Give the scenario more, or accept what was seen with: ${update}`
  if (has("new")) return `Write the baselines with: ${update}`
  if (has("gone")) return `Remove the baselines of what is gone with: ${update}`
  if (moved("improve")) return `Hold later changes against the better figures with: ${update}`
  return ""
}

function promiseAdvice(checks: readonly ScenarioCheck[]): string {
  const outcomes = checks.flatMap(({ expectations }) => expectations.map(({ outcome }) => outcome))
  if (outcomes.includes("broken"))
    return "A broken promise stays broken whatever the baseline is: mend the detector, or change the scenario's expectations."
  if (outcomes.includes("inconclusive"))
    return "Whether a promise is kept is open, and no baseline settles it: give the scenario more accounts, or change its expectations."
  return ""
}
