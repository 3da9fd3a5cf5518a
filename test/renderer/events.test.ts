import { describe, expect, it } from "vitest"
import { readEvents, splitEvents } from "../../src/renderer/api/events.ts"

const cancelled = 'data: {"type":"cancelled"}\n\n'
const done = 'data: {"type":"done","run":"小-1"}\n\n'

function streamOf(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
}

describe("events of a job", () => {
  it("leaves an event that is not complete for later", () => {
    const { events, rest } = splitEvents(`${cancelled}data: {"ty`)
    expect(events).toEqual([{ type: "cancelled" }])
    expect(rest).toBe('data: {"ty')
  })

  it("skips comments and understands carriage returns", () => {
    const { events } = splitEvents(`: ping\r\n\r\nid: 4\r\n${done.replaceAll("\n", "\r\n")}`)
    expect(events).toEqual([{ type: "done", run: "小-1" }])
  })

  it("arrive the same however the bytes are cut", async () => {
    const bytes = new TextEncoder().encode(cancelled + done)
    for (let cut = 0; cut <= bytes.length; cut++) {
      const events = []
      for await (const event of readEvents(streamOf([bytes.slice(0, cut), bytes.slice(cut)])))
        events.push(event)
      expect(events).toEqual([{ type: "cancelled" }, { type: "done", run: "小-1" }])
    }
  })
})
