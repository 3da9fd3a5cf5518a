/**
 * Verdicts: whether a difference is real, whether it matters, and whether there are enough accounts to say so.
 *
 * Two questions are kept apart. Its interval tells whether a difference can be chance; the smallest effect that matters
 * tells whether anybody should care. "No change" is a finding (any difference is too small to matter), "inconclusive" is
 * the lack of one: as in tests of equivalence (Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15).
 */
import type { Interval } from "../intervals.ts"

export const COMPARED_FIGURES = ["recall", "fpr", "precision", "auc", "ap"] as const
export type ComparedFigure = (typeof COMPARED_FIGURES)[number]

/** 1 where more is better, -1 where less is. */
export const BETTER_WHEN: Readonly<Record<ComparedFigure, 1 | -1>> = {
  recall: 1,
  fpr: -1,
  precision: 1,
  auc: 1,
  ap: 1,
}

/** The smallest difference of each figure that matters, above 0 and at most 1. */
export type Matters = Readonly<Record<ComparedFigure, number>>

/**
 * One in a hundred AI-managed accounts or flags; one in a thousand authentic accounts, who are so many more; for areas
 * half a point of AUC and one of average precision, below which releases of a detector are hardly told apart.
 */
export const DEFAULT_MATTERS: Matters = { recall: 0.01, fpr: 0.001, precision: 0.01, auc: 0.005, ap: 0.01 }

export const VERDICTS = ["better", "worse", "no change", "inconclusive"] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * `better` and `worse`: the interval leaves 0 out and the difference is at least `matters`. `no change`: the interval
 * lies within +-`matters`, whether it leaves 0 out or not. `inconclusive`: neither, or there is no difference (NaN).
 * `betterWhen`: 1 where more is better, -1 where less is.
 */
export function verdictOf(
  difference: number,
  [low, high]: Interval,
  matters: number,
  betterWhen: 1 | -1,
): Verdict {
  if (Number.isNaN(difference)) return "inconclusive"
  if (low >= -matters && high <= matters) return "no change"
  if (!isSignificant([low, high]) || Math.abs(difference) < matters) return "inconclusive"
  return difference * betterWhen > 0 ? "better" : "worse"
}

/** Whether the interval leaves 0 out. */
export const isSignificant = ([low, high]: Interval) => low > 0 || high < 0

/**
 * About how many accounts, of the same mix, would turn `inconclusive` into another verdict if the difference is what it
 * seems: n (h / d)^2, with h half of the interval's width, which shrinks with the root of the number of accounts, and d
 * the room that it has, |difference| when that matters and else `matters` - |difference|. NaN when the verdict stands
 * already, when there is no difference to go by, or when no number would do.
 */
export function accountsToSettle(
  difference: number,
  [low, high]: Interval,
  matters: number,
  accounts: number,
): number {
  if (verdictOf(difference, [low, high], matters, 1) !== "inconclusive") return Number.NaN
  const size = Math.abs(difference)
  const room = size >= matters ? size : matters - size
  const widths = (high - low) / (2 * room)
  const needed = accounts * widths * widths
  return Number.isFinite(needed) ? Math.max(accounts + 1, Math.ceil(needed)) : Number.NaN
}
