/** assay run: simulates and scores a scenario, writes the run, and reports. */
import type { Command } from "commander"
import { reportOf } from "../../core/report.ts"
import type { Run } from "../../core/run.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { runScenario } from "../../engine/run.ts"
import { openStore } from "../../store/store.ts"
import { defaultWorkers, loadScenario, placesFor, print, printJson } from "../context.ts"
import { interruption, stopIfInterrupted } from "../interruption.ts"
import { examples, jsonOption, seed, storeOption, workersOption } from "../options.ts"
import { reportText } from "../report-text.ts"
import { progressLine } from "../talk.ts"

interface Options {
  readonly seed?: string
  readonly workers?: number
  readonly store?: string
  readonly json?: boolean
}

export function addRun(program: Command): void {
  program
    .command("run")
    .summary("simulate and score a scenario")
    .description(
      "Simulate a scenario's population, run the detectors over it and fuse their scores. Writes the run " +
        "and prints the detectors' areas, operating points and each cohort's false-positive rate.",
    )
    .argument(
      "<scenario>",
      "a scenario file, or the name of a bundled one: quickstart, tiny, hard-humans, ...",
    )
    .option("--seed <text>", "replace the scenario's seed: other accounts of the same kind", seed)
    .addOption(workersOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay run quickstart": "20,000 accounts, 3 % AI-managed",
        "assay run my.yaml --seed b": "the same scenario, drawn anew",
        "assay run tiny --json | jq .digest": "one figure for a program",
      }),
    )
    .action(run)
}

async function run(scenarioName: string, options: Options): Promise<void> {
  const signal = interruption()
  const places = placesFor(options.store)
  const loaded = await loadScenario(scenarioName, places)
  const scenario = options.seed === undefined ? loaded : { ...loaded, seed: options.seed }
  const workers = options.workers ?? defaultWorkers()
  const finished = await simulate(scenario, workers, places.workerFile, signal)
  stopIfInterrupted(signal)
  const folder = await openStore(places.storeFolder).write(finished)
  stopIfInterrupted(signal)
  const report = reportOf(finished, folder)
  if (options.json) await printJson(report)
  else await print(reportText(report, finished.manifest))
}

function simulate(scenario: Scenario, workers: number, workerFile: URL, signal: AbortSignal): Promise<Run> {
  const progress = progressLine()
  return runScenario(scenario, {
    workers,
    workerFile,
    signal,
    onProgress: ({ stage, fraction }) => progress.show(stage, fraction),
  }).finally(() => progress.clear())
}
