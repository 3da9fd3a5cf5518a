/** The job that the server is running: its progress, its end, and how to call it off. */
import type { Failure, JobEntry, JobEvent, JobRequest } from "../../api/contract.ts"
import { ApiFailure, api, asFailure, ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { readEvents } from "../api/events.ts"
import { isStandInUntouched } from "./first-look.ts"
import { refreshLibrary } from "./library.ts"
import { currentPlace, goTo } from "./location.ts"
import { ownPlaceOf } from "./setting-place.ts"
import { createStore } from "./store.ts"

export type Progress = Extract<JobEvent, { type: "progress" }>

export type Job =
  | { readonly state: "none" }
  | {
      readonly state: "running"
      readonly id: string
      readonly scenario: string
      readonly progress: Progress | null
      readonly cancelling: boolean
    }
  | { readonly state: "failed"; readonly scenario: string; readonly failure: Failure }
  | { readonly state: "cancelled"; readonly scenario: string }
  /** Its server is no more; the one that answers now does not know it. */
  | { readonly state: "gone"; readonly scenario: string }
  | {
      readonly state: "done"
      readonly scenario: string
      readonly run: string
      /** Whether the page went to the run by itself. */
      readonly opened: boolean
    }

export const job = createStore<Job>({ state: "none" })

export function startJob(scenario: string, seed: string): Promise<void> {
  return start(scenario, seed ? { scenario, seed } : { scenario })
}

/** Runs a scenario from its text; it need not have been saved. */
export function startWritten(scenario: string, text: string): Promise<void> {
  return start(scenario, { text })
}

async function start(scenario: string, request: JobRequest): Promise<void> {
  job.set({ state: "running", id: "", scenario, progress: null, cancelling: false })
  try {
    const { id } = await api.startJob(request)
    take({ id, scenario })
  } catch (error) {
    job.set({ state: "none" })
    // Another window was first: its job is the one to show.
    if (error instanceof ApiFailure && error.status === 409) await adoptJob()
    const failure = asFailure(error)
    if (job.get().state === "none" && failure) job.set({ state: "failed", scenario, failure })
  }
}

export async function cancelJob(): Promise<void> {
  const current = job.get()
  if (current.state !== "running" || !current.id) return
  job.set({ ...current, cancelling: true })
  try {
    await api.cancelJob(current.id)
  } catch (error) {
    // A job that ended meanwhile reports its end through its events.
    if (error instanceof ApiFailure && (error.status === 404 || error.status === 409)) return
    if (job.get().state === "running") job.set({ ...current, cancelling: false })
  }
}

export function dismissJob(): void {
  if (job.get().state !== "running") job.set({ state: "none" })
}

/**
 * Takes up a job that is running already, from another window or at the server's start, and the one that this page
 * followed before it was loaded again, however that ended.
 */
export async function adoptJob(): Promise<void> {
  try {
    const [running] = await api.jobs()
    const { state } = job.get()
    // How a job failed or was cancelled stays until it is dismissed.
    if (state !== "none" && state !== "done") return
    const adopted = running ?? followedBefore()
    if (adopted) take(adopted)
  } catch {
    // It is asked again in a moment.
  }
}

/** Survives a reload, also at the address of a server that was started anew. */
const FOLLOWED = "assay.job"

function followedBefore(): JobEntry | null {
  const noted = window.sessionStorage.getItem(FOLLOWED)
  return noted === null ? null : (JSON.parse(noted) as JobEntry)
}

function take({ id, scenario }: JobEntry): void {
  window.sessionStorage.setItem(FOLLOWED, JSON.stringify({ id, scenario }))
  job.set({ state: "running", id, scenario, progress: null, cancelling: false })
  void follow(id, scenario)
}

async function follow(id: string, scenario: string): Promise<void> {
  try {
    const response = await api.jobEvents(id, new AbortController().signal)
    if (!response.body) throw new ServerLost()
    for await (const event of readEvents<JobEvent>(response.body)) {
      if (event.type === "progress") {
        const current = job.get()
        if (current.state === "running") job.set({ ...current, progress: event })
        continue
      }
      await accept(event, scenario)
      return
    }
    // The stream broke off before the job's end was told.
    connection.markLost()
  } catch (error) {
    const failure = asFailure(error)
    if (!failure) return connection.markLost()
    window.sessionStorage.removeItem(FOLLOWED)
    const isUnknown = error instanceof ApiFailure && error.status === 404
    job.set(isUnknown ? { state: "gone", scenario } : { state: "failed", scenario, failure })
  }
}

async function accept(event: Exclude<JobEvent, Progress>, scenario: string): Promise<void> {
  window.sessionStorage.removeItem(FOLLOWED)
  if (event.type === "failed")
    return job.set({ state: "failed", scenario, failure: { kind: event.kind, message: event.message } })
  if (event.type === "cancelled") return job.set({ state: "cancelled", scenario })
  // Whoever reads another run meanwhile is offered the new one instead of being taken away.
  // So is whoever edits a scenario, with a draft in hand.
  const isEditing = currentPlace().view === "scenario"
  const mayOpen = !isEditing && (currentPlace().run === null || isStandInUntouched())
  await refreshLibrary()
  const opened = mayOpen || currentPlace().view === "runs"
  job.set({ state: "done", scenario, run: event.run, opened })
  if (opened) openRun(event.run)
  // The server may have gone on to the next one by itself.
  await adoptJob()
}

/** Goes to a run at its scenario's own operating point. */
export function openRun(run: string): void {
  goTo({ view: "trade-offs", ...ownPlaceOf(run) })
}

/** Opens the run of a job that ended while another run was read. */
export function openFinished(): void {
  const current = job.get()
  if (current.state !== "done") return
  dismissJob()
  openRun(current.run)
}

// When the server is found again, ask how the job stands.
let seenRecoveries = 0
connection.subscribe(() => {
  if (connection.recoveries() === seenRecoveries) return
  seenRecoveries = connection.recoveries()
  const current = job.get()
  if (current.state === "running" && current.id) void follow(current.id, current.scenario)
})
