/** assay sweep: every figure of a finished run along the threshold. */
import { type Command, Option } from "commander"
import { COHORT_KINDS, type CohortKind, createScoreIndex, operatingPoint, type ScoreIndex, sweepCurve } from "../../core/evaluation/index.ts"
import { UsageError } from "../../core/errors.ts"
import { labelAccounts } from "../../core/policy/definition.ts"
import { cohortReports } from "../../core/report.ts"
import type { Run } from "../../core/run.ts"
import { openRun, placesFor, print, printJson, shareOption, wholeNumber } from "../context.ts"
import { cohortTableText, operatingPointTable } from "../report-text.ts"
import { decimal, percentage, table } from "../table.ts"

interface Options {
  readonly points: number
  readonly threshold?: number
  readonly prevalence?: number
  readonly detector?: string
  readonly cohort?: CohortKind
  readonly store?: string
  readonly json?: boolean
}

export function addSweep(program: Command): void {
  program
    .command("sweep")
    .description("Print precision, recall and false positives of a run along the threshold, or in full at one.")
    .argument("[run]", "a run's id or folder, or latest", "latest")
    .option("--points <n>", "thresholds from 0 to 1", wholeNumber("--points", 2, 10_001), 21)
    .option("--threshold <t>", "one threshold, with intervals, instead of the grid", shareOption("--threshold"))
    .option("--prevalence <share>", "re-weight to this share of AI-managed accounts", shareOption("--prevalence"))
    .option("--detector <id>", "sweep one detector's score instead of the risk")
    .addOption(new Option("--cohort <kind>", "add each cohort's false-positive rate at --threshold").choices(COHORT_KINDS))
    .option("--store <folder>", "where runs are kept (default: ASSAY_STORE, or ./runs)")
    .option("--json", "print one JSON object (docs/json.md)")
    .action(sweep)
}

async function sweep(which: string, options: Options): Promise<void> {
  const run = await openRun(which, placesFor(options.store))
  const index = indexOf(run, options.detector)
  if (options.threshold === undefined) {
    if (options.cohort) throw new UsageError("--cohort needs --threshold")
    await printGrid(run, index, options)
  } else {
    await printPoint(run, index, options.threshold, options)
  }
}

function indexOf(run: Run, detector: string | undefined): ScoreIndex {
  const label = labelAccounts(run.columns.truth, run.manifest.scenario.definition)
  if (detector === undefined) return createScoreIndex(run.columns.risk, label)
  const score = run.columns.scores[detector]
  if (score) return createScoreIndex(score, label)
  throw new UsageError(`--detector must be one of ${Object.keys(run.columns.scores).join(", ")}, got ${detector}`)
}

async function printGrid(run: Run, index: ScoreIndex, { points, prevalence, json }: Options): Promise<void> {
  const curve = sweepCurve(index, points, prevalence)
  const rows = Array.from(curve.threshold, (threshold, k) => ({
    threshold,
    precision: curve.precision[k],
    recall: curve.recall[k],
    falsePositiveRate: curve.falsePositiveRate[k],
    f1: curve.f1[k],
    flaggedShare: curve.flaggedShare[k],
  }))
  if (json) return printJson({ run: run.manifest.id, prevalence: prevalence ?? index.managed / index.judged, rows })
  const cells = rows.map((row) => [
    decimal(row.threshold),
    percentage(row.precision),
    percentage(row.recall),
    percentage(row.falsePositiveRate),
    decimal(row.f1),
    percentage(row.flaggedShare),
  ])
  await print(table(["threshold", "precision", "recall", "FPR", "F1", "flagged"], cells))
}

async function printPoint(run: Run, index: ScoreIndex, threshold: number, options: Options): Promise<void> {
  const point = { name: `threshold ${threshold}`, ...operatingPoint(index, threshold, options.prevalence) }
  const cohorts = options.cohort ? cohortReports(run, options.cohort, threshold) : []
  if (options.json) return printJson({ run: run.manifest.id, operatingPoint: point, cohorts })
  const tables = [operatingPointTable([point])]
  if (cohorts.length > 0) tables.push(cohortTableText(cohorts.filter((cohort) => cohort.authentic > 0)))
  await print(tables.join("\n\n"))
}
