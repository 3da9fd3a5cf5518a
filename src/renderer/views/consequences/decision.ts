/** Searches that take long: begun by a button, called off by another, and going on while other views are looked at. */
import { createStore, type Store } from "../../state/store.ts"
import type { Decided, Decision, DecisionTold } from "./question.ts"

type Kind = Decision["kind"]

export type Standing<Of extends Kind, Asked> =
  | { readonly state: "none" }
  | { readonly state: "cancelled" }
  | {
      readonly state: "working"
      readonly asked: Asked
      /** In [0, 1]. */
      readonly done: number
      /** null until it can be told. */
      readonly remainingSeconds: number | null
    }
  | { readonly state: "found"; readonly asked: Asked; readonly found: Decided[Of] }
  | { readonly state: "failed"; readonly message: string }

export interface Search<Of extends Kind, Asked> {
  readonly standing: Pick<Store<Standing<Of, Asked>>, "get" | "subscribe">
  /** `asked` is kept beside the answer; a search under way is called off. */
  begin(asked: Asked, decision: Decision & { readonly kind: Of }): void
  cancel(): void
}

/** Before that what is left cannot be told. */
const TELLING_FROM_MS = 2000

export function createSearch<Of extends Kind, Asked>(): Search<Of, Asked> {
  const standing = createStore<Standing<Of, Asked>>({ state: "none" })
  let worker: Worker | null = null

  function settle(end: Standing<Of, Asked>): void {
    worker?.terminate()
    worker = null
    standing.set(end)
  }

  function begin(asked: Asked, decision: Decision & { readonly kind: Of }): void {
    settle({ state: "working", asked, done: 0, remainingSeconds: null })
    const began = performance.now()
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })
    worker.addEventListener("message", ({ data }: MessageEvent<DecisionTold>) => {
      if (data.kind === "failed") settle({ state: "failed", message: data.message })
      else if (data.kind === "found") settle({ state: "found", asked, found: data.found as Decided[Of] })
      else {
        const { done } = data
        standing.set({ state: "working", asked, done, remainingSeconds: secondsLeft(began, done) })
      }
    })
    worker.addEventListener("error", ({ message }) => settle({ state: "failed", message }))
    worker.postMessage(decision)
  }

  return { standing, begin, cancel: () => settle({ state: "cancelled" }) }
}

function secondsLeft(began: number, done: number): number | null {
  const passed = performance.now() - began
  return passed < TELLING_FROM_MS || done === 0 ? null : (passed * (1 - done)) / done / 1000
}

/** What stands for the run on the screen: of a search for another one nothing is told here, and asking here ends it. */
export const standingFor = <Of extends Kind, Asked extends { readonly run: object }>(
  standing: Standing<Of, Asked>,
  run: Asked["run"],
): Standing<Of, Asked> =>
  (standing.state === "working" || standing.state === "found") && standing.asked.run !== run
    ? { state: "none" }
    : standing
