/** What `assay check --update` does to each baseline: what a reviewer has to agree to. */
import { BASELINE_UPDATES, type BaselineUpdate } from "../../core/gate/index.ts"
import type { CheckReport, ScenarioCheck } from "../../core/gate/report.ts"
import { LOUDEST_TOLD, shownFlips } from "../../report/check/flips.ts"
import {
  changedDetectors,
  decidingRows,
  differenceText,
  expectationSentence,
  failedDetectors,
  flipCohortSentences,
  flipSentence,
  flipTotals,
  marked,
  rowName,
  rowSentence,
  unkept,
  valueText,
} from "../../report/check/telling.ts"
import { counted } from "../../report/plain-numbers.ts"
import { table } from "../table.ts"

const MOST_GROUPS = 12
const MOST_ACCOUNTS = 6

export function updateText(report: CheckReport, updates: readonly BaselineUpdate[]): string {
  const counts = BASELINE_UPDATES.flatMap((kind) => {
    const found = updates.filter(({ update }) => update === kind).length
    return found === 0 ? [] : [`${found} ${kind}`]
  })
  const of = new Map(updates.map(({ file, update }) => [file, update] as const))
  const blocks = report.scenarios.flatMap((check) => {
    const update = of.get(check.file)
    return update === undefined || update === "unchanged" ? [] : [updateLines(check, update).join("\n")]
  })
  const isLoudestNamed = report.scenarios.some(
    ({ file, flips }) => flips.length > 0 && (of.get(file) ?? "unchanged") !== "unchanged",
  )
  const broken = report.scenarios.flatMap((check) =>
    unkept(check).map(
      (row) => `promise ${marked(row.outcome)} in ${check.file}: ${expectationSentence(row)}`,
    ),
  )
  return [
    `Baselines: ${counts.join(", ") || "none"}`,
    ...blocks,
    ...(isLoudestNamed ? [LOUDEST_TOLD] : []),
    ...(broken.length === 0
      ? []
      : [`A baseline changes no promise; these are not kept:\n${indented(broken).join("\n")}`]),
  ].join("\n\n")
}

const indented = (lines: readonly string[]) => lines.map((line) => line.replace(/^/gm, "  "))

function updateLines(check: ScenarioCheck, update: BaselineUpdate["update"]): string[] {
  const head = `baselines/${check.file}: ${update}`
  if (update === "removed") return [`${head}, since its scenario is no more`]
  const verdict = update === "changed" ? `; without it the check says ${marked(check.outcome)}` : ""
  const groups = shownFlips(check, MOST_GROUPS)
  const more = check.flips.length - groups.length
  const totals = flipTotals(check)
  return [
    `${head}${verdict}`,
    ...indented([
      figureTable(check),
      ...decidingRows(check)
        .filter(({ cohort }) => cohort !== null)
        .map(rowSentence),
      ...(totals === "" ? [] : [`changed side: ${totals}`]),
      ...flipCohortSentences(check),
      ...groups.map((group) => flipSentence(group, MOST_ACCOUNTS)),
      ...(more > 0 ? [`and ${counted(more, "more group")}; --json has all`] : []),
      ...failedDetectors(check).map(({ told }) => told),
      ...changedDetectors(check).map((sentence) => `detector ${sentence}`),
    ]),
  ]
}

const figureTable = ({ figures }: ScenarioCheck) =>
  table(
    ["figure", "before", "after", "difference"],
    figures.map((row) => [
      rowName(row),
      valueText(row.figure, row.before),
      valueText(row.figure, row.after),
      differenceText(row),
    ]),
  )
