/** Where GitHub runs a workflow: annotations go to stderr, which it reads as well, and a summary to its file. */
import { appendFile } from "node:fs/promises"
import { join, relative, resolve } from "node:path"
import type { CheckReport } from "../../core/gate/report.ts"
import { checkMarkdown } from "../../report/check/markdown.ts"
import { writeFailure } from "../../store/beside.ts"
import { CALLED } from "../called.ts"
import { annotations } from "./annotations.ts"

export const isGitHub = () => process.env.GITHUB_ACTIONS === "true"

export async function tellGitHub(report: CheckReport, folder: string): Promise<void> {
  // GitHub names files from the repository's root on, with slashes.
  const root = process.env.GITHUB_WORKSPACE || process.cwd()
  const pathOf = (file: string) => relative(root, resolve(join(folder, file))).replaceAll("\\", "/")
  for (const line of annotations(report, pathOf, CALLED)) process.stderr.write(`${line}\n`)
  const summary = process.env.GITHUB_STEP_SUMMARY
  if (!summary) return
  await appendFile(summary, `${checkMarkdown(report, CALLED)}\n`).catch((error) => {
    throw writeFailure(summary, error)
  })
}
