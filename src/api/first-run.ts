/**
 * The workbench opens on a finished run: this makes sure that there is one. It asks for jobs as the page does, so the
 * page shows how far they are and lets one cancel them.
 */
import { isDeepStrictEqual } from "node:util"
import { AssayError } from "../core/errors.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { Assembled } from "./assemble.ts"
import type { JobEvent, ScenarioEntry } from "./contract.ts"

const FIRST_SCENARIO = "quickstart"
/** Done in a second or two: in an empty store it goes first, so that there is something to look at meanwhile. */
const STAND_IN = "tiny"
/** A scenario of somebody's own is not run unasked when it has more accounts than the quickstart. */
const MOST_UNASKED = 20_000

export interface Talk {
  /** Shows how far it is, e.g. on stderr; `done` ends the line. */
  progress(text: string): void
  done(text: string): void
}

/**
 * Simulates the quickstart unless its run is in the store. In a folder without one, an empty store gets a run of the
 * smallest scenario. What goes wrong with the scenario or the job is told and left to the workbench to show.
 */
export async function ensureFirstRun(parts: FirstRunParts, talk: Talk): Promise<void> {
  try {
    const entries = await parts.scenarios.list()
    if (entries.some(({ name }) => name === FIRST_SCENARIO)) await ensureQuickstart(parts, talk)
    else if ((await parts.store.list()).length === 0) await beginWithSmallest(parts, entries, talk)
  } catch (error) {
    if (!(error instanceof AssayError)) throw error
    talk.done(`The first run could not be made: ${error.message}`)
  }
}

export type FirstRunParts = Pick<Assembled, "scenarios" | "store" | "api" | "jobs">

async function ensureQuickstart(parts: FirstRunParts, talk: Talk): Promise<void> {
  const scenario = await parts.scenarios.load(FIRST_SCENARIO)
  const runs = await parts.store.list()
  if (runs.some((run) => isDeepStrictEqual(run.scenario, scenario))) return
  if (runs.length === 0) {
    const { type } = await runJob(parts, STAND_IN, () => {})
    if (type === "cancelled") return
  }
  await makeFirst(parts, scenario, talk)
}

/** Of a folder of somebody's own: what is large, and what runs programs, waits until somebody asks for it. */
async function beginWithSmallest(
  parts: FirstRunParts,
  entries: readonly ScenarioEntry[],
  talk: Talk,
): Promise<void> {
  const usable = entries.flatMap((entry) => ("error" in entry ? [] : [entry]))
  if (usable.length === 0) {
    talk.done(
      entries.length === 0
        ? "There is no scenario in the folder to open a run of; the page helps to write one."
        : "No scenario of the folder can be read; the page tells why.",
    )
    return
  }
  for (const { name, accounts } of usable.toSorted((a, b) => a.accounts - b.accounts)) {
    if (accounts > MOST_UNASKED) break
    const scenario = await parts.scenarios.load(name)
    if (scenario.detectors.plugins.length === 0) return makeFirst(parts, scenario, talk)
  }
  talk.done("There is no run yet to open on; choose a scenario on the page.")
}

async function makeFirst(parts: FirstRunParts, { name, accounts }: Scenario, talk: Talk): Promise<void> {
  const started = performance.now()
  talk.done(`Simulating ${name}, once; the page shows how far it is ...`)
  const end = await runJob(parts, name, ({ stage, fraction }) =>
    talk.progress(`Simulating ${name}, once: ${Math.round(fraction * 100)} % (${stage})`),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (end.type === "done")
    talk.done(`Simulated ${name}: ${accounts.toLocaleString("en")} accounts in ${seconds} s`)
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
