/** What was, to go back to, and what was gone back from. */
export interface History<Value> {
  readonly past: readonly Value[]
  readonly present: Value
  /** The nearest first. */
  readonly future: readonly Value[]
}

/** More steps back than anybody counts. */
const MOST_STEPS = 200

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] })

/** A step on; what was gone back from is given up. */
export function step<Value>({ past, present }: History<Value>, next: Value): History<Value> {
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] }
}

/** The same history where there is nothing to go back to. */
export function back<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history
  const before = past.at(-1)
  if (before === undefined) return history
  return { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

export function forth<Value>(history: History<Value>): History<Value> {
  const [after, ...later] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future: later }
}
