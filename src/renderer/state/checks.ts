/** The checks that the store keeps. A list that was read once stays when the server is lost. */
import type { Failure, KeptCheck } from "../../api/contract.ts"
import { api, asFailure } from "../api/client.ts"
import { createStore } from "./store.ts"

export interface KeptChecks {
  /** The newest first; null until they were listed. */
  readonly entries: readonly KeptCheck[] | null
  readonly failure: Failure | null
}

export const checks = createStore<KeptChecks>({ entries: null, failure: null })

export async function refreshChecks(): Promise<void> {
  try {
    checks.set({ entries: await api.checks(), failure: null })
  } catch (error) {
    const failure = asFailure(error)
    if (failure) checks.set({ ...checks.get(), failure })
  }
}
