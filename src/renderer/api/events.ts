/** Reads a text/event-stream of the api: each event is a `data:` line of JSON, ended by an empty line. */
import { ServerLost } from "./client.ts"

/** The events that are complete in `buffer`, and what is left of it. */
export function splitEvents<Event>(buffer: string): { events: Event[]; rest: string } {
  const blocks = buffer.replaceAll("\r\n", "\n").split("\n\n")
  const rest = blocks.pop() ?? ""
  const events: Event[] = []
  for (const block of blocks) {
    const data = block
      .split("\n")
      .filter((line) => line.startsWith("data:"))
      .map((line) => line.slice(5).trimStart())
      .join("\n")
    if (data) events.push(JSON.parse(data) as Event)
  }
  return { events, rest }
}

/** Yields events as they arrive, until the stream ends; throws ServerLost when it breaks off. */
export async function* readEvents<Event>(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let buffer = ""
  try {
    while (true) {
      const { value, done } = await reader.read().catch(() => {
        throw new ServerLost()
      })
      if (done) return
      const { events, rest } = splitEvents<Event>(buffer + decoder.decode(value, { stream: true }))
      buffer = rest
      yield* events
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
