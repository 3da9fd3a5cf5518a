/** The scenarios and runs that the server has. Lists that were read once stay when the server is lost. */
import type { DamagedRun, RunEntry, ScenarioEntry, TrashedRun } from "../../api/contract.ts"
import { api, ServerLost } from "../api/client.ts"
import { createStore } from "./store.ts"

export interface Library {
  readonly scenarios: readonly ScenarioEntry[] | null
  readonly runs: readonly RunEntry[] | null
  /** Folders of the store that are no whole run. */
  readonly damaged: readonly DamagedRun[]
  /** Deleted runs that can be had back. */
  readonly trash: readonly TrashedRun[]
  /** What the server said when it could not list them. */
  readonly failure: string | null
}

export const library = createStore<Library>({
  scenarios: null,
  runs: null,
  damaged: [],
  trash: [],
  failure: null,
})

export async function refreshLibrary(): Promise<void> {
  try {
    const [scenarios, runs, damaged, trash] = await Promise.all([
      api.scenarios(),
      api.runs(),
      api.damagedRuns(),
      api.trash(),
    ])
    library.set({ scenarios, runs, damaged, trash, failure: null })
  } catch (error) {
    if (error instanceof ServerLost) return
    library.set({ ...library.get(), failure: error instanceof Error ? error.message : String(error) })
  }
}
