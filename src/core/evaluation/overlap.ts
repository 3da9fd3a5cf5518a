/**
 * Overlap: whom each detector catches that no other does, when each flags at most the same share of authentic
 * accounts by a threshold of its own; and how far two of them catch the same accounts (Jaccard 1901: caught by both,
 * among those caught by either).
 *
 * Intervals are 95 % percentile bootstrap (resample.ts), in which every detector's threshold is chosen again in each draw;
 * a draw shows no error that the data do not, so they are widened to hold Clopper and Pearson's.
 */
import { flaggedWithin, rankedOf } from "./ablation.ts"
import { clopperPearson } from "./clopper-pearson.ts"
import type { Estimate } from "./intervals.ts"
import { thresholdForFalsePositiveRate } from "./operating-point.ts"
import { drawAccounts, intervalOf, type Sampling } from "./resample.ts"
import { createScoreIndex } from "./score-index.ts"

export interface Catches {
  readonly id: string
  /** The lowest threshold within the false-positive rate; Infinity when only flagging nobody is. */
  readonly threshold: number
  readonly falsePositives: number
  /** AI-managed accounts at or above it. */
  readonly caught: number
  /** Of all AI-managed accounts; a missing score catches nobody. */
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
  /** In [0, 1]; NaN when neither catches anybody, its interval then [0, 1]. */
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

/** Whom detectors judge, one value an account. */
export interface Judged {
  /** 1 for AI-managed. */
  readonly label: Uint8Array
  /** An index into `archetypes`. */
  readonly archetype: Uint8Array
  readonly archetypes: readonly string[]
}

/** `scores`: by detector id, NaN where missing. `maxFpr`: in [0, 1]. */
export function overlapReport(
  scores: Readonly<Record<string, Float32Array>>,
  { label, archetype, archetypes }: Judged,
  sampling: Sampling,
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
  const counted = tally(scores, label, thresholds, new Uint16Array(label.length).fill(1))
  const drawn = drawTallies(scores, label, sampling, maxFpr)
  const share = (part: number, whole: number, inDraw: (tallied: Tally) => number): Estimate => {
    const [low, high] = clopperPearson(part, whole)
    const [drawnLow, drawnHigh] = whole > 0 ? intervalOf(drawn.map(inDraw)) : [0, 1]
    return { value: part / whole, interval: [Math.min(low, drawnLow), Math.max(high, drawnHigh)] }
  }
  return {
    maxFpr,
    aiManaged,
    caughtByAny: count((account) => label[account] === 1 && times[account] > 0),
    falsePositivesOfAny: count((account) => label[account] === 0 && times[account] > 0),
    detectors: ids.map((id, k) => {
      const caught = counted.caught[k]
      const alone = Uint32Array.from(label.keys()).filter(
        (account) => label[account] === 1 && flagged[k][account] === 1 && times[account] === 1,
      )
      return {
        id,
        threshold: thresholds[k],
        falsePositives: count((account) => label[account] === 0 && flagged[k][account] === 1),
        caught,
        recall: share(caught, aiManaged, (draw) => draw.caught[k] / draw.aiManaged),
        alone: alone.length,
        aloneByArchetype: countKinds(alone, archetype, archetypes),
      }
    }),
    pairs: pairsOf(ids).map(([a, b], pair) => {
      const [both, either] = [counted.both[pair], counted.either[pair]]
      const jaccard = share(both, either, (draw) => draw.both[pair] / draw.either[pair])
      return { a: ids[a], b: ids[b], both, either, jaccard }
    }),
  }
}

/** Every two places of a list once. */
const pairsOf = (list: readonly unknown[]): [number, number][] =>
  list.flatMap((_, a) => list.slice(a + 1).map((_, b): [number, number] => [a, a + 1 + b]))

/** AI-managed accounts, each counted so many times. */
interface Tally {
  readonly aiManaged: number
  /** By detector. */
  readonly caught: readonly number[]
  /** By pair. */
  readonly both: readonly number[]
  readonly either: readonly number[]
}

function tally(
  scores: Readonly<Record<string, Float32Array>>,
  label: Uint8Array,
  thresholds: readonly number[],
  times: Uint16Array,
): Tally {
  const accounts = Uint32Array.from(label.keys()).filter((account) => label[account] * times[account] > 0)
  const by = Object.values(scores).map((score, k) =>
    accounts.map((account) => (score[account] >= thresholds[k] ? 1 : 0)),
  )
  const sum = (isMeant: (at: number) => number) =>
    accounts.reduce((total, account, at) => total + isMeant(at) * times[account], 0)
  const pairs = pairsOf(by)
  return {
    aiManaged: sum(() => 1),
    caught: by.map((own) => sum((at) => own[at])),
    both: pairs.map(([a, b]) => sum((at) => by[a][at] & by[b][at])),
    either: pairs.map(([a, b]) => sum((at) => by[a][at] | by[b][at])),
  }
}

/** One a draw, each at the thresholds that are chosen in it. */
function drawTallies(
  scores: Readonly<Record<string, Float32Array>>,
  label: Uint8Array,
  sampling: Sampling,
  maxFpr: number,
): Tally[] {
  const ranked = Object.values(scores).map((score) => ({ score, ...rankedOf(score, label) }))
  const tallies: Tally[] = []
  drawAccounts(sampling, (times) => {
    const thresholds = ranked.map((own) => {
      const places = flaggedWithin(own, times, maxFpr)
      return places > 0 ? own.score[own.account[places - 1]] : Number.POSITIVE_INFINITY
    })
    tallies.push(tally(scores, label, thresholds, times))
  })
  return tallies
}

function countKinds(accounts: Uint32Array, archetype: Uint8Array, archetypes: readonly string[]) {
  const counts = archetypes.map((id) => ({ archetype: id, accounts: 0 }))
  for (const account of accounts) counts[archetype[account]].accounts++
  return counts.filter((kind) => kind.accounts > 0).sort((p, q) => q.accounts - p.accounts)
}
