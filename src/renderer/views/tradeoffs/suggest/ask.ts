/** Asks a worker, so that the page never waits. A question that is overtaken by another one is called off. */
import { useEffect, useState } from "react"
import type { Suggestion } from "../../../../core/evaluation/index.ts"
import type { Question } from "./question.ts"

export type Asked =
  | { readonly state: "none" | "thinking" | "failed" }
  | { readonly state: "ready"; readonly suggestion: Suggestion }

/** Whoever types is not answered before they pause. */
const PAUSE_MS = 250

/** `question` must stay the same object as long as it is the same. */
export function useAnswer(question: Question | null, attempt: number): Asked {
  const [answered, setAnswered] = useState<{ to: Question; asked: Asked } | null>(null)

  // Another attempt asks the same again.
  useEffect(() => {
    if (question === null) return
    let worker: Worker | null = null
    const settle = (asked: Asked) => {
      worker?.terminate()
      setAnswered({ to: question, asked })
    }
    setAnswered(null)
    const timer = window.setTimeout(() => {
      worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })
      worker.addEventListener("message", ({ data }: MessageEvent<Suggestion>) =>
        settle({ state: "ready", suggestion: data }),
      )
      worker.addEventListener("error", () => settle({ state: "failed" }))
      worker.postMessage(question)
    }, PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      worker?.terminate()
    }
  }, [question, attempt])

  if (question === null) return { state: "none" }
  return answered?.to === question ? answered.asked : { state: "thinking" }
}
