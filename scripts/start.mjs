/**
 * npm start [-- --browser] [-- --port N] [-- --no-open]
 *
 * The workbench in Electron's window when its runtime is there or can be fetched, otherwise, after one line
 * that says why, in the browser.
 */
import { parseArgs } from "node:util"
import { ensureBuilt, root } from "./build.mjs"
import { obtainRuntime, reasonAgainstWindow } from "./electron-runtime.mjs"
import { runWindow } from "./window.mjs"

const USAGE = "usage: npm start -- [--browser] [--port NUMBER] [--no-open]"

const HELP = `${USAGE}

Opens the workbench: in a window where Electron's runtime is there or can be fetched, otherwise in the browser.
  --browser      in the browser in any case
  --port NUMBER  the port of 127.0.0.1 to serve the browser on, 0 to 65535 (default: any that is free)
  --no-open      print the browser's address only, open nothing
  -h, --help     print this`

try {
  const wanted = readArguments()
  if (wanted.help) process.stdout.write(`${HELP}\n`)
  else process.exitCode = await start(wanted)
} catch (error) {
  const isUsersMistake = ["UsageError", "DataError", "ScenarioError"].includes(error?.name)
  process.stderr.write(`${isUsersMistake ? error.message : (error?.stack ?? error)}\n`)
  process.exitCode = isUsersMistake ? 2 : 1
}

async function start({ browser, port, open }) {
  await ensureBuilt()
  if (!browser) {
    const reason = await openWindow()
    if (reason === null) return 0
    process.stderr.write(`No window, since ${reason}; the workbench opens in the browser instead.\n`)
  }
  const { serveWorkbench } = await import("../out/main/server.js")
  return serveWorkbench({ port, open })
}

/** Null when the window was there and is closed again, otherwise why there was none. */
async function openWindow() {
  const against = reasonAgainstWindow()
  if (against) return against
  const { program, reason } = await obtainRuntime()
  return program ? runWindow(program, [root]) : reason
}

function readArguments() {
  const options = {
    browser: { type: "boolean" },
    port: { type: "string" },
    "no-open": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  }
  try {
    const { values } = parseArgs({ options })
    const port = Number(values.port ?? 0)
    if (!/^\d+$/.test(values.port ?? "0") || port > 65535)
      throw new Error(`--port must be a number from 0 to 65535, got "${values.port}"`)
    return { browser: values.browser ?? false, port, open: !values["no-open"], help: values.help ?? false }
  } catch (error) {
    process.stderr.write(`${error.message}\n${USAGE}\n`)
    process.exit(2)
  }
}
