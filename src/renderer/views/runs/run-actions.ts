/** What can be done to a run in the store, and how the last of it went. */
import type { RunEntry } from "../../../api/contract.ts"
import { api, ServerLost } from "../../api/client.ts"
import { download, fileName } from "../../export/download.ts"
import { reportLanguage } from "../../export/report-language.ts"
import type { LanguageTag } from "../../format.ts"
import { OWN_AGAINST } from "../../state/compared-place.ts"
import { forgetRun } from "../../state/kept-runs.ts"
import { refreshLibrary } from "../../state/library.ts"
import { currentPlace, replacePlace } from "../../state/location.ts"
import { ownPlaceOf } from "../../state/setting-place.ts"
import { createStore } from "../../state/store.ts"

export type Deed =
  | { readonly is: "none" }
  /** `wasOpen`: the run that was open before it was deleted; undone, it is opened again. */
  | { readonly is: "deleted"; readonly name: string; readonly token: string; readonly wasOpen: boolean }
  | { readonly is: "restored"; readonly name: string }
  | { readonly is: "exporting"; readonly file: string; readonly controller: AbortController }
  | { readonly is: "failed"; readonly why: string }

export const deed = createStore<Deed>({ is: "none" })

export function forgetDeed(): void {
  const current = deed.get()
  if (current.is === "exporting") current.controller.abort()
  deed.set({ is: "none" })
}

/** Does it, and tells of a failure; a lost server is told of by the page's banner. */
async function attempt(work: () => Promise<Deed>): Promise<void> {
  try {
    deed.set(await work())
  } catch (error) {
    if (error instanceof ServerLost) return deed.set({ is: "none" })
    deed.set({ is: "failed", why: error instanceof Error ? error.message : String(error) })
  }
}

/** Also takes the folder's name of a damaged run. */
export function deleteRun(id: string, name: string): Promise<void> {
  return attempt(async () => {
    const { token } = await api.deleteRun(id)
    forgetRun(id)
    await refreshLibrary()
    const { run, against } = currentPlace()
    if (against.run === id) replacePlace({ against: OWN_AGAINST })
    // Without a run in the address the newest one is opened.
    if (run === id) replacePlace(ownPlaceOf(null))
    return { is: "deleted", name, token, wasOpen: run === id }
  })
}

export function restoreRun(token: string, name: string, opens: boolean): Promise<void> {
  return attempt(async () => {
    const { id } = await api.restoreRun(token)
    await refreshLibrary()
    if (opens) replacePlace(ownPlaceOf(id))
    return { is: "restored", name }
  })
}

export function removeForGood(token: string): Promise<void> {
  return attempt(async () => {
    await api.removeForGood(token)
    await refreshLibrary()
    return { is: "none" }
  })
}

export function exportRun({ id }: RunEntry, format: "csv" | "parquet"): Promise<void> {
  return writeFile(`${id}-scores.${format}`, (signal) => api.exportRun(id, format, signal))
}

/** Of the run by its scenario's own setting; making it may take some seconds. */
export function saveReport({ id }: RunEntry, language: LanguageTag): Promise<void> {
  return writeFile(fileName([id, "report"], "html"), async (signal) =>
    (await api.runReport(id, `lang=${reportLanguage(language)}`, signal)).blob(),
  )
}

/** What is under way can be called off by forgetting the deed. */
function writeFile(file: string, make: (signal: AbortSignal) => Promise<Blob>): Promise<void> {
  const controller = new AbortController()
  deed.set({ is: "exporting", file, controller })
  return attempt(async () => {
    try {
      download(await make(controller.signal), file)
    } catch (error) {
      if (!controller.signal.aborted) throw error
    }
    return { is: "none" }
  })
}
