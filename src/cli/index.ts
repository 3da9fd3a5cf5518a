/**
 * The terminal. Data goes to stdout, talk to stderr.
 * Exit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 130 interrupted.
 */
import { Command, CommanderError } from "commander"
import { AssayError, CancelledError } from "../core/errors.ts"
import { ASSAY_VERSION } from "../engine/version.ts"
import { addDetect } from "./commands/detect.ts"
import { addInspect } from "./commands/inspect.ts"
import { addRun } from "./commands/run.ts"
import { addSchema } from "./commands/schema.ts"
import { addServe } from "./commands/serve.ts"
import { addSweep } from "./commands/sweep.ts"

const WRONG_INPUT = 2
const INTERRUPTED = 130
const OUR_FAULT = 70

function createProgram(): Command {
  const program = new Command("assay")
    .description("Shows what precision, recall and false positives become as detection thresholds move.")
    .version(ASSAY_VERSION)
    .exitOverride()
    .showHelpAfterError("(assay --help shows what there is)")
    .addHelpText("after", "\nExit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 130 interrupted.")
  for (const add of [addRun, addSweep, addDetect, addInspect, addServe, addSchema]) add(program)
  for (const command of program.commands) command.exitOverride()
  return program
}

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    if (!(error instanceof CommanderError)) process.stderr.write(`assay: ${messageOf(error)}\n`)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_INPUT
  if (error instanceof CancelledError) return INTERRUPTED
  return error instanceof AssayError ? WRONG_INPUT : OUR_FAULT
}

function messageOf(error: unknown): string {
  if (error instanceof AssayError) return error.message
  return `this is a fault of Assay's: ${error instanceof Error ? error.stack : String(error)}`
}

// Whoever reads only the head of the output (| head) has what he wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

await main()
