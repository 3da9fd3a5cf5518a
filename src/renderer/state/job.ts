/** The job that the server is running: its progress, its end, and how to call it off. */
import type { Failure, JobEvent } from "../../api/contract.ts"
import { ApiFailure, api, ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { readEvents } from "../api/events.ts"
import { refreshLibrary } from "./library.ts"
import { goTo } from "./location.ts"
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
  | { readonly state: "done"; readonly scenario: string; readonly run: string }

export const job = createStore<Job>({ state: "none" })

export async function startJob(scenario: string, seed: string): Promise<void> {
  job.set({ state: "running", id: "", scenario, progress: null, cancelling: false })
  try {
    const { id } = await api.startJob(seed ? { scenario, seed } : { scenario })
    job.set({ state: "running", id, scenario, progress: null, cancelling: false })
    void follow(id, scenario)
  } catch (error) {
    job.set({ state: "failed", scenario, failure: asFailure(error) })
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
    job.set({ state: "running", ...running, progress: null, cancelling: false })
    void follow(running.id, running.scenario)
  } catch (error) {
    if (!(error instanceof ServerLost)) throw error
  }
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
  await refreshLibrary()
  job.set({ state: "done", scenario, run: event.run })
  goTo({ view: "trade-offs", run: event.run, threshold: null, prevalence: null, account: null })
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
