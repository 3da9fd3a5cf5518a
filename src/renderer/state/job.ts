/** The job that the server is running: its progress, its end, and how to call it off. */
import type { Failure, JobEntry, JobEvent, JobRequest } from "../../api/contract.ts"
import { ApiFailure, api, ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { readEvents } from "../api/events.ts"
import { refreshLibrary } from "./library.ts"
import { currentPlace, goTo } from "./location.ts"
import { OWN_SETTING } from "./setting-place.ts"
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
    if (job.get().state === "none") job.set({ state: "failed", scenario, failure: asFailure(error) })
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

/** Takes up a job that is running already: before a reload, from another window, or at the server's start. */
export async function adoptJob(): Promise<void> {
  try {
    const [running] = await api.jobs()
    if (!running || job.get().state === "running") return
    take(running)
  } catch (error) {
    if (!(error instanceof ServerLost)) throw error
  }
}

function take({ id, scenario }: JobEntry): void {
  job.set({ state: "running", id, scenario, progress: null, cancelling: false })
  void follow(id, scenario)
}

async function follow(id: string, scenario: string): Promise<void> {
  try {
    const response = await api.jobEvents(id, new AbortController().signal)
    if (!response.body) throw new ServerLost()
    for await (const event of readEvents(response.body)) {
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
    if (error instanceof ApiFailure && error.status === 404) job.set({ state: "none" })
    else if (error instanceof ApiFailure) job.set({ state: "failed", scenario, failure: asFailure(error) })
    else connection.markLost()
  }
}

async function accept(event: Exclude<JobEvent, Progress>, scenario: string): Promise<void> {
  if (event.type === "failed")
    return job.set({ state: "failed", scenario, failure: { kind: event.kind, message: event.message } })
  if (event.type === "cancelled") return job.set({ state: "cancelled", scenario })
  // Whoever reads another run meanwhile is offered the new one instead of being taken away.
  const nothingOpen = currentPlace().run === null
  await refreshLibrary()
  const opened = nothingOpen || currentPlace().view === "runs"
  job.set({ state: "done", scenario, run: event.run, opened })
  if (opened) openRun(event.run)
}

/** Goes to a run at its scenario's own operating point. */
function openRun(run: string): void {
  goTo({ view: "trade-offs", run, ...OWN_SETTING, account: null })
}

/** Opens the run of a job that ended while another run was read. */
export function openFinished(): void {
  const current = job.get()
  if (current.state !== "done") return
  dismissJob()
  openRun(current.run)
}

function asFailure(error: unknown): Failure {
  if (error instanceof ApiFailure) return { kind: error.kind, message: error.message }
  return { kind: "Error", message: error instanceof Error ? error.message : String(error) }
}

// When the server is found again, ask how the job stands.
let seenRecoveries = 0
connection.subscribe(() => {
  if (connection.recoveries() === seenRecoveries) return
  seenRecoveries = connection.recoveries()
  const current = job.get()
  if (current.state === "running" && current.id) void follow(current.id, current.scenario)
})
