/** Answers one question off the page's thread. Whoever asks another one ends this worker and starts the next. */
import { answer, type Question } from "./question.ts"

self.addEventListener("message", ({ data }: MessageEvent<Question>) => self.postMessage(answer(data)))
