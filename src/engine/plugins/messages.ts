/**
 * Protocol version 1, as docs/detectors.md describes it: what is sent to a program or an endpoint and what it may
 * answer. A line of JSON over stdin and stdout, or a body over HTTP; the messages are the same.
 */
import type { PluginDescription, PluginFindings } from "../../core/detection/plugin.ts"
import { parseDescription } from "./description.ts"
import { PluginFault } from "./hosted.ts"
import { ReasonsList, shown } from "./judging.ts"

export const PROTOCOL = 1
export const HELLO = JSON.stringify({ type: "hello", protocol: PROTOCOL })

/** Accounts that are sent together; `text` is the whole message. */
export interface Batch {
  readonly number: number
  /** Account numbers. */
  readonly first: number
  readonly last: number
  readonly text: string
}

type Message = Readonly<Record<string, unknown>>

/** Characters that one answer may have; \uXXXX escapes take six for one. */
export const longestAnswer = (batch: number) => 65_536 + 16_384 * batch

/** What it sent in so many words: a JSON object that has the type. `where`: "line 3", "answer". */
export function parseMessage(text: string, type: string, where: string): Message {
  const message = parseJson(text, where)
  if (typeof message !== "object" || message === null || Array.isArray(message))
    throw new PluginFault(`${where} must be a JSON object, got ${shown(message)}`)
  const found = message as Message
  if (found.type === "error")
    throw new PluginFault(
      `says ${shown(typeof found.message === "string" ? found.message : "error, without a message")}`,
    )
  if (found.type !== type)
    throw new PluginFault(`${where}: type must be ${JSON.stringify(type)}, got ${shown(found.type)}`)
  return found
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const hint = /\bNaN\b|\bInfinity\b/.test(text)
      ? "; JSON has no NaN and no Infinity: what is missing is null"
      : "; what is meant for people belongs on stderr"
    throw new PluginFault(`${where} is not JSON: ${shown(text)}${hint}`)
  }
}

export function readDescription(text: string, where: string): PluginDescription {
  const { protocol, ...description } = parseMessage(text, "detector", where)
  if (protocol !== PROTOCOL)
    throw new PluginFault(`${where}: protocol must be ${PROTOCOL}, got ${shown(protocol)}`)
  return parseDescription(description)
}

/** What was answered to all batches, checked as it comes in, in whatever order. */
export class Answers {
  readonly #score: Float32Array
  readonly #features: readonly (readonly [id: string, column: Float32Array])[]
  /** By batch. */
  readonly #reasons = new Map<number, ReasonsList>()

  constructor(
    { features }: PluginDescription,
    readonly accounts: number,
  ) {
    this.#score = new Float32Array(accounts).fill(Number.NaN)
    this.#features = features.map(({ id }) => [id, new Float32Array(accounts).fill(Number.NaN)])
  }

  /** `message` is of type scores and names this batch. */
  take(batch: Batch, message: Message): void {
    const { first, last } = batch
    const count = last - first + 1
    const of = (field: string) => `${field} of batch ${batch.number}`
    for (const [k, score] of requireList(message.scores, count, of("scores")).entries()) {
      if (score === null) continue
      if (typeof score !== "number" || !(score >= 0 && score <= 1))
        throw new PluginFault(`score of account ${first + k} must be in [0, 1] or null, got ${shown(score)}`)
      this.#score[first + k] = score
    }
    if (this.#features.length > 0 || message.features !== undefined)
      this.#takeFeatures(first, requireList(message.features, count, of("features")))
    if (message.reasons === undefined) return
    const told = new ReasonsList()
    for (const [k, reasons] of requireList(message.reasons, count, of("reasons")).entries())
      told.add(first + k, reasons)
    this.#reasons.set(batch.number, told)
  }

  #takeFeatures(first: number, rows: readonly unknown[]): void {
    for (const [k, row] of rows.entries()) {
      const values = requireList(row, this.#features.length, `features of account ${first + k}`, "a feature")
      for (const [f, [id, column]] of this.#features.entries()) {
        const value = values[f]
        if (value === null) continue
        if (typeof value !== "number")
          throw new PluginFault(
            `feature ${id} of account ${first + k} must be a number or null, got ${shown(value)}`,
          )
        column[first + k] = value
        // As columns keep it: 1e999 and 1e300 are both infinite there.
        if (!Number.isFinite(column[first + k]!))
          throw new PluginFault(
            `feature ${id} of account ${first + k} must be a number of at most 3.4e38 or null, got ${shown(value)}`,
          )
      }
    }
  }

  findings(): PluginFindings {
    const inOrder = [...this.#reasons].sort(([a], [b]) => a - b).map(([, told]) => told)
    return {
      score: this.#score,
      features: Object.fromEntries(this.#features),
      summary: {},
      reasons: ReasonsList.joined(inOrder).told(),
    }
  }
}

function requireList(found: unknown, length: number, what: string, each = "an account"): readonly unknown[] {
  if (Array.isArray(found) && found.length === length) return found
  const got = Array.isArray(found) ? String(found.length) : shown(found)
  throw new PluginFault(`${what} must be a list of ${length}, one ${each}, got ${got}`)
}
