/** assay consequences: each flag of a run followed to its end, through review, enforcement and appeals. */
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import { COHORT_KINDS, type CohortKind, FIRST_COSTS } from "../../core/evaluation/index.ts"
import type { AttentionReport } from "../../core/policy/attention/report.ts"
import {
  alongThreshold,
  type CheapestOptions,
  CURVE_REPLICATES,
  cheapest,
  compareConsequences,
  DEFAULT_REPLICATES,
  DEFAULT_SEED,
  type FollowInput,
  finish,
  followInput,
  followingFlags,
  onPlatformOf,
  reviewersUpTo,
  type Steps,
  staffing,
  twoCuts,
  withReviewers,
} from "../../core/policy/follow/index.ts"
import { EMPTY_POLICY, type Policy, policyCosts } from "../../core/policy/policy.ts"
import { DEFAULT_TARGET } from "../../core/policy/review/staffing.ts"
import { TIERS, type Tier, tiersAround } from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { requireSameGenerator } from "../../engine/inspect.ts"
import { measuredAttention } from "../attention.ts"
import { attentionText } from "../attention-text.ts"
import { cheapestText, differencesText, staffingText } from "../consequences-choice-text.ts"
import { consequencesText, curveText, twoCutsText } from "../consequences-text.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import {
  addDefinitionOptions,
  type DefinitionOptions,
  definitionText,
  movedDefinition,
} from "../definition.ts"
import { examples, jsonOption, oneOf, seed, storeOption, wholeNumber, workersOption } from "../options.ts"
import { policyHeading, type ReadPolicy, readPolicy, tellUnknownCohorts } from "../policy.ts"
import { amount, openShare } from "../suggest-options.ts"
import { progressLine } from "../talk.ts"

const INCONCLUSIVE = 3

interface Options extends DefinitionOptions {
  readonly cohort?: CohortKind
  readonly along?: Tier
  readonly twoCuts?: boolean
  /** Hours; true for a day. */
  readonly staff?: number | true
  readonly cheapest?: boolean
  readonly within?: number
  readonly mostActedOn?: number
  readonly mostWaiting?: number
  readonly upToReviewers?: number
  readonly against?: string
  readonly attention?: boolean
  readonly workers?: number
  readonly reviewers?: number
  readonly prevalence?: number
  readonly replicates?: number
  readonly seed: string
  readonly store?: string
  readonly json?: boolean
}

