/** Looks for a server that was lost. */
import { api } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { adoptJob } from "./job.ts"
import { refreshLibrary } from "./library.ts"

/** Asks whether the server answers; when it does again, what it has is asked for anew. */
export async function look(): Promise<void> {
  const wasLost = connection.isLost()
  try {
    await api.health()
  } catch {
    // The connection has taken note.
    return
  }
  if (!wasLost) return
  await refreshLibrary()
  await adoptJob()
}
