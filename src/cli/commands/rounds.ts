/** assay rounds: operators who answer what was caught, and a platform that learns again or not. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import type { Places } from "../../api/places.ts"
import { DataError, ScenarioError, UsageError } from "../../core/errors.ts"
import { type RoundsReport, STRATEGY_NAMES, type StrategyName } from "../../core/rounds/index.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { suggestion } from "../../core/scenario/suggest.ts"
import { runRounds } from "../../engine/rounds.ts"
import {
  bundledNames,
  defaultWorkers,
  loadScenario,
  placesFor,
  print,
  printJson,
  scenarioFile,
} from "../context.ts"
import { interruption } from "../interruption.ts"
import { examples, jsonOption, oneOf, quoted, seed, wholeNumber, workersOption } from "../options.ts"
import { roundsText } from "../rounds-text.ts"
import { progressLine } from "../talk.ts"

interface Options {
  readonly strategy?: StrategyName
  readonly rounds?: number
  readonly seeds?: number
  /** Every so many rounds. */
  readonly retrain?: number | "never"
  readonly budget?: number
  readonly seed?: string
  readonly workers?: number
  readonly json?: boolean
}

export function addRounds(program: Command): void {
  program
    .command("rounds")
    .summary("how long a threshold holds against operators who adapt")
    .description(
      "Play rounds: the platform flags at the scenario's threshold, operators see which of their own accounts were " +
        "caught, replace them and spend effort on evading within a budget, and the platform learns again or not. Prints " +
        "recall, false-positive rate, precision and AUC by round, what an account costs its operator, and the threshold's " +
        "half-life: after how many rounds half of round 0's recall is left, in the mean over seeds of what is left of each " +
        "one's own, with a 95 % interval. Figures are means over seeds with 95 % bands. Round 0 is the plain run.",
    )
    .argument(
      "[scenario]",
      `a scenario file, the name of a bundled one, or a strategy, whose own scenario is played: ${STRATEGY_NAMES.join(", ")}`,
      "bandit",
    )
    .option(
      "--strategy <name>",
      `how operators answer (default: as in the scenario): ${STRATEGY_NAMES.join(", ")}`,
      oneOf("--strategy", STRATEGY_NAMES),
    )
    .option("--rounds <n>", "rounds to play, round 0 among them", wholeNumber("--rounds", 1, 100))
    .option("--seeds <n>", "populations that all is repeated on", wholeNumber("--seeds", 1, 100))
    .option("--retrain <k>", "learn fusion again every k rounds, or never", everySoMany)
    .option("--budget <factor>", "what operators can spend, of what they spent at first, in [1, 100]", budget)
    .option("--seed <text>", "replace the scenario's seed: other accounts of the same kind", seed)
    .addOption(workersOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay rounds": "operators who learn from their losses",
        "assay rounds churn": "operators who only replace what they lost",
        "assay rounds bandit --retrain 1": "the platform learns again each round",
        "assay rounds quickstart --strategy insider --rounds 4 --seeds 2": "a scenario of your own",
      }),
    )
    .action(rounds)
}

function everySoMany(text: string): number | "never" {
  if (text === "never") return text
  const every = Number(text)
  if (text.trim() !== "" && Number.isInteger(every) && every >= 1 && every <= 100) return every
  throw new UsageError(`--retrain must be a whole number in [1, 100] or never, got ${quoted(text)}`)
}

function budget(text: string): number {
  const factor = Number(text)
  if (factor >= 1 && factor <= 100) return factor
  throw new UsageError(`--budget must be in [1, 100], got ${quoted(text)}`)
}

async function rounds(nameOrFile: string, options: Options): Promise<void> {
  const places = placesFor(undefined)
  const file = await playedFile(nameOrFile, places)
  const scenario = withOptions(await loadScenario(file, places), options)
  const report = await play(scenario, places, options).catch((error: unknown) => {
    if (error instanceof ScenarioError)
      throw new ScenarioError(error.problems.map((problem) => `${file}: ${problem}`))
    throw error
  })
  await (options.json ? printJson(report) : print(roundsText(report)))
}

/** A strategy's own scenario, unless there is a file of that name. */
async function playedFile(nameOrFile: string, places: Places): Promise<string> {
  if (existsSync(scenarioFile(nameOrFile, places))) return nameOrFile
  const isStrategy = STRATEGY_NAMES.some((name) => name === nameOrFile)
  if (isStrategy) return join(places.root, "simulations/rounds", `${nameOrFile}.yaml`)
  const named = [...STRATEGY_NAMES, ...(await bundledNames(places.scenarioFolder))]
  throw new DataError(
    `${nameOrFile}: there is no such scenario file, strategy or bundled scenario; ${suggestion(nameOrFile, named, "always list")}`,
  )
}

function withOptions(scenario: Scenario, options: Options): Scenario {
  const { strategy, rounds, seeds, retrain, budget, seed } = options
  return {
    ...scenario,
    ...(seed !== undefined && { seed }),
    rounds: {
      ...scenario.rounds,
      ...(strategy !== undefined && { strategy }),
      ...(rounds !== undefined && { rounds }),
      ...(seeds !== undefined && { seeds }),
      ...(retrain !== undefined && { retrainEvery: retrain === "never" ? null : retrain }),
      ...(budget !== undefined && { budget }),
    },
  }
}

async function play(scenario: Scenario, { workerFile }: Places, { workers }: Options): Promise<RoundsReport> {
  const line = progressLine()
  const { rounds, seeds } = scenario.rounds
  try {
    return await runRounds(scenario, {
      workers: workers ?? defaultWorkers(),
      workerFile,
      signal: interruption(),
      onProgress: ({ seed, round, stage, fraction }) =>
        line.show(`seed ${seed + 1} of ${seeds}, round ${round} of 0 to ${rounds - 1}: ${stage}`, fraction),
    })
  } finally {
    line.clear()
  }
}
