/** assay why: whether a run's risks can be believed, and what each detector and layer is worth. */
import type { Command } from "commander"
import type { Tier } from "../../core/policy/tiers.ts"
import { type WhyOptions, whyReport } from "../../core/why.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions, movedDefinition } from "../definition.ts"
import { examples, jsonOption, share, storeOption, wholeNumber } from "../options.ts"
import { readPolicy, tierOption, tierThreshold } from "../policy.ts"
import { whyText } from "../why-text.ts"

interface Options extends DefinitionOptions {
  readonly threshold?: number
  readonly tier?: Tier
  readonly bins: number
  readonly draws: number
  readonly store?: string
  readonly json?: boolean
}

export function addWhy(program: Command): void {
  addDefinitionOptions(
    program
      .command("why")
      .summary("explain why a run's fusion works: calibration, ablation, overlap, correlation, transfer")
      .description(
        "Tell whether a run's risks are true to life (calibration), what each detector and layer is worth alone and on " +
          "top of the rest (ablation: fusion is learned again without it), whom only one detector catches (overlap), " +
          "which see the same (correlation), and what is lost on archetypes that fusion has not seen (transfer). " +
          "--automation, --oversight and --days move the definition; fusion is then learned again by it.",
      )
      .argument("[run]", "a run's id or folder, or latest", "latest")
      .option(
        "--threshold <t>",
        "where cohorts are judged, in [0, 1] (default: that of a policy's only tier, else the scenario's)",
        share("--threshold"),
      )
      .addOption(tierOption("where cohorts are judged, by the tier of --policy"))
      .option("--bins <n>", "bins of the reliability curve", wholeNumber("--bins", 2, 100), 10)
      .option("--draws <n>", "bootstrap draws behind an interval", wholeNumber("--draws", 50, 10_000), 200),
  )
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay why": "the newest run",
        "assay why latest --bins 20": "a finer reliability curve",
        "assay why latest --oversight 0.5": "under another definition, learned again",
        "assay why --json | jq .ablation.layers": "what each layer is worth, for a program",
      }),
    )
    .action(why)
}

async function why(which: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  // Asked for also where --threshold comes first, so that a tier that is off is told.
  const named = tierThreshold(policy, options.tier)
  const run = await openRun(which, places)
  const { bins, draws } = options
  const threshold = options.threshold ?? named
  const definition = movedDefinition(run.manifest, options, policy)
  const asked: WhyOptions = { definition, bins, draws, ...(threshold === undefined ? {} : { threshold }) }
  const report = whyReport(run, asked)
  if (options.json) await printJson(report)
  else await print(whyText(report, run.manifest))
}