export function addConsequences(program: Command): void {
  addDefinitionOptions(
    program
      .command("consequences")
      .summary("follow each flag of a run to its end: review, action, appeal, and whom it costs what")
      .description(
        "Follow each flag to its end: what straight away is acted on, what waits for reviewers and how long, whom they " +
          "find AI-managed, what is done, who appeals and is reinstated, for how long honest accounts stay limited, " +
          "and what it costs. Figures are means over replicates with 95 % bands; a replicate draws the platform's " +
          "accounts from the run anew, and all that chance decides. Without --policy: the scenario's threshold is the " +
          "review tier, and one reviewer works eight hours a day. A policy without costs is priced by assumed ones, which are " +
          "told. Ends with 3 where --staff or --cheapest has no answer.",
      )
      .argument("[run]", "a run's id or folder, or latest", "latest")
      .option(
        "--cohort <kind>",
        `also each cohort's funnel, and with --against what changes for it: ${COHORT_KINDS.join(", ")}`,
        oneOf("--cohort", COHORT_KINDS),
      )
      .option(
        "--along <tier>",
        `also along the threshold of a tier, attention too with --attention: ${TIERS.join(", ")}`,
        oneOf("--along", TIERS),
      )
      .option("--two-cuts", "also over review's and suspend's thresholds together")
      .option(
        "--staff [hours]",
        `also how many reviewers it takes to decide 95 % of the flags within so many hours (default: ${DEFAULT_TARGET.hours})`,
        amount("--staff", { above0: true }),
      )
      .option(
        "--cheapest",
        "also the thresholds of label, limit, review and suspend that cost least within the policy's caps",
      )
      .option(
        "--within <hours>",
        "with --cheapest: 95 % of the flags decided within so many hours",
        amount("--within", { above0: true }),
      )
      .option(
        "--most-acted-on <share>",
        "with --cheapest: of the authentic accounts judged, no larger share acted on, in (0, 1)",
        openShare("--most-acted-on"),
      )
      .option(
        "--most-waiting <n>",
        "with --cheapest: no more flags and appeals left waiting at the end",
        wholeNumber("--most-waiting", 0, 1_000_000_000),
      )
      .option(
        "--up-to-reviewers <n>",
        "with --cheapest: other numbers of reviewers as well, up to so many",
        wholeNumber("--up-to-reviewers", 0, 10_000),
      )
      .option(
        "--against <policy>",
        "also what this policy would change, for the same accounts judged as often, and with the same luck",
      )
      .option("--attention", "also what it does to creators and readers: attention, paid reach, ranking")
      .option(
        "--reviewers <n>",
        "reviewers on a shift (default: as in the policy)",
        wholeNumber("--reviewers", 0, 10_000),
      )
      .option(
        "--prevalence <share>",
        "of the platform's accounts, AI-managed, in (0, 1) (default: as in the policy, else the run)",
        openShare("--prevalence"),
      )
      .option(
        "--replicates <n>",
        `how often all is followed anew (default: ${DEFAULT_REPLICATES}; for --along, --two-cuts and --cheapest ${CURVE_REPLICATES})`,
        wholeNumber("--replicates", 2, 10_000),
      )
      .option("--seed <text>", "names every draw: same seed, same figures", seed, DEFAULT_SEED),
  )
    .addOption(workersOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay consequences": "the newest run, by its scenario's threshold",
        "assay consequences latest --policy graded --cohort archetype": "whom a policy hits, to the end",
        "assay consequences latest --policy graded --along review": "as the review tier's threshold moves",
        "assay consequences latest --policy graded --two-cuts":
          "what goes straight to action, what to people",
        "assay consequences latest --policy graded --staff": "how many reviewers answer within a day",
        "assay consequences latest --policy graded --cheapest --within 48": "the least cost within its caps",
        "assay consequences latest --policy graded --against strict": "two policies, to the end",
        "assay consequences latest --policy graded --attention": "what creators and readers get back",
        "assay consequences latest --policy graded --attention --along suspend":
          "attention as the suspend tier's threshold moves",
        "assay consequences latest --reviewers 3 --prevalence 0.01":
          "more reviewers, fewer AI-managed accounts",
      }),
    )
    .action(consequences)
}

async function consequences(which: string, options: Options): Promise<void> {
  requireCheapest(options)
  const places = placesFor(options.store)
  const read = await readPolicy(options.policy, places)
  const other = await readPolicy(options.against, places)
  const run = await openRun(which, places)
  if (options.attention) requireSameGenerator(run)
  for (const one of [read, other]) if (one) tellUnknownCohorts(one, run)
  const { scenario } = run.manifest
  const definition = movedDefinition(run.manifest, options, read)
  const own = policyFor(read, scenario, options)
  const costsAssumed = own.costs === null
  const policy = { ...own, definition, costs: own.costs ?? policyCosts(FIRST_COSTS) }
  if (TIERS.every((tier) => policy.tiers[tier] === null) && options.along === undefined)
    throw new UsageError(
      `${read?.file}: all tiers are off, so that nothing follows; ask with --along instead`,
    )
  if (!options.json) {
    const heading = read ? policyHeading(read) : `Policy: the scenario's threshold, ${scenario.threshold}`
    process.stderr.write(
      `${run.manifest.id}\n${heading}\n${definitionText(definition, scenario.definition)}\n${costsAssumed ? `${ASSUMED_COSTS}\n` : ""}\n`,
    )
  }
  const { seed, workers, along } = options
  const found = {
    ...follow(followInput(run), policy, other?.policy ?? null, options),
    attention: options.attention
      ? await measuredAttention(run, policy, { workerFile: places.workerFile, workers, seed, along })
      : null,
  }
  if (found.cheapest?.cheapest === null || found.staffing?.reviewers === null) process.exitCode = INCONCLUSIVE
  if (options.json)
    return printJson({
      run: run.manifest.id,
      policy: policy.name,
      definition,
      tiers: policy.tiers,
      costsAssumed,
      ...found,
    })
  await print(textsOf({ ...found, costsAssumed }, policy, options).join("\n\n"))
}

