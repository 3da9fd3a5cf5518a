/**
 * Intervals of the figures of one threshold.
 *
 * A share of counted accounts gets Wilson's score interval (Wilson 1927; recommended by Brown, Cai and
 * DasGupta 2001, "Interval estimation for a binomial proportion"). It treats accounts as independent.
 *
 * A figure that mixes the two classes (F1, Matthews, and everything re-weighted to another prevalence) is a
 * function of recall R, false-positive rate F and the prevalence, and monotone in R and in F. The classes are
 * independent samples, so the rectangle of two Wilson intervals at sqrt(confidence) each holds the true (R, F)
 * with at least the stated confidence, and the figure's values at the two extreme corners enclose its true
 * value. This is conservative: about 14 % wider than needed when one of the rates makes up the uncertainty, up to
 * 61 % when both make up half of it (sqrt(0.95) widens each side from 1.96 to 2.24 standard errors, and the two
 * add up instead of combining as a root of squares).
 */
import {
  type Confusion,
  f1,
  flaggedShare,
  judgedTotal,
  matthews,
  precision,
  prevalenceOf,
} from "./confusion.ts"
import { normalQuantile } from "./normal.ts"

/** Lower and upper end. */
export type Interval = readonly [number, number]

/** A figure and how sure we are of it. `value` is NaN where undefined; the interval then is the widest possible. */
export interface Estimate {
  readonly value: number
  readonly interval: Interval
}

/** Fewer trials than this are too few to judge a rate by; see `isTooSmall`. */
export const ENOUGH_TRIALS = 100

/**
 * Whether a cohort is too small to judge a rate by: fewer than 100 trials. Below that the 95 % interval of a
 * rate near one half is over 0.19 wide, and not even zero flagged accounts rule out a rate of 3.7 %.
 */
export function isTooSmall(trials: number): boolean {
  return !(trials >= ENOUGH_TRIALS)
}

/**
 * Wilson's score interval of a share, without continuity correction
 * (scipy: `binomtest(successes, trials).proportion_ci(confidence, "wilson")`).
 * `confidence` in (0, 1). Without trials nothing is known: [0, 1].
 */
export function wilson(successes: number, trials: number, confidence = 0.95): Interval {
  if (!(trials > 0)) return [0, 1]
  const z = normalQuantile(0.5 + confidence / 2)
  const denominator = 2 * (trials + z * z)
  const share = successes / trials
  const centre = (2 * successes + z * z) / denominator
  const reach = (z * Math.sqrt(4 * successes * (1 - share) + z * z)) / denominator
  // Without successes the lower end comes out as exactly 0; with nothing else the upper one as 1 but for rounding.
  return [centre - reach, successes === trials ? 1 : centre + reach]
}

/** Of the observed matrix: share of the AI-managed accounts that are flagged. */
export function recallInterval(c: Confusion, confidence = 0.95): Interval {
  return wilson(c.truePositives, c.truePositives + c.falseNegatives, confidence)
}

/** Of the observed matrix: share of the authentic accounts that are flagged. */
export function falsePositiveRateInterval(c: Confusion, confidence = 0.95): Interval {
  return wilson(c.falsePositives, c.falsePositives + c.trueNegatives, confidence)
}

/**
 * `c` is the observed matrix, of whole accounts; `prevalence`, if given, what it is re-weighted to.
 * At the observed prevalence this is Wilson's interval over the flagged accounts, else the rectangle's.
 */
export function precisionInterval(c: Confusion, prevalence?: number, confidence = 0.95): Interval {
  if (isObserved(c, prevalence)) {
    return wilson(c.truePositives, c.truePositives + c.falsePositives, confidence)
  }
  const corners = rectangle(c, prevalence, confidence)
  return widest(precision(corners.best), precision(corners.worst), 0)
}

/** As `precisionInterval`, of the share of all accounts that are flagged. */
export function flaggedShareInterval(c: Confusion, prevalence?: number, confidence = 0.95): Interval {
  if (isObserved(c, prevalence)) {
    return wilson(c.truePositives + c.falsePositives, judgedTotal(c), confidence)
  }
  const corners = rectangle(c, prevalence, confidence)
  return widest(flaggedShare(corners.most), flaggedShare(corners.least), 0)
}

/** As `precisionInterval`; always the rectangle's. */
export function f1Interval(c: Confusion, prevalence?: number, confidence = 0.95): Interval {
  const corners = rectangle(c, prevalence, confidence)
  return widest(f1(corners.best), f1(corners.worst), 0)
}

/** As `precisionInterval`; always the rectangle's. */
export function matthewsInterval(c: Confusion, prevalence?: number, confidence = 0.95): Interval {
  const corners = rectangle(c, prevalence, confidence)
  return widest(matthews(corners.best), matthews(corners.worst), -1)
}

function isObserved(c: Confusion, prevalence: number | undefined): boolean {
  return prevalence === undefined || prevalence === prevalenceOf(c)
}

/** The matrices, of total 1, at the corners of the rectangle of recall and false-positive rate. */
function rectangle(c: Confusion, prevalence = prevalenceOf(c), confidence: number) {
  const side = Math.sqrt(confidence)
  const [lowRecall, highRecall] = recallInterval(c, side)
  const [lowRate, highRate] = falsePositiveRateInterval(c, side)
  return {
    best: matrixOf(highRecall, lowRate, prevalence),
    worst: matrixOf(lowRecall, highRate, prevalence),
    most: matrixOf(highRecall, highRate, prevalence),
    least: matrixOf(lowRecall, lowRate, prevalence),
  }
}

function matrixOf(recall: number, falsePositiveRate: number, prevalence: number): Confusion {
  return {
    truePositives: prevalence * recall,
    falsePositives: (1 - prevalence) * falsePositiveRate,
    trueNegatives: (1 - prevalence) * (1 - falsePositiveRate),
    falseNegatives: prevalence * (1 - recall),
  }
}

/** An end that is undefined is the widest possible. */
function widest(high: number, low: number, lowest: number): Interval {
  return [Number.isNaN(low) ? lowest : low, Number.isNaN(high) ? 1 : high]
}
