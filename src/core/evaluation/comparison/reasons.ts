/**
 * Reasons of flips: what moved an account across the threshold of the fused risk.
 *
 * The log-odds of a risk are the model's intercept and what each detector adds to it (detection/fusion). Their distance
 * to the threshold's log-odds decides, so the change of that distance is the sum of the detectors' changes, the
 * intercept's and the threshold's, and each of these is a cause, in log-odds; above 0 it pushes towards a flag.
 */
import { inside, logOdds } from "../../detection/fusion/calibration.ts"
import { contributions } from "../../detection/fusion/fusion.ts"
import type { FusionModel } from "../../detection/fusion/model.ts"
import { FLIPS, type Flip, type Flips } from "./flips.ts"

/** What the fused risk of a side comes from. */
export interface FusedSide {
  readonly model: FusionModel
  /** By detector id, one an account; NaN is missing. */
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly threshold: number
}

export interface Cause {
  /** A detector's id, `intercept` or `threshold`. */
  readonly cause: string
  /** Log-odds, from the first side to the second. */
  readonly change: number
}

/** All that changed for an account, the largest change first; empty when nothing did. */
export function causesOf(a: FusedSide, b: FusedSide, account: number): Cause[] {
  const [before, after] = [contributionsTo(a, account), contributionsTo(b, account)]
  const detectors = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const causes = [
    ...detectors.map((cause) => ({ cause, change: (after[cause] ?? 0) - (before[cause] ?? 0) })),
    { cause: "intercept", change: b.model.intercept - a.model.intercept },
    { cause: "threshold", change: logOdds(inside(a.threshold)) - logOdds(inside(b.threshold)) },
  ]
  return largestFirst(causes)
}

function contributionsTo({ model, scores }: FusedSide, account: number): Record<string, number> {
  return contributions(
    model,
    Object.fromEntries(Object.entries(scores).map(([id, column]) => [id, column[account]])),
  )
}

const largestFirst = (causes: readonly Cause[]) =>
  causes.filter(({ change }) => change !== 0).sort((x, y) => Math.abs(y.change) - Math.abs(x.change))

export interface FlipCauses {
  readonly flip: Flip
  /** Mean changes over the accounts that flipped so, the largest first. */
  readonly causes: readonly Cause[]
}

/** A mean over more accounts than this would tell no more. */
const ENOUGH_ACCOUNTS = 2000

/** Causes of each kind of flip that there is; of very many accounts, 2,000 evenly spaced ones speak for all. */
export function meanCauses(a: FusedSide, b: FusedSide, { accounts }: Flips): FlipCauses[] {
  return FLIPS.flatMap((flip) => {
    const sample = evenlySpaced(accounts[flip], ENOUGH_ACCOUNTS)
    if (sample.length === 0) return []
    const sums = new Map<string, number>()
    for (const account of sample)
      for (const { cause, change } of causesOf(a, b, account))
        sums.set(cause, (sums.get(cause) ?? 0) + change)
    const causes = [...sums].map(([cause, sum]) => ({ cause, change: sum / sample.length }))
    return [{ flip, causes: largestFirst(causes) }]
  })
}

function evenlySpaced(accounts: Uint32Array, most: number): Uint32Array {
  const step = accounts.length / most
  return step <= 1 ? accounts : Uint32Array.from({ length: most }, (_, at) => accounts[Math.floor(at * step)])
}
