/**
 * Interval of a share at the threshold of a false-positive rate, by the percentile bootstrap: in every draw the threshold
 * is chosen again, since other accounts would put it elsewhere. Operators, fan clubs and all other clusters are drawn
 * whole, each class apart (Davison and Hinkley 1997, "Bootstrap methods and their application", section 3.8).
 */
import type { Interval } from "../evaluation/intervals.ts"
import { intervalOf } from "../evaluation/resample.ts"
import { orderScores, type ScoreOrder } from "../evaluation/score-index.ts"
import { below } from "../random/distributions.ts"
import { type Random, stream } from "../random/streams.ts"
import type { Clusters } from "./clusters.ts"
import type { ExpectedFigure } from "./settings.ts"

/** The accounts that a promise is about. */
export interface JudgedAccounts {
  /** One an account of the run; NaN is never flagged. */
  readonly score: Float32Array
  readonly label: Uint8Array
  /** Numbers of all, and of those that belong to the cohort. */
  readonly all: Uint32Array
  readonly own: Uint32Array
}

const DRAWS = 200

/** 95 %; `figure`: recall, fpr or precision of the own accounts. [NaN, NaN] when no draw has any that count. */
export function redrawnShare(
  { score, label, all, own }: JudgedAccounts,
  clusters: Clusters,
  { figure, atFpr, seed }: { readonly figure: ExpectedFigure; readonly atFpr: number; readonly seed: string },
): Interval {
  const random = stream(seed, "gate/redrawn-share")
  const units = [0, 1].map((side) => drawnWhole(clusters, all, (account) => label[account] === side))
  const order = orderScores(score)
  const isOwn = new Uint8Array(score.length)
  for (const account of own) isOwn[account] = 1
  const times = new Uint16Array(score.length)
  const drawn = Array.from({ length: DRAWS }, () => {
    times.fill(0)
    const [authentic] = units.map((accounts) => drawUnits(accounts, random, times))
    const counts = countFlagged(order, label, times, isOwn, atFpr * authentic)
    if (figure === "precision") return counts.caught / (counts.caught + counts.hit)
    const [flagged, side] = figure === "recall" ? [counts.caught, 1] : [counts.hit, 0]
    return flagged / own.reduce((sum, account) => sum + (label[account] === side ? times[account] : 0), 0)
  })
  return intervalOf(drawn)
}

/** The accounts of each cluster, as far as they are among those of one class. */
function drawnWhole(
  { of, count }: Clusters,
  accounts: Uint32Array,
  isOfClass: (account: number) => boolean,
): number[][] {
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const account of accounts) if (isOfClass(account)) members[of[account]].push(account)
  return members.filter(({ length }) => length > 0)
}

/** Draws as many as there are, with replacement; tells how many accounts these have. */
function drawUnits(units: readonly (readonly number[])[], random: Random, times: Uint16Array): number {
  let accounts = 0
  for (let drawn = 0; drawn < units.length; drawn++) {
    const unit = units[below(units.length, random)]
    for (let at = 0; at < unit.length; at++) times[unit[at]]++
    accounts += unit.length
  }
  return accounts
}

/** Own accounts flagged at the lowest threshold that flags at most `allowed` drawn authentic ones. */
function countFlagged(
  { score, account }: ScoreOrder,
  label: Uint8Array,
  times: Uint16Array,
  isOwn: Uint8Array,
  allowed: number,
): { readonly caught: number; readonly hit: number } {
  let [caught, hit, authentic] = [0, 0, 0]
  for (let from = score.length - 1; from >= 0; ) {
    let [caughtHere, hitHere, authenticHere] = [0, 0, 0]
    let at = from
    for (; at >= 0 && score[at] === score[from]; at--) {
      const one = account[at]
      if (label[one]) caughtHere += times[one] * isOwn[one]
      else {
        authenticHere += times[one]
        hitHere += times[one] * isOwn[one]
      }
    }
    // A product of a rate and a count may fall short of the whole number that it means.
    if (authentic + authenticHere > allowed + 1e-9) break
    caught += caughtHere
    hit += hitHere
    authentic += authenticHere
    from = at
  }
  return { caught, hit }
}
