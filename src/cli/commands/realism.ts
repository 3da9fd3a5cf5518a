/** assay realism: how like real populations a generated one is, and what gives its AI-managed accounts away. */
import type { Command } from "commander"
import { DataError, UsageError } from "../../core/errors.ts"
import { AGAINST_SIDES, type AgainstSide } from "../../core/realism/against-report.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { auditLeakage, measureAgainst, measureRealism } from "../../engine/realism.ts"
import type { RunOptions } from "../../engine/run.ts"
import { LOG_FIELDS, readLog } from "../../store/log.ts"
import { againstText } from "../against-text.ts"
import { defaultWorkers, loadScenario, placesFor, print, printJson } from "../context.ts"
import { interruption } from "../interruption.ts"
import { leakageText } from "../leakage-text.ts"
import { addToMapping, completeMapping, type PartialMapping } from "../mapping.ts"
import { examples, hours, jsonOption, oneOf, seed, workersOption } from "../options.ts"
import { realismText } from "../realism-text.ts"
import { progressLine } from "../talk.ts"
import { FIELDS } from "./detect.ts"

interface Options {
  readonly against?: string
  readonly map?: PartialMapping
  readonly side?: AgainstSide
  readonly zone?: number
  readonly only?: string
  readonly leakage?: boolean
  readonly seed?: string
  readonly workers?: number
  readonly json?: boolean
}

export function addRealism(program: Command): void {
  program
    .command("realism")
    .summary("hold a scenario's population against published figures")
    .description(
      "Generate a scenario's population and print, for every published statistic, its value here with a 95 % interval, " +
        "and whether they agree. With --against, hold it against a real log instead; with --leakage, tell what gives " +
        "AI-managed accounts away.",
    )
    .argument("<scenario>", "a scenario file, or the name of a bundled one")
    .option(
      "--against <log>",
      "compare with a real event log instead: distributions, and the published rows that it covers",
    )
    .option(
      "--map <field=column,...>",
      `which column of the log holds what; account and time are needed: ${LOG_FIELDS.join(", ")}`,
      addToMapping,
    )
    .option(
      "--side <side>",
      `accounts of the scenario that are held against the log: ${AGAINST_SIDES.join(", ")} (default: all)`,
      oneOf("--side", AGAINST_SIDES),
    )
    .option("--only <text>", "look only at the log's accounts whose name begins with this")
    .option("--zone <hours>", "hours that the log's clock is ahead of UTC (default: UTC)", hours("--zone"))
    .option(
      "--leakage",
      "AUC of every raw feature, detector and of the fusion; exit 1 when a limit is exceeded, 3 when one had " +
        "nothing to judge",
    )
    .option("--seed <text>", "replace the scenario's seed: other accounts of the same kind", seed)
    .addOption(workersOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `${FIELDS}\n${examples({
        "assay realism quickstart": "every published statistic, met or not",
        "assay realism quickstart --against log.csv --map account=user,time=at,object=url --zone 8":
          "gaps, hours, sessions and latencies beside those of a log",
        "assay realism quickstart --leakage": "what gives AI-managed accounts away",
        "assay realism quickstart --seed b":
          "whether the rows are met by other accounts of the same kind too",
      })}`,
    )
    .action(realism)
}

async function realism(nameOrFile: string, options: Options): Promise<void> {
  requireOneReport(options)
  const places = placesFor(undefined)
  const loaded = await loadScenario(nameOrFile, places)
  const scenario = options.seed === undefined ? loaded : { ...loaded, seed: options.seed }
  const progress = progressLine()
  const circumstances: RunOptions = {
    workers: options.workers ?? defaultWorkers(),
    workerFile: places.workerFile,
    signal: interruption(),
    onProgress: ({ stage, fraction }) => progress.show(stage, fraction),
  }
  const work = options.against !== undefined ? against : options.leakage ? leakage : measured
  const show = await work(scenario, circumstances, options).finally(() => progress.clear())
  await show(options.json === true)
}

function requireOneReport({ leakage, against, map, side, zone, only }: Options): void {
  if (leakage && against !== undefined)
    throw new UsageError("--leakage and --against are two reports; ask for one")
  if (against !== undefined && !map)
    throw new UsageError("--against needs --map, e.g. --map account=COLUMN,time=COLUMN")
  if (against === undefined && (side ?? zone ?? only) !== undefined)
    throw new UsageError("--side, --zone and --only need --against LOG")
  if (against === undefined && map)
    throw new UsageError("--map needs --against LOG, the log whose columns it names")
}

/** Prints a finished report, as JSON if so asked. */
type Show = (isJson: boolean) => Promise<void>

async function measured(scenario: Scenario, circumstances: RunOptions): Promise<Show> {
  const report = await measureRealism(scenario, circumstances)
  return (isJson) => (isJson ? printJson(report) : print(realismText(report)))
}

async function against(scenario: Scenario, circumstances: RunOptions, options: Options): Promise<Show> {
  const file = options.against!
  const mapping = completeMapping(options.map!)
  const { evidence, accountNames } = await readLog(file, mapping)
  const only = options.only ?? ""
  const counts = (account: number) => accountNames[account]!.startsWith(only)
  if (!accountNames.some((_, account) => counts(account)))
    throw new DataError(`${file}: no account's name begins with ${JSON.stringify(only)}`)
  const log = { file, evidence, hasKinds: mapping.kind !== undefined, zone: options.zone ?? null, counts }
  const report = await measureAgainst(scenario, log, { ...circumstances, side: options.side ?? "all" })
  return (isJson) => (isJson ? printJson(report) : print(againstText(report)))
}

/** Nothing is exceeded, and not everything could be judged. */
const INCONCLUSIVE = 3

/** Ends with exit code 1 when a limit is exceeded, and with 3 when none is but one had nothing to judge. */
async function leakage(scenario: Scenario, circumstances: RunOptions): Promise<Show> {
  const report = await auditLeakage(scenario, circumstances)
  if (report.passed !== true) process.exitCode = report.passed === null ? INCONCLUSIVE : 1
  return (isJson) => (isJson ? printJson(report) : print(leakageText(report)))
}
