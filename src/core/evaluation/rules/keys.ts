/**
 * Scores and accounts as rules read them.
 *
 * A score in [0, 1] and its threshold are compared as whole numbers: 32-bit floats that are not negative order as their
 * bits do, and -1 stands for what is missing, below every threshold. The sign bit of a difference then says whether a
 * threshold is missed, and nothing branches on what nobody can foretell.
 */
import { type CohortColumn, requireSameLength } from "../score-index.ts"

/** Below every threshold's key; as bits of a float it is a NaN. */
export const MISSING = -1

/** A score as whole numbers that order as it does; length accounts. */
export type ScoreKeys = Int32Array

/** Throws a RangeError when a score is not in [0, 1], nor NaN. */
export function keysOf(score: Float32Array): ScoreKeys {
  const keys = new Int32Array(score.length)
  const bits = new Int32Array(Float32Array.of(0).buffer)
  const value = new Float32Array(bits.buffer)
  for (let account = 0; account < score.length; account++) {
    if (Number.isNaN(score[account])) {
      keys[account] = MISSING
      continue
    }
    if (!(score[account] >= 0 && score[account] <= 1))
      throw new RangeError(`a score must be in [0, 1], got ${score[account]} of account ${account}`)
    // Adding 0 turns -0, whose bits are those of a negative number, into 0.
    value[0] = score[account] + 0
    keys[account] = bits[0]
  }
  return keys
}

/** The key of the smallest 32-bit score at or above a threshold of 0 or more: thresholds are 64-bit numbers. */
export function keyOfThreshold(threshold: number): number {
  const value = Float32Array.of(Math.max(0, threshold))
  const bits = new Int32Array(value.buffer)
  return value[0] < threshold ? bits[0] + 1 : bits[0]
}

/** Which counter an account belongs to: two times its cohort, plus 1 if it is AI-managed. */
export interface RuleGroups {
  /** Length accounts. */
  readonly of: Uint16Array
  /** Two times the number of cohorts; two without cohorts. */
  readonly count: number
  /** Accounts of each group. */
  readonly accounts: Uint32Array
}

/** `label`: 1 for AI-managed, 0 for authentic. Throws a RangeError when lengths differ. */
export function ruleGroups(label: Uint8Array, cohort?: CohortColumn): RuleGroups {
  requireSameLength(label, label, cohort)
  const count = 2 * (cohort ? cohort.count : 1)
  const of = new Uint16Array(label.length)
  const accounts = new Uint32Array(count)
  for (let account = 0; account < label.length; account++) {
    of[account] = 2 * (cohort ? cohort.of[account] : 0) + label[account]
    accounts[of[account]]++
  }
  return { of, count, accounts }
}

export type KeysByName = Readonly<Record<string, ScoreKeys>>

/** Throws a RangeError when there is no such score. */
export function keysNamed(keys: Readonly<Record<string, ScoreKeys>>, score: string): ScoreKeys {
  if (Object.hasOwn(keys, score)) return keys[score]
  throw new RangeError(`there is no score ${JSON.stringify(score)}`)
}

/** The scores behind the keys, without a copy; NaN where they are missing. */
export const scoreOfKeys = ({ buffer, byteOffset, length }: ScoreKeys) =>
  new Float32Array(buffer, byteOffset, length)

/** Throws a RangeError when a column is not of these accounts. */
export function requireLength(name: string, { length }: { readonly length: number }, accounts: number): void {
  if (length === accounts) return
  throw new RangeError(`${name} must have one value for each of ${accounts} accounts, got ${length}`)
}
