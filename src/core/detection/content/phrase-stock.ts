/**
 * Phrases that accounts have in common, of which each keeps a sample: the four-token phrases with its lowest hashes, a
 * bottom-k sketch (Cohen and Kaplan 2007), so that two accounts which share phrases keep the same ones.
 *
 * An account's circle are those with whom it shares three or more kept phrases that hardly anybody else uses: they
 * forward, quote or paste one another. Phrases that only its circle shares say nothing of a common stock.
 */
import { mix32 } from "../../random/streams.ts"
import type { JoinPart, LinkInput } from "../detector.ts"
import { Growing } from "../linkage/growing.ts"
import { sortedOrder } from "../linkage/order.ts"
import { concat, eachRun, pairKey } from "../linkage/pairs.ts"

/** Phrases kept of an account; where fewer are, 0 stands for none. */
export const KEPT = 32
const LENGTH = 4
/** A phrase of more accounts is nobody's own. */
const MOST_OWNERS = 8
/** Such phrases shared by two accounts that are of one circle. */
const CIRCLE = 3

/** Hash of the phrase that begins at `at`, never 0; a factor for each place makes the order count. */
function phrase(tokens: ArrayLike<number>, at: number): number {
  const hash = mix32(
    Math.imul(tokens[at] + 1, 0x9e3779b1) ^
      Math.imul(tokens[at + 1] + 1, 0x85ebca77) ^
      Math.imul(tokens[at + 2] + 1, 0xc2b2ae3d) ^
      Math.imul(tokens[at + 3] + 1, 0x27d4eb2f),
  )
  return hash || 1
}

/** The lowest hashes met so far, ascending. */
export class LowestPhrases {
  readonly #kept = new Uint32Array(KEPT)
  #count = 0

  begin(): void {
    this.#count = 0
  }

  /** Meets the phrases of the post whose tokens are those from `from` up to, not including, `to`. */
  add(tokens: ArrayLike<number>, from: number, to: number): void {
    for (let at = from; at + LENGTH <= to; at++) {
      const hash = phrase(tokens, at)
      if (this.#count < KEPT || hash < this.#kept[KEPT - 1]) this.#insert(hash)
    }
  }

  #insert(hash: number): void {
    const kept = this.#kept
    let place = this.#count
    while (place > 0 && kept[place - 1] > hash) place--
    if (place > 0 && kept[place - 1] === hash) return
    this.#count = Math.min(KEPT, this.#count + 1)
    for (let at = this.#count - 1; at > place; at--) kept[at] = kept[at - 1]
    kept[place] = hash
  }

  get values(): Uint32Array {
    return this.#kept.subarray(0, this.#count)
  }
}

/**
 * Of the phrases whose hash belongs to one partition: `common`, how many each account shares with more than a few
 * others, and the accounts of each phrase of a few, `owners`, one phrase after another, `counts` to a phrase.
 */
export function ownersOfPhrases(
  kept: Uint32Array,
  partition: number,
  partitions: number,
  accounts: number,
): JoinPart {
  const places = new Growing()
  for (let at = 0; at < kept.length; at++)
    if (kept[at] !== 0 && kept[at] % partitions === partition) places.push(at)
  const chosen = Uint32Array.from(places.values())
  const hashes = chosen.map((at) => kept[at])
  const order = sortedOrder(hashes)
  const common = new Uint32Array(accounts)
  const owners = new Growing()
  const counts = new Growing()
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && hashes[order[to]] === hashes[order[from]]) to++
    const isRare = to - from <= MOST_OWNERS
    if (to - from > 1) {
      for (let at = from; at < to; at++) {
        const account = Math.floor(chosen[order[at]] / KEPT)
        if (isRare) owners.push(account)
        else common[account]++
      }
      if (isRare) counts.push(to - from)
    }
    from = to
  }
  return { common, owners: owners.values(), counts: counts.values() }
}

/** How many of its kept phrases each account shares with others than its circle; length accounts. */
export function sharedOutsideCircle(parts: readonly JoinPart[], { size }: LinkInput): Uint32Array {
  const { accounts } = size
  const shared = new Uint32Array(accounts)
  for (const part of parts)
    for (const [account, count] of (part.common as Uint32Array).entries()) shared[account] += count
  const owners = concat(parts, "owners")
  const counts = concat(parts, "counts")
  const circles = circlesOf(owners, counts, accounts)
  eachPhrase(counts, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let j = from; j < to; j++) {
        if (i === j || circles.has(pairKey(owners[i], owners[j], accounts))) continue
        shared[owners[i]]++
        break
      }
    }
  })
  return shared
}

function eachPhrase(counts: Float64Array, visit: (from: number, to: number) => void): void {
  let from = 0
  for (const count of counts) {
    visit(from, from + count)
    from += count
  }
}

/** Keys of the pairs of accounts that are of one circle. */
function circlesOf(owners: Float64Array, counts: Float64Array, accounts: number): ReadonlySet<number> {
  const pairs = new Growing()
  eachPhrase(counts, (from, to) => {
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++) pairs.push(pairKey(owners[i], owners[j], accounts))
  })
  const circles = new Set<number>()
  eachRun(pairs.values().sort(), (pair, phrases) => {
    if (phrases >= CIRCLE) circles.add(pair)
  })
  return circles
}
