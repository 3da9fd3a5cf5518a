/** Electron's runtime: where it is, and fetching it once, since installing the package does not. */
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./build.mjs"

const packageFolder = join(root, "node_modules/electron")
const failureFile = join(root, "node_modules/.cache/assay/electron-not-fetched.json")
const FETCH_SECONDS = 180
/** A failure younger than this is believed without another try. */
const FAILURE_HOURS = 24

/** The path of the program, or null. */
export function findRuntime() {
  try {
    const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
    const program = readFileSync(join(packageFolder, "path.txt"), "utf8")
    const path = join(override || join(packageFolder, "dist"), program)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Why there can be no window here, or null. */
export function reasonAgainstWindow(platform = process.platform, environment = process.env) {
  if (platform === "linux" && !environment.DISPLAY && !environment.WAYLAND_DISPLAY)
    return "there is no display"
  if (platform === "linux" && process.getuid?.() === 0) return "Electron's sandbox does not start for root"
  return null
}

/** Returns the program's path, or says in a few words why there is none: { program } or { reason }. */
export async function obtainRuntime() {
  const program = findRuntime()
  if (program) return { program }
  if (!existsSync(join(packageFolder, "install.js"))) return { reason: "Electron is not installed" }
  const recent = recentFailure()
  if (recent) return { reason: `${recent} (tried less than ${FAILURE_HOURS} hours ago)` }
  process.stderr.write("Fetching Electron's runtime, once (about 110 MB) ...\n")
  const problem = await fetchRuntime()
  const fetched = findRuntime()
  if (fetched) {
    rmSync(failureFile, { force: true })
    return { program: fetched }
  }
  const reason = `Electron's runtime could not be fetched: ${problem ?? "nothing arrived"}`
  rememberFailure(reason)
  return { reason }
}

function fetchRuntime() {
  return new Promise((resolve) => {
    let said = ""
    const child = spawn(process.execPath, [join(packageFolder, "install.js")], {
      stdio: ["ignore", "ignore", "pipe"],
    })
    const limit = setTimeout(() => {
      said = `it took more than ${FETCH_SECONDS} seconds`
      child.kill("SIGKILL")
    }, FETCH_SECONDS * 1000)
    child.stderr.on("data", (part) => {
      said ||= String(part).split("\n", 1)[0].trim()
    })
    child.on("error", (error) => {
      said = error.message
    })
    child.on("close", (code) => {
      clearTimeout(limit)
      resolve(code === 0 ? null : said || `exit code ${code}`)
    })
  })
}

function recentFailure() {
  try {
    const { at, reason } = JSON.parse(readFileSync(failureFile, "utf8"))
    return Date.now() - at < FAILURE_HOURS * 3_600_000 ? reason : null
  } catch {
    return null
  }
}

function rememberFailure(reason) {
  mkdirSync(dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ at: Date.now(), reason }))
}
