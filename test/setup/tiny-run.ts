/** A finished run of `tiny` for tests of what comes after a run: the terminal makes it once for all test files. */
import { execFile } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { promisify } from "node:util"
import { inject } from "vitest"
import type { RunReport } from "../../src/core/report.ts"

const CLI = resolve(import.meta.dirname, "../../out/main/cli.js")

/** Puts the run into a store; returns what the terminal printed of it, as if it had been made there. */
export async function putTinyRun(store: string): Promise<RunReport> {
  const made = join(inject("sharedFolder"), "tiny")
  if (!existsSync(made)) await make(made)
  const report = JSON.parse(readFileSync(join(made, "report.json"), "utf8")) as RunReport
  const run = join(store, basename(report.run))
  cpSync(join(made, "runs", basename(run)), run, { recursive: true })
  return { ...report, run }
}

/** Test files run side by side: each that finds none makes one of its own, and the first to be done counts. */
async function make(made: string): Promise<void> {
  const own = mkdtempSync(`${made}-`)
  const command = [CLI, "run", "tiny", "--store", join(own, "runs"), "--json"]
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 26 })
  writeFileSync(join(own, "report.json"), stdout)
  try {
    renameSync(own, made)
  } catch (error) {
    if (!existsSync(made)) throw error
    rmSync(own, { recursive: true, force: true })
  }
}
