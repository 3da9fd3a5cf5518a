/** assay compare: two runs, or two ways to judge one, on the same accounts. */
import { type Command, Option } from "commander"
import { UsageError } from "../../core/errors.ts"
import {
  COHORT_KINDS,
  COMPARED_FIGURES,
  type CohortKind,
  compareRuns,
  DEFAULT_MATTERS,
  type Judgement,
  type Matters,
  RISK,
} from "../../core/evaluation/index.ts"
import { tiersOn } from "../../core/policy/policy.ts"
import type { Tier } from "../../core/policy/tiers.ts"
import type { Run } from "../../core/run.ts"
import { comparisonReport } from "../../report/comparison-report.ts"
import type { ReportLanguage } from "../../report/words/index.ts"
import { comparisonText } from "../compare-text.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions, movedDefinition } from "../definition.ts"
import {
  examples,
  jsonOption,
  oneOf,
  positiveShare,
  quoted,
  share,
  storeOption,
  wholeNumber,
} from "../options.ts"
import { langOption, writePage } from "../page.ts"
import { tellFailures } from "../plugins.ts"
import { type ReadPolicy, readPolicy, tierOption, tierThreshold } from "../policy.ts"

/** Flipped accounts of each kind on a page. */
const LISTED_ON_PAGE = 10

interface Options extends DefinitionOptions {
  readonly threshold?: number
  readonly thresholdB?: number
  readonly policyB?: string
  readonly tier?: Tier
  readonly tierB?: Tier
  readonly atFpr?: number
  readonly score?: string
  readonly scoreB?: string
  readonly automationB?: number
  readonly oversightB?: number
  readonly daysB?: string
  readonly matters: Matters
  readonly cohort: CohortKind
  readonly flips: number
  readonly store?: string
  readonly json?: boolean
  readonly html?: string
  readonly lang: ReportLanguage
}

const mattersText = Object.entries(DEFAULT_MATTERS)
  .map(([figure, least]) => `${figure}=${least}`)
  .join(",")

export function addCompare(program: Command): void {
  const command = program
    .command("compare")
    .summary("compare two runs, or two policies of one, on the same accounts")
    .description(
      "Print who is decided differently by run B than by run A, by how much the figures differ, and whether that is " +
        "better, worse, no change or inconclusive. The runs must hold the same accounts: the same scenario and seed, " +
        "whatever their detectors, fusion and thresholds. With one run, its thresholds, scores, definitions or " +
        "policies are compared. Of a policy, the definition and a tier's threshold are taken.",
    )
    .argument("<A>", "a run's id or folder, or latest")
    .argument("[B]", "another run of the same accounts (default: A)")
    .option(
      "--threshold <t>",
      "threshold of A, and of B unless told, in [0, 1] (default: the policy's, else each scenario's)",
      share("--threshold"),
    )
    .option("--threshold-b <t>", "threshold of B, in [0, 1]", share("--threshold-b"))
    .option(
      "--at-fpr <share>",
      "choose both thresholds to keep the observed FPR within this share",
      share("--at-fpr"),
    )
    .option(
      "--score <id>",
      "a detector's score instead of the fused risk, on both sides unless --score-b is given",
    )
    .option("--score-b <id>", "a detector's score, or risk, on side B")
  addDefinitionOptions(command)
    .addOption(
      new Option(
        "--automation-b <share>",
        "as --automation, for side B (default of the three: as side A)",
      ).argParser(positiveShare("--automation-b")),
    )
    .addOption(
      new Option("--oversight-b <share>", "as --oversight, for side B").argParser(
        positiveShare("--oversight-b"),
      ),
    )
    .addOption(new Option("--days-b <n>", "as --days, for side B"))
    .option("--policy-b <file>", "as --policy, for side B; alone, against A as its scenario has it")
    .addOption(tierOption("the tier of the policies to compare, where they have several"))
    .addOption(tierOption("as --tier, for side B", "-b"))
    .option(
      "--matters <figure=least,...>",
      `smallest differences that matter (default: ${mattersText})`,
      parseMatters,
      DEFAULT_MATTERS,
    )
    .option(
      "--cohort <kind>",
      `test within these cohorts: ${COHORT_KINDS.join(", ")}`,
      oneOf("--cohort", COHORT_KINDS),
      "archetype",
    )
    .option(
      "--flips <n>",
      "list as many accounts of each kind of flip",
      wholeNumber("--flips", 0, 1_000_000),
      0,
    )
    .addOption(storeOption())
    .option("--html <file>", "write the comparison as one self-contained HTML page instead")
    .addOption(langOption("of the page"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay compare before after": "each at its scenario's threshold",
        "assay compare before after --at-fpr 0.01": "both flagging 1 % of authentic accounts",
        "assay compare latest --threshold 0.2 --threshold-b 0.3 --flips 5": "two thresholds, and who flips",
        "assay compare latest --policy old.yaml --policy-b new.yaml --tier suspend":
          "the new policy against the old one: who is newly hit, who newly missed",
        "assay compare latest --score co-action --score-b risk --at-fpr 0.01":
          "a detector against the fusion",
        "assay compare before after --html comparison.html": "a page to send, print and keep",
        "assay compare before after --matters recall=0.02,fpr=0.0005": "what counts as a change",
      }),
    )
    .action(compare)
}