const ASSUMED_COSTS =
  `Costs: none are set, so these are assumed: ${FIRST_COSTS.falsePositive} an authentic account acted on, ` +
  `${FIRST_COSTS.falseNegative} an AI-managed one missed, ${FIRST_COSTS.review} a review. A policy's costs take their place.`

const OF_CHEAPEST = {
  within: "--within",
  mostActedOn: "--most-acted-on",
  mostWaiting: "--most-waiting",
  upToReviewers: "--up-to-reviewers",
} as const

/** An option that says nothing without --cheapest is a slip. */
function requireCheapest(options: Options): void {
  for (const [name, option] of Object.entries(OF_CHEAPEST))
    if (options[name as keyof typeof OF_CHEAPEST] !== undefined && !options.cheapest)
      throw new UsageError(`${option} needs --cheapest`)
}

type Found = ReturnType<typeof follow> & {
  readonly attention: AttentionReport | null
  readonly costsAssumed: boolean
}

function textsOf(found: Found, { costs, tiers }: Policy, { cohort, against }: Options): string[] {
  return [
    consequencesText(found.consequences, cohort, costs && { ...costs, areAssumed: found.costsAssumed }),
    ...(found.curve ? [curveText(found.curve, tiers)] : []),
    ...(found.surface ? [twoCutsText(found.surface, tiers)] : []),
    ...(found.staffing ? [staffingText(found.staffing)] : []),
    ...(found.cheapest ? [cheapestText(found.cheapest)] : []),
    ...(found.attention ? [attentionText(found.attention)] : []),
    ...(found.comparison ? [differencesText(found.comparison, against!, cohort)] : []),
  ]
}

function policyFor(
  read: ReadPolicy | null,
  { threshold }: Scenario,
  { reviewers, prevalence }: Options,
): Policy {
  const own = read?.policy ?? { ...EMPTY_POLICY, name: "scenario", tiers: tiersAround(threshold) }
  const staffed = reviewers === undefined ? own : withReviewers(own, reviewers)
  return prevalence === undefined ? staffed : { ...staffed, prevalence }
}

function limitsAsked({ within, mostActedOn, mostWaiting, upToReviewers }: Options): CheapestOptions {
  const limits = { hours: within ?? null, mostActedOn: mostActedOn ?? null, mostWaiting: mostWaiting ?? null }
  if (upToReviewers === undefined) return limits
  return { ...limits, reviewers: reviewersUpTo(upToReviewers) }
}

/** Seconds between lines of progress where there is no terminal. */
const TOLD_EVERY = 30

/** All that is asked for, one after the other, with its progress on stderr. */
function follow(input: FollowInput, policy: Policy, other: Policy | null, options: Options) {
  const { along, replicates, seed } = options
  const hours = options.staff === true ? DEFAULT_TARGET.hours : options.staff
  const asked = { seed, ...(replicates !== undefined && { replicates }) }
  const line = progressLine(process.stderr, TOLD_EVERY)
  const work = <Result>(title: string, steps: Steps<Result>): Result => {
    try {
      return finish(steps, (done) => line.show(title, done))
    } finally {
      line.clear()
    }
  }
  return {
    consequences: work("following flags", followingFlags(input, policy, asked)),
    curve: along
      ? work("along the threshold", alongThreshold(input, policy, { ...asked, tier: along }))
      : null,
    surface: options.twoCuts ? work("over two cuts", twoCuts(input, policy, asked)) : null,
    staffing: hours
      ? work("staffing", staffing(input, policy, { ...asked, target: { ...DEFAULT_TARGET, hours } }))
      : null,
    cheapest: options.cheapest
      ? work("looking for the cheapest", cheapest(input, policy, { ...asked, ...limitsAsked(options) }))
      : null,
    comparison: other
      ? work("comparing", compareConsequences(input, policy, onPlatformOf(policy, other), asked))
      : null,
  }
}
