/** assay inspect: one account of a run: scores, reasons, posts; what really runs it when asked for. */
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import { createInspector } from "../../engine/inspect.ts"
import { accountText } from "../account-text.ts"
import { defaultWorkers, openRun, placesFor, print, printJson } from "../context.ts"
import { examples, jsonOption, quoted, storeOption, wholeNumber } from "../options.ts"

interface Options {
  readonly posts: number
  readonly truth?: boolean
  readonly store?: string
  readonly json?: boolean
}

export function addInspect(program: Command): void {
  program
    .command("inspect")
    .summary("show one account of a run, with reasons")
    .description(
      "Show one account of a run: its scores, the reasons for them, who it was found together with, its posts. " +
        "What really runs it is shown only when asked for, so that a person can judge first.",
    )
    .argument("<run>", "a run's id or folder, or latest")
    .argument("<account>", "the account's number, from 0")
    .option("--posts <n>", "posts to print; --json holds all", wholeNumber("--posts", 0, 100_000), 5)
    .option("--truth", "also show what really runs the account")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay inspect latest 3": "account 3 of the newest run",
        "assay inspect latest 3 --truth --posts 50": "with 50 posts and the truth",
      }),
    )
    .action(inspect)
}

async function inspect(which: string, number: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const run = await openRun(which, places)
  const account = accountNumber(number, run.manifest.accounts)
  const inspector = createInspector(run, { workers: defaultWorkers(), workerFile: places.workerFile })
  const detail = await inspector.account(account)
  if (options.json) await printJson(options.truth ? detail : { ...detail, truth: undefined })
  else await print(accountText(detail, { posts: options.posts, truth: options.truth ?? false }))
}

function accountNumber(text: string, accounts: number): number {
  const account = Number(text)
  if (/^\d+$/.test(text) && account < accounts) return account
  throw new UsageError(`account must be a whole number in [0, ${accounts - 1}], got ${quoted(text)}`)
}