async function compare(nameA: string, nameB: string | undefined, options: Options): Promise<void> {
  requireFitting(options)
  const places = placesFor(options.store)
  const policyA = await readPolicy(options.policy, places)
  const policyB = await readPolicy(options.policyB, places)
  requireTiers(options, policyA, policyB)
  const runA = await openRun(nameA, places)
  const runB = nameB === undefined ? runA : await openRun(nameB, places)
  for (const { manifest } of new Set([runA, runB])) tellFailures(manifest, manifest.id)
  const definitionA = movedDefinition(runA.manifest, options, policyA)
  const scoreA = scoreOf("--score", runA, options.score)
  const scoreB = scoreOf("--score-b", runB, options.scoreB ?? options.score)
  const a: Judgement = {
    run: runA,
    score: scoreA,
    definition: definitionA,
    threshold: thresholdOf(
      options,
      runA,
      scoreA,
      options.threshold ??
        (scoreA === RISK ? tierThreshold(policyA, policyA ? options.tier : undefined) : undefined),
    ),
  }
  const b: Judgement = {
    run: runB,
    score: scoreB,
    definition: definitionB(
      runB,
      policyB ? movedDefinition(runB.manifest, options, policyB) : definitionA,
      options,
    ),
    threshold: thresholdOf(options, runB, scoreB, thresholdOfB(options, scoreB, policyA, policyB)),
  }
  const report = compareRuns(a, b, {
    matters: options.matters,
    maxFpr: options.atFpr,
    cohort: options.cohort,
    listed: options.html === undefined ? options.flips : Math.max(options.flips, LISTED_ON_PAGE),
  })
  if (options.html !== undefined)
    return writePage(
      options.html,
      comparisonReport({
        comparison: { kind: "paired", report },
        a,
        b,
        language: options.lang,
      }),
    )
  if (options.json) return printJson(report)
  await print(comparisonText(report, runA.manifest.scenario.definition))
}

function requireFitting({ threshold, thresholdB, atFpr }: Options): void {
  if (atFpr !== undefined && (threshold ?? thresholdB) !== undefined)
    throw new UsageError(
      "--at-fpr chooses the thresholds, so it cannot be combined with --threshold or --threshold-b",
    )
}

/** Which of several tiers is meant must be said. */
function requireTiers(options: Options, policyA: ReadPolicy | null, policyB: ReadPolicy | null): void {
  const { tier, tierB = tier, threshold, thresholdB, atFpr } = options
  if (policyA === null && policyB === null && tierB !== undefined)
    throw new UsageError("--tier needs --policy or --policy-b, whose tiers it names")
  if (atFpr !== undefined) return
  const sides = [
    { policy: policyA, tier, isSettled: threshold !== undefined },
    { policy: policyB, tier: tierB, isSettled: thresholdB !== undefined },
  ]
  for (const { policy, tier, isSettled } of sides) {
    if (policy === null || isSettled || tier !== undefined) continue
    const on = tiersOn(policy.policy).map((one) => one.tier)
    if (on.length > 1)
      throw new UsageError(`${policy.file} has several tiers; name one by --tier: ${on.join(", ")}`)
  }
}

/** What is said of side B, then by its policy, then of side A for both. */
function thresholdOfB(
  { threshold, thresholdB, tier, tierB = tier }: Options,
  score: string,
  policyA: ReadPolicy | null,
  policyB: ReadPolicy | null,
): number | undefined {
  const of = (policy: ReadPolicy | null) =>
    policy && score === RISK ? tierThreshold(policy, tierB, "--tier-b") : undefined
  return thresholdB ?? of(policyB) ?? threshold ?? of(policyA)
}

function scoreOf(option: string, { columns }: Run, score: string | undefined): string {
  return score === undefined ? RISK : oneOf(option, [...Object.keys(columns.scores), RISK])(score)
}

/** The scenario's own threshold is one on the risk, and says nothing about a detector's score. */
function thresholdOf(
  { atFpr }: Options,
  { manifest }: Run,
  score: string,
  threshold: number | undefined,
): number {
  if (threshold === undefined && atFpr === undefined && score !== RISK)
    throw new UsageError(
      `${score} needs --threshold or --at-fpr: the threshold of ${manifest.name} is one on the risk`,
    )
  return threshold ?? manifest.scenario.threshold
}

/** `a` is side A's, or that of side B's policy; with what is moved for side B alone. */
function definitionB(
  { manifest }: Run,
  a: Judgement["definition"],
  { automationB, oversightB, daysB }: Options,
): Judgement["definition"] {
  const most = manifest.scenario.days
  return {
    automation: automationB ?? a.automation,
    oversight: oversightB ?? a.oversight,
    days: daysB === undefined ? a.days : wholeNumber("--days-b", 1, most)(daysB),
  }
}

/** `recall=0.01,fpr=0.001`: what is not named keeps its default. */
function parseMatters(text: string): Matters {
  const given = text.split(",").map((part) => {
    const [name, value, ...more] = part.split("=").map((side) => side.trim())
    if (name === undefined || value === undefined || more.length > 0)
      throw new UsageError(
        `--matters must be figure=least, separated by commas, e.g. ${mattersText}, got ${quoted(part)}`,
      )
    const figure = oneOf("--matters", COMPARED_FIGURES)(name)
    return [figure, positiveShare(`--matters ${figure}`)(value)] as const
  })
  return { ...DEFAULT_MATTERS, ...Object.fromEntries(given) }
}
