/** What the server says of the draft: asked a moment after the last keystroke; the last good answer stays. */
import { useEffect } from "react"
import type { LocatedProblem, ScenarioCheck } from "../../../api/contract.ts"
import { api, ServerLost } from "../../api/client.ts"
import { connection } from "../../api/connection.ts"
import { createStore, useStore } from "../../state/store.ts"

export type GoodCheck = Extract<ScenarioCheck, { scenario: unknown }>

export interface Checked {
  /** The text that the server spoke of last; null before it did. */
  readonly text: string | null
  readonly problems: readonly LocatedProblem[]
  /** The last good answer, and the text that it was given for. */
  readonly good: (GoodCheck & { readonly text: string }) | null
  /** What went wrong with the check itself. */
  readonly failure: string | null
}

const checked = createStore<Checked>({ text: null, problems: [], good: null, failure: null })

/** Milliseconds without a change before the server is asked. */
const PAUSE = 250

/** Asks about each new text; what is returned may still speak of an earlier one, see `text`. */
export function useCheck(text: string): Checked {
  const current = useStore(checked)
  useEffect(() => {
    if (checked.get().text === text) return
    const controller = new AbortController()
    const ask = () => void check(text, controller.signal)
    const timer = window.setTimeout(ask, PAUSE)
    const unsubscribe = connection.subscribe(() => {
      if (!connection.isLost() && checked.get().text !== text) ask()
    })
    return () => {
      window.clearTimeout(timer)
      unsubscribe()
      controller.abort()
    }
  }, [text])
  return current
}

async function check(text: string, signal: AbortSignal): Promise<void> {
  try {
    const answer = await api.checkScenario(text, signal)
    if (signal.aborted) return
    if ("problems" in answer)
      checked.set({ ...checked.get(), text, problems: answer.problems, failure: null })
    else checked.set({ text, problems: [], good: { ...answer, text }, failure: null })
  } catch (error) {
    if (signal.aborted || error instanceof ServerLost) return
    const failure = error instanceof Error ? error.message : String(error)
    checked.set({ ...checked.get(), text, problems: [], failure })
  }
}

/** The problem to show at a field: its own, or one of what it holds. */
export function problemAt(
  problems: readonly LocatedProblem[],
  path: readonly (string | number)[],
): LocatedProblem | undefined {
  return problems.find((problem) => path.every((key, i) => problem.path[i] === key))
}
