/** assay model: keeps what a run's fusion learned, to be used on other scenarios, and shows what is kept. */
import { basename } from "node:path"
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import { type LoadedModel, modelDigest, modelOf } from "../../core/saved-model.ts"
import { LONGEST_NAME, NAME_PATTERN } from "../../core/scenario/schema.ts"
import { readModel, writeModel } from "../../store/model-file.ts"
import { openRun, placesFor, print, printJson } from "../context.ts"
import { modelText } from "../model-text.ts"
import { examples, jsonOption, quoted, storeOption } from "../options.ts"

interface SaveOptions {
  readonly out: string
  readonly name?: string
  readonly store?: string
  readonly json?: boolean
}

export function addModel(program: Command): void {
  const model = program
    .command("model")
    .summary("keep a run's fusion to use it on other scenarios")
    .description(
      "Keep what a run's fusion learned: method, weights and calibration, and what it learned them from. " +
        "`assay run --model FILE`, or `fusion: { model: FILE }` in a scenario, uses it instead of learning.",
    )
    .addHelpText(
      "after",
      examples({
        "assay model save latest --out shop.model.json": "keep the newest run's fusion",
        "assay model show shop.model.json": "what it is, and what it was learned from",
        "assay run hard-humans --model shop.model.json": "use it",
      }),
    )
  model
    .command("save")
    .summary("write a run's fusion to a file")
    .description("Write a run's fusion to a file, with what it was learned from and by which versions.")
    .argument("<run>", "a run's id or folder, or latest")
    .requiredOption("--out <file>", "the file to write, NAME.model.json; one that is there is replaced")
    .option("--name <name>", "what to call the model (default: the file's name up to the first dot)")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay model save latest --out shop.model.json": "called shop",
        "assay model save latest --out m.json --name shop-2026": "called shop-2026",
      }),
    )
    .action(save)
  model
    .command("show")
    .summary("print what a model is and what it was learned from")
    .description("Print what a model is: method, weights, versions, and what it was learned from.")
    .argument("<file>", "a file that `assay model save` wrote")
    .addOption(jsonOption())
    .addHelpText("after", examples({ "assay model show shop.model.json": "as a table" }))
    .action(show)
}

async function save(which: string, options: SaveOptions): Promise<void> {
  const name = modelName(options)
  const run = await openRun(which, placesFor(options.store))
  await answer(await writeModel(options.out, modelOf(run, name)), options.json)
}

async function show(file: string, options: { readonly json?: boolean }): Promise<void> {
  await answer(await readModel(file, "."), options.json)
}

/** The same for a model that was just written and for one that was read. */
function answer({ file, model }: LoadedModel, json: boolean | undefined): Promise<void> {
  if (json) return printJson({ file, ...model, digest: modelDigest(model) })
  return print(modelText(file, model))
}

function modelName({ name, out }: SaveOptions): string {
  const found = name ?? basename(out).replace(/\..*$/, "")
  if (NAME_PATTERN.test(found) && found.length <= LONGEST_NAME) return found
  throw new UsageError(
    `--name must be lower-case letters, digits and hyphens, up to ${LONGEST_NAME} characters, got ${quoted(found)}`,
  )
}
