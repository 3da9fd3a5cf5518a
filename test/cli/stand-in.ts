/**
 * A repository that bisect takes for Assay's own, at hardly any cost: its Assay prints a report whose figures a package
 * reads from what was built. Its commits have the same ids wherever it is made.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

const ASSAY = `import { auc } from "reader"
const [, , command, scenario] = process.argv
if (command !== "run" || scenario !== "quickstart") throw new Error("asked for " + command + " " + scenario)
const cohorts = [{ kind: "archetype", name: "casual", recall: auc() }]
console.log(JSON.stringify({ run: "nowhere", cohorts, fusion: { auc: { value: auc() } } }))
`
const READER = `import { readFileSync } from "node:fs"
export const auc = () => JSON.parse(readFileSync("built.json", "utf8")).auc
`

/** One commit each, in this order; none does not parse. */
export const AUCS = ["0.9", "none", "0.9 ", "0.6", "none ", "0.3"]
export const BUILD = "cp source.json built.json"

export function git(folder: string, ...args: string[]): string {
  const author = { NAME: "Ana", EMAIL: "ana@example.org", DATE: "2026-03-02T09:00:00+08:00" }
  const names = Object.entries(author).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value],
    [`GIT_COMMITTER_${name}`, value],
  ])
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...Object.fromEntries(names) },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim()
}

export function writeStandIn(folder: string): void {
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write("package.json", JSON.stringify({ name: "assay", type: "module" }))
  write("package-lock.json", "{}")
  write("bin/assay.mjs", ASSAY)
  write(".gitignore", "/node_modules/\nbuilt.json\n")
  write(
    "node_modules/reader/package.json",
    JSON.stringify({ name: "reader", type: "module", main: "index.js" }),
  )
  write("node_modules/reader/index.js", READER)
  git(folder, "init", "--quiet", "--initial-branch", "main")
  for (const auc of AUCS) {
    write("source.json", `{"auc":${auc}}`)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", `AUC ${auc.trim()}`)
  }
}
