/**
 * npm test [-- what Vitest understands]: type check, lint, then all tests. Every step runs, so that one round
 * shows all there is to mend; a single failing step fails the whole.
 */
import { spawn, spawnSync } from "node:child_process"
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

const inColour = process.stdout.isTTY
/** Beside each other, each on one core: TypeScript's threads check much of the same twice. */
const checks = [
  ["type check", commandOf("typescript", "tsc"), ["--singleThreaded", ...(inColour ? ["--pretty"] : [])]],
  [
    "lint",
    commandOf("@biomejs/biome", "biome"),
    ["ci", "--error-on-warnings", `--colors=${inColour ? "force" : "off"}`],
  ],
]
const tests = [join(root, "node_modules/vitest/vitest.mjs"), "run", ...process.argv.slice(2)]

/** Runs it to its end; resolves to its status and to all that it said. */
function heard(command, args) {
  const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part))
  return new Promise((done) =>
    child.on("close", (status) => done({ status, said: Buffer.concat(said).toString("utf8") })),
  )
}

const failed = []
const title = (name) => process.stdout.write(`\n== ${name}\n`)
const checking = checks.map(([name, command, args]) => [name, heard(command, args)])
for (const [name, outcome] of checking) {
  const { status, said } = await outcome
  title(name)
  process.stdout.write(said)
  if (status !== 0) failed.push(name)
}
title("tests")
if (spawnSync(process.execPath, tests, { cwd: root, stdio: "inherit" }).status !== 0) failed.push("tests")
process.stdout.write(failed.length === 0 ? "\nAll steps passed.\n" : `\nFailed: ${failed.join(", ")}.\n`)
process.exitCode = failed.length === 0 ? 0 : 1
