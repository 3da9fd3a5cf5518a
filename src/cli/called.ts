/** How Assay was started, so that commands that are told can be typed as they are told. */
import { basename, isAbsolute, relative } from "node:path"
import { quoted } from "../report/command.ts"

/**
 * - `npx assay` when npx, `npm exec` or a script of npm started it, since then the shell knows no `assay` by itself; all
 *   of them set npm_command.
 * - `node out/main/cli.js`, by its place, when that was run.
 * - `assay` when a link of that name was, which stands where the shell finds it.
 */
function called(): string {
  if (process.env.npm_command) return "npx assay"
  const file = process.argv[1] ?? ""
  if (basename(file) !== "cli.js") return "assay"
  const near = relative(process.cwd(), file)
  return `node ${quoted(near.startsWith("..") || isAbsolute(near) ? file : near)}`
}

export const CALLED = called()
