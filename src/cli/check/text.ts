/** A check as text: the verdict, a line a scenario, and all that is to be known of those that did not pass. */

import type { CheckReport, ScenarioCheck } from "../../core/gate/report.ts"
import {
  adjustedText,
  adviceText,
  changedDetectors,
  commandsFor,
  decidingRows,
  differenceText,
  failedDetectors,
  flipSentence,
  flipTotals,
  intervalText,
  marked,
  mattersText,
  orderedFlips,
  rowName,
  settleText,
  valueText,
  verdictText,
} from "../../report/check/telling.ts"
import { count, counted } from "../../report/plain-numbers.ts"
import { table, wrapped } from "../table.ts"

const MOST_GROUPS = 12
const MOST_ACCOUNTS = 6
const MOST_ROWS = 20

export function checkText(report: CheckReport): string {
  const { scenarios, problems } = report
  const blocks = [
    [verdictText(report)],
    scenarioLines(scenarios),
    problems.map(
      ({ file, message }) => `! ${file} could not be checked: ${message.replaceAll("\n", "\n  ")}`,
    ),
    ...scenarios.filter(({ outcome }) => outcome !== "pass").map(detailLines),
    [adviceText(report)].filter((line) => line !== ""),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

function scenarioLines(scenarios: readonly ScenarioCheck[]): string[] {
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length))
  const marks = width(scenarios.map(({ outcome }) => marked(outcome)))
  const names = width(scenarios.map(({ scenario }) => scenario))
  return scenarios.map((check) =>
    `${marked(check.outcome).padEnd(marks)}  ${check.scenario.padEnd(names)}  ${summaryOf(check)}`.trimEnd(),
  )
}

function summaryOf(check: ScenarioCheck): string {
  const { outcome, accounts, identical, expectations } = check
  if (outcome === "gone") return "a baseline without its scenario"
  const kept = expectations.filter((row) => row.outcome === "kept").length
  return [
    ...(accounts === null ? [] : [counted(accounts, "account")]),
    ...(outcome === "new"
      ? []
      : [identical ? "identical to the baseline" : flipTotals(check) || "nobody changed side"]),
    ...(expectations.length === 0 ? [] : [`${kept} of ${expectations.length} promises kept`]),
    ...failedDetectors(check),
  ].join("; ")
}

function detailLines(check: ScenarioCheck): string[] {
  const rows = decidingRows(check)
  const detectors = changedDetectors(check)
  const commands = commandsFor(check)
  return [
    `${check.scenario} (${check.file}): ${check.outcome}`,
    ...check.why.map((sentence) => wrapped(sentence, "  ")),
    ...(rows.length === 0 ? [] : [indented(rowTable(rows.slice(0, MOST_ROWS)))]),
    ...(rows.length > MOST_ROWS ? [`  and ${count(rows.length - MOST_ROWS)} more rows; --json has all`] : []),
    ...flipLines(check),
    ...detectors.map((sentence) => `  detector ${sentence}`),
    ...commands.map((command) => `  look closer: ${command}`),
  ]
}

const indented = (text: string) => text.replace(/^/gm, "  ")

function rowTable(rows: ReturnType<typeof decidingRows>): string {
  return table(
    ["figure", "before", "after", "difference", "95 % interval", "adjusted p", "matters from", "outcome", ""],
    rows.map((row) => [
      rowName(row),
      valueText(row.figure, row.before),
      valueText(row.figure, row.after),
      differenceText(row),
      intervalText(row),
      adjustedText(row),
      mattersText(row),
      marked(row.outcome),
      settleText(row),
    ]),
  )
}

function flipLines(check: ScenarioCheck): string[] {
  const groups = orderedFlips(check)
  const more = groups.length - MOST_GROUPS
  return [
    ...groups.slice(0, MOST_GROUPS).map((group) => `  ${flipSentence(group, MOST_ACCOUNTS)}`),
    ...(more > 0 ? [`  and ${counted(more, "more group")}; --json has all`] : []),
  ]
}
