/** Electron's entry: the same api as everywhere, in a window. */
import { app } from "electron"
import { assemble } from "../api/assemble.ts"
import { ensureFirstRun, talkOn } from "../api/first-run.ts"
import { createWorkbench } from "../api/workbench.ts"
import { CancelledError } from "../core/errors.ts"
import { startShell } from "./shell.ts"

const parts = assemble()
const firstRun = !process.argv.includes("--no-first-run")

startShell({
  answer: createWorkbench(parts.api, parts.places.rendererFolder),
  preloadFile: parts.places.preloadFile,
  prepare: async (signal) => {
    if (firstRun) await ensureFirstRun(parts, { signal, talk: talkOn(process.stderr) })
  },
  onShown: () => process.send?.("shown"),
  close: parts.close,
}).catch((error: unknown) => {
  if (!(error instanceof CancelledError)) console.error(error)
  app.exit(error instanceof CancelledError ? 0 : 1)
})
