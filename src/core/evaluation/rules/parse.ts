/**
 * Reads a rule from text:
 *
 *   rule    = all { "or" all }
 *   all     = unit { "and" unit }
 *   unit    = "(" rule ")" | k "of" "(" rule { "," rule } ")" | sum
 *   sum     = term { "+" term } ">=" number
 *   term    = [ number "*" ] name
 *
 * e.g. `co-action>=0.9 and writing-style>=0.8`, `2 of (co-action>=0.9, response-latency>=0.8, synthetic-media>=0.7)`,
 * `0.5*co-action+0.5*writing-style>=0.7`. `and` binds closer than `or`.
 */
import { UsageError } from "../../errors.ts"
import { nearestName } from "../../scenario/suggest.ts"
import { allOf, anyOf, atLeast, type Rule, type Weights } from "./rule.ts"
import { type Token, tokensOf } from "./tokens.ts"

/** `and`, `or` and `of` cannot be names. */
const WORDS = ["and", "or", "of"]
/** Deeper brackets help nobody, and would overflow the stack in the end. */
const DEEPEST = 20

/**
 * `names`: the scores that there are. Throws a UsageError that says where, counted from 1, what was found and what is
 * allowed there.
 */
export function parseRule(text: string, names: readonly string[]): Rule {
  const reader = new Reader(tokensOf(text), names)
  const rule = readAny(reader, 0)
  if (reader.next.kind !== "end") reader.refuse("and, or, or the end of the rule")
  return rule
}

class Reader {
  #place = 0
  constructor(
    private readonly tokens: readonly Token[],
    readonly names: readonly string[],
  ) {}

  get next(): Token {
    return this.tokens[this.#place]
  }

  take(): Token {
    return this.tokens[this.#place++]
  }

  /** Takes the next token if it reads so. */
  takes(text: string): boolean {
    if (this.next.text.toLowerCase() !== text) return false
    this.#place++
    return true
  }

  expect(text: string): void {
    if (!this.takes(text)) this.refuse(text)
  }

  refuse(allowed: string, { at, text, kind } = this.next): never {
    const found = kind === "end" ? "the end" : JSON.stringify(text)
    throw new UsageError(`rule, character ${at + 1}: found ${found}, allowed: ${allowed}`)
  }
}

function readAny(reader: Reader, depth: number): Rule {
  if (depth > DEEPEST) reader.refuse(`at most ${DEEPEST} brackets within each other`)
  const members = [readAll(reader, depth)]
  while (reader.takes("or")) members.push(readAll(reader, depth))
  return anyOf(members)
}

function readAll(reader: Reader, depth: number): Rule {
  const members = [readUnit(reader, depth)]
  while (reader.takes("and")) members.push(readUnit(reader, depth))
  return allOf(members)
}

function readUnit(reader: Reader, depth: number): Rule {
  if (reader.takes("(")) {
    const rule = readAny(reader, depth + 1)
    if (!reader.takes(")")) reader.refuse("and, or, or )")
    return rule
  }
  const isUnit = reader.next.kind === "number" || reader.next.kind === "name"
  if (!isUnit) reader.refuse('a score, a weight, "k of (...)" or (')
  const first = reader.next
  if (first.kind !== "number") return readSum(reader, null)
  reader.take()
  return reader.takes("of") ? readAtLeast(reader, first, depth) : readSum(reader, first)
}

function readAtLeast(reader: Reader, count: Token, depth: number): Rule {
  reader.expect("(")
  const members = [readAny(reader, depth + 1)]
  while (reader.takes(",")) members.push(readAny(reader, depth + 1))
  if (!reader.takes(")")) reader.refuse("and, or, a comma or )")
  const k = Number(count.text)
  if (!Number.isInteger(k) || k < 1 || k > members.length)
    reader.refuse(`a whole number from 1 to ${members.length}, the number of rules in the brackets`, count)
  return atLeast(k, members)
}

/** `weight`: the first term's, if it was read already. */
function readSum(reader: Reader, weight: Token | null): Rule {
  const terms: Weights["terms"][number][] = []
  let isPlain = weight === null
  for (let next = weight; ; next = reader.next.kind === "number" ? reader.take() : null) {
    if (next !== null) {
      if (!reader.takes("*")) reader.refuse(terms.length === 0 ? '* and a score, or "of"' : "* and a score")
      isPlain = false
    }
    terms.push({ weight: next === null ? 1 : Number(next.text), score: readName(reader) })
    if (!reader.takes("+")) break
  }
  if (!reader.takes(">=")) reader.refuse(">= or +")
  const isThreshold = isPlain && terms.length === 1
  const threshold = readThreshold(reader, isThreshold)
  return isThreshold
    ? { kind: "threshold", score: terms[0].score, threshold }
    : { kind: "weights", terms, threshold }
}

function readName(reader: Reader): string {
  const token = reader.next
  const name = reader.names.find((known) => known === token.text)
  if (name !== undefined) {
    reader.take()
    return name
  }
  const isMisspelt = token.kind === "name" && !WORDS.includes(token.text.toLowerCase())
  const nearest = isMisspelt ? nearestName(token.text, reader.names) : undefined
  return reader.refuse(
    nearest === undefined ? `one of ${reader.names.join(", ")}` : `a score; did you mean ${nearest}?`,
  )
}

/** A score's threshold is in [0, 1]; a sum may have any. */
function readThreshold(reader: Reader, isShare: boolean): number {
  const token = reader.next
  const value = token.kind === "number" ? Number(token.text) : Number.NaN
  const isAllowed = isShare ? value >= 0 && value <= 1 : Number.isFinite(value)
  if (!isAllowed) reader.refuse(isShare ? "a threshold in [0, 1]" : "a number")
  reader.take()
  return value
}
