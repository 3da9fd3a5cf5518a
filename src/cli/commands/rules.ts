/** assay rules: a rule over several detectors, or the best of many. */
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import {
  COHORT_KINDS,
  type CohortKind,
  createRuleEvaluator,
  createScoreIndex,
  falsePositiveRateInterval,
  keysOf,
  operatingPoint,
  PAIR_HOWS,
  type PairHow,
  paretoOfRules,
  parseRule,
  precision,
  precisionInterval,
  RISK,
  type Rule,
  recall,
  recallInterval,
  ruleText,
  type ScoreIndex,
  scoreNamed,
  scoreNames,
  scoresOf,
  thresholdForFalsePositiveRate,
} from "../../core/evaluation/index.ts"
import { countGrades, gradeAccounts, labelGrades } from "../../core/policy/definition.ts"
import { cohortReports } from "../../core/report.ts"
import type { Run } from "../../core/run.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import {
  addDefinitionOptions,
  type DefinitionOptions,
  definitionText,
  movedDefinition,
} from "../definition.ts"
import { examples, jsonOption, oneOf, quoted, storeOption, wholeNumber } from "../options.ts"
import { readPolicy } from "../policy.ts"
import { cohortTablesText } from "../report-text.ts"
import { type FrontRow, frontText, ruleHeading, rulePointText } from "../rules-text.ts"

interface Options extends DefinitionOptions {
  readonly rule?: string
  readonly pair?: string
  readonly how?: PairHow
  readonly cohort?: CohortKind
  readonly points: number
  readonly store?: string
  readonly json?: boolean
}

export function addRules(program: Command): void {
  addDefinitionOptions(
    program
      .command("rules")
      .summary("judge a rule over several detectors, or find the best ones")
      .description(
        "Print the figures of a rule over several detectors' scores, or, without --rule, the rules that no other one " +
          "beats in recall without flagging more authentic accounts: thresholds on every pair of detectors, joined " +
          "by and or or, each detector alone and the fused risk. Scores are named by detector, layer (behaviour, " +
          "content, network, reports) or risk. Missing evidence meets no threshold.",
      )
      .argument("[run]", "a run's id or folder, or latest", "latest")
      .option(
        "--rule <text>",
        "thresholds joined by and, or, k of (...), or a weighted sum; see the examples",
      )
      .option(
        "--cohort <kind>",
        `with --rule, also each cohort's figures: ${COHORT_KINDS.join(", ")}`,
        oneOf("--cohort", COHORT_KINDS),
      )
      .option("--pair <a,b>", "the best rules of two scores only; the risk is then told beside them")
      .option(
        "--how <how>",
        `join pairs in this way only: ${PAIR_HOWS.join(", ")}`,
        oneOf("--how", PAIR_HOWS),
      )
      .option("--points <n>", "how many of the best rules to print", wholeNumber("--points", 1, 10_000), 20),
  )
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        'assay rules --rule "co-action>=0.9 and writing-style>=0.8"': "both, in the newest run",
        'assay rules --rule "2 of (co-action>=0.9, response-latency>=0.8, synthetic-media>=0.7)" --cohort language':
          "any two of three, and whom it hits",
        'assay rules latest --rule "0.5*co-action+0.5*writing-style>=0.7"': "a weighted sum",
        "assay rules --pair co-action,writing-style --how or":
          "what two thresholds can do, best against best",
        "assay rules": "the best of all pairs, single detectors and the risk",
      }),
    )
    .action(rules)
}

/** A run, and the labels that its accounts have. */
interface Judged {
  readonly run: Run
  readonly label: Uint8Array
  /** What every answer tells. */
  readonly common: Readonly<Record<"run" | "definition" | "grades", unknown>>
  readonly definitionLine: string
}

async function rules(which: string, options: Options): Promise<void> {
  requireFitting(options)
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  const run = await openRun(which, places)
  const definition = movedDefinition(run.manifest, options, policy)
  const grade = gradeAccounts(run.columns.truth, definition)
  const judged: Judged = {
    run,
    label: labelGrades(grade),
    common: { run: run.manifest.id, definition, grades: countGrades(grade) },
    definitionLine: definitionText(definition, run.manifest.scenario.definition),
  }
  if (options.rule === undefined) await printFront(judged, options)
  else await printRule(judged, parseRule(options.rule, scoreNames(run)), options)
}

