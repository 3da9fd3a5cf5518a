/**
 * What plug-ins say, as lines on stderr. A plug-in is asked batch by batch and says the same of each, so a line is told
 * when it is said first, and at the end with how often it came.
 */
import { talkOn } from "../api/first-run.ts"
import { printable } from "../core/printable.ts"

/** Different lines that are remembered at once; of more, the one that was said first is told and forgotten. */
const MOST_LINES = 100

export interface Heard {
  hear(line: string): void
  /** Tells what came again. Nothing more is heard. */
  end(): void
}

export function hearing(stream: NodeJS.WriteStream = process.stderr): Heard {
  // It may be said while a progress line stands there, which is written anew soon enough.
  const { done: tell } = talkOn(stream)
  const times = new Map<string, number>()
  const tellRepeats = (line: string, said: number) => {
    if (said > 1) tell(`${line} (${said.toLocaleString("en")} times)`)
  }
  return {
    hear(said) {
      const line = printable(said)
      const before = times.get(line) ?? 0
      times.set(line, before + 1)
      if (before > 0) return
      tell(line)
      if (times.size <= MOST_LINES) return
      const [first] = times.keys()
      tellRepeats(first!, times.get(first!)!)
      times.delete(first!)
    },
    end() {
      for (const [line, said] of times) tellRepeats(line, said)
      times.clear()
    },
  }
}
