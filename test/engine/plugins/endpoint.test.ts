/** Endpoints: what is asked, what may be answered, and each fault by its name. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { afterAll, describe, expect, it } from "vitest"
import { evidenceOf, sizeOfEvidence } from "../../../src/core/evidence/hand-made.ts"
import { Beat } from "../../../src/engine/plugins/beat.ts"
import { describeEndpoint, judgeByEndpoint } from "../../../src/engine/plugins/endpoint.ts"
import { failureOf, open, population, SETTINGS } from "./workplace.ts"

const DESCRIPTION = {
  type: "detector",
  protocol: 1,
  id: "follow-count",
  layer: "network",
  title: "Follows",
  version: 1,
  reads: ["follows"],
  features: [],
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const sound: Answer = async (request, response) => {
  if (request.method === "GET") return void response.end(JSON.stringify(DESCRIPTION))
  const { batch, accounts } = JSON.parse(await text(request))
  const scores = accounts.map(({ follows }: { follows: number[] }) => Math.min(1, follows.length / 100))
  response.end(JSON.stringify({ type: "scores", batch, scores }))
}

const closing: (() => Promise<void>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

/** The address of a server that answers so. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  closing.push(
    () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/detector`
}

/** Judges nothing itself: how it answers a POST is the test's affair. */
const posts =
  (answer: Answer): Answer =>
  (request, response) =>
    request.method === "GET" ? sound(request, response) : answer(request, response)

const says = (value: unknown): Answer => posts((_, response) => void response.end(JSON.stringify(value)))

const status = (code: number, headers = {}): Answer =>
  posts((_, response) => void response.writeHead(code, headers).end("no"))

/** Asked from this thread, since none of these hangs. */
async function judged(answer: Answer, restarts = 1) {
  const hosted = { kind: "endpoint", url: await serve(answer), batch: 2, restarts } as const
  const evidence = evidenceOf([{ follows: [1, 2] }, {}, {}, { follows: [0] }, {}])
  const source = { kind: "evidence", evidence, size: sizeOfEvidence(evidence) } as const
  const beat = new Beat()
  const description = await describeEndpoint(hosted, beat)
  return judgeByEndpoint(hosted, description, source, beat, () => {})
}

const faultOf = (answer: Answer) => judged(answer).then(() => "none", String)

describe("an endpoint", () => {
  it("judges every account of a world", async () => {
    const plugin = await open({ endpoint: await serve(sound), batch: 100 })
    expect(plugin).toMatchObject({ kind: "endpoint", digest: null, description: { id: "follow-count" } })
    const { score, reasons } = await plugin.detect(await population(), SETTINGS, () => {})
    expect(score).toHaveLength(600)
    expect(score.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(reasons.text).toEqual([])
  })

  it("is tried again after a short while when it fails, as often as is allowed", async () => {
    let requests = 0
    const flaky = posts((request, response) =>
      ++requests === 2 ? void response.writeHead(503).end() : sound(request, response),
    )
    const { score } = await judged(flaky)
    expect([...score]).toEqual([0.02, 0, 0, 0.01, 0].map(Math.fround))
    expect(requests).toBe(4)
  })

  const faults: [fault: string, answer: Answer, says: string][] = [
    ["is none", sound, "none"],
    ["answers 500", status(500), "PluginFault: POST: answers 500: no, after 1 more attempt"],
    ["answers 404", status(404), "PluginFault: answers 404: no"],
    [
      "sends on",
      status(302, { location: "http://example.com/" }),
      "answers 302 and sends on to http://example.com/",
    ],
    [
      "breaks off",
      posts((_, response) => void response.writeHead(200).write("{", () => response.destroy())),
      "POST: broke off its answer, after 1 more attempt",
    ],
    [
      "hangs up",
      posts((request) => void request.socket.destroy()),
      "POST: cannot be reached (ECONNRESET), after 1 more attempt",
    ],
    [
      "is no JSON",
      posts((_, response) => void response.end("<html>")),
      'its answer to batch 0 is not JSON: "<html>"',
    ],
    ["is another message", says({ type: "hello" }), 'type must be "scores", got "hello"'],
    [
      "is too long",
      posts((_, response) => void response.end(" ".repeat(99_000))),
      "an answer must be of at most 98304 bytes",
    ],
    [
      "scores NaN",
      says({ type: "scores", batch: 0, scores: [Number.NaN, "NaN"] }),
      "score of account 1 must be in [0, 1] or null",
    ],
    [
      "is a wrong description",
      (_, response) => void response.end(JSON.stringify({ ...DESCRIPTION, version: "1" })),
      'version must be a whole number of 1 or more, got "1"',
    ],
  ]
  it.each(faults)("whose fault %s is named", async (_, answer, told) => {
    expect(await faultOf(answer)).toContain(told)
  })

  it("that cannot be reached or hangs is named by its address or id", async () => {
    const hanging = await serve(posts(() => {}))
    const nobody = await serve(sound)
    await closing.pop()!()
    expect(await failureOf({ endpoint: nobody, restarts: 0 })).toMatch(
      /DetectorError: detector endpoint http:\S+: GET: cannot be reached \(ECONNREFUSED\)/,
    )
    expect(await failureOf({ endpoint: hanging, seconds: 1 })).toContain(
      "detector follow-count: hangs: no answer to accounts 0 to 127 within 1 s",
    )
  })
})
