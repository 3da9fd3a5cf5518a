/**
 * Reports on a scenario or a run that take a while. The server measures them, whoever looks; the page follows how far
 * it is and keeps what came out as long as it is open.
 */

import type {
  AttentionQuestion,
  AttentionReport,
  Failure,
  LeakageReport,
  RealismReport,
  ReportEvent,
  ReportName,
  RoundsQuestion,
  RoundsReport,
  WhyReport,
} from "../../api/contract.ts"
import { printable } from "../../core/printable.ts"
import { api, asFailure, ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { readEvents } from "../api/events.ts"
import { createStore } from "./store.ts"

/** How far it is, or what is measured first. */
export type Standing = Extract<ReportEvent, { type: "progress" | "waiting" }>

export type MeasuredState<Report> =
  | { readonly state: "measuring"; readonly standing: Standing | null; readonly cancelling: boolean }
  | { readonly state: "ready"; readonly report: Report }
  | { readonly state: "cancelled" }
  | { readonly state: "failed"; readonly failure: Failure }

/** Reports of one kind, by a scenario's name, a run's id or the question as JSON. */
export interface MeasuredReport<Report> {
  /** undefined until it was asked for. */
  of(subject: string): MeasuredState<Report> | undefined
  subscribe(listener: () => void): () => void
  /** Asks for it, unless it is there or on its way. */
  begin(subject: string): void
  cancel(subject: string): Promise<void>
}

function measured<Report>(kind: ReportName["kind"]): MeasuredReport<Report> {
  const states = createStore<ReadonlyMap<string, MeasuredState<Report>>>(new Map())
  /** Whose events are being listened to. */
  const followed = new Set<string>()
  const put = (subject: string, state: MeasuredState<Report>) =>
    states.set(new Map(states.get()).set(subject, state))

  function stand(subject: string, standing: Standing | null): void {
    const known = states.get().get(subject)
    put(subject, {
      state: "measuring",
      standing,
      cancelling: known?.state === "measuring" && known.cancelling,
    })
  }

  async function end(subject: string, event: Exclude<ReportEvent, Standing>): Promise<void> {
    if (event.type === "done") put(subject, { state: "ready", report: await api.report({ kind, subject }) })
    else if (event.type === "cancelled") put(subject, { state: "cancelled" })
    else put(subject, { state: "failed", failure: { ...event, message: printable(event.message) } })
  }

  async function follow(subject: string): Promise<void> {
    followed.add(subject)
    try {
      const response = await api.reportEvents({ kind, subject })
      if (!response.body) throw new ServerLost()
      for await (const event of readEvents<ReportEvent>(response.body)) {
        if (event.type !== "progress" && event.type !== "waiting") return await end(subject, event)
        stand(subject, event)
      }
      // The stream broke off before the end was told.
      throw new ServerLost()
    } catch (error) {
      const failure = asFailure(error)
      if (failure) put(subject, { state: "failed", failure })
      else connection.markLost()
    } finally {
      followed.delete(subject)
    }
  }

  // When the server is found again, ask how it stands; a new server measures anew.
  connection.subscribe(() => {
    if (connection.isLost()) return
    for (const [subject, { state }] of states.get())
      if (state === "measuring" && !followed.has(subject)) {
        put(subject, { state: "measuring", standing: null, cancelling: false })
        void follow(subject)
      }
  })

  return {
    of: (subject) => states.get().get(subject),
    subscribe: states.subscribe,
    begin(subject) {
      const known = states.get().get(subject)?.state
      if (known === "measuring" || known === "ready") return
      stand(subject, null)
      void follow(subject)
    },
    async cancel(subject) {
      const known = states.get().get(subject)
      if (known?.state !== "measuring") return
      put(subject, { ...known, cancelling: true })
      try {
        // Its events tell the end.
        await api.cancelReport({ kind, subject })
      } catch {
        const now = states.get().get(subject)
        if (now?.state === "measuring") put(subject, { ...now, cancelling: false })
      }
    },
  }
}

export const realismReport = measured<RealismReport>("realism")
export const leakageReport = measured<LeakageReport>("leakage")
export const whyReport = measured<WhyReport>("why")

/** By the question, as `subjectOf` has it. */
export const attentionReport = measured<AttentionReport>("attention")
export const roundsReport = measured<RoundsReport>("rounds")

export const subjectOf = (question: AttentionQuestion | RoundsQuestion): string => JSON.stringify(question)
