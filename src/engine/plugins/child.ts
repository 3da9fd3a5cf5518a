/** Ends a plug-in's program and whatever it started itself. */

/** On Windows there are no groups of processes; there the program alone is ended. */
export const HAS_GROUPS = process.platform !== "win32"

/** `pid` 0: there is none. */
export function endChild(pid: number): void {
  if (pid === 0) return
  try {
    process.kill(HAS_GROUPS ? -pid : pid, "SIGKILL")
  } catch {
    // It has ended already.
  }
}
