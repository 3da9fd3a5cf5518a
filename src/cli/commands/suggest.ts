/** assay suggest: thresholds for a purpose, each with what it trades. */
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import {
  type Cap,
  type CapNeeds,
  type Costs,
  capNeeds,
  cohortsOf,
  createScoreIndex,
  indexCohorts,
  type Purpose,
  type ScoreIndex,
  SECONDS_PER_REVIEW,
  suggest,
  type Workload,
} from "../../core/evaluation/index.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions } from "../definition.ts"
import { examples, jsonOption, share, storeOption } from "../options.ts"
import { type Scored, scoredBy, scoredHeading } from "../scored.ts"
import { amount, cap, capAll, capsOf, costs, openShare, type TypedCap } from "../suggest-options.ts"
import { purposeTitle, suggestionsText, workloadText } from "../suggest-text.ts"

interface Options extends DefinitionOptions {
  readonly maxFpr?: number
  readonly confidence?: number
  readonly cap?: readonly TypedCap[]
  readonly capAll?: readonly TypedCap[]
  readonly guaranteeCaps?: boolean
  readonly falsePositives?: number
  readonly falsePositivesPerDay?: number
  readonly reviewerHours?: number
  readonly secondsPerReview: number
  readonly cost?: Costs
  readonly bestF1?: boolean
  readonly accountsPerDay?: number
  readonly prevalence?: number
  readonly score?: string
  readonly store?: string
  readonly json?: boolean
}

const DEFAULT_CONFIDENCE = 0.95
/** Enough for the ends of a 95 % interval to have 25 draws beyond them. */
const DRAWS = 1000

export function addSuggest(program: Command): void {
  const command = program
    .command("suggest")
    .summary("suggest thresholds for a guarantee, caps, a budget or a cost")
    .description(
      "Suggest a threshold for each purpose that is named, with what it trades and 95 % intervals that know that " +
        "the threshold was chosen on these accounts. Caps hold for every purpose; alone they are one.",
    )
    .argument("[run]", "a run's id or folder, or latest", "latest")
  addDefinitionOptions(workloadOptions(purposeOptions(command)))
    .option("--score <detector>", "thresholds on this detector's score (default: the fused risk)")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay suggest --max-fpr 0.01": "guaranteed for accounts yet to come, with 95 %",
        "assay suggest --cap-all archetype=0.05 --cap archetype:power-user=0.02":
          "nobody's cohort pays for the rest",
        "assay suggest --reviewer-hours 8 --seconds-per-review 120 --accounts-per-day 50000":
          "what a team can review in a day",
        "assay suggest --cost fp=50,fn=200,review=1 --prevalence 0.01":
          "the least cost, were 1 in 100 AI-managed",
      }),
    )
    .action(run)
}

function purposeOptions(command: Command): Command {
  return command
    .option(
      "--max-fpr <rate>",
      "a false-positive rate of at most this, guaranteed with --confidence; in (0, 1)",
      openShare("--max-fpr"),
    )
    .option(
      "--confidence <share>",
      `of guarantees, in (0, 1) (default: ${DEFAULT_CONFIDENCE})`,
      openShare("--confidence"),
    )
    .option("--cap <kind:name=rate>", "cap a cohort's false-positive rate; may be given again", cap)
    .option("--cap-all <kind=rate>", "cap that of every cohort of a kind; may be given again", capAll)
    .option("--guarantee-caps", "caps hold all together with --confidence, not just as observed")
    .option("--false-positives <n>", "at most so many among the run's accounts", amount("--false-positives"))
    .option("--false-positives-per-day <n>", "at most so many a day", amount("--false-positives-per-day"))
    .option(
      "--reviewer-hours <h>",
      "reviewing what is flagged takes so long a day",
      amount("--reviewer-hours"),
    )
    .option("--cost <fp=,fn=,review=>", "least cost of false positives, misses and reviews", costs)
    .option("--best-f1", "the highest F1")
}

function workloadOptions(command: Command): Command {
  return command
    .option(
      "--seconds-per-review <s>",
      "a reviewer's time for a flagged account",
      amount("--seconds-per-review"),
      SECONDS_PER_REVIEW,
    )
    .option(
      "--accounts-per-day <n>",
      "accounts judged a day (default: the run's, spread over its days)",
      amount("--accounts-per-day", { above0: true }),
    )
    .option(
      "--prevalence <share>",
      "re-weight to this share of AI-managed accounts, in [0, 1] (default: as in the run)",
      share("--prevalence"),
    )
}

