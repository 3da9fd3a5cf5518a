/** Reads a text/event-stream of JobEvent: each event is a `data:` line of JSON, ended by an empty line. */
import type { JobEvent } from "../../api/contract.ts"

/** The events that are complete in `buffer`, and what is left of it. */
export function splitEvents(buffer: string): { events: JobEvent[]; rest: string } {
  const blocks = buffer.replaceAll("\r\n", "\n").split("\n\n")
  const rest = blocks.pop() ?? ""
  const events: JobEvent[] = []
  for (const block of blocks) {
    const data = block
      .split("\n")
      .filter((line) => line.startsWith("data:"))
      .map((line) => line.slice(5).trimStart())
      .join("\n")
    if (data) events.push(JSON.parse(data) as JobEvent)
  }
  return { events, rest }
}

/** Yields events as they arrive, until the stream ends. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<JobEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let buffer = ""
  try {
    while (true) {
      const { value, done } = await reader.read()
      if (done) return
      const { events, rest } = splitEvents(buffer + decoder.decode(value, { stream: true }))
      buffer = rest
      yield* events
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
