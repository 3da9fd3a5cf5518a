/** A check as Markdown for a pull request: a table, and what is behind it folded away. Short: a comment has a limit. */

import type { CheckReport, ScenarioCheck } from "../../core/gate/report.ts"
import type { GateFigure } from "../../core/gate/settings.ts"
import { printable } from "../../core/printable.ts"
import { count } from "../plain-numbers.ts"
import { adviceParts } from "./advice.ts"
import { LOUDEST_TOLD, shownFlips } from "./flips.ts"
import { openAloneTold } from "./open-alone.ts"
import {
  adjustedText,
  bothTold,
  changedDetectors,
  commandsFor,
  decidingRows,
  differenceText,
  failuresTold,
  flipCohortSentences,
  flipSentence,
  flipTotals,
  intervalText,
  marked,
  mattersText,
  reasonsBesides,
  rowName,
  settleText,
  valueText,
  verdictText,
} from "./telling.ts"

const MOST_GROUPS = 10
const MOST_ACCOUNTS = 5
const MOST_ROWS = 15
/** GitHub refuses comments of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000

/** `called`: how Assay is started where the commands are typed. */
export function checkMarkdown(report: CheckReport, called = "assay"): string {
  const head = [
    `## Assay: ${plain(verdictText(report))}`,
    scenarioTable(report.scenarios),
    ...problemLines(report),
  ]
  const loudest = report.scenarios.some(({ flips }) => flips.length > 0) ? [plain(LOUDEST_TOLD)] : []
  const advice = adviceParts(report, called).map(({ text, command }) =>
    command === undefined ? plain(text) : `${plain(text)} ${code(command)}`,
  )
  const foot = [...loudest, ...advice]
  const details = fitting(
    report.scenarios
      .filter(({ outcome, flips }) => outcome !== "pass" || flips.length > 0)
      .map((check) => detailBlock(check, called, report.rate)),
    MOST_CHARACTERS - [...head, ...foot].join("\n\n").length,
  )
  return `${[...head, ...details, ...foot].join("\n\n")}\n`
}

/** As many of the blocks, from the first on, as have room; the rest are named as left out. */
function fitting(blocks: readonly string[], room: number): string[] {
  const kept: string[] = []
  let used = 0
  for (const block of blocks) {
    used += block.length + 2
    if (used > room)
      return [...kept, `${count(blocks.length - kept.length)} more scenarios: see the JSON or HTML.`]
    kept.push(block)
  }
  return kept
}

/** Text of any origin, so that nothing in it is taken for Markdown, HTML, a mention or a reference. */
function plain(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("@", "@&#8203;")
    .replaceAll(/\s*\n\s*/g, " ")
}

/** A command; a backtick in it would end it. */
const code = (text: string) => `\`${printable(text).replaceAll("`", "'").replaceAll("\n", " ")}\``

function scenarioTable(scenarios: readonly ScenarioCheck[]): string {
  const rows = scenarios.map((check) => {
    const { scenario, outcome, identical, expectations } = check
    const kept = expectations.filter((row) => row.outcome === "kept").length
    const isSame = identical ? "identical" : plain(flipTotals(check)) || "nobody"
    return [
      plain(scenario),
      outcome === "regress" ? `**${marked(outcome)}**` : marked(outcome),
      changeOf(check, "recall"),
      changeOf(check, "fpr"),
      expectations.length === 0 ? "–" : `${kept} of ${expectations.length} kept`,
      outcome === "new" || outcome === "gone" ? "–" : isSame,
    ]
  })
  return tableOf(["scenario", "outcome", "recall", "FPR", "promises", "changed side"], rows)
}

function changeOf({ figures, identical }: ScenarioCheck, figure: GateFigure): string {
  const row = figures.find((one) => one.figure === figure)
  if (row === undefined) return "–"
  const after = valueText(figure, row.after)
  return identical || row.difference === null || row.difference === 0
    ? after
    : `${after} (${differenceText(row)})`
}

const tableOf = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [heading, heading.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")

function problemLines({ problems }: CheckReport): string[] {
  if (problems.length === 0) return []
  return [
    problems
      .map(({ file, message }) => `- **could not be checked**: ${plain(file)}: ${plain(message)}`)
      .join("\n"),
  ]
}

function detailBlock(check: ScenarioCheck, called: string, rate: number): string {
  const rows = decidingRows(check)
  const groups = shownFlips(check, MOST_GROUPS)
  const more = check.flips.length - groups.length
  const lists = [
    ...flipCohortSentences(check),
    ...groups.map((group) => flipSentence(group, MOST_ACCOUNTS)),
    ...(more > 0 ? [`and ${count(more)} more groups that changed side`] : []),
    ...changedDetectors(check).map((sentence) => `detector ${sentence}`),
  ]
  return [
    `<details><summary>${marked(check.outcome)}: ${plain(check.scenario)}</summary>`,
    [...failuresTold(check), ...bothTold(check), ...reasonsBesides(check)].map(plain).join("<br>\n"),
    rows.length === 0 ? "" : rowTable(rows.slice(0, MOST_ROWS)),
    ...openAloneTold(rows.slice(0, MOST_ROWS), rate),
    lists.map((line) => `- ${plain(line)}`).join("\n"),
    commandsFor(check, called).map(code).join("<br>\n"),
    "</details>",
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

function rowTable(rows: ReturnType<typeof decidingRows>): string {
  return tableOf(
    ["figure", "before", "after", "difference", "95 % interval", "adjusted p", "matters from", "outcome"],
    rows.map((row) => [
      plain(rowName(row)),
      valueText(row.figure, row.before),
      valueText(row.figure, row.after),
      differenceText(row),
      plain(intervalText(row)),
      plain(adjustedText(row)),
      mattersText(row),
      [marked(row.outcome), settleText(row)].filter((part) => part !== "").join("; "),
    ]),
  )
}
