/**
 * Makes sure that `out/` is what the sources say. Node 20 does not run TypeScript, so everything runs from there.
 *
 * Fresh means equal fingerprints: a hash over the sources' names and contents, kept beside the build.
 * (Times would lie after a copy, a checkout or a restored cache.) A build goes to a folder of its own and is
 * renamed into place, so a failed or killed one leaves the last good build as it was; a lock keeps two apart.
 */
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const out = join(root, "out")
const lock = join(root, "out.lock")
const SOURCES = [
  "src",
  "bench",
  "scripts/results",
  "scripts/code-digests.ts",
  "scripts/gate-power",
  "electron.vite.config.ts",
  "tsconfig.json",
  "tsconfig.types.json",
  "package.json",
  "package-lock.json",
]
const TYPESCRIPT = join(root, "node_modules/typescript/bin/tsc")
/** What package.json's `exports` point to. */
const KIT_ENTRIES = ["kit/index.d.ts", "kit/vitest.d.ts"]
const POLL_MS = 100
/** A lock older than this was left by a process that was killed on another machine or restarted. */
const LOCK_SECONDS = 300

/** Throws, with the builder's own words, when the sources do not build. */
export async function ensureBuilt() {
  if (isFresh()) return
  const builder = findBuilder()
  if (!builder) {
    // Installed for use only: what was built is what there is.
    if (existsSync(join(out, "main/cli.js"))) return
    throw new Error("out/ is missing and cannot be built without the development dependencies: run npm ci")
  }
  await takeLock()
  try {
    if (isFresh()) return
    process.stderr.write("Building, since the sources changed ...\n")
    await build(builder, fingerprint())
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function isFresh() {
  try {
    return readFileSync(join(out, "fingerprint"), "utf8") === fingerprint()
  } catch {
    return false
  }
}

function fingerprint() {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap((name) => filesOf(join(root, name))))
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
}

function findBuilder() {
  const command = join(root, "node_modules/electron-vite/bin/electron-vite.js")
  return existsSync(command) ? command : null
}

async function build(builder, print) {
  const next = `${out}.${process.pid}`
  const last = `${out}.${process.pid}.last`
  try {
    // Both to their end: while one still writes, what the other left cannot be cleared away.
    const ended = await Promise.allSettled([
      run(builder, ["build", "--outDir", next, "--logLevel", "warn"]),
      writeTypes(join(next, "types")),
    ])
    for (const { status, reason } of ended) if (status === "rejected") throw reason
    writeFileSync(join(next, "fingerprint"), print)
    if (existsSync(out)) renameSync(out, last)
    renameSync(next, out)
  } finally {
    rmSync(next, { recursive: true, force: true })
    rmSync(last, { recursive: true, force: true })
  }
}

/**
 * The declarations of what the package exports (src/kit). TypeScript writes them for all that the kit's code touches; kept
 * is what its types lead to, and an import of `a.ts` becomes one of `a.js`, beside which the declarations lie.
 */
async function writeTypes(folder) {
  const all = `${folder}.all`
  await run(TYPESCRIPT, ["-p", "tsconfig.types.json", "--singleThreaded", "--outDir", all])
  const kept = new Set()
  const keep = (name) => {
    if (kept.has(name)) return
    kept.add(name)
    const text = readFileSync(join(all, name), "utf8")
    const imports = /(["'])(\.[^"']*)\.ts\1/g
    for (const [, , path] of text.matchAll(imports)) keep(join(dirname(name), `${path}.d.ts`))
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text.replace(imports, "$1$2.js$1"))
  }
  for (const name of KIT_ENTRIES) keep(name)
  rmSync(all, { recursive: true })
}

/** Runs a script of ours or of a package; fails with what it said. */
function run(script, args) {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (error) fail(new Error(`the build failed:\n${stdout}${stderr}`))
        else done()
      },
    )
  })
}

async function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, "pid"), String(process.pid))
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await new Promise((wake) => setTimeout(wake, POLL_MS))
    }
  }
}

function isAbandoned() {
  try {
    const ageSeconds = (Date.now() - statSync(lock).mtimeMs) / 1000
    if (ageSeconds > LOCK_SECONDS) return true
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"))
    return pid > 0 && !isAlive(pid)
  } catch {
    // Taken this moment and its pid not yet written, or just given back.
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
