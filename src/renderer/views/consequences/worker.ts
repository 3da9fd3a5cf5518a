/** Follows flags off the page's thread. Whoever asks another question ends this worker and starts the next. */
import { answer, type Decision, decide, type Question } from "./question.ts"

self.addEventListener("message", ({ data }: MessageEvent<Question | Decision>) => {
  const tell = (told: unknown) => self.postMessage(told)
  try {
    if ("kind" in data) decide(data, tell)
    else answer(data, tell)
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) })
  }
})
