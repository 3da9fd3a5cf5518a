/** Rules and their figures as tables. */

import type { Estimate, RuleSource } from "../core/evaluation/index.ts"
import type { NamedOperatingPoint } from "../core/report.ts"
import type { Run } from "../core/run.ts"
import { count, counted, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { table, wrapped } from "./table.ts"

/** One of the best rules. */
export interface FrontRow {
  readonly rule: string
  readonly source: RuleSource
  readonly recall: Estimate
  readonly falsePositiveRate: Estimate
  readonly precision: Estimate
  readonly truePositives: number
  readonly falsePositives: number
  /** Recall of the fused risk at the lowest threshold that flags no more authentic accounts. */
  readonly fusionRecall: number
}

export function ruleHeading({ manifest }: Run, label: Uint8Array): string {
  const managed = label.reduce((sum, own) => sum + own, 0)
  return `${manifest.id}: ${count(label.length)} accounts, ${count(managed)} AI-managed (${percentage(managed / label.length)})`
}

const estimate = ({ value, interval: around }: Estimate) =>
  `${percentage(value)} ${interval(around, percentage)}`

export function rulePointText(point: NamedOperatingPoint): string {
  const { observed, precision, recall, falsePositiveRate, f1, matthews } = point
  const cells = [
    estimate(precision),
    estimate(recall),
    estimate(falsePositiveRate),
    decimal(f1.value),
    decimal(matthews.value),
    count(observed.truePositives + observed.falsePositives),
  ]
  const heading = ["precision", "recall", "FPR", "F1", "MCC", "flagged"]
  return `Flagged if ${point.name}\n${table(heading, [cells])}`
}

export function frontText(rows: readonly FrontRow[], onFront: number, pairs: number): string {
  if (rows.length === 0) return "No rule catches anybody, or there are no accounts of one class."
  const cells = rows.map((row) => [
    row.rule,
    estimate(row.recall),
    estimate(row.falsePositiveRate),
    percentage(row.precision.value),
    percentage(row.fusionRecall),
  ])
  const shown =
    rows.length < onFront ? `${rows.length} of ${counted(onFront, "rule")}` : counted(onFront, "rule")
  return [
    `${shown} that no other beats, over ${counted(pairs, "pair")} of scores`,
    table(["flagged if", "recall", "FPR", "precision", "fusion's recall"], cells),
    "",
    wrapped(
      "They were picked from many on these very accounts, so on others they will do somewhat worse; the intervals, at " +
        "95 %, do not cover that. Fusion's recall is that of the risk at no higher a false-positive rate.",
    ),
  ].join("\n")
}
