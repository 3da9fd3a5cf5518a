/** Follows flags off the page's thread. Whoever asks another question ends this worker and starts the next. */
import { answer, type Question } from "./question.ts"

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  try {
    answer(data, (told) => self.postMessage(told))
  } catch (error) {
    self.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) })
  }
})
