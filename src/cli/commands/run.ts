/** assay run: simulates and scores a scenario, writes the run, and reports. */
import type { Command } from "commander"
import { reportOf } from "../../core/report.ts"
import { runScenario } from "../../engine/run.ts"
import { openStore } from "../../store/store.ts"
import { defaultWorkers, interruption, loadScenario, placesFor, print, printJson, wholeNumber } from "../context.ts"
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
    .description("Simulate and score a scenario; print operating points, areas and cohorts.")
    .argument("<scenario>", "a scenario file, or the name of a bundled one: quickstart, tiny, rare")
    .option("--seed <text>", "replace the scenario's seed")
    .option("--workers <n>", "worker threads; the outcome does not depend on them", wholeNumber("--workers", 1, 256))
    .option("--store <folder>", "where runs are kept (default: ASSAY_STORE, or ./runs)")
    .option("--json", "print one JSON object (docs/json.md)")
    .action(run)
}

async function run(scenarioName: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const loaded = await loadScenario(scenarioName, places)
  const scenario = options.seed === undefined ? loaded : { ...loaded, seed: options.seed }
  const progress = progressLine()
  const finished = await runScenario(scenario, {
    workers: options.workers ?? defaultWorkers(),
    workerFile: places.workerFile,
    signal: interruption(),
    onProgress: ({ stage, fraction }) => progress.show(stage, fraction),
  }).finally(() => progress.clear())
  const folder = await openStore(places.storeFolder).write(finished)
  const report = reportOf(finished, folder)
  if (options.json) await printJson(report)
  else await print(reportText(report, finished.manifest))
}
