/** What all kinds of plug-ins are judged by: evidence tile by tile, and limits of what they may answer. */
import type { LinkPairs } from "../../core/detection/detector.ts"
import type { PluginEvidence, ToldReasons } from "../../core/detection/plugin.ts"
import { tilesOf as tilesOfEvidence } from "../../core/evidence/cut.ts"
import type { Evidence, EvidenceField } from "../../core/evidence/evidence.ts"
import { tilesOf } from "../../core/population/populate.ts"
import { generateTile } from "../../core/population/tile.ts"
import { TILE_ACCOUNTS } from "../../core/population/world.ts"
import { PluginFault } from "./hosted.ts"

/** Of one account. */
export const MOST_REASONS = 5
export const REASON_CHARACTERS = 300

/** Tiles in the order of accounts. */
export function* tilesFor(source: PluginEvidence, reads: readonly EvidenceField[]): Generator<Evidence> {
  if (source.kind === "evidence") {
    yield* tilesOfEvidence(source.evidence, TILE_ACCOUNTS)
    return
  }
  const fields = new Set(reads)
  for (const { first, end } of tilesOf(source.size.accounts))
    yield ownCopy(generateTile(source.world, first, end, fields))
}

/** Columns that a tile shares with the world are copied, so that whoever writes to them spoils nobody's evidence. */
function ownCopy<Part extends object>(part: Part): Part {
  const copied = Object.entries(Object.getOwnPropertyDescriptors(part)).map(([name, property]) => [
    name,
    property.get ? property : { ...property, value: copyOf(property.value) },
  ])
  return Object.defineProperties({}, Object.fromEntries(copied)) as Part
}

function copyOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return value.buffer instanceof SharedArrayBuffer ? (value as Uint32Array).slice() : value
  return typeof value === "object" && value !== null ? ownCopy(value) : value
}

export interface Told {
  readonly text: string
  readonly weight: number
}

/** Reasons account by account, in ascending order. */
export class ReasonsList {
  #account: number[] = []
  #weight: number[] = []
  #text: string[] = []

  static joined(lists: readonly ReasonsList[]): ReasonsList {
    const all = new ReasonsList()
    all.#account = lists.flatMap((list) => list.#account)
    all.#weight = lists.flatMap((list) => list.#weight)
    all.#text = lists.flatMap((list) => list.#text)
    return all
  }

  /** A PluginFault when they are not as reasons must be. */
  add(account: number, reasons: unknown): void {
    const of = `reasons for account ${account}`
    if (!Array.isArray(reasons)) throw new PluginFault(`${of} must be a list, got ${shown(reasons)}`)
    if (reasons.length > MOST_REASONS)
      throw new PluginFault(`${of} must be at most ${MOST_REASONS}, got ${reasons.length}`)
    const told = reasons.map((reason) => requireTold(reason, of))
    for (const { text, weight } of told.sort((a, b) => b.weight - a.weight)) {
      this.#account.push(account)
      this.#weight.push(weight)
      this.#text.push(text)
    }
  }

  told(): ToldReasons {
    return {
      account: Uint32Array.from(this.#account),
      weight: Float32Array.from(this.#weight),
      text: this.#text,
    }
  }
}

function requireTold(reason: unknown, of: string): Told {
  const { text, weight } = (reason ?? {}) as Partial<Told>
  if (typeof text !== "string" || text.trim() === "" || text.length > REASON_CHARACTERS)
    throw new PluginFault(`${of}: text must be 1 to ${REASON_CHARACTERS} characters, got ${shown(text)}`)
  if (typeof weight !== "number" || !(weight >= 0 && weight <= 1))
    throw new PluginFault(`${of}: weight must be in [0, 1], got ${shown(weight)}`)
  return { text, weight }
}

/** A value as it reads in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing"
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === "function") return "a function"
  if (typeof value === "object" && value !== null) return "a mapping"
  const text = typeof value === "string" ? JSON.stringify(value) : String(value)
  return text.length <= 60 ? text : `${text.slice(0, 60)}… (${text.length} characters)`
}

export function requireNumbers(column: Float32Array, feature: string): void {
  for (const [account, value] of column.entries()) {
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) continue
    throw new PluginFault(`feature ${feature} of account ${account} must be a number or NaN, got ${value}`)
  }
}

/** What joining accounts found, which is stored and drawn as it is. */
export function requirePairs({ a, b, weight }: LinkPairs, accounts: number): void {
  const isWhole = a instanceof Uint32Array && b instanceof Uint32Array && weight instanceof Float32Array
  if (!isWhole || a.length !== b.length || a.length !== weight.length)
    throw new PluginFault("pairs must be a and b (Uint32Array) and weight (Float32Array) of one length")
  const wrong = a.findIndex((first, k) => !(first < b[k]! && b[k]! < accounts && Number.isFinite(weight[k]!)))
  if (wrong < 0) return
  throw new PluginFault(
    `pairs[${wrong}] must be two accounts below ${accounts}, the lower first, with a weight that is a number, ` +
      `got ${a[wrong]}, ${b[wrong]}, ${weight[wrong]}`,
  )
}
