/**
 * The terminal. Data goes to stdout, talk to stderr.
 * Exit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 70 a fault of Assay's, 130 interrupted.
 */
import { Command } from "commander"
import { ASSAY_VERSION } from "../engine/version.ts"
import { addArchetypes } from "./commands/archetypes.ts"
import { addCompare } from "./commands/compare.ts"
import { addDetect } from "./commands/detect.ts"
import { addInspect } from "./commands/inspect.ts"
import { addModel } from "./commands/model.ts"
import { addRealism } from "./commands/realism.ts"
import { addRules } from "./commands/rules.ts"
import { addRun } from "./commands/run.ts"
import { addSchema } from "./commands/schema.ts"
import { addServe } from "./commands/serve.ts"
import { addSuggest } from "./commands/suggest.ts"
import { addSweep } from "./commands/sweep.ts"
import { addWhy } from "./commands/why.ts"
import { exitCodeOf, failureText, OUR_FAULT } from "./failure.ts"
import { examples } from "./options.ts"

const EXIT_CODES =
  "\nExit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 70 a fault of Assay's own, 130 interrupted."

function createProgram(): Command {
  const program = new Command("assay")
    .description("Shows what precision, recall and false positives become as detection thresholds move.")
    .version(ASSAY_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "explain a command and its options")
    .helpCommand("help [command]", "explain a command and its options")
  // All errors are told in one place, on one line each.
  program.exitOverride().configureOutput({ outputError: () => {} })
  for (const add of [
    addRun,
    addSweep,
    addCompare,
    addRules,
    addSuggest,
    addWhy,
    addModel,
    addDetect,
    addInspect,
    addRealism,
    addArchetypes,
    addServe,
    addSchema,
  ])
    add(program)
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption("-h, --help", "explain this command")
  }
  return program.addHelpText(
    "after",
    `${examples({
      "assay run quickstart": "simulate, score and report",
      "assay sweep latest": "the newest run along the threshold",
      "assay run --help": "a command in full",
    })}\n${EXIT_CODES}`,
  )
}

async function main(): Promise<void> {
  const program = createProgram()
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    const text = failureText(error, program)
    if (text !== null) process.stderr.write(`${text}\n`)
  }
}

// Whoever reads only the head of the output (| head) has what they want.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

process.on("uncaughtException", (error) => {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(OUR_FAULT)
})

await main()
