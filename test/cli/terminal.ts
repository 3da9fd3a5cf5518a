/** Runs the built terminal as a user would: in a folder of its own, its output through pipes. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { onTestFinished } from "vitest"

const CLI = resolve("out/main/cli.js")

export interface Outcome {
  /** null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An empty folder; `remove` it in afterAll. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "assay-cli-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** What a command in `folder` has of the environment. */
export function environmentIn(folder: string): NodeJS.ProcessEnv {
  // A run of the tests by npm is no command typed by way of npx.
  const { ASSAY_STORE: _, npm_command: __, ...own } = process.env
  // Nothing that a test consents to is remembered for the one who runs it.
  return { ...own, ASSAY_CONFIG: join(folder, ".config") }
}

/** Starts a command in `folder`, where its runs also go. */
export function start(folder: string, ...args: string[]): ChildProcess {
  const env = environmentIn(folder)
  return spawn(process.execPath, [CLI, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] })
}

/** Resolves when it has ended and all of its output is here. */
export function ended(child: ChildProcess): Promise<Outcome> {
  const heard = { stdout: "", stderr: "" }
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      heard[name] += text
    })
  }
  return new Promise((done) => child.on("close", (code) => done({ code, ...heard })))
}

export const assay = (folder: string, ...args: string[]) => ended(start(folder, ...args))

/** The object that a command prints with --json; a failing command fails the test with its own words. */
export const assayJson = async (folder: string, ...args: string[]) =>
  outputOf(args, await assay(folder, ...args))

export function outputOf(args: readonly string[], { code, stdout, stderr }: Outcome): unknown {
  if (code !== 0) throw new Error(`assay ${args.join(" ")} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}

/** Ends it with the test, whatever happened. */
export function endWithTest(child: ChildProcess): ChildProcess {
  onTestFinished(() => {
    child.kill("SIGKILL")
  })
  return child
}
