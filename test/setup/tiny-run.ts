/** A finished run of `tiny` for tests of what comes after a run: the terminal makes it once for all test files. */
import { execFile } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { setTimeout } from "node:timers/promises"
import { promisify } from "node:util"
import { inject } from "vitest"
import type { RunReport } from "../../src/core/report.ts"

const CLI = resolve(import.meta.dirname, "../../out/main/cli.js")

/** Puts the run into a store; returns what the terminal printed of it, as if it had been made there. */
export async function putTinyRun(store: string): Promise<RunReport> {
  const made = join(inject("sharedFolder"), "tiny")
  while (!existsSync(made)) if (!(await make(made))) await setTimeout(100)
  const report = JSON.parse(readFileSync(join(made, "report.json"), "utf8")) as RunReport
  const run = join(store, basename(report.run))
  cpSync(join(made, "runs", basename(run)), run, { recursive: true })
  return { ...report, run }
}

/** Test files run side by side: the first makes it; others are told false, as long as it is not there. */
async function make(made: string): Promise<boolean> {
  const making = `${made}.making`
  try {
    mkdirSync(making)
  } catch {
    return false
  }
  try {
    const command = [CLI, "run", "tiny", "--store", join(making, "runs"), "--json"]
    const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 26 })
    writeFileSync(join(making, "report.json"), stdout)
    renameSync(making, made)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  return true
}
