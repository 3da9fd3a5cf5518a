/** The job that the server is running: its progress, its end, and how to call it off. */

import type { CheckRequest, Failure, JobEntry, JobEvent, JobRequest, JobResult } from "../../api/contract.ts"
import { printable } from "../../core/printable.ts"
import { ApiFailure, api, asFailure, ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { readEvents } from "../api/events.ts"
import { refreshChecks } from "./checks.ts"
import { askForConsent, type PluginsOf } from "./consent.ts"
import { isStandInUntouched } from "./first-look.ts"
import { refreshLibrary } from "./library.ts"
import { currentPlace, goTo } from "./location.ts"
import { ownPlaceOf } from "./setting-place.ts"
import { createStore } from "./store.ts"

export type Progress = Extract<JobEvent, { type: "progress" }>

/** The scenario that it runs; null for a check. */
type Subject = JobEntry["scenario"]

export type Job =
  | { readonly state: "none" }
  | {
      readonly state: "running"
      readonly id: string
      readonly scenario: Subject
      readonly progress: Progress | null
      readonly cancelling: boolean
    }
  | { readonly state: "failed"; readonly scenario: Subject; readonly failure: Failure }
  | { readonly state: "cancelled"; readonly scenario: Subject }
  /** Its server is no more; the one that answers now does not know it. */
  | { readonly state: "gone"; readonly scenario: Subject }
  | {
      readonly state: "done"
      readonly scenario: Subject
      readonly result: JobResult
      /** Whether the page went to it by itself. */
      readonly opened: boolean
    }

export const job = createStore<Job>({ state: "none" })

export function startJob(scenario: string, seed: string): Promise<void> {
  return startRun(scenario, seed ? { scenario, seed } : { scenario })
}

/** Runs a scenario from its text; it need not have been saved. */
export function startWritten(scenario: string, text: string): Promise<void> {
  return startRun(scenario, { text })
}

const startRun = (scenario: string, request: JobRequest) =>
  start(scenario, () => api.startJob(request), "text" in request ? { text: request.text } : { scenario })

/** What the last check that was started here was of. */
let lastChecked: CheckRequest = {}

export function startCheck(request: CheckRequest): Promise<void> {
  lastChecked = request
  return start(null, () => api.startCheck(request))
}

/** Once more, with the scenario's own seed. */
export function startAgain(scenario: Subject): Promise<void> {
  return scenario === null ? startCheck(lastChecked) : startJob(scenario, "")
}

/** `of`: whose plug-ins would run; null when the answer names it. */
async function start(
  scenario: Subject,
  ask: () => Promise<{ id: string }>,
  of: PluginsOf | null = null,
): Promise<void> {
  job.set({ state: "running", id: "", scenario, progress: null, cancelling: false })
  try {
    const { id } = await ask()
    take({ id, scenario })
  } catch (error) {
    job.set({ state: "none" })
    if (askForConsent(error, of, () => start(scenario, ask, of))) return
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

async function follow(id: string, scenario: Subject): Promise<void> {
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

async function accept(event: Exclude<JobEvent, Progress>, scenario: Subject): Promise<void> {
  window.sessionStorage.removeItem(FOLLOWED)
  if (event.type === "failed")
    return job.set({
      state: "failed",
      scenario,
      failure: { kind: event.kind, message: printable(event.message) },
    })
  if (event.type === "cancelled") return job.set({ state: "cancelled", scenario })
  const mayOpen = isWaitedFor(event)
  await Promise.all([refreshLibrary(), refreshChecks()])
  const opened = mayOpen || isWaitedFor(event)
  const result = "run" in event ? { run: event.run } : { check: event.check }
  job.set({ state: "done", scenario, result, opened })
  if (opened) openResult(result)
  // The server may have gone on to the next one by itself.
  await adoptJob()
}

/**
 * Whoever reads another run meanwhile is offered the new one instead of being taken away. So is whoever edits a
 * scenario, with a draft in hand.
 */
function isWaitedFor(result: JobResult): boolean {
  const { view, run } = currentPlace()
  if ("check" in result) return view === "gate"
  return view === "runs" || (view !== "scenario" && view !== "gate" && (run === null || isStandInUntouched()))
}

function openResult(result: JobResult): void {
  if ("run" in result) openRun(result.run)
  else goTo({ view: "gate", check: result.check, checked: null, gateOutcome: null, account: null })
}

/** Goes to a run at its scenario's own operating point. */
export function openRun(run: string): void {
  goTo({ view: "trade-offs", ...ownPlaceOf(run) })
}

/** Opens what a job wrote that ended while something else was looked at. */
export function openFinished(): void {
  const current = job.get()
  if (current.state !== "done") return
  dismissJob()
  openResult(current.result)
}

// When the server is found again, ask how the job stands.
let seenRecoveries = 0
connection.subscribe(() => {
  if (connection.recoveries() === seenRecoveries) return
  seenRecoveries = connection.recoveries()
  const current = job.get()
  if (current.state === "running" && current.id) void follow(current.id, current.scenario)
})
