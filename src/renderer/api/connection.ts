/**
 * Whether the server answers. A lost server takes nothing off the screen: whoever shows data keeps it,
 * and one banner says what happened.
 */

type Listener = () => void

/** `locked`: it answers, but not us; the session's token is missing or of an earlier server. */
export type Loss = "unanswered" | "locked"

let lost: Loss | null = null
let recoveries = 0
const listeners = new Set<Listener>()

function notify(): void {
  for (const listener of listeners) listener()
}

export const connection = {
  isLost: () => lost !== null,
  loss: () => lost,
  /** Rises each time the server is found again, so that what failed meanwhile can be asked for once more. */
  recoveries: () => recoveries,
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  markLost(loss: Loss = "unanswered"): void {
    if (lost === loss) return
    lost = loss
    notify()
  },
  markFound(): void {
    if (lost === null) return
    lost = null
    recoveries++
    notify()
  },
}
