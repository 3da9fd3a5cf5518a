/** The compared figures of two sides, each with its difference, how sure that is, and a verdict. */
import { type Confusion, falsePositiveRate, precision, recall } from "../confusion.ts"
import type { Interval } from "../intervals.ts"
import { reweigh } from "../prevalence.ts"
import type { FlipCounts } from "./flips.ts"
import { type PairedBootstrapOptions, type PairedDifference, pairedBootstrap } from "./paired-bootstrap.ts"
import { pairedDifferenceInterval } from "./paired-difference.ts"
import { areIdentical, classCounts, indexOfSide, type Side } from "./side.ts"
import {
  accountsToSettle,
  BETTER_WHEN,
  COMPARED_FIGURES,
  type ComparedFigure,
  isSignificant,
  type Matters,
  type Verdict,
  verdictOf,
} from "./verdict.ts"

export interface FigureComparison extends PairedDifference {
  readonly figure: ComparedFigure
  /** The smallest difference that matters. */
  readonly matters: number
  /** Whether the interval leaves 0 out. */
  readonly significant: boolean
  readonly verdict: Verdict
  /** About how many accounts of this mix would settle it; NaN when it is settled or no number would. */
  readonly accountsToSettle: number
}

/** With fewer flips than this in a class, the draws do not show all that another population would. */
const FEW_FLIPS = 10

/** `flips`: of the same sides. One row a figure, in the order of COMPARED_FIGURES. */
export function compareFigures(
  a: Side,
  b: Side,
  flips: FlipCounts,
  matters: Matters,
  options: PairedBootstrapOptions,
): FigureComparison[] {
  const drawn = pairedBootstrap(a, b, options)
  const known = areIdentical(a, b) ? drawn : { ...drawn, ...widened(a, drawn, flips, options) }
  return COMPARED_FIGURES.map((figure) => judged(figure, known[figure], matters, a.score.length))
}

/** A difference with its verdict; `accounts`: how many there are, NaN where more of them is no question. */
export function judged(
  figure: ComparedFigure,
  row: PairedDifference,
  matters: Matters,
  accounts: number,
): FigureComparison {
  const { difference, interval } = row
  return {
    figure,
    ...row,
    matters: matters[figure],
    significant: isSignificant(interval),
    verdict: verdictOf(difference, interval, matters[figure], BETTER_WHEN[figure]),
    accountsToSettle: accountsToSettle(difference, interval, matters[figure], accounts),
  }
}

/**
 * Draws that hold no flip, or few, make an interval narrower than the number of accounts warrants: so those of recall
 * and the false-positive rate are widened to hold Bonett and Price's, and that of precision, when either class has few
 * flips, to hold what the ends of these two yield together. A false-positive rate that the thresholds were chosen to
 * meet is left as it is.
 */
function widened(
  a: Side,
  drawn: Readonly<Record<ComparedFigure, PairedDifference>>,
  flips: FlipCounts,
  { maxFpr, confidence, prevalence }: PairedBootstrapOptions,
): Partial<Record<ComparedFigure, PairedDifference>> {
  const { managed, authentic } = classCounts(a)
  const around = (row: PairedDifference, gained: number, lost: number, accounts: number) => {
    const [low, high] = pairedDifferenceInterval(gained, lost, accounts, confidence)
    // Under another definition a rate changes by relabelling as well; the reach stays that of the flips.
    const shift = Number.isNaN(row.difference) ? 0 : row.difference - (gained - lost) / accounts
    return holding(row, [low + shift, high + shift])
  }
  const rate = around(drawn.recall, flips.newlyCaught, flips.newlyMissed, managed)
  const wrong =
    maxFpr === undefined ? around(drawn.fpr, flips.newlyHit, flips.newlyCleared, authentic) : drawn.fpr
  const isFew =
    flips.newlyCaught + flips.newlyMissed < FEW_FLIPS || flips.newlyHit + flips.newlyCleared < FEW_FLIPS
  const counted = indexOfSide(a).confusionAt(a.threshold)
  const confusion = prevalence === undefined ? counted : reweigh(counted, prevalence)
  return {
    recall: rate,
    fpr: wrong,
    ...(isFew ? { precision: holding(drawn.precision, precisionEnds(confusion, rate, wrong)) } : {}),
  }
}

export function holding(row: PairedDifference, [low, high]: Interval): PairedDifference {
  const [drawnLow, drawnHigh] = row.interval
  return { ...row, interval: [Math.max(-1, Math.min(drawnLow, low)), Math.min(1, Math.max(drawnHigh, high))] }
}

/** How far precision moves from the first side's when recall and the false-positive rate move to their ends. */
function precisionEnds(first: Confusion, rate: PairedDifference, wrong: PairedDifference): Interval {
  const managed = first.truePositives + first.falseNegatives
  const authentic = first.falsePositives + first.trueNegatives
  const clamp = (share: number) => Math.min(1, Math.max(0, share))
  const moved = (byRecall: number, byFpr: number) => {
    const truePositives = managed * clamp(recall(first) + byRecall)
    const falsePositives = authentic * clamp(falsePositiveRate(first) + byFpr)
    return truePositives / (truePositives + falsePositives) - precision(first)
  }
  const [low, high] = [moved(rate.interval[0], wrong.interval[1]), moved(rate.interval[1], wrong.interval[0])]
  return [Number.isNaN(low) ? -1 : low, Number.isNaN(high) ? 1 : high]
}
