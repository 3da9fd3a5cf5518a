/** Why a run's fusion works, as tables. */

import {
  type AblationFigures,
  type CalibrationReport,
  type CorrelationReport,
  isTooSmall,
  type OverlapReport,
} from "../core/evaluation/index.ts"
import type { RunManifest } from "../core/run.ts"
import type { Ablation, WhyReport } from "../core/why.ts"
import { count, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { definitionText } from "./definition.ts"
import { cohortTablesText } from "./report-text.ts"
import { table, wrapped } from "./table.ts"
import { estimateOf, transferTable } from "./transfer-text.ts"

export function whyText(report: WhyReport, { scenario }: RunManifest): string {
  const { relearned, method, accounts, prevalence, transfer, threshold } = report
  const again = relearned ? ", learned again by this definition" : ""
  return [
    `${report.run}: ${method} fusion${again}; ${count(accounts)} accounts, ${percentage(prevalence)} AI-managed`,
    `${definitionText(report.definition, scenario.definition)}\n`,
    ...calibrationLines(report.calibration),
    ...(report.ablation ? ablationLines(report.ablation) : [`Ablation: none. ${report.unavailable}\n`]),
    ...overlapLines(report.overlap),
    ...correlationLines(report.correlation),
    "Transfer: archetypes that fusion has learned from, and those held out from it",
    `${transferTable(transfer)}\n`,
    `Cohorts at the threshold ${threshold}: who is wrongly flagged, and what is caught`,
    cohortTablesText(report.cohorts),
    "",
    wrapped(
      "Intervals are 95 %: Wilson's of shares of bins and cohorts, Fisher's of correlations, both as if accounts were " +
        "independent; of the rest by bootstrap, AI-managed accounts drawn by operator and authentic ones one by one.",
    ),
  ].join("\n")
}

const area = estimateOf(decimal)
const share = estimateOf(percentage)

function calibrationLines(report: CalibrationReport): string[] {
  const { brier, calibrationError, reliability, resolution, uncertainty, withinBins } = report
  const fine = (value: number) => decimal(value, 4)
  return [
    "Calibration: is the share that is AI-managed what the risk says? In bins of as many accounts each",
    table(
      ["risk", "accounts", "mean risk", "AI-managed", "share", "95 % interval", ""],
      report.bins.map((bin) => [
        `${fine(bin.from)} to ${fine(bin.to)}`,
        count(bin.accounts),
        percentage(bin.meanRisk),
        count(bin.aiManaged),
        percentage(bin.share),
        interval(bin.shareInterval, percentage),
        isTooSmall(bin.accounts) ? "too few to judge" : "",
      ]),
    ),
    `Brier score ${estimateOf(fine)(brier)} = reliability ${fine(reliability)} - resolution ${fine(resolution)} + ` +
      `uncertainty ${fine(uncertainty)} + within bins ${fine(withinBins)}`,
    `Expected calibration error ${estimateOf(fine)(calibrationError)} over these bins\n`,
  ]
}

function ablationLines({ full, detectors, layers, maxFpr }: Ablation): string[] {
  const at = `recall at FPR ${percentage(maxFpr)}`
  const cells = ({ auc, averagePrecision, recall }: AblationFigures) => [
    area(auc),
    area(averagePrecision),
    share(recall),
  ]
  const parts = [
    ...detectors.map(({ id, ...part }) => ({ name: id, ...part })),
    ...layers.map(({ layer, ...part }) => ({ name: `layer ${layer}`, ...part })),
  ]
  return [
    "Ablation, alone: fusion learned of this part only",
    table(
      ["part", "AUC", "average precision", at],
      [["all", ...cells(full)], ...parts.map(({ name, alone }) => [name, ...cells(alone)])],
    ),
    "",
    "Ablation, added: what all lose when fusion is learned without the part",
    table(
      ["part", "AUC", "average precision", at],
      parts.map(({ name, added }) => [name, ...cells(added)]),
    ),
    "",
  ]
}

/** Detectors that share most are told first; with many detectors there are a hundred pairs. */
const MOST_PAIRS = 12

function overlapLines({ maxFpr, aiManaged, caughtByAny, ...report }: OverlapReport): string[] {
  const pairs = report.pairs
    .filter(({ both }) => both > 0)
    .sort((p, q) => q.jaccard.value - p.jaccard.value)
    .slice(0, MOST_PAIRS)
  return [
    `Overlap: each detector by a threshold of its own at FPR ${percentage(maxFpr)}; at least one catches ` +
      `${count(caughtByAny)} of ${count(aiManaged)} AI-managed and flags ${count(report.falsePositivesOfAny)} authentic`,
    table(
      [
        "detector",
        "threshold",
        "caught",
        "recall",
        "flagged wrongly",
        "only it catches",
        "of which most are",
      ],
      report.detectors.map((one) => [
        one.id,
        Number.isFinite(one.threshold) ? decimal(one.threshold, 4) : "none",
        count(one.caught),
        share(one.recall),
        count(one.falsePositives),
        count(one.alone),
        one.aloneByArchetype[0]?.archetype ?? "",
      ]),
    ),
    "",
    ...(pairs.length === 0
      ? []
      : [
          table(
            ["most alike", "", "caught by both", "by either", "Jaccard"],
            pairs.map(({ a, b, both, either, jaccard }) => [a, b, count(both), count(either), area(jaccard)]),
          ),
          "",
        ]),
  ]
}

function correlationLines({ authentic, managed }: CorrelationReport): string[] {
  const rows = authentic
    .map((pair, k) => ({ ...pair, managed: managed[k] }))
    .filter(({ rho }) => !Number.isNaN(rho.value))
    .sort((p, q) => Math.abs(q.rho.value) - Math.abs(p.rho.value))
    .slice(0, MOST_PAIRS)
  return [
    "Correlation of scores within a class (Spearman), the closest among authentic accounts",
    table(
      ["detectors", "", "authentic", "AI-managed"],
      rows.map(({ a, b, rho, managed: other }) => [a, b, area(rho), area(other.rho)]),
    ),
    "",
  ]
}
