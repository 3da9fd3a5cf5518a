/** assay inspect: one account of a run: scores, reasons, posts; what really runs it when asked for. */
import type { Command } from "commander"
import { accountChange } from "../../core/account-change.ts"
import type { AccountDetail } from "../../core/account-detail.ts"
import { UsageError } from "../../core/errors.ts"
import { type Definition, GRADES, gradeOf } from "../../core/policy/definition.ts"
import { tiersOn } from "../../core/policy/policy.ts"
import { relabellingsOf } from "../../core/policy/relabelling.ts"
import type { Tier } from "../../core/policy/tiers.ts"
import type { Run } from "../../core/run.ts"
import { createInspector } from "../../engine/inspect.ts"
import { accountChangeText } from "../account-change-text.ts"
import { accountText, type GradedTruth, type MetTier } from "../account-text.ts"
import { defaultWorkers, openRun, placesFor, print, printJson } from "../context.ts"
import { addDefinitionOptions, type DefinitionOptions, movedDefinition } from "../definition.ts"
import { examples, jsonOption, quoted, share, storeOption, wholeNumber } from "../options.ts"
import { type ReadPolicy, readPolicy, tierOption, tierThreshold } from "../policy.ts"

interface Options extends DefinitionOptions {
  readonly posts: number
  readonly threshold?: number
  readonly tier?: Tier
  readonly truth?: boolean
  readonly against?: string
  readonly store?: string
  readonly json?: boolean
}

export function addInspect(program: Command): void {
  addDefinitionOptions(
    program
      .command("inspect")
      .summary("show one account of a run, with reasons")
      .description(
        "Show one account of a run: its scores, the reasons for them, what would have cleared it (or flagged it), " +
          "who it was found together with, its posts. " +
          "What really runs it is shown only when asked for, so that a person can judge first.",
      )
      .argument("<run>", "a run's id or folder, or latest")
      .argument("<account>", "the account's number, from 0")
      .option("--posts <n>", "posts to print; --json holds all", wholeNumber("--posts", 0, 100_000), 5)
      .option(
        "--threshold <t>",
        "threshold in [0, 1] (default: that of a policy's only tier, else the scenario's)",
        share("--threshold"),
      )
      .addOption(tierOption("the threshold of this tier of --policy"))
      .option("--truth", "also show what really runs the account")
      .option(
        "--against <run>",
        "show what differs from this run of the same accounts: which side each puts it on, scores, evidence, reasons",
      ),
  )
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay inspect latest 3": "account 3 of the newest run",
        "assay inspect latest 3 --threshold 0.05": "what would have cleared it, or flagged it, at 0.05",
        "assay inspect latest 3 --truth --posts 50": "with 50 posts and the truth",
        "assay inspect latest 3 --truth --oversight 0.5": "graded by another definition",
        "assay inspect latest 3 --policy may.yaml": "with what the policy does about it",
        "assay inspect latest 3 --against tiny-0123456789ab": "what a change of detectors did to it",
      }),
    )
    .action(inspect)
}

async function inspect(which: string, number: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  if (options.against !== undefined) return inspectAgainst(which, number, options, options.against)
  const policy = await readPolicy(options.policy, places)
  // Asked for also where --threshold comes first, so that a tier that is off is told.
  const named = tierThreshold(policy, options.tier)
  const run = await openRun(which, places)
  const account = accountNumber(number, run.manifest.accounts)
  const definition = movedDefinition(run.manifest, options, policy)
  const inspector = createInspector(run, { workers: defaultWorkers(), workerFile: places.workerFile })
  const detail = await inspector.account(account)
  const { clearing } = inspector.judgement(account, options.threshold ?? named)
  const truth = options.truth ? truthUnder(definition, run, detail) : undefined
  const met = policy && metTier(policy, detail)
  if (options.json) await printJson({ ...detail, clearing, ...(met && { policy: met }), truth })
  else await print(accountText(detail, clearing, options.posts, met, truth))
}

/** Both runs are looked at as they are: by their own definitions, and at one threshold only when it is told. */
async function inspectAgainst(which: string, number: string, options: Options, against: string) {
  const given = (["policy", "tier", "truth", "automation", "oversight", "days"] as const).find(
    (name) => options[name] !== undefined,
  )
  if (given !== undefined) throw new UsageError(`--against cannot be combined with --${given}`)
  const places = placesFor(options.store)
  const after = await openRun(which, places)
  const before = await openRun(against, places)
  const account = accountNumber(number, after.manifest.accounts)
  const change = accountChange(before, after, account, options.threshold)
  if (options.json) await printJson(change)
  else await print(accountChangeText(change))
}

/** The harshest tier of a policy whose threshold the account's risk reaches. */
function metTier({ policy }: ReadPolicy, { risk }: AccountDetail): MetTier {
  const met = tiersOn(policy).findLast(({ threshold }) => risk >= threshold)
  return { name: policy.name, tier: met?.tier ?? null, threshold: met?.threshold ?? null }
}

/** The truth graded by a definition, which is told with it. */
function truthUnder(
  definition: Definition,
  { columns, manifest }: Run,
  { account, truth }: AccountDetail,
): GradedTruth {
  return {
    ...truth,
    grade: GRADES[gradeOf(columns.truth, account, definition)]!,
    definition,
    relabellings: relabellingsOf(columns.truth, account, definition, manifest.scenario.days),
  }
}

function accountNumber(text: string, accounts: number): number {
  const account = Number(text)
  if (/^\d+$/.test(text) && account < accounts) return account
  throw new UsageError(`account must be a whole number in [0, ${accounts - 1}], got ${quoted(text)}`)
}
