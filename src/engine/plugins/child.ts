/** Ends a plug-in's program and whatever it started itself. */
import { readdirSync, readFileSync } from "node:fs"

/** On Windows there are no groups of processes; there the program alone is ended. */
export const HAS_GROUPS = process.platform !== "win32"

/** In a program's environment, which all that it starts has from it. */
export const MARK = "ASSAY_PLUGIN_MARK"

/** `pid` 0: there is none. */
export function endChild(pid: number, mark: string): void {
  if (pid === 0) return
  kill(HAS_GROUPS ? -pid : pid)
  for (const left of markedWith(mark)) kill(left)
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It has ended already.
  }
}

/**
 * Processes that left the program's group (`setsid`, a daemon), by the environment that they were started with. Only Linux
 * shows it; elsewhere they are left, as is here one that was started with an environment of its own.
 */
function markedWith(mark: string): number[] {
  if (process.platform !== "linux") return []
  const line = `${MARK}=${mark}\0`
  const isMarked = (pid: string) => {
    try {
      return `${readFileSync(`/proc/${pid}/environ`, "latin1")}\0`.includes(line)
    } catch {
      // Somebody else's, or gone.
      return false
    }
  }
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  return pids.filter(isMarked).map(Number)
}
