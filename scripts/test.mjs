/**
 * npm test [-- what Vitest understands]: type check, lint, then all tests. Every step runs, so that one round
 * shows all there is to mend; a single failing step fails the whole.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { root } from "./build.mjs"

const require = createRequire(import.meta.url)

/** The script behind a package's command: the shells' wrappers in node_modules/.bin differ between systems. */
function commandOf(name, command) {
  const file = require.resolve(`${name}/package.json`)
  return join(dirname(file), JSON.parse(readFileSync(file, "utf8")).bin[command])
}

const steps = [
  ["type check", commandOf("typescript", "tsc"), []],
  [
    "lint",
    commandOf("@biomejs/biome", "biome"),
    ["ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])],
  ],
  ["tests", join(root, "node_modules/vitest/vitest.mjs"), ["run", ...process.argv.slice(2)]],
]

const failed = []
for (const [name, command, args] of steps) {
  process.stdout.write(`\n== ${name}\n`)
  const { status } = spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: "inherit" })
  if (status !== 0) failed.push(name)
}
process.stdout.write(failed.length === 0 ? "\nAll steps passed.\n" : `\nFailed: ${failed.join(", ")}.\n`)
process.exitCode = failed.length === 0 ? 0 : 1