function requireFitting({ rule, pair, how, cohort }: Options): void {
  if (rule !== undefined && (pair ?? how) !== undefined)
    throw new UsageError("--rule cannot be combined with --pair or --how, which look for rules")
  if (rule === undefined && cohort !== undefined)
    throw new UsageError('--cohort needs --rule, e.g. --rule "co-action>=0.9"')
}

async function printRule({ run, label, common, definitionLine }: Judged, rule: Rule, options: Options) {
  const keys = Object.fromEntries(scoresOf(rule).map((name) => [name, keysOf(scoreNamed(run, name))]))
  const flag = new Float32Array(label.length)
  createRuleEvaluator(keys).prepare(rule).flagAccounts(flag)
  // Flagged accounts score 1 and the others 0, so that a rule has every figure that a threshold has.
  const figures = operatingPoint(createScoreIndex(flag, label), 1)
  const point = { ...figures, name: ruleText(rule), threshold: Number.NaN }
  const cohorts = options.cohort ? cohortReports(run, options.cohort, 1, flag, label) : []
  if (options.json) return printJson({ ...common, rule: ruleText(rule), operatingPoint: point, cohorts })
  process.stderr.write(`${ruleHeading(run, label)}\n${definitionLine}\n\n`)
  await print([rulePointText(point), ...(cohorts.length > 0 ? [cohortTablesText(cohorts)] : [])].join("\n\n"))
}

async function printFront({ run, label, common, definitionLine }: Judged, options: Options) {
  const pairs = pairsOf(run, options.pair)
  const hows = options.how === undefined ? PAIR_HOWS : [options.how]
  const names = [...new Set([...pairs.flat(), RISK])]
  const scores = Object.fromEntries(names.map((name) => [name, scoreNamed(run, name)]))
  const fused = options.pair === undefined ? { fused: RISK } : {}
  const front = paretoOfRules({ scores, label, pairs, hows, ...fused })
  const risk = createScoreIndex(run.columns.risk, label)
  const rows = evenly(front, options.points).map((point): FrontRow => {
    const { confusion } = point
    return {
      rule: ruleText(point.rule),
      source: point.source,
      recall: { value: point.recall, interval: recallInterval(confusion) },
      falsePositiveRate: { value: point.falsePositiveRate, interval: falsePositiveRateInterval(confusion) },
      precision: { value: precision(confusion), interval: precisionInterval(confusion) },
      truePositives: confusion.truePositives,
      falsePositives: confusion.falsePositives,
      fusionRecall: recallWithin(risk, point.falsePositiveRate),
    }
  })
  if (options.json)
    return printJson({ ...common, pairs: pairs.length, hows, rulesOnFront: front.length, front: rows })
  process.stderr.write(`${ruleHeading(run, label)}\n${definitionLine}\n\n`)
  await print(frontText(rows, front.length, pairs.length))
}

/** The pair that was asked for, or all pairs of detectors. */
function pairsOf(run: Run, pair: string | undefined): (readonly [string, string])[] {
  const ids = run.manifest.detectors.map(({ id }) => id)
  if (pair === undefined) return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const))
  const [a, b, ...more] = pair.split(",").map((name) => name.trim())
  if (a === undefined || b === undefined || more.length > 0 || a === b)
    throw new UsageError(
      `--pair must be two different scores, e.g. co-action,writing-style, got ${quoted(pair)}`,
    )
  const known = oneOf("--pair", scoreNames(run))
  return [[known(a), known(b)]]
}

function recallWithin(risk: ScoreIndex, maxFpr: number): number {
  return recall(risk.confusionAt(thresholdForFalsePositiveRate(risk, maxFpr)))
}

/** At most `most` items, evenly spaced, both ends among them if there is room. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items]
  if (most === 1) return [items[0]]
  return Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))])
}
