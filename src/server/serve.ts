/** `npm start` without a window, and `assay serve`: the workbench in a browser until Ctrl-C. */
import { assemble } from "../api/assemble.ts"
import { ensureFirstRun, talkOn } from "../api/first-run.ts"
import { findPlaces } from "../api/places.ts"
import { hasDisplay, openBrowser } from "./open-browser.ts"
import { startServer } from "./server.ts"

export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port?: number
  readonly host?: string
  readonly workers?: number
  /** Where runs are kept; ASSAY_STORE, or `runs` in the folder of the command, unless told. */
  readonly store?: string
  /** Simulates the quickstart when there is no run of it yet. */
  readonly firstRun?: boolean
  /** Opens the address where there is a display. */
  readonly open?: boolean
}

/** As shells report a program that Ctrl-C ended. */
const INTERRUPTED = 130

/** Resolves with the exit code, once the user has ended it and all is closed. */
export async function serveWorkbench(options: ServeOptions = {}): Promise<number> {
  const { port = 0, host, workers, store, firstRun = true, open = true } = options
  const ending = untilInterrupted()
  const places = findPlaces(store === undefined ? process.env : { ...process.env, ASSAY_STORE: store })
  const parts = assemble({ places, ...(workers === undefined ? {} : { workers }) })
  // Before the first run, so that a port that is taken is told at once.
  const server = await startServer({
    api: parts.api,
    rendererFolder: places.rendererFolder,
    port,
    ...(host === undefined ? {} : { host }),
  })
  try {
    process.stdout.write(`Assay is open at ${server.url}\n`)
    process.stderr.write("Ctrl-C ends it.\n")
    if (open && hasDisplay()) openBrowser(server.url)
    // The page shows how it goes, so it opens at once.
    if (firstRun) await Promise.race([ensureFirstRun(parts, talkOn(process.stderr)), ending])
    await ending
    return 0
  } finally {
    await Promise.all([parts.close(), server.close()])
  }
}

/** npm passes Ctrl-C on to a program that the terminal has told already: both come as one. */
const SAME_KEY_SECONDS = 1

/** The first Ctrl-C asks to end; one more, later, insists. */
function untilInterrupted(): Promise<void> {
  return new Promise<void>((resolve) => {
    let first = Number.POSITIVE_INFINITY
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        const now = performance.now()
        if (now > first + SAME_KEY_SECONDS * 1000) process.exit(INTERRUPTED)
        first = Math.min(first, now)
        resolve()
      })
    }
  })
}
