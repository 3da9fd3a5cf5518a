/** Electron's entry: the same api as everywhere, in a window. */
import { app } from "electron"
import { assemble } from "../api/assemble.ts"
import { ensureFirstRun, talkOn } from "../api/first-run.ts"
import { createWorkbench } from "../api/workbench.ts"
import { startShell } from "./shell.ts"

const parts = assemble()
const firstRun = !process.argv.includes("--no-first-run")

startShell({
  answer: createWorkbench(parts.api, parts.places.rendererFolder),
  preloadFile: parts.places.preloadFile,
  onShown: () => process.send?.("shown"),
  close: parts.close,
})
  .then((isOurs) => (isOurs && firstRun ? ensureFirstRun(parts, talkOn(process.stderr)) : undefined))
  .catch((error: unknown) => {
    console.error(error)
    app.exit(1)
  })
