/** A check as annotations on GitHub: workflow commands, one for each scenario that did not pass, at its file. */
import type { CheckReport, GateOutcome, ScenarioCheck } from "../../core/gate/report.ts"
import { printable } from "../../core/printable.ts"
import { adviceFor } from "../../report/check/advice.ts"
import { LOUDEST_TOLD, shownFlips } from "../../report/check/flips.ts"
import {
  changedDetectors,
  decidingRows,
  failedDetectors,
  failuresTold,
  flipCohortSentences,
  flipSentence,
  marked,
  reasonsBesides,
  rowSentence,
} from "../../report/check/telling.ts"

type Level = "error" | "warning" | "notice"

const LEVELS: Readonly<Record<Exclude<GateOutcome, "pass">, Level>> = {
  regress: "error",
  inconclusive: "warning",
  new: "warning",
  gone: "warning",
  improve: "notice",
}

const MOST_LINES = 16
const MOST_GROUPS = 6
const MOST_ROWS = 4
const MOST_ACCOUNTS = 5

/** `pathOf`: a file of the checked folder as GitHub names it, from the repository's root on. */
export function annotations(
  report: CheckReport,
  pathOf: (file: string) => string,
  called = "assay",
): string[] {
  return [
    ...report.problems.map(({ file, message }) =>
      command("error", pathOf(file), `${file} could not be checked`, message),
    ),
    ...report.scenarios.flatMap((check) => {
      const { outcome, scenario } = check
      if (outcome === "pass") return []
      // Of a scenario that is gone only the baseline is there.
      const file = pathOf(outcome === "gone" ? `baselines/${check.file}` : check.file)
      const failed = failedDetectors(check).map(({ detector }) => `; ${detector} failed`)
      const message = [...linesOf(check), adviceFor(check, report.folder, called)].join("\n")
      // It makes the check incomplete, whatever the scenario came to without it.
      const level = failed.length > 0 ? "error" : LEVELS[outcome]
      return [command(level, file, `${marked(outcome)}: ${scenario}${failed.join("")}`, message)]
    }),
  ]
}

/** Whatever else there is to say, there is room for who changed side. */
function linesOf(check: ScenarioCheck): string[] {
  const groups = shownFlips(check, MOST_GROUPS).map((group) => flipSentence(group, MOST_ACCOUNTS))
  const changed = [...groups, ...(groups.length > 0 ? [LOUDEST_TOLD] : [])]
  const head = [
    ...failuresTold(check),
    ...reasonsBesides(check),
    ...decidingRows(check).slice(0, MOST_ROWS).map(rowSentence),
    ...flipCohortSentences(check),
  ].slice(0, MOST_LINES - changed.length)
  const detectors = changedDetectors(check).map((sentence) => `detector ${sentence}`)
  return [...head, ...changed, ...detectors].slice(0, MOST_LINES)
}

/** Without its escapes a line's end would end the command, and what follows could be another. */
function command(level: Level, file: string, title: string, message: string): string {
  return `::${level} file=${property(file)},title=${property(title)}::${escaped(message)}`
}

const escaped = (text: string) =>
  printable(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")

const property = (text: string) => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C")
