/**
 * Prevalence without simulating again: recall and false-positive rate belong to the detectors, how often
 * AI-managed accounts occur belongs to the platform. Scaling the two classes against each other gives
 * precision, workload and wrongful flags at another prevalence (scikit-learn: `sample_weight` by class).
 */
import type { Confusion } from "./confusion.ts"

/** What one account of each class counts for. */
export interface ClassWeights {
  readonly managed: number
  readonly authentic: number
}

/**
 * Weights under which the AI-managed accounts make up `prevalence` (in [0, 1]) of an unchanged total;
 * both 1 when `prevalence` is left out. The weight of an empty class that would have to be more than 0 is NaN:
 * no account stands for it.
 */
export function classWeights(managed: number, authentic: number, prevalence?: number): ClassWeights {
  if (prevalence === undefined) return { managed: 1, authentic: 1 }
  const total = managed + authentic
  return {
    managed: weightFor(prevalence * total, managed),
    authentic: weightFor((1 - prevalence) * total, authentic),
  }
}

/** What one of `present` accounts counts for when together they stand for `wanted`. */
export function weightFor(wanted: number, present: number): number {
  if (present > 0) return wanted / present
  return wanted > 0 ? Number.NaN : 1
}

/**
 * The matrix with its classes scaled so that AI-managed accounts make up `prevalence`, its total kept.
 *
 * When a class is empty, the cells of the class that is there scale as asked and the cells of the empty one
 * are NaN (0 when `prevalence` wants none of it): recall stays defined without authentic accounts, and
 * precision is honestly unknown.
 */
export function reweigh(c: Confusion, prevalence: number): Confusion {
  const managed = c.truePositives + c.falseNegatives
  const authentic = c.falsePositives + c.trueNegatives
  const weights = classWeights(managed, authentic, prevalence)
  return {
    truePositives: c.truePositives * weights.managed,
    falsePositives: c.falsePositives * weights.authentic,
    trueNegatives: c.trueNegatives * weights.authentic,
    falseNegatives: c.falseNegatives * weights.managed,
  }
}
