/** Progress on stderr: one line that is written over on a terminal; elsewhere nothing, or a line every now and then. */
import { talkOn } from "../api/first-run.ts"

export interface ProgressLine {
  show(stage: string, fraction: number): void
  clear(): void
}

/** `every`: seconds from one line to the next where there is no terminal; none at all unless told. */
export function progressLine(
  stream: NodeJS.WriteStream = process.stderr,
  every: number = Number.POSITIVE_INFINITY,
): ProgressLine {
  const talk = talkOn(stream)
  const started = performance.now()
  let told = 0
  return {
    show(stage, fraction) {
      const elapsed = (performance.now() - started) / 1000
      const left = fraction > 0.05 ? `, ${Math.ceil((elapsed * (1 - fraction)) / fraction)} s left` : ""
      const text = `${String(Math.floor(100 * fraction)).padStart(3)} % ${stage}${left}`
      talk.progress(text)
      if (stream.isTTY || elapsed - told < every) return
      told = elapsed
      talk.done(text)
    },
    clear() {
      if (stream.isTTY) stream.write("\r\u001b[2K")
    },
  }
}
