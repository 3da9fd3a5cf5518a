/**
 * Whether the server answers. A lost server takes nothing off the screen: whoever shows data keeps it,
 * and one banner says what happened.
 */

type Listener = () => void

let lost = false
let recoveries = 0
const listeners = new Set<Listener>()

function notify(): void {
  for (const listener of listeners) listener()
}

export const connection = {
  isLost: () => lost,
  /** Rises each time the server is found again, so that what failed meanwhile can be asked for once more. */
  recoveries: () => recoveries,
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  markLost(): void {
    if (lost) return
    lost = true
    notify()
  },
  markFound(): void {
    if (!lost) return
    lost = false
    recoveries++
    notify()
  },
}
