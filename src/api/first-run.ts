/**
 * The workbench opens on a finished run: this makes sure that there is one. It asks for jobs as the page does, so the
 * page shows how far they are and lets one cancel them.
 */
import { isDeepStrictEqual } from "node:util"
import { AssayError } from "../core/errors.ts"
import type { Assembled } from "./assemble.ts"
import type { JobEvent } from "./contract.ts"

const FIRST_SCENARIO = "quickstart"
/** Done in a second or two: in an empty store it goes first, so that there is something to look at meanwhile. */
const STAND_IN = "tiny"

export interface Talk {
  /** Shows how far it is, e.g. on stderr; `done` ends the line. */
  progress(text: string): void
  done(text: string): void
}

/**
 * Simulates the quickstart unless its run is in the store. What goes wrong with the scenario or the job is told and
 * left to the workbench to show.
 */
export async function ensureFirstRun(parts: FirstRunParts, talk: Talk): Promise<void> {
  try {
    const { scenarios, store } = parts
    const scenario = await scenarios.load(FIRST_SCENARIO)
    const runs = await store.list()
    if (runs.some((run) => isDeepStrictEqual(run.scenario, scenario))) return
    if (runs.length === 0) {
      const { type } = await runJob(parts, STAND_IN, () => {})
      if (type === "cancelled") return
    }
    await makeFirst(parts, scenario.accounts, talk)
  } catch (error) {
    if (!(error instanceof AssayError)) throw error
    talk.done(`The first run could not be made: ${error.message}`)
  }
}

export type FirstRunParts = Pick<Assembled, "scenarios" | "store" | "api" | "jobs">

async function makeFirst(parts: FirstRunParts, accounts: number, talk: Talk): Promise<void> {
  const started = performance.now()
  talk.done(`Simulating ${FIRST_SCENARIO}, once; the page shows how far it is ...`)
  const end = await runJob(parts, FIRST_SCENARIO, ({ stage, fraction }) =>
    talk.progress(`Simulating ${FIRST_SCENARIO}, once: ${Math.round(fraction * 100)} % (${stage})`),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (end.type === "done")
    talk.done(`Simulated ${FIRST_SCENARIO}: ${accounts.toLocaleString("en")} accounts in ${seconds} s`)
  else if (end.type === "failed") talk.done(`The first run could not be made: ${end.message}`)
}

type Progress = Extract<JobEvent, { type: "progress" }>

/** Resolves with how it ended; a refusal, say because of a job that somebody was quicker to start, is told likewise. */
async function runJob(
  { api, jobs }: FirstRunParts,
  scenario: string,
  onProgress: (progress: Progress) => void,
): Promise<Exclude<JobEvent, Progress>> {
  const response = await api.request("/api/jobs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ scenario }),
  })
  const answer = await response.json()
  if (!response.ok) return { type: "failed", ...answer }
  for await (const event of jobs.watch(answer.id, new AbortController().signal)) {
    if (event.type !== "progress") return event
    onProgress(event)
  }
  return { type: "cancelled" }
}

/** One line on a terminal that is written over; in a log, only its end. */
export function talkOn(stream: NodeJS.WriteStream): Talk {
  const isTerminal = Boolean(stream.isTTY)
  return {
    progress(text) {
      if (isTerminal) stream.write(`\r\u001b[2K${text}`)
    },
    done(text) {
      stream.write(`${isTerminal ? "\r\u001b[2K" : ""}${text}\n`)
    },
  }
}
