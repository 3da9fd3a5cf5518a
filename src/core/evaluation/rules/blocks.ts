/**
 * Any rule, block by block: "and", "or" and "k of n" are one, as of n members at most n - k are missed. A block of
 * accounts and what was found of it stay in the processor's first cache.
 */
import { type KeysByName, keyOfThreshold, keysNamed, type ScoreKeys, scoreOfKeys } from "./keys.ts"
import type { AtLeast, Rule, Weights } from "./rule.ts"

/** Accounts that are worked on at a time. */
export const BLOCK = 2048

/** Adds -1 to `signed`, for each of the accounts from `first` to `end` (exclusive) that does not meet a rule. */
type Adder = (first: number, end: number, signed: Int32Array) => void

/** A rule as a sum that is below 0 for the accounts that do not meet it. */
interface Sum {
  /** How many members an account may miss. */
  readonly allowed: number
  readonly members: readonly Adder[]
}

export function sumOf(rule: Rule, keys: KeysByName): Sum {
  if (rule.kind !== "at least") return { allowed: 0, members: [adderOf(rule, keys)] }
  return { allowed: rule.members.length - rule.k, members: addersOf(rule.members, keys) }
}

export function addUp({ allowed, members }: Sum, first: number, end: number, signed: Int32Array): void {
  signed.fill(allowed)
  for (const add of members) add(first, end, signed)
}

function adderOf(rule: Rule, keys: KeysByName): Adder {
  switch (rule.kind) {
    case "threshold":
      return addThreshold(keysNamed(keys, rule.score), keyOfThreshold(rule.threshold))
    case "weights":
      return addWeights(rule, keys)
    case "at least":
      return addAtLeast(rule, keys)
  }
}

function addThreshold(keys: ScoreKeys, least: number): Adder {
  return (first, end, signed) => addMissed(keys, least, first, end, signed)
}

/** Two thresholds in one pass: reading and writing what was found takes longer than finding it. */
function addPair(a: ScoreKeys, leastA: number, b: ScoreKeys, leastB: number): Adder {
  return (first, end, signed) => addMissedOfTwo(a, leastA, b, leastB, first, end, signed)
}

function addAtLeast(rule: AtLeast, keys: KeysByName): Adder {
  const inner = sumOf(rule, keys)
  const own = new Int32Array(BLOCK)
  return (first, end, signed) => {
    addUp(inner, first, end, own)
    addSigns(own, end - first, signed)
  }
}

/** One adder for two thresholds, where there are two. */
function addersOf(members: readonly Rule[], keys: KeysByName): Adder[] {
  const thresholds = members
    .filter((member) => member.kind === "threshold")
    .map((member) => [keysNamed(keys, member.score), keyOfThreshold(member.threshold)] as const)
  const others = members
    .filter((member) => member.kind !== "threshold")
    .map((member) => adderOf(member, keys))
  for (let at = 0; at + 1 < thresholds.length; at += 2)
    others.push(addPair(...thresholds[at], ...thresholds[at + 1]))
  if (thresholds.length % 2 === 1) others.push(addThreshold(...thresholds[thresholds.length - 1]))
  return others
}

function addWeights({ terms, threshold }: Weights, keys: KeysByName): Adder {
  const sums = new Float64Array(BLOCK)
  // What is missing is NaN, which no sum recovers from.
  const columns = terms.map(({ weight, score }) => ({ weight, score: scoreOfKeys(keysNamed(keys, score)) }))
  return (first, end, signed) => {
    sums.fill(0)
    for (const { weight, score } of columns) addWeighted(weight, score, first, end, sums)
    addBelow(sums, threshold, end - first, signed)
  }
}

// The loops. Each is a function of what it works on, since a loop that reads variables of an enclosing function looks
// them up in every turn. "| 0" says that a sum is a whole number of 32 bits.

function addMissed(keys: ScoreKeys, least: number, first: number, end: number, signed: Int32Array): void {
  for (let i = 0; i < end - first; i++) signed[i] = (signed[i] + ((keys[first + i] - least) >> 31)) | 0
}

function addMissedOfTwo(
  a: ScoreKeys,
  leastA: number,
  b: ScoreKeys,
  leastB: number,
  first: number,
  end: number,
  signed: Int32Array,
): void {
  for (let i = 0; i < end - first; i++)
    signed[i] = (signed[i] + ((a[first + i] - leastA) >> 31) + ((b[first + i] - leastB) >> 31)) | 0
}

function addSigns(own: Int32Array, count: number, signed: Int32Array): void {
  for (let i = 0; i < count; i++) signed[i] = (signed[i] + (own[i] >> 31)) | 0
}

function addWeighted(
  weight: number,
  score: Float32Array,
  first: number,
  end: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < end - first; i++) sums[i] += weight * score[first + i]
}

function addBelow(sums: Float64Array, threshold: number, count: number, signed: Int32Array): void {
  for (let i = 0; i < count; i++) signed[i] = (signed[i] - (sums[i] >= threshold ? 0 : 1)) | 0
}

export function countMet(
  signed: Int32Array,
  group: Uint16Array,
  first: number,
  end: number,
  flagged: Uint32Array,
): void {
  for (let i = 0; i < end - first; i++) {
    const at = group[first + i]
    flagged[at] = (flagged[at] + 1 + (signed[i] >> 31)) | 0
  }
}

export function writeMet(
  signed: Int32Array,
  first: number,
  end: number,
  flag: Uint8Array | Float32Array,
): void {
  for (let i = 0; i < end - first; i++) flag[first + i] = 1 + (signed[i] >> 31)
}
