/** The report of a run as tables. */

import type { CohortKind } from "../core/evaluation/index.ts"
import type { CohortReport, NamedOperatingPoint, RunReport } from "../core/report.ts"
import type { RunManifest } from "../core/run.ts"
import { count, counted, decimal, interval, money, percentage } from "../report/plain-numbers.ts"
import { definitionText, gradesText } from "./definition.ts"
import { table } from "./table.ts"
import { transferTable } from "./transfer-text.ts"

export function reportText(report: RunReport, manifest: RunManifest): string {
  const { scenario } = manifest
  const managed = Math.round(report.prevalence * report.accounts)
  return [
    `${manifest.name}: ${count(report.accounts)} accounts over ${scenario.days} days, ${count(manifest.posts)} posts, ` +
      `${count(manifest.interactions)} interactions; ${count(managed)} AI-managed (${percentage(report.prevalence)})`,
    definitionText(report.definition),
    gradesText(report.grades),
    ...operatorLines(report),
    "",
    "Detectors: area under the ROC curve, alone and fused",
    detectorTable(report),
    ...pluginLines(report),
    "",
    "Operating points, with 95 % intervals",
    operatingPointTable(report.operatingPoints),
    "",
    "Transfer: archetypes that fusion has learned from, and those held out from it",
    transferTable(report.transfer),
    "",
    `Cohorts at the scenario's threshold ${scenario.threshold}: who is wrongly flagged, and what is caught`,
    cohortTablesText(report.cohorts),
    "",
    `Run     ${report.run}`,
    `Digest  ${report.digest}`,
    `Took    ${decimal(report.timings.total, 1)} s`,
  ].join("\n")
}

/** What the operators of the population spend; nothing when there are none. */
function operatorLines({ operators }: RunReport): string[] {
  if (operators.length === 0) return []
  const accounts = operators.reduce((sum, row) => sum + row.accounts, 0)
  const cost = operators.reduce((sum, row) => sum + row.cost, 0)
  const rows = operators.map((row) => [
    row.archetype,
    count(row.operators),
    count(row.accounts),
    decimal(row.evasion, 2),
    count(Math.round(row.cost)),
    decimal(row.cost / row.accounts, 1),
  ])
  return [
    "",
    `Operators spend ${money(cost)} a month on ${counted(accounts, "account")}, ${money(cost / accounts)} an account`,
    table(["archetype", "operators", "accounts", "evasion effort", "CNY a month", "an account"], rows),
  ]
}

function detectorTable({ detectors, fusion }: RunReport): string {
  const rows = detectors.map((detector) => [
    detector.id,
    detector.layer,
    decimal(detector.auc),
    detector.aucInterval ? interval(detector.aucInterval, decimal) : "–",
    count(detector.judged),
    decimal(detector.weight, 2),
  ])
  const fused = ["fused", "", decimal(fusion.auc.value), interval(fusion.auc.interval, decimal), "", ""]
  const precision = fusion.averagePrecision
  const average = [
    "fused, average precision",
    "",
    decimal(precision.value),
    interval(precision.interval, decimal),
    "",
    "",
  ]
  return table(["detector", "layer", "AUC", "95 % interval", "judged", "weight"], [...rows, fused, average])
}

/** What plug-ins are, and which ones the run had to go on without; nothing without any. */
function pluginLines({ detectors, failures }: RunReport): string[] {
  return [
    ...detectors.flatMap(({ id, plugin }) => (plugin ? [`${id} is the plug-in ${plugin.source}`] : [])),
    ...failures.map(({ detector, message }) => `${detector} failed and is left out: ${message}`),
  ]
}

export function operatingPointTable(points: readonly NamedOperatingPoint[]): string {
  const estimate = ({ value, interval: around }: NamedOperatingPoint["recall"]) =>
    `${percentage(value)} ${interval(around, percentage)}`
  return table(
    ["operating point", "threshold", "precision", "recall", "FPR", "F1", "MCC", "flagged"],
    points.map((point) => [
      point.name,
      Number.isFinite(point.threshold) ? decimal(point.threshold, 4) : "none",
      estimate(point.precision),
      estimate(point.recall),
      estimate(point.falsePositiveRate),
      decimal(point.f1.value),
      decimal(point.matthews.value),
      // As at the prevalence asked for, like precision; the whole number nearest to it.
      count(Math.round(point.confusion.truePositives + point.confusion.falsePositives)),
    ]),
  )
}

const KIND_TITLES: Readonly<Record<CohortKind, string>> = {
  archetype: "archetype",
  language: "language",
  followers: "followers",
  age: "days since registration",
}

/** Who is wrongly flagged, then what is caught, of the cohorts that have such accounts. */
export function cohortTablesText(rows: readonly CohortReport[]): string {
  const tables = [falsePositiveTable(rows), recallTable(rows)]
  return tables.filter((text) => text !== null).join("\n\n")
}

/** The rate stands beside it all the same, with an interval that is wide: small cohorts are often the hardest hit. */
const fewMark = (isTooSmall: boolean) => (isTooSmall ? "few accounts" : "")

function falsePositiveTable(all: readonly CohortReport[]): string | null {
  const rows = all.filter(({ authentic }) => authentic > 0)
  if (rows.length === 0) return null
  return table(
    ["cohort", "", "authentic", "flagged wrongly", "FPR", "95 % interval", ""],
    rows.map((row) => [
      KIND_TITLES[row.kind],
      row.name,
      count(row.authentic),
      count(row.falsePositives),
      percentage(row.falsePositiveRate),
      interval(row.falsePositiveRateInterval, percentage),
      fewMark(row.authenticTooSmall),
    ]),
  )
}

function recallTable(all: readonly CohortReport[]): string | null {
  const rows = all.filter(({ managed }) => managed > 0)
  if (rows.length === 0) return null
  return table(
    ["cohort", "", "AI-managed", "flagged", "recall", "95 % interval", ""],
    rows.map((row) => [
      KIND_TITLES[row.kind],
      row.name,
      count(row.managed),
      count(row.truePositives),
      percentage(row.recall),
      interval(row.recallInterval, percentage),
      fewMark(row.managedTooSmall),
    ]),
  )
}
