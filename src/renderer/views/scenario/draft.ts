/**
 * The scenario that is being edited. It stays when one looks at another view, and a reload brings it back; only
 * opening another scenario puts it away, and the view asks before that when something was not saved.
 */
import { ApiFailure, api, ServerLost } from "../../api/client.ts"
import { back, begin, forth, type History, step } from "../../state/history.ts"
import { refreshLibrary } from "../../state/library.ts"
import { replacePlace } from "../../state/location.ts"
import { createStore } from "../../state/store.ts"

/** A scenario's name, `run:` and a run's id, or "" for a new one; as in the address. */
export type Source = string

export const NEW: Source = ""
const OF_RUN = "run:"
export const sourceOfRun = (run: string): Source => OF_RUN + run
export const runOf = (source: Source): string | null =>
  source.startsWith(OF_RUN) ? source.slice(OF_RUN.length) : null

/** The file that a draft was read from or saved to. */
export interface DraftFile {
  readonly name: string
  readonly file: string
  readonly digest: string
  /** Whether this editor wrote it: then it may do so again unasked. */
  readonly isOurs: boolean
}

export interface OpenDraft {
  readonly state: "open"
  readonly source: Source
  readonly file: DraftFile | null
  /** As it was opened or saved last. */
  readonly saved: string
  readonly history: History<string>
}

export type Draft =
  | { readonly state: "none" }
  | { readonly state: "loading"; readonly source: Source }
  | { readonly state: "failed"; readonly source: Source; readonly message: string; readonly isLost: boolean }
  | OpenDraft

export const textOf = ({ history }: OpenDraft): string => history.present
export const isDirty = (draft: OpenDraft): boolean => textOf(draft) !== draft.saved

const KEPT = "assay.draft"

export const draft = createStore<Draft>(restored())

draft.subscribe(() => {
  const current = draft.get()
  if (current.state !== "open") return
  const { source, file, saved } = current
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify({ source, file, saved, text: textOf(current) }))
  } catch {
    // No room in the browser's storage: a reload forgets the draft, as it would without storage.
  }
})

function restored(): Draft {
  const kept = window.sessionStorage.getItem(KEPT)
  if (kept === null) return { state: "none" }
  try {
    const { source, file, saved, text } = JSON.parse(kept)
    if (typeof source !== "string" || typeof saved !== "string" || typeof text !== "string")
      return { state: "none" }
    return { state: "open", source, file, saved, history: begin(text) }
  } catch {
    return { state: "none" }
  }
}

/** Opens a scenario in place of the draft, whatever that holds. */
export async function openSource(source: Source): Promise<void> {
  draft.set({ state: "loading", source })
  let opened: Draft
  try {
    const { text, file } = await read(source)
    opened = { state: "open", source, file, saved: text, history: begin(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    opened = { state: "failed", source, message, isLost: error instanceof ServerLost }
  }
  const current = draft.get()
  // Another one may have been asked for meanwhile.
  if (current.state === "loading" && current.source === source) draft.set(opened)
}

async function read(source: Source): Promise<{ text: string; file: DraftFile | null }> {
  if (source === NEW) return { text: "name: new-scenario\n", file: null }
  const run = runOf(source)
  if (run !== null) return { ...(await api.scenarioOfRun(run)), file: null }
  const { name, file, text, digest } = await api.scenario(source)
  return { text, file: { name, file, digest, isOurs: false } }
}

/** Steps of one kind that follow each other within this time are one step back. */
const ONE_STEP_MS = 900

let last: { readonly kind: string; readonly at: number } | null = null

/** `kind` names what is edited, e.g. a field, so that dragging a slider makes one step. */
export function edit(text: string, kind: string): void {
  const current = draft.get()
  if (current.state !== "open" || text === textOf(current)) return
  const now = performance.now()
  const goesOn = last !== null && last.kind === kind && now - last.at < ONE_STEP_MS
  last = { kind, at: now }
  const history = goesOn ? { ...current.history, present: text, future: [] } : step(current.history, text)
  draft.set({ ...current, history })
}

function go(move: (history: History<string>) => History<string>): void {
  const current = draft.get()
  last = null
  if (current.state === "open") draft.set({ ...current, history: move(current.history) })
}

export const undo = () => go(back)
export const redo = () => go(forth)

/**
 * Saves the text under a name, which must be the scenario's, and which the address tells from then on. `replaces` is the digest of the file that it may replace.
 * What is typed meanwhile stays, unsaved. Throws what the server says.
 */
export async function save(name: string, text: string, replaces: string | null): Promise<void> {
  const { file, digest } = await api.saveScenario(name, { text, replaces })
  const current = draft.get()
  if (current.state === "open") {
    // In one go, or else the address would seem to ask for another scenario than the draft's.
    replacePlace({ scenario: name })
    draft.set({ ...current, source: name, file: { name, file, digest, isOurs: true }, saved: text })
  }
  await refreshLibrary()
}

export function isConflict(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 409
}
