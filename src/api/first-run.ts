/** The workbench opens on a finished run: this makes sure that there is one. */
import { isDeepStrictEqual } from "node:util"
import { AssayError, CancelledError } from "../core/errors.ts"
import type { Assembled } from "./assemble.ts"

const FIRST_SCENARIO = "quickstart"

export interface FirstRunOptions {
  readonly signal: AbortSignal
  /** Shows how far it is, e.g. on stderr; `done` ends the line. */
  readonly talk: Talk
}

export interface Talk {
  progress(text: string): void
  done(text: string): void
}

/**
 * Simulates the quickstart unless its run is in the store. What is wrong with the scenario or the store
 * is told and left to the workbench to show; only CancelledError is thrown.
 */
export async function ensureFirstRun(
  { scenarios, store, engine, workers }: Pick<Assembled, "scenarios" | "store" | "engine" | "workers">,
  { signal, talk }: FirstRunOptions,
): Promise<void> {
  try {
    const scenario = await scenarios.load(FIRST_SCENARIO)
    const isThere = (await store.list()).some((run) => isDeepStrictEqual(run.scenario, scenario))
    if (isThere) return
    const started = performance.now()
    talk.done(`Simulating ${scenario.name}, once; this takes half a minute or so ...`)
    const run = await engine.run(scenario, {
      workers,
      signal,
      onProgress: ({ stage, fraction }) =>
        talk.progress(`Simulating ${scenario.name}, once: ${Math.round(fraction * 100)} % (${stage})`),
    })
    await store.write(run)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    talk.done(
      `Simulated ${scenario.name}: ${run.manifest.accounts.toLocaleString("en")} accounts in ${seconds} s`,
    )
  } catch (error) {
    if (error instanceof CancelledError || !(error instanceof AssayError)) throw error
    talk.done(`The first run could not be made: ${error.message}`)
  }
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
