/** assay report: a run as one HTML page that can be sent, printed and kept. */

import type { Command } from "commander"
import { tiersOn } from "../../core/policy/policy.ts"
import type { Tier } from "../../core/policy/tiers.ts"
import type { Run } from "../../core/run.ts"
import { whyReport } from "../../core/why.ts"
import { runReport } from "../../report/run-report.ts"
import { ownSetting, type ReportSetting, reportedTier } from "../../report/setting.ts"
import type { ReportLanguage } from "../../report/words/index.ts"
import { openRun, placesFor } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions, movedDefinition } from "../definition.ts"
import { examples, share, storeOption } from "../options.ts"
import { langOption, writePage } from "../page.ts"
import { heldCaps, type ReadPolicy, readPolicy, tierOption, tierThreshold } from "../policy.ts"

interface Options extends DefinitionOptions {
  readonly threshold?: number
  readonly tier?: Tier
  readonly prevalence?: number
  readonly lang: ReportLanguage
  readonly out?: string
  readonly store?: string
}

export function addReport(program: Command): void {
  addDefinitionOptions(
    program
      .command("report")
      .summary("write a run as one HTML page that prints well")
      .description(
        "Write all figures of a run as one self-contained HTML page: outcome, setting, charts, cohorts, detectors, " +
          "calibration, how to make it again, and what the terms mean. It fetches and runs nothing, and prints on A4. " +
          "The same run and options yield the same bytes.",
      )
      .argument("[run]", "a run's id or folder, or latest", "latest")
      .option("--out <file>", "where to write it (default: stdout)")
      .option(
        "--threshold <t>",
        "what figures are told at, in [0, 1] (default: the policy's, else the scenario's)",
        share("--threshold"),
      )
      .addOption(
        tierOption("what figures are told at, of the tiers of --policy (default: review, else the harshest)"),
      )
      .option(
        "--prevalence <share>",
        "re-weight to this share of AI-managed accounts, in [0, 1] (default: as in the policy, else the run)",
        share("--prevalence"),
      )
      .addOption(langOption("of the page")),
  )
    .addOption(storeOption())
    .addHelpText(
      "after",
      examples({
        "assay report --out report.html": "the newest run at its scenario's threshold",
        "assay report latest --policy graded --out report.html": "every tier of a policy, and its caps",
        "assay report latest --threshold 0.5 --lang zh --out report.html": "another threshold, in Chinese",
      }),
    )
    .action(report)
}

async function report(which: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const policy = await readPolicy(options.policy, places)
  const run = await openRun(which, places)
  const setting = settingFor(run, options, policy)
  const page = runReport({ run, setting, why: whyReport(run), language: options.lang })
  await writePage(options.out, page)
}

/** What is said on the command line, then by the policy, then by the scenario. */
function settingFor(run: Run, options: Options, policy: ReadPolicy | null): ReportSetting {
  const own = ownSetting(run.manifest)
  const tiers = policy ? tiersOn(policy.policy) : []
  // Asked for also where --threshold comes first, so that a tier that is off is told.
  const named = tierThreshold(policy, options.tier)
  const reported = named === undefined ? reportedTier(tiers) : tiers.find(({ tier }) => tier === options.tier)
  return {
    policy: policy && { name: policy.policy.name, file: policy.file },
    definition: movedDefinition(run.manifest, options, policy),
    prevalence: options.prevalence ?? policy?.policy.prevalence ?? undefined,
    threshold: options.threshold ?? named ?? reported?.threshold ?? own.threshold,
    tier: options.threshold === undefined ? (reported?.tier ?? null) : null,
    tiers,
    caps: policy ? heldCaps(policy, run) : [],
    off: [],
  }
}
