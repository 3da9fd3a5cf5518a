/** assay inspect: one account of a run: scores, reasons, posts; what really runs it when asked for. */
import type { Command } from "commander"
import type { AccountDetail } from "../../core/account-detail.ts"
import { UsageError } from "../../core/errors.ts"
import { createInspector } from "../../engine/inspect.ts"
import { defaultWorkers, openRun, placesFor, print, printJson, wholeNumber } from "../context.ts"
import { count, decimal, percentage, table } from "../table.ts"

interface Options {
  readonly posts: number
  readonly truth?: boolean
  readonly store?: string
  readonly json?: boolean
}

export function addInspect(program: Command): void {
  program
    .command("inspect")
    .description("Show one account of a run: its scores, the reasons for them, its posts.")
    .argument("<run>", "a run's id or folder, or latest")
    .argument("<account>", "the account's number, from 0")
    .option("--posts <n>", "posts to print", wholeNumber("--posts", 0, 100_000), 5)
    .option("--truth", "also print what really runs the account")
    .option("--store <folder>", "where runs are kept (default: ASSAY_STORE, or ./runs)")
    .option("--json", "print one JSON object (docs/json.md)")
    .action(inspect)
}

async function inspect(which: string, number: string, options: Options): Promise<void> {
  const places = placesFor(options.store)
  const run = await openRun(which, places)
  const last = run.manifest.accounts - 1
  const account = Number(number)
  if (number.trim() === "" || !Number.isInteger(account) || account < 0 || account > last) {
    throw new UsageError(`account must be a whole number in [0, ${last}], got ${number}`)
  }
  const inspector = createInspector(run, { workers: defaultWorkers(), workerFile: places.workerFile })
  const detail = await inspector.account(account)
  if (options.json) await printJson(options.truth ? detail : { ...detail, truth: undefined })
  else await print(detailText(detail, options))
}

function detailText(detail: AccountDetail, options: Options): string {
  const { profile } = detail
  const lines = [
    `Account ${detail.account}: ${profile.name} (${profile.language}), ${count(profile.followers)} followers, ` +
      `registered ${Math.round(profile.ageDays)} days before the period${profile.verified ? ", verified" : ""}`,
    `Risk ${decimal(detail.risk, 4)}`,
    "",
    table(
      ["detector", "score", "log-odds"],
      detail.detectors.map(({ id, score, contribution }) => [
        id,
        score === null ? "no evidence" : decimal(score),
        decimal(contribution, 2),
      ]),
    ),
    "",
    ...detail.detectors.flatMap(({ id, reasons }) => reasons.map(({ text }) => `- ${id}: ${text}`)),
    ...postLines(detail, options.posts),
  ]
  if (options.truth) lines.push("", truthLine(detail.truth))
  return lines.join("\n")
}

function postLines({ posts, interactions, reports }: AccountDetail, most: number): string[] {
  const shown = posts.slice(0, most).map(({ time, text, nearDuplicate }) => {
    const when = new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ")
    const mark = nearDuplicate ? ` [like a post of account ${nearDuplicate.account}, ${percentage(nearDuplicate.similarity)}]` : ""
    return `  ${when}Z ${text}${mark}`
  })
  const summary = `${posts.length} posts, ${interactions.length} interactions, ${reports.length} reports received`
  return ["", shown.length > 0 ? `${summary}; the first posts:` : summary, ...shown]
}

function truthLine({ archetype, creation, scheduling, distribution, oversight }: AccountDetail["truth"]): string {
  return (
    `Truth: ${archetype}; automated ${percentage(creation)} of creation, ${percentage(scheduling)} of scheduling, ` +
    `${percentage(distribution)} of distribution; ${percentage(oversight)} of it overseen`
  )
}
