/** Progress on stderr: one line that is written over on a terminal, nothing but the end elsewhere. */
import { talkOn } from "../api/first-run.ts"

export interface ProgressLine {
  show(stage: string, fraction: number): void
  clear(): void
}

export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const talk = talkOn(stream)
  const started = performance.now()
  return {
    show(stage, fraction) {
      const elapsed = (performance.now() - started) / 1000
      const left = fraction > 0.05 ? `, ${Math.ceil((elapsed * (1 - fraction)) / fraction)} s left` : ""
      talk.progress(`${String(Math.floor(100 * fraction)).padStart(3)} % ${stage}${left}`)
    },
    clear() {
      if (stream.isTTY) stream.write("\r\u001b[2K")
    },
  }
}
