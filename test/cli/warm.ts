/**
 * The terminal for tests of what commands print, refuse and write: each is run by the built program, in its folder and
 * with its environment, but one process runs them all, which has loaded and compiled the program already. A test of
 * the process itself (signals, plug-ins and other children, an end that waits for nothing) starts one: terminal.ts.
 */
import { type ChildProcess, fork } from "node:child_process"
import { join, resolve } from "node:path"
import { environmentIn, type Outcome, outputOf } from "./terminal.ts"

const CLI = resolve("out/main/cli.js")

let running: ChildProcess | undefined
/** Ends with this process. */
function warmProcess(): ChildProcess {
  if (running?.connected) return running
  running = fork(join(import.meta.dirname, "warm-process.mjs"), [CLI], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  return running
}

function run(folder: string, args: readonly string[]): Promise<Outcome> {
  const child = warmProcess()
  return new Promise((done, fail) => {
    const onExit = (code: number | null) => {
      child.off("message", onMessage)
      fail(new Error(`assay ${args.join(" ")} ended the process with ${code}; test it through terminal.ts`))
    }
    const onMessage = (outcome: Outcome) => {
      child.off("exit", onExit)
      done(outcome)
    }
    child.once("message", onMessage).once("exit", onExit)
    child.send({ folder, env: environmentIn(folder), args })
  })
}

/** They have one working folder and one standard output at a time. */
let last: Promise<unknown> = Promise.resolve()

/** As `assay` of terminal.ts; one that is asked for beside others waits for them. */
export function assay(folder: string, ...args: string[]): Promise<Outcome> {
  const outcome = last.then(() => run(folder, args))
  last = outcome.catch(() => {})
  return outcome
}

/** As `assayJson` of terminal.ts. */
export const assayJson = async (folder: string, ...args: string[]) =>
  outputOf(args, await assay(folder, ...args))
