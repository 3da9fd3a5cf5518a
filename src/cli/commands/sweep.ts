/** assay sweep: every figure of a finished run along the threshold. */

import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import {
  COHORT_KINDS,
  type CohortKind,
  createScoreIndex,
  operatingPoint,
  type ScoreIndex,
  sweepCurve,
} from "../../core/evaluation/index.ts"
import type { Tier } from "../../core/policy/tiers.ts"
import { cohortReports } from "../../core/report.ts"
import { decimal, percentage } from "../../report/plain-numbers.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions } from "../definition.ts"
import { examples, jsonOption, oneOf, share, storeOption, wholeNumber } from "../options.ts"
import {
  policyHeading,
  type ReadPolicy,
  readPolicy,
  tierOption,
  tierPoints,
  tierThreshold,
} from "../policy.ts"
import { cohortTablesText, operatingPointTable } from "../report-text.ts"
import { type Scored, scoredBy, scoredHeading } from "../scored.ts"
import { table } from "../table.ts"

const DEFAULT_POINTS = 21

interface Options extends DefinitionOptions {
  readonly points?: number
  readonly threshold?: number
  readonly tier?: Tier
  readonly prevalence?: number
  readonly detector?: string
  readonly cohort?: CohortKind
  readonly store?: string
  readonly json?: boolean
}

export function addSweep(program: Command): void {
  addDefinitionOptions(
    program
      .command("sweep")
      .summary("print a run's figures along the threshold, or in full at one")
      .description(
        "Print precision, recall and false positives of a run along the threshold, or, with --threshold, all " +
          "figures at one, with 95 % intervals. An account at or above the threshold is flagged. --automation, " +
          "--oversight and --days move the definition: labels follow it, scores stay as they are. With --policy " +
          "the figures of each of its tiers, by its definition and prevalence.",
      )
      .argument("[run]", "a run's id or folder, or latest", "latest")
      .option(
        "--points <n>",
        `thresholds from 0 to 1, evenly spaced (default: ${DEFAULT_POINTS})`,
        wholeNumber("--points", 2, 10_001),
      )
      .option("--threshold <t>", "one threshold in [0, 1] instead of many", share("--threshold"))
      .addOption(tierOption("the threshold of this tier of --policy"))
      .option(
        "--prevalence <share>",
        "re-weight to this share of AI-managed accounts, in [0, 1] (default: as in the policy, else the run)",
        share("--prevalence"),
      )
      .option("--detector <id>", "sweep this detector's score (default: the fused risk)")
      .option(
        "--cohort <kind>",
        `with --threshold or --tier, also each cohort's false-positive rate and recall: ${COHORT_KINDS.join(", ")}`,
        oneOf("--cohort", COHORT_KINDS),
      ),
  )
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay sweep": "the newest run, 21 thresholds",
        "assay sweep latest --threshold 0.5 --cohort language": "who is wrongly flagged at 0.5",
        "assay sweep --prevalence 0.001 --points 101": "were 1 in 1,000 AI-managed",
        "assay sweep --oversight 0.5 --days 7": "under another definition, not simulated again",
        "assay sweep latest --policy may.yaml": "what each tier of a policy does",
        "assay sweep latest --policy may.yaml --tier suspend --cohort archetype": "and whom one hits",
      }),
    )
    .action(sweep)
}

async function sweep(which: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  // Asked for also where --threshold comes first, so that a tier that is off is told.
  const named = thresholdOf(policy, options)
  const threshold = options.threshold ?? named
  if (options.cohort && threshold === undefined) {
    throw new UsageError("--cohort needs --threshold, e.g. --threshold 0.5, or --policy with --tier")
  }
  const run = await openRun(which, places)
  const swept = scoredBy(run, options, policy, "--detector", options.detector)
  const index = createScoreIndex(swept.score, swept.label)
  const prevalence = options.prevalence ?? policy?.policy.prevalence ?? undefined
  if (!options.json) {
    const heading = scoredHeading(swept, index, prevalenceText(prevalence))
    process.stderr.write(`${heading}${policy ? `\n${policyHeading(policy)}` : ""}\n\n`)
  }
  if (threshold !== undefined) await printPoint(swept, index, threshold, { ...options, prevalence })
  else if (policy && options.points === undefined && options.detector === undefined)
    await printTiers(swept, index, policy, { ...options, prevalence })
  else await printGrid(swept, index, { ...options, prevalence })
}

/** Of the tier that is asked for; a policy's thresholds are ones on the risk. */
function thresholdOf(policy: ReadPolicy | null, { tier, detector }: Options): number | undefined {
  if (tier !== undefined && detector !== undefined)
    throw new UsageError(
      "--tier cannot be combined with --detector: a policy's thresholds are ones on the risk",
    )
  return tier === undefined ? undefined : tierThreshold(policy, tier)
}

function prevalenceText(prevalence: number | undefined): string {
  return prevalence === undefined ? "" : `; precision, F1 and flagged as at ${percentage(prevalence)}`
}

type Asked = Omit<Options, "prevalence"> & { readonly prevalence: number | undefined }

async function printTiers(
  { run, name, definition, grades }: Scored,
  index: ScoreIndex,
  { policy, file }: ReadPolicy,
  { prevalence, json }: Asked,
): Promise<void> {
  const points = tierPoints(policy, index, prevalence)
  if (points.length === 0)
    throw new UsageError(`${file}: all tiers are off; ask for --points or --threshold instead`)
  const told = { run: run.manifest.id, score: name, policy: policy.name, definition, grades }
  if (json) await printJson({ ...told, operatingPoints: points })
  else await print(operatingPointTable(points))
}

async function printGrid(
  { run, name, definition, grades }: Scored,
  index: ScoreIndex,
  options: Asked,
): Promise<void> {
  const points = options.points ?? DEFAULT_POINTS
  const curve = sweepCurve(index, points, options.prevalence)
  const rows = Array.from(curve.threshold, (threshold, k) => ({
    threshold,
    precision: curve.precision[k],
    recall: curve.recall[k],
    falsePositiveRate: curve.falsePositiveRate[k],
    f1: curve.f1[k],
    flaggedShare: curve.flaggedShare[k],
  }))
  const prevalence = options.prevalence ?? index.managed / index.judged
  if (options.json)
    return printJson({ run: run.manifest.id, score: name, definition, grades, prevalence, rows })
  const cells = rows.map((row) => [
    decimal(row.threshold, points > 1001 ? 4 : 3),
    percentage(row.precision),
    percentage(row.recall),
    percentage(row.falsePositiveRate),
    decimal(row.f1),
    percentage(row.flaggedShare),
  ])
  await print(table(["threshold", "precision", "recall", "FPR", "F1", "flagged"], cells))
}

async function printPoint(swept: Scored, index: ScoreIndex, threshold: number, options: Asked) {
  const point = { name: `threshold ${threshold}`, ...operatingPoint(index, threshold, options.prevalence) }
  const { run, name, score, label, definition, grades } = swept
  const cohorts = options.cohort ? cohortReports(run, options.cohort, threshold, score, label) : []
  const answer = { run: run.manifest.id, score: name, definition, grades, operatingPoint: point, cohorts }
  if (options.json) return printJson(answer)
  const tables = [operatingPointTable([point])]
  if (cohorts.length > 0) tables.push(cohortTablesText(cohorts))
  await print(tables.join("\n\n"))
}
