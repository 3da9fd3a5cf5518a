/** Answers of work that takes a while: its events as they come, and that it has ended. */
import type { Context } from "hono"
import { streamSSE } from "hono/streaming"
import type { JobEvent, ReportEvent } from "./contract.ts"

/** Events as they come, each as a `data:` line of JSON, until the last one or until nobody listens. */
export async function streamed(
  c: Context,
  events: AsyncGenerator<JobEvent | ReportEvent>,
): Promise<Response> {
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => void events.return(undefined))
    for await (const event of events) {
      if (stream.aborted) return
      await stream.writeSSE({ data: JSON.stringify(event) })
    }
  })
}

export async function ended(c: Context, ending: Promise<void>): Promise<Response> {
  await ending
  return c.body(null, 204)
}
