/** What went wrong, as lines for stderr and as an exit code. */
import { type Command, CommanderError } from "commander"
import { AssayError, CancelledError } from "../core/errors.ts"
import { printable } from "../core/printable.ts"
import { editDistance } from "../core/scenario/suggest.ts"
import { CALLED } from "./called.ts"
import { INTERRUPTED } from "./interruption.ts"

const WRONG_INPUT = 2
/** EX_SOFTWARE of sysexits.h. */
export const OUR_FAULT = 70

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_INPUT
  if (error instanceof CancelledError) return INTERRUPTED
  return error instanceof AssayError ? WRONG_INPUT : OUR_FAULT
}

/** One line a problem; null when all has been said (help, version). */
export function failureText(error: unknown, program?: Command): string | null {
  if (error instanceof CommanderError) return usageText(error, program)
  if (error instanceof CancelledError) return "assay: interrupted"
  if (error instanceof AssayError) return prefixed(error.message)
  return `assay: this is a fault of Assay's: ${error instanceof Error ? error.stack : String(error)}`
}

const prefixed = (message: string) => printable(message).replace(/^/gm, "assay: ")

/** Commander's own words, its suggestion moved onto the same line. */
function usageText({ code, message }: CommanderError, program: Command | undefined): string | null {
  if (/^commander\.(help|helpDisplayed|version)$/.test(code)) return null
  const [problem, hint] = message.replace(/^error: /, "").split("\n")
  const commands = program?.commands.map((command) => command.name()).join(", ")
  const allowed = code === "commander.unknownCommand" ? `; there are ${commands}` : ""
  const nearest = hint && isNear(problem!, hint) ? `; ${hint.slice(1, -1).replace("Did", "did")}` : ""
  return prefixed(
    `${problem!.replace(/\.$/, "")}${nearest || allowed} (see ${CALLED} ${helpFor(program)}--help)`,
  )
}

/** Commander also suggests what differs in half its letters: `schema` for `check`. */
const MOST_EDITS = 2

/** Whether what a hint suggests (all of it is equally near) is spelt almost like the word that a problem quotes. */
function isNear(problem: string, hint: string): boolean {
  const asked = /'([^']*)'/.exec(problem)?.[1] ?? ""
  const suggested = /([\w-]+)(?:, .*)?\?\)$/.exec(hint)?.[1] ?? ""
  return editDistance(asked, suggested) <= MOST_EDITS
}

/** The command that was asked for, if there is one of this name. */
function helpFor(program: Command | undefined): string {
  const asked = process.argv.slice(2).find((word) => !word.startsWith("-"))
  return program?.commands.some((command) => command.name() === asked) ? `${asked} ` : ""
}
