/** Plug-ins that would run and that nobody has consented to yet: who is asked, and what goes on when they agree. */
import type { ConsentFailure, PluginEntry } from "../../api/contract.ts"
import { ApiFailure, api } from "../api/client.ts"
import { createStore } from "./store.ts"

/** A scenario by its name, or by its text. */
export type PluginsOf = { readonly scenario: string } | { readonly text: string }

export interface AskedConsent {
  readonly of: PluginsOf
  readonly plugins: readonly PluginEntry[]
  /** They have changed since they were shown first. */
  readonly changed: boolean
  /** What was to be done. */
  readonly goOn: () => Promise<void>
}

export const askedConsent = createStore<AskedConsent | null>(null)

/** Asks where a request failed for want of consent; false for any other failure. */
export function askForConsent(error: unknown, of: PluginsOf | null, goOn: () => Promise<void>): boolean {
  if (!(error instanceof ApiFailure) || error.kind !== "consent") return false
  const { plugins, scenario } = error.answer as ConsentFailure
  const named = scenario === undefined ? of : { scenario }
  if (named === null) return false
  askedConsent.set({ of: named, plugins, changed: false, goOn })
  return true
}

/** Throws as the api does, unless they have changed: then they are shown again as they are now. */
export async function giveConsent({ of, plugins, goOn }: AskedConsent): Promise<void> {
  try {
    await api.consent({ ...of, plugins: plugins.map(({ source, digest }) => ({ source, digest })) })
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status !== 409) throw error
    const present = await api.plugins(of)
    const lacking = present.filter(({ consented }) => !consented)
    askedConsent.set({ of, plugins: lacking, changed: true, goOn })
    return
  }
  askedConsent.set(null)
  await goOn()
}
