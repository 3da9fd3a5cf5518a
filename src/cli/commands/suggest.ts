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
  type Suggestion,
  suggest,
  suggestSettings,
  type Trade,
  tradeOf,
  type Workload,
} from "../../core/evaluation/index.ts"
import type { Tier } from "../../core/policy/tiers.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions } from "../definition.ts"
import { examples, jsonOption, share, storeOption } from "../options.ts"
import { heldCaps, policyHeading, type ReadPolicy, readPolicy, tierOption, tierThreshold } from "../policy.ts"
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
  readonly secondsPerReview?: number
  /** true for the policy's. */
  readonly cost?: Costs | true
  readonly tier?: Tier
  readonly bestF1?: boolean
  readonly accountsPerDay?: number
  readonly prevalence?: number
  readonly score?: string
  readonly store?: string
  readonly json?: boolean
}

const DEFAULT_CONFIDENCE = 0.95
const INCONCLUSIVE = 3

export function addSuggest(program: Command): void {
  const command = program
    .command("suggest")
    .summary("suggest thresholds for a guarantee, caps, a budget or a cost")
    .description(
      "Suggest a threshold for each purpose that is named, with what it trades and 95 % intervals that know that " +
        "the threshold was chosen on these accounts. Caps hold for every purpose; alone they are one. Of a policy " +
        "are taken: definition, prevalence, workload, caps and, for --cost, costs. Ends with 3 where a purpose has " +
        "no threshold.",
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
        "assay suggest --max-fpr 0.01 --policy may.yaml --tier suspend":
          "within a policy's caps, and what it trades against its tier",
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
    .option(
      "--cost [fp=,fn=,review=]",
      "least cost of false positives, misses and reviews, each given; alone, those of --policy",
      costs,
    )
    .option("--best-f1", "the highest F1")
}

function workloadOptions(command: Command): Command {
  return command
    .option(
      "--seconds-per-review <s>",
      `a reviewer's time for a flagged account (default: as in the policy, else ${SECONDS_PER_REVIEW})`,
      amount("--seconds-per-review"),
    )
    .option(
      "--accounts-per-day <n>",
      "accounts judged a day (default: as in the policy, else the run's, spread over its days)",
      amount("--accounts-per-day", { above0: true }),
    )
    .option(
      "--prevalence <share>",
      "re-weight to this share of AI-managed accounts, in [0, 1] (default: as in the policy, else the run)",
      share("--prevalence"),
    )
    .addOption(tierOption("also tell what is traded against this tier of --policy"))
}

async function run(which: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  requirePurpose(options, policy)
  const present = options.tier === undefined ? undefined : tierThreshold(policy, options.tier)
  const opened = await openRun(which, places)
  const scored = scoredBy(opened, options, policy, "--score", options.score)
  const index = createScoreIndex(scored.score, scored.label)
  const workload = workloadOf(scored, index, options, policy)
  const caps = capsFor(scored, options, policy)
  const settings = { ...suggestSettings(opened.manifest.scenario.seed), workload, ...(caps && { caps }) }
  const suggestions = purposesOf(options, policy).map((purpose) => {
    const suggestion = suggest(index, purpose, settings)
    return { ...suggestion, trade: tradeAgainst(present, suggestion, index, workload) }
  })
  if (suggestions.some(({ threshold }) => Number.isNaN(threshold))) process.exitCode = INCONCLUSIVE
  if (!options.json) {
    const told = options.accountsPerDay ?? policy?.policy.workload.accountsPerDay ?? null
    process.stderr.write(
      `${scoredHeading(scored, index)}\n${policy ? `${policyHeading(policy)}\n` : ""}` +
        `${workloadText(workload, scored.run.manifest, told)}\n\n`,
    )
    return print(suggestionsText(suggestions, options.tier))
  }
  await printJson({
    run: opened.manifest.id,
    score: scored.name,
    ...(policy && { policy: policy.policy.name }),
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

/** null without a threshold on either side. */
function tradeAgainst(
  present: number | undefined,
  { threshold }: Suggestion,
  index: ScoreIndex,
  workload: Workload,
): Trade | null {
  return present === undefined || Number.isNaN(threshold)
    ? null
    : tradeOf(index, present, threshold, workload)
}

function requirePurpose(options: Options, policy: ReadPolicy | null): void {
  const hasCaps = options.cap !== undefined || options.capAll !== undefined || hasOwnCaps(policy)
  if (options.guaranteeCaps && !hasCaps)
    throw new UsageError("--guarantee-caps needs --cap or --cap-all, or caps in --policy")
  if (options.confidence !== undefined && options.maxFpr === undefined && !options.guaranteeCaps) {
    throw new UsageError("--confidence needs --max-fpr or --guarantee-caps")
  }
  if (options.tier !== undefined && options.score !== undefined)
    throw new UsageError("--tier cannot be combined with --score: a policy's thresholds are ones on the risk")
  if (purposesOf(options, policy).length > 0) return
  throw new UsageError(
    "suggest needs a purpose: --max-fpr, --cap, --cap-all, --false-positives, --false-positives-per-day, " +
      "--reviewer-hours, --cost or --best-f1 (see assay suggest --help)",
  )
}

const hasOwnCaps = (policy: ReadPolicy | null) => policy !== null && policy.policy.caps.length > 0

/** In the order of the help; caps are a purpose when there is no other. */
function purposesOf(options: Options, policy: ReadPolicy | null): Purpose[] {
  const { maxFpr, confidence = DEFAULT_CONFIDENCE, falsePositives, falsePositivesPerDay } = options
  const { reviewerHours, cost, bestF1, cap, capAll } = options
  const purposes: Purpose[] = []
  if (maxFpr !== undefined) purposes.push({ kind: "max-fpr", maxFpr, confidence })
  if (falsePositives !== undefined) purposes.push({ kind: "false-positives", most: falsePositives })
  if (falsePositivesPerDay !== undefined) {
    purposes.push({ kind: "false-positives-per-day", most: falsePositivesPerDay })
  }
  if (reviewerHours !== undefined) purposes.push({ kind: "reviewer-hours", most: reviewerHours })
  if (cost) purposes.push({ kind: "cost", costs: cost === true ? ownCosts(policy) : cost })
  if (bestF1) purposes.push({ kind: "best-f1" })
  if (purposes.length === 0 && (cap !== undefined || capAll !== undefined || hasOwnCaps(policy)))
    purposes.push({ kind: "caps" })
  return purposes
}

function ownCosts(policy: ReadPolicy | null): Costs {
  if (policy?.policy.costs) return policy.policy.costs
  const lacking = policy ? `${policy.file} has no costs` : "there is no --policy to take them from"
  throw new UsageError(`--cost needs fp=...,fn=...,review=..., as ${lacking}`)
}

function workloadOf(
  { run }: Scored,
  index: ScoreIndex,
  options: Options,
  policy: ReadPolicy | null,
): Workload {
  const own = policy?.policy
  const prevalence = options.prevalence ?? own?.prevalence ?? undefined
  return {
    accountsPerDay:
      options.accountsPerDay ?? own?.workload.accountsPerDay ?? index.judged / run.manifest.scenario.days,
    secondsPerReview: options.secondsPerReview ?? own?.workload.secondsPerReview ?? SECONDS_PER_REVIEW,
    ...(prevalence !== undefined && { prevalence }),
  }
}

function capsFor(
  { run, score, label }: Scored,
  options: Options,
  policy: ReadPolicy | null,
): CapNeeds | null {
  const { cap = [], capAll = [], guaranteeCaps, confidence = DEFAULT_CONFIDENCE } = options
  const held = policy ? heldCaps(policy, run) : []
  const kinds = [...cap, ...capAll, ...held].map(({ kind }) => kind)
  if (kinds.length === 0) return null
  const cohorts = (kind: Cap["kind"]) => cohortsOf(kind, run.columns, run.manifest.archetypes)
  const indices = indexCohorts(kinds, cohorts, score, label)
  const typed = capsOf(cap, capAll, indices)
  const isTyped = (own: Cap) => typed.some(({ kind, name }) => kind === own.kind && name === own.name)
  const all = [...typed, ...held.filter((own) => !isTyped(own))]
  return capNeeds(all, indices, guaranteeCaps ? confidence : undefined)
}
