/**
 * Overlap: whom each detector catches that no other does, when each flags at most the same share of authentic
 * accounts by a threshold of its own; and how far two of them catch the same accounts (Jaccard 1901: caught by both,
 * among those caught by either).
 */
import { type Estimate, wilson } from "./intervals.ts"
import { thresholdForFalsePositiveRate } from "./operating-point.ts"
import { createScoreIndex } from "./score-index.ts"

export interface Catches {
  readonly id: string
  /** The lowest threshold within the false-positive rate; Infinity when only flagging nobody is. */
  readonly threshold: number
  readonly falsePositives: number
  /** AI-managed accounts at or above it. */
  readonly caught: number
  /** Of all AI-managed accounts, with Wilson's 95 % interval; a missing score catches nobody. */
  readonly recall: Estimate
  /** AI-managed accounts that no other detector catches. */
  readonly alone: number
  /** Of them, by archetype, the most first. */
  readonly aloneByArchetype: readonly { readonly archetype: string; readonly accounts: number }[]
}

export interface SharedCatches {
  readonly a: string
  readonly b: string
  readonly both: number
  readonly either: number
  /** In [0, 1], NaN when neither catches anybody; Wilson's 95 % interval over those caught by either. */
  readonly jaccard: Estimate
}

export interface OverlapReport {
  /** Each detector's own, at most. */
  readonly maxFpr: number
  readonly aiManaged: number
  /** AI-managed accounts that at least one detector catches, and authentic ones that at least one flags. */
  readonly caughtByAny: number
  readonly falsePositivesOfAny: number
  readonly detectors: readonly Catches[]
  readonly pairs: readonly SharedCatches[]
}

/** `scores`: by detector id, NaN where missing. `archetype`: each account's, an index into `archetypes`. */
export function overlapReport(
  scores: Readonly<Record<string, Float32Array>>,
  label: Uint8Array,
  archetype: Uint8Array,
  archetypes: readonly string[],
  maxFpr = 0.01,
): OverlapReport {
  const ids = Object.keys(scores)
  const thresholds = ids.map((id) =>
    thresholdForFalsePositiveRate(createScoreIndex(scores[id], label), maxFpr),
  )
  const flagged = ids.map((id, k) => scores[id].map((score) => (score >= thresholds[k] ? 1 : 0)))
  const times = label.map((_, account) => flagged.reduce((sum, by) => sum + by[account], 0))
  const aiManaged = label.reduce((sum, value) => sum + value, 0)
  const count = (isMeant: (account: number) => boolean) =>
    label.reduce((sum, _, account) => sum + (isMeant(account) ? 1 : 0), 0)
  return {
    maxFpr,
    aiManaged,
    caughtByAny: count((account) => label[account] === 1 && times[account] > 0),
    falsePositivesOfAny: count((account) => label[account] === 0 && times[account] > 0),
    detectors: ids.map((id, k) => {
      const caught = count((account) => label[account] === 1 && flagged[k][account] === 1)
      const alone = Uint32Array.from(label.keys()).filter(
        (account) => label[account] === 1 && flagged[k][account] === 1 && times[account] === 1,
      )
      return {
        id,
        threshold: thresholds[k],
        falsePositives: count((account) => label[account] === 0 && flagged[k][account] === 1),
        caught,
        recall: { value: caught / aiManaged, interval: wilson(caught, aiManaged) },
        alone: alone.length,
        aloneByArchetype: countKinds(alone, archetype, archetypes),
      }
    }),
    pairs: ids.flatMap((a, k) =>
      ids.slice(k + 1).map((b, l) => shared(a, b, flagged[k], flagged[k + 1 + l], label)),
    ),
  }
}

function shared(
  a: string,
  b: string,
  byA: Float32Array,
  byB: Float32Array,
  label: Uint8Array,
): SharedCatches {
  let [both, either] = [0, 0]
  for (let account = 0; account < label.length; account++) {
    if (label[account] === 0) continue
    if (byA[account] + byB[account] > 0) either++
    if (byA[account] + byB[account] === 2) both++
  }
  return { a, b, both, either, jaccard: { value: both / either, interval: wilson(both, either) } }
}

function countKinds(accounts: Uint32Array, archetype: Uint8Array, archetypes: readonly string[]) {
  const counts = archetypes.map((id) => ({ archetype: id, accounts: 0 }))
  for (const account of accounts) counts[archetype[account]].accounts++
  return counts.filter((kind) => kind.accounts > 0).sort((p, q) => q.accounts - p.accounts)
}
