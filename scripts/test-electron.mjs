/**
 * npm run test:electron: the end-to-end tests through Electron's real window instead of Chromium.
 * Exit code 0 when they pass, 1 when one fails, 3 when there is no runtime or no display to run them in:
 * not tested is not passed.
 */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { ensureBuilt, root } from "./build.mjs"
import { findRuntime, reasonAgainstWindow } from "./electron-runtime.mjs"

const NOT_TESTED = 3

const reason =
  reasonAgainstWindow() ??
  (findRuntime() ? null : "Electron's runtime is not installed (npm start fetches it)")
if (reason) {
  process.stderr.write(`Not tested in Electron: ${reason}.\n`)
  process.exit(NOT_TESTED)
}
await ensureBuilt()
const vitest = join(root, "node_modules/vitest/vitest.mjs")
const environment = { ...process.env, ASSAY_DOOR: "electron" }
const child = spawn(process.execPath, [vitest, "run", "--project", "e2e"], {
  cwd: root,
  env: environment,
  stdio: "inherit",
})
child.on("exit", (code) => {
  process.exitCode = code ?? 1
})
