/** Ctrl-C during work that should not be left half done. */
import { CancelledError } from "../core/errors.ts"

/** As shells report a program that Ctrl-C ended. */
export const INTERRUPTED = 130

/** What still writes after this is ended with the process; whatever it leaves is hidden and never taken for a run. */
const PATIENCE_MILLISECONDS = 800

/** A signal that Ctrl-C (or a polite kill) aborts; a second one ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(INTERRUPTED)
      controller.abort()
      setTimeout(() => process.exit(INTERRUPTED), PATIENCE_MILLISECONDS).unref()
    })
  }
  return controller.signal
}

export function stopIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new CancelledError()
}
