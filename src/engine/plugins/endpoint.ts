/**
 * An endpoint plug-in: GET tells its description, POST judges a batch. Only the address that the user named is ever
 * asked: a redirection is refused, since evidence must not travel where nobody sent it.
 */
import { type IncomingMessage, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { setTimeout as pause } from "node:timers/promises"
import type { PluginDescription, PluginEvidence, PluginFindings } from "../../core/detection/plugin.ts"
import { batchesFor } from "./accounts.ts"
import type { Beat } from "./beat.ts"
import { requireSame } from "./description.ts"
import { type Hosted, PluginFault } from "./hosted.ts"
import { Answers, type Batch, longestAnswer, readDescription } from "./messages.ts"
import { Outstanding } from "./outstanding.ts"

type HostedEndpoint = Extract<Hosted, { kind: "endpoint" }>

/** Before the second attempt; doubled before each further one. */
const BACKOFF_MS = 100

/** What may work when it is tried again: no answer at all, or one that says so. */
class Unreachable extends Error {}

export async function describeEndpoint(hosted: HostedEndpoint, beat: Beat): Promise<PluginDescription> {
  beat.begin("describing")
  const text = await new Attempts(hosted).ask("GET")
  beat.idle()
  return readDescription(text, "its answer to GET")
}

export async function judgeByEndpoint(
  hosted: HostedEndpoint,
  description: PluginDescription,
  source: PluginEvidence,
  beat: Beat,
  onDone: (fraction: number) => void,
): Promise<PluginFindings> {
  requireSame(await describeEndpoint(hosted, beat), description)
  const answers = new Answers(description, source.size.accounts)
  const outstanding = new Outstanding(answers, beat, onDone)
  const attempts = new Attempts(hosted)
  const underWay = new Set<Promise<void>>()
  const send = (batch: Batch) => {
    outstanding.add(batch)
    const answered = attempts.ask("POST", batch.text).then((text) => {
      outstanding.take(text, `its answer to batch ${batch.number}`)
      underWay.delete(answered)
    })
    // Heard by whoever waits for room, or at the end.
    answered.catch(() => {})
    underWay.add(answered)
  }
  const batches = batchesFor(source, description, hosted.batch)
  for (;;) {
    const { value: batch, done } = outstanding.meanwhile(() => batches.next())
    if (done) break
    send(batch)
    while (outstanding.isFull) await Promise.race(underWay)
    // Generating tiles leaves no turn to others by itself.
    await pause(0)
  }
  await Promise.all(underWay)
  return answers.findings()
}

/** Requests that share how often one may be tried again. */
class Attempts {
  readonly #hosted: HostedEndpoint
  #left: number
  #backoff = BACKOFF_MS

  constructor(hosted: HostedEndpoint) {
    this.#hosted = hosted
    this.#left = hosted.restarts
  }

  async ask(method: "GET" | "POST", body?: string): Promise<string> {
    const { url, batch, restarts } = this.#hosted
    for (;;) {
      try {
        return await askOnce(url, method, body, longestAnswer(batch))
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
        if (this.#left-- <= 0)
          throw new PluginFault(
            `${method}: ${error.message}${restarts > 0 ? `, after ${restarts} more ${restarts === 1 ? "attempt" : "attempts"}` : ""}`,
          )
        await pause(this.#backoff)
        this.#backoff *= 2
      }
    }
  }
}

/** Not fetch: it gives up after five minutes, whatever the user allows. */
function askOnce(url: string, method: string, body: string | undefined, longest: number): Promise<string> {
  const start = url.startsWith("https:") ? requestHttps : requestHttp
  const headers = {
    accept: "application/json",
    ...(body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
  }
  return new Promise((resolve, reject) => {
    const request = start(url, { method, headers }, (response) => {
      read(response, longest)
        .then((text) => resolve(requireOk(response, text)), reject)
        .catch(reject)
    })
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server closed a connection of before just as it was used again; it has not seen this request.
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(askOnce(url, method, body, longest))
      else reject(new Unreachable(`cannot be reached (${error.code ?? error.message})`))
    })
    request.end(body)
  })
}

async function read(response: IncomingMessage, longest: number): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length > longest) throw new PluginFault(`an answer must be of at most ${longest} bytes, got more`)
    }
  } catch (error) {
    throw error instanceof PluginFault ? error : new Unreachable("broke off its answer")
  }
  return Buffer.concat(pieces).toString("utf8")
}

function requireOk({ statusCode = 0, headers }: IncomingMessage, text: string): string {
  if (statusCode === 200) return text
  const said = text.trim() === "" ? "" : `: ${text.trim().slice(0, 200)}`
  if (statusCode >= 500 || statusCode === 429) throw new Unreachable(`answers ${statusCode}${said}`)
  if (statusCode >= 300 && statusCode < 400)
    throw new PluginFault(
      `answers ${statusCode} and sends on to ${headers.location}; name that address if you trust it`,
    )
  throw new PluginFault(`answers ${statusCode}${said}`)
}
