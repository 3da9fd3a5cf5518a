/** The last two runs stay at hand: going from view to view loads nothing again, and a comparison has two. */
import { type LoadedRun, loadRun } from "./run.ts"

const CAPACITY = 2

// A Map keeps the order of insertion: the first is the one unused for longest.
const kept = new Map<string, Promise<LoadedRun>>()

export function keptRun(id: string): Promise<LoadedRun> {
  const run = kept.get(id) ?? loadRun(id)
  kept.delete(id)
  kept.set(id, run)
  // What could not be loaded may be there the next time.
  run.catch(() => kept.get(id) === run && kept.delete(id))
  for (const oldest of kept.keys()) {
    if (kept.size <= CAPACITY) break
    kept.delete(oldest)
  }
  return run
}

/** Lets go of a run that was deleted. */
export function forgetRun(id: string): void {
  kept.delete(id)
}
