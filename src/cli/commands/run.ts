/** assay run: simulates and scores a scenario, writes the run, and reports. */
import { dirname } from "node:path"
import type { Command } from "commander"
import { reportOf } from "../../core/report.ts"
import type { Run } from "../../core/run.ts"
import type { LoadedModel } from "../../core/saved-model.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { runScenario } from "../../engine/run.ts"
import { readModel } from "../../store/model-file.ts"
import { openStore } from "../../store/store.ts"
import { defaultWorkers, loadScenario, placesFor, print, printJson, scenarioFile } from "../context.ts"
import { movedDefinition } from "../definition.ts"
import { hearing } from "../heard.ts"
import { interruption, stopIfInterrupted } from "../interruption.ts"
import { examples, jsonOption, seed, storeOption, workersOption } from "../options.ts"
import {
  detectorOption,
  openScenarioPlugins,
  type PluginOptions,
  programOption,
  tellFailures,
  trustOption,
} from "../plugins.ts"
import { judgedBy, policyText, readPolicy } from "../policy.ts"
import { reportText } from "../report-text.ts"
import { progressLine } from "../talk.ts"

interface Options extends PluginOptions {
  readonly seed?: string
  readonly model?: string
  readonly policy?: string
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
    .option("--model <file>", "fuse by this model, which `assay model save` wrote, instead of learning")
    .addOption(detectorOption())
    .addOption(programOption())
    .addOption(trustOption())
    .option("--policy <file>", "also report each tier of a policy, by its definition and prevalence")
    .addOption(workersOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay run quickstart": "20,000 accounts, 3 % AI-managed",
        "assay run my.yaml --seed b": "the same scenario, drawn anew",
        "assay run my.yaml --model quickstart.model.json": "with a fusion learned elsewhere",
        "assay run my.yaml --detector late-replies.ts": "with a detector of your own beside the others",
        "assay run tiny --json | jq .digest": "one figure for a program",
      }),
    )
    .action(run)
}

async function run(scenarioName: string, options: Options): Promise<void> {
  const signal = interruption()
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  const loaded = await loadScenario(scenarioName, places)
  const scenario = changed(loaded, options)
  // A policy that does not fit the scenario is told before the work.
  movedDefinition({ scenario }, {}, policy)
  const model = await modelFor(
    scenario,
    options.model === undefined ? scenarioFile(scenarioName, places) : "",
  )
  const { workerFile } = places
  const workers = options.workers ?? defaultWorkers()
  const heard = hearing()
  const opening = { places, options, signal, heard }
  const finished = await openScenarioPlugins(scenario, scenarioFile(scenarioName, places), opening)
    .then((opened) => simulate(scenario, { workers, workerFile, signal, model, ...opened }))
    .finally(heard.end)
  tellFailures(finished.manifest)
  stopIfInterrupted(signal)
  const folder = await openStore(places.storeFolder).write(finished)
  stopIfInterrupted(signal)
  const report = reportOf(finished, folder)
  const judged = policy && judgedBy(policy, finished)
  if (options.json) await printJson({ ...report, ...(judged && { policy: judged }) })
  else
    await print([reportText(report, finished.manifest), ...(judged ? [policyText(judged)] : [])].join("\n\n"))
}

/** What the options say instead of the scenario's file. */
function changed(scenario: Scenario, { seed, model }: Options): Scenario {
  return {
    ...scenario,
    seed: seed ?? scenario.seed,
    fusion: { ...scenario.fusion, model: model ?? scenario.fusion.model },
  }
}

/** The model that a scenario names, from the folder of the `file` that names it on. */
async function modelFor({ fusion }: Scenario, file: string): Promise<LoadedModel | null> {
  return fusion.model === null ? null : readModel(fusion.model, dirname(file))
}

type SimulationOptions = Omit<Parameters<typeof runScenario>[1], "onProgress">

function simulate(scenario: Scenario, options: SimulationOptions): Promise<Run> {
  const progress = progressLine()
  return runScenario(scenario, {
    ...options,
    onProgress: ({ stage, fraction }) => progress.show(stage, fraction),
  }).finally(() => progress.clear())
}
