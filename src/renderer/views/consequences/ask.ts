/** Asks a worker, so that the page never waits. A question that is overtaken by another one is called off. */
import { useEffect, useRef, useState } from "react"
import { type Answers, PARTS, type Part, type Question, type Told } from "./question.ts"

export interface Asked {
  /** Of the questions so far; what is told of any but the last one comes too late. */
  readonly number: number
  /** What is known by now; each part is of a question before, as long as it is not known of this one. */
  readonly answers: Partial<Answers>
  /** The parts of `answers` that are of a question before. */
  readonly earlier: readonly Part[]
  /** The part that is worked out, and the share of it that is done; null when all is known. */
  readonly working: { readonly part: Part; readonly done: number } | null
  /** Why a part has no answer, where the others have. */
  readonly reasons: Partial<Readonly<Record<Part, string>>>
  /** Why it cannot be answered, or null. */
  readonly failure: string | null
}

/** Whoever goes on turning is not answered before they pause. */
const PAUSE_MS = 250

export const NOTHING_YET: Asked = {
  number: 0,
  answers: {},
  earlier: [],
  working: { part: "consequences", done: 0 },
  reasons: {},
  failure: null,
}

/** `question` must stay the same object as long as it is the same; null asks nothing. */
export function useAnswers(question: Question | null): Asked {
  const [asked, setAsked] = useState(NOTHING_YET)
  const questions = useRef(0)
  useEffect(() => {
    questions.current += 1
    const number = questions.current
    const hear = (told: Told) => setAsked((before) => heard(before, number, told))
    setAsked((before) => heldOver(before, number))
    if (question === null) return
    let worker: Worker | null = null
    const timer = window.setTimeout(() => {
      worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })
      worker.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data))
      worker.addEventListener("error", ({ message }) => hear({ kind: "failed", message }))
      worker.postMessage(question)
    }, PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      worker?.terminate()
    }
  }, [question])
  return asked
}

const without = (parts: readonly Part[], found: Partial<Record<Part, unknown>>) =>
  parts.filter((part) => found[part] === undefined)

/** With `working` null once every part has its answer of this question, or the reason why it has none. */
function settled(asked: Asked): Asked {
  const isAll =
    asked.earlier.length === 0 && without(PARTS, { ...asked.answers, ...asked.reasons }).length === 0
  return isAll ? { ...asked, working: null } : asked
}

/** What was found stays to be read, part by part, until that part of question `number` is known. */
export const heldOver = ({ answers }: Asked, number: number): Asked => ({
  ...NOTHING_YET,
  number,
  answers,
  earlier: PARTS.filter((part) => answers[part] !== undefined),
})

/** What is known once `told` is heard, which is of question `number`. */
export function heard(before: Asked, number: number, told: Told): Asked {
  if (number !== before.number) return before
  switch (told.kind) {
    case "progress":
      return { ...before, working: { part: told.part, done: told.done } }
    case "found": {
      const answers = { ...before.answers, ...told.found }
      return settled({ ...before, answers, earlier: without(before.earlier, told.found), failure: null })
    }
    case "unanswered": {
      const { part, message } = told
      const { [part]: _, ...answers } = before.answers
      const reasons = { ...before.reasons, [part]: message }
      return settled({ ...before, answers, reasons, earlier: without(before.earlier, reasons) })
    }
    case "failed": {
      // No answer is on its way to what is of the setting before.
      const known = PARTS.filter((part) => !before.earlier.includes(part))
      const answers = Object.fromEntries(known.map((part) => [part, before.answers[part]]))
      return { ...before, answers, earlier: [], working: null, failure: told.message }
    }
  }
}
