/**
 * The confusion matrix of one threshold and the figures that follow from it.
 *
 * AI-managed is the positive class; flagged is the positive answer. Formulas are scikit-learn's, with one
 * difference: a ratio without a denominator is NaN here ("there is nothing to say"), where
 * `precision_score`, `recall_score`, `f1_score` and `matthews_corrcoef` warn and answer 0.
 */

/** Accounts by label and answer. At least 0; whole numbers as counted, fractional after re-weighting. */
export interface Confusion {
  /** AI-managed and flagged. */
  readonly truePositives: number
  /** Authentic and flagged. */
  readonly falsePositives: number
  /** Authentic and not flagged. */
  readonly trueNegatives: number
  /** AI-managed and not flagged. */
  readonly falseNegatives: number
}

/** Share of the flagged accounts that are AI-managed, in [0, 1]; NaN when nobody is flagged. */
export function precision(c: Confusion): number {
  return c.truePositives / (c.truePositives + c.falsePositives)
}

/** Share of the AI-managed accounts that are flagged, in [0, 1]; NaN when there are none. */
export function recall(c: Confusion): number {
  return c.truePositives / (c.truePositives + c.falseNegatives)
}

/** Share of the authentic accounts that are flagged, in [0, 1]; NaN when there are none. */
export function falsePositiveRate(c: Confusion): number {
  return c.falsePositives / (c.falsePositives + c.trueNegatives)
}

/**
 * Harmonic mean of precision and recall, in [0, 1]: 2 TP / (2 TP + FP + FN). So it is 0, as in scikit-learn,
 * when AI-managed accounts exist and nobody is flagged; NaN only when there is neither.
 */
export function f1(c: Confusion): number {
  return (2 * c.truePositives) / (2 * c.truePositives + c.falsePositives + c.falseNegatives)
}

/**
 * Matthews correlation coefficient between label and answer, in [-1, 1]; NaN when a row or a column of the
 * matrix is empty. The root is taken of two products, because
 * the product of all four sums passes 2^53 from some thousands of accounts on.
 */
export function matthews(c: Confusion): number {
  const managed = c.truePositives + c.falseNegatives
  const authentic = c.falsePositives + c.trueNegatives
  const flagged = c.truePositives + c.falsePositives
  const passed = c.trueNegatives + c.falseNegatives
  const covariance = c.truePositives * c.trueNegatives - c.falsePositives * c.falseNegatives
  return covariance / (Math.sqrt(managed * authentic) * Math.sqrt(flagged * passed))
}

/** Accounts that are flagged, rightly or wrongly. */
export function flaggedTotal(c: Confusion): number {
  return c.truePositives + c.falsePositives
}

/** Share of all judged accounts that are flagged, in [0, 1]: the workload. NaN when nobody is judged. */
export function flaggedShare(c: Confusion): number {
  return flaggedTotal(c) / judgedTotal(c)
}

/** Share of the judged accounts that are AI-managed, in [0, 1]; NaN when nobody is judged. */
export function prevalenceOf(c: Confusion): number {
  return (c.truePositives + c.falseNegatives) / judgedTotal(c)
}

/** The accounts behind the matrix. */
export function judgedTotal(c: Confusion): number {
  return c.truePositives + c.falsePositives + c.trueNegatives + c.falseNegatives
}
