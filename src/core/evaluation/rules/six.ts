/**
 * The common rules in one pass, in less than half of the time that blocks take: three to six thresholds joined in one
 * way, and the weighted sum of up to six scores. Those that are too few are filled up with what changes nothing.
 */
import {
  type KeysByName,
  keyOfThreshold,
  keysNamed,
  MISSING,
  type RuleGroups,
  type ScoreKeys,
  scoreOfKeys,
} from "./keys.ts"
import type { AtLeast, Rule, Weights } from "./rule.ts"

/** Adds the flagged accounts of each group to `flagged`. */
export type Counter = (groups: RuleGroups, flagged: Uint32Array) => void

/** Null for rules of other kinds or sizes. */
export function counterOfSix(rule: Rule, keys: KeysByName): Counter | null {
  if (rule.kind === "at least") return sixThresholds(rule, keys)
  if (rule.kind === "weights" && rule.terms.length <= SIX) return sixWeights(rule, keys)
  return null
}

const SIX = 6
const FEW = 3
type Six<Value> = readonly [Value, Value, Value, Value, Value, Value]

/** Filled up with the first column and something that goes with it. */
function sixOf<Value>(columns: readonly Value[], numbers: readonly number[], harmless: number) {
  const at = (place: number) => Math.min(place, columns.length) % columns.length
  const places = Array.from({ length: SIX }, (_, place) => place)
  return {
    columns: places.map((place) => columns[at(place)]) as unknown as Six<Value>,
    numbers: places.map((place) => numbers[place] ?? harmless) as unknown as Six<number>,
  }
}

function sixThresholds({ k, members }: AtLeast, keys: KeysByName): Counter | null {
  const thresholds = members.filter((member) => member.kind === "threshold")
  if (thresholds.length < members.length || members.length < FEW || members.length > SIX) return null
  // A threshold at the key of what is missing is met by all.
  const { columns, numbers } = sixOf(
    thresholds.map(({ score }) => keysNamed(keys, score)),
    thresholds.map(({ threshold }) => keyOfThreshold(threshold)),
    MISSING,
  )
  return (groups, flagged) => countThresholds(columns, numbers, members.length - k, groups.of, flagged)
}

function sixWeights({ terms, threshold }: Weights, keys: KeysByName): Counter {
  const { columns, numbers } = sixOf(
    terms.map(({ score }) => scoreOfKeys(keysNamed(keys, score))),
    terms.map(({ weight }) => weight),
    0,
  )
  return (groups, flagged) => countWeights(columns, numbers, threshold, groups.of, flagged)
}

function countThresholds(
  [a, b, c, d, e, f]: Six<ScoreKeys>,
  [leastA, leastB, leastC, leastD, leastE, leastF]: Six<number>,
  allowed: number,
  group: Uint16Array,
  flagged: Uint32Array,
): void {
  for (let account = 0; account < group.length; account++) {
    const three =
      ((a[account] - leastA) >> 31) + ((b[account] - leastB) >> 31) + ((c[account] - leastC) >> 31)
    const others =
      ((d[account] - leastD) >> 31) + ((e[account] - leastE) >> 31) + ((f[account] - leastF) >> 31)
    const at = group[account]
    flagged[at] = (flagged[at] + 1 + ((allowed + three + others) >> 31)) | 0
  }
}

function countWeights(
  [a, b, c, d, e, f]: Six<Float32Array>,
  [ofA, ofB, ofC, ofD, ofE, ofF]: Six<number>,
  threshold: number,
  group: Uint16Array,
  flagged: Uint32Array,
): void {
  for (let account = 0; account < group.length; account++) {
    // From left to right, as everywhere. A missing score makes the sum NaN, which is at or above nothing. "Number" makes
    // no branch, as "? :" would, which nobody could foretell and which takes twice as long.
    const sum =
      ofA * a[account] +
      ofB * b[account] +
      ofC * c[account] +
      ofD * d[account] +
      ofE * e[account] +
      ofF * f[account]
    const at = group[account]
    flagged[at] = (flagged[at] + Number(sum >= threshold)) | 0
  }
}
