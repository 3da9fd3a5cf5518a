/**
 * The terminal. Data goes to stdout, talk to stderr.
 * Exit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 70 a fault of Assay's, 130 interrupted.
 */
import { Command } from "commander"
import { ASSAY_VERSION } from "../engine/version.ts"
import { exitCodeOf, failureText, OUR_FAULT } from "./failure.ts"
import { examples } from "./options.ts"

type Add = (program: Command) => void

/** In the order of the help. Only what was asked for is loaded: some of it takes longer to load than to run. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  run: async () => (await import("./commands/run.ts")).addRun,
  sweep: async () => (await import("./commands/sweep.ts")).addSweep,
  compare: async () => (await import("./commands/compare.ts")).addCompare,
  check: async () => (await import("./commands/check.ts")).addCheck,
  bisect: async () => (await import("./commands/bisect.ts")).addBisect,
  rules: async () => (await import("./commands/rules.ts")).addRules,
  suggest: async () => (await import("./commands/suggest.ts")).addSuggest,
  consequences: async () => (await import("./commands/consequences.ts")).addConsequences,
  rounds: async () => (await import("./commands/rounds.ts")).addRounds,
  why: async () => (await import("./commands/why.ts")).addWhy,
  report: async () => (await import("./commands/report.ts")).addReport,
  model: async () => (await import("./commands/model.ts")).addModel,
  detect: async () => (await import("./commands/detect.ts")).addDetect,
  conform: async () => (await import("./commands/conform.ts")).addConform,
  new: async () => (await import("./commands/new.ts")).addNew,
  inspect: async () => (await import("./commands/inspect.ts")).addInspect,
  realism: async () => (await import("./commands/realism.ts")).addRealism,
  archetypes: async () => (await import("./commands/archetypes.ts")).addArchetypes,
  serve: async () => (await import("./commands/serve.ts")).addServe,
  schema: async () => (await import("./commands/schema.ts")).addSchema,
}

/** The command that was asked for by its name; all of them when the help or a suggestion has to list them. */
function asked(): readonly (() => Promise<Add>)[] {
  const [name] = process.argv.slice(2)
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
}

const EXIT_CODES =
  "\nExit codes: 0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 70 a fault of Assay's own, 130 interrupted."

async function createProgram(): Promise<Command> {
  const program = new Command("assay")
    .description("Shows what precision, recall and false positives become as detection thresholds move.")
    .version(ASSAY_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "explain a command and its options")
    .helpCommand("help [command]", "explain a command and its options")
  // All errors are told in one place, on one line each.
  program.exitOverride().configureOutput({ outputError: () => {} })
  const adds = await Promise.all(asked().map((load) => load()))
  for (const add of adds) add(program)
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
  const program = await createProgram()
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