async function run(which: string, options: Options): Promise<void> {
  requirePurpose(options)
  const opened = await openRun(which, placesFor(options.store))
  const scored = scoredBy(opened, options, "--score", options.score)
  const index = createScoreIndex(scored.score, scored.label)
  const workload = workloadOf(scored, index, options)
  const caps = capsFor(scored, options)
  const settings = {
    seed: `${opened.manifest.scenario.seed}/suggest`,
    draws: DRAWS,
    workload,
    ...(caps && { caps }),
  }
  const suggestions = purposesOf(options).map((purpose) => suggest(index, purpose, settings))
  if (!options.json) {
    process.stderr.write(
      `${scoredHeading(scored, index)}\n${workloadText(workload, scored.run.manifest, options)}\n\n`,
    )
    return print(suggestionsText(suggestions))
  }
  await printJson({
    run: opened.manifest.id,
    score: scored.name,
    definition: scored.definition,
    grades: scored.grades,
    prevalence: workload.prevalence ?? index.managed / index.judged,
    accountsPerDay: workload.accountsPerDay,
    secondsPerReview: workload.secondsPerReview,
    suggestions: suggestions.map(({ operatingPoint, ...rest }) => ({
      ...rest,
      operatingPoint: operatingPoint && { name: purposeTitle(rest.purpose), ...operatingPoint },
    })),
  })
}

function requirePurpose(options: Options): void {
  const hasCaps = options.cap !== undefined || options.capAll !== undefined
  if (options.guaranteeCaps && !hasCaps) throw new UsageError("--guarantee-caps needs --cap or --cap-all")
  if (options.confidence !== undefined && options.maxFpr === undefined && !options.guaranteeCaps) {
    throw new UsageError("--confidence needs --max-fpr or --guarantee-caps")
  }
  if (purposesOf(options).length > 0) return
  throw new UsageError(
    "suggest needs a purpose: --max-fpr, --cap, --cap-all, --false-positives, --false-positives-per-day, " +
      "--reviewer-hours, --cost or --best-f1 (see assay suggest --help)",
  )
}

/** In the order of the help; caps are a purpose when there is no other. */
function purposesOf(options: Options): Purpose[] {
  const { maxFpr, confidence = DEFAULT_CONFIDENCE, falsePositives, falsePositivesPerDay } = options
  const { reviewerHours, cost, bestF1, cap, capAll } = options
  const purposes: Purpose[] = []
  if (maxFpr !== undefined) purposes.push({ kind: "max-fpr", maxFpr, confidence })
  if (falsePositives !== undefined) purposes.push({ kind: "false-positives", most: falsePositives })
  if (falsePositivesPerDay !== undefined) {
    purposes.push({ kind: "false-positives-per-day", most: falsePositivesPerDay })
  }
  if (reviewerHours !== undefined) purposes.push({ kind: "reviewer-hours", most: reviewerHours })
  if (cost) purposes.push({ kind: "cost", costs: cost })
  if (bestF1) purposes.push({ kind: "best-f1" })
  if (purposes.length === 0 && (cap ?? capAll)) purposes.push({ kind: "caps" })
  return purposes
}

function workloadOf({ run }: Scored, index: ScoreIndex, options: Options): Workload {
  const { accountsPerDay = index.judged / run.manifest.scenario.days, secondsPerReview, prevalence } = options
  return { accountsPerDay, secondsPerReview, ...(prevalence !== undefined && { prevalence }) }
}

function capsFor({ run, score, label }: Scored, options: Options): CapNeeds | null {
  const { cap = [], capAll = [], guaranteeCaps, confidence = DEFAULT_CONFIDENCE } = options
  const kinds = [...cap, ...capAll].map(({ kind }) => kind)
  if (kinds.length === 0) return null
  const cohorts = (kind: Cap["kind"]) => cohortsOf(kind, run.columns, run.manifest.archetypes)
  const indices = indexCohorts(kinds, cohorts, score, label)
  return capNeeds(capsOf(cap, capAll, indices), indices, guaranteeCaps ? confidence : undefined)
}
