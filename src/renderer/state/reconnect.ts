/** Looks for a server that was lost, and for what it does by itself. */
import { api } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { adoptJob } from "./job.ts"
import { refreshLibrary } from "./library.ts"

/**
 * Asks whether the server answers, and takes up a job that was begun elsewhere; when it answers again, what it has is
 * asked for anew.
 */
export async function look(): Promise<void> {
  const wasLost = connection.isLost()
  try {
    await api.health()
  } catch {
    // The connection has taken note.
    return
  }
  if (wasLost) await refreshLibrary()
  await adoptJob()
}
