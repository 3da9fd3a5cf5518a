/** A check as text: the verdict, a line a scenario, and all that is to be known of those that did not pass. */

import type { CheckReport, GateRow, ScenarioCheck } from "../../core/gate/report.ts"
import { adviceText } from "../../report/check/advice.ts"
import { LOUDEST_TOLD, shownFlips } from "../../report/check/flips.ts"
import { openAloneTold } from "../../report/check/open-alone.ts"
import {
  adjustedText,
  betterThough,
  changedDetectors,
  commandsFor,
  decidingRows,
  differenceText,
  failedDetectors,
  failuresTold,
  flipCohortSentences,
  flipSentence,
  flipTotals,
  intervalText,
  marked,
  mattersText,
  reasonsBesides,
  rowName,
  valueText,
  verdictText,
} from "../../report/check/telling.ts"
import { count, counted, rounded } from "../../report/plain-numbers.ts"
import { CALLED } from "../called.ts"
import { table, wrapped } from "../table.ts"

const MOST_GROUPS = 12
const MOST_GROUPS_PASSED = 4
const MOST_ACCOUNTS = 6
const MOST_ROWS = 20

/** `last`: what it wants from whoever reads it. */
export function checkText(report: CheckReport, last = adviceText(report, CALLED)): string {
  const { scenarios, problems } = report
  const blocks = [
    [verdictText(report)],
    scenarioLines(scenarios),
    problems.map(
      ({ file, message }) => `! ${file} could not be checked: ${message.replaceAll("\n", "\n  ")}`,
    ),
    ...scenarios.map((check) =>
      check.outcome === "pass" ? passedLines(check) : detailLines(check, report.rate),
    ),
    notesOf(scenarios),
    [last].filter((line) => line !== ""),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

/** What words and commands of the scenarios above mean, once. */
function notesOf(scenarios: readonly ScenarioCheck[]): string[] {
  const changed = scenarios.filter(({ flips }) => flips.length > 0)
  return [
    ...(changed.length > 0 ? [LOUDEST_TOLD] : []),
    ...(changed.some(({ outcome }) => outcome !== "pass") ? [COMPARED_OTHERWISE] : []),
  ]
}

const COMPARED_OTHERWISE =
  "compare may say otherwise of a cohort: it counts by account and over its own tests, the gate by operator and over all"

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
    ...failedDetectors(check).map(({ detector }) => `${detector} failed`),
    ...[betterThough(check)].filter((told) => told !== ""),
  ].join("; ")
}

/** Who changed side, though nothing got worse by what matters; nothing where nobody did. */
function passedLines(check: ScenarioCheck): string[] {
  if (check.flips.length === 0) return []
  return [`${check.scenario} (${check.file}): ${check.outcome}`, ...flipLines(check, MOST_GROUPS_PASSED)]
}

function detailLines(check: ScenarioCheck, rate: number): string[] {
  const rows = decidingRows(check)
  const detectors = changedDetectors(check)
  const commands = commandsFor(check, CALLED)
  return [
    `${check.scenario} (${check.file}): ${check.outcome}`,
    ...[...failuresTold(check), ...reasonsBesides(check)].map((sentence) => wrapped(sentence, "  ")),
    ...(rows.length === 0 ? [] : [indented(rowTable(rows.slice(0, MOST_ROWS)))]),
    ...(rows.some(({ outcome }) => outcome === "inconclusive")
      ? ["  needs: about how many accounts would tell; none: no number of them would"]
      : []),
    ...openAloneTold(rows.slice(0, MOST_ROWS), rate).map((sentence) => `  ${sentence}`),
    ...(rows.length > MOST_ROWS ? [`  and ${count(rows.length - MOST_ROWS)} more rows; --json has all`] : []),
    ...flipCohortSentences(check).map((sentence) => `  ${sentence}`),
    ...flipLines(check, MOST_GROUPS),
    ...detectors.map((sentence) => `  detector ${sentence}`),
    ...commands.map((command) => `  look closer: ${command}`),
  ]
}

const indented = (text: string) => text.replace(/^/gm, "  ")

function needsText({ outcome, accountsToSettle }: GateRow): string {
  if (outcome !== "inconclusive") return ""
  return accountsToSettle === null ? "none" : rounded(accountsToSettle)
}

type Column = readonly [heading: string, cell: (row: GateRow) => string]

const COLUMNS: readonly Column[] = [
  ["figure", rowName],
  ["before", ({ figure, before }) => valueText(figure, before)],
  ["after", ({ figure, after }) => valueText(figure, after)],
  ["change", differenceText],
  ["95 % interval", intervalText],
  ["adjusted p", adjustedText],
  ["matters", mattersText],
  ["outcome", ({ outcome }) => marked(outcome)],
  ["needs", needsText],
]

/** What a narrow terminal does without when names are long, the first first. */
const SPARED = ["matters", "adjusted p", "before"]
const WIDTH = 118

function rowTable(rows: readonly GateRow[], columns = COLUMNS, spared = 0): string {
  const text = table(
    columns.map(([heading]) => heading),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  )
  const isWide = text.split("\n").some((line) => line.length > WIDTH)
  if (!isWide || spared === SPARED.length) return text
  return rowTable(
    rows,
    columns.filter(([heading]) => heading !== SPARED[spared]),
    spared + 1,
  )
}

function flipLines(check: ScenarioCheck, most: number): string[] {
  const shown = shownFlips(check, most)
  const more = check.flips.length - shown.length
  return [
    ...shown.map((group) => `  ${flipSentence(group, MOST_ACCOUNTS)}`),
    ...(more > 0 ? [`  and ${counted(more, "more group")}; --json has all`] : []),
  ]
}
