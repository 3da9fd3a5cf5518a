/** Asks a worker, so that the page never waits. A question that is overtaken by another one is called off. */
import { useEffect, useState } from "react"
import type { Answers, Part, Question, Told } from "./question.ts"

export interface Asked {
  /** What is known by now; of the question before, as long as nothing is known of this one. */
  readonly answers: Partial<Answers>
  /** Whether `answers` are of the question before. */
  readonly isStale: boolean
  /** The part that is worked out, and the share of it that is done; null when all is known. */
  readonly working: { readonly part: Part; readonly done: number } | null
  /** Why it cannot be answered, or null. */
  readonly failure: string | null
}

/** Whoever goes on turning is not answered before they pause. */
const PAUSE_MS = 250

const NOTHING_YET: Asked = {
  answers: {},
  isStale: false,
  working: { part: "consequences", done: 0 },
  failure: null,
}

/** `question` must stay the same object as long as it is the same; null asks nothing. */
export function useAnswers(question: Question | null): Asked {
  const [asked, setAsked] = useState(NOTHING_YET)
  useEffect(() => {
    setAsked((before) => heldOver(before))
    if (question === null) return
    let worker: Worker | null = null
    const timer = window.setTimeout(() => {
      worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })
      worker.addEventListener("message", ({ data }: MessageEvent<Told>) =>
        setAsked((before) => heard(before, data)),
      )
      worker.addEventListener("error", ({ message }) =>
        setAsked((before) => heard(before, { kind: "failed", message })),
      )
      worker.postMessage(question)
    }, PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      worker?.terminate()
    }
  }, [question])
  return asked
}

/** What was found stays to be read until the first answer to the next question. */
export const heldOver = ({ answers }: Asked): Asked => ({
  ...NOTHING_YET,
  answers,
  isStale: answers.consequences !== undefined,
})

export function heard(before: Asked, told: Told): Asked {
  switch (told.kind) {
    case "progress":
      return { ...before, working: { part: told.part, done: told.done } }
    case "found": {
      const answers = before.isStale ? told.found : { ...before.answers, ...told.found }
      const isAll = answers.surface !== undefined
      return { answers, isStale: false, working: isAll ? null : before.working, failure: null }
    }
    case "failed":
      return { answers: {}, isStale: false, working: null, failure: told.message }
  }
}
