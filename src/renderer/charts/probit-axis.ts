/**
 * The axes of the DET chart: shares by the quantile of the standard normal distribution, as scikit-learn's
 * DetCurveDisplay has them. Scores that are normal in both classes make a straight line there.
 */
import { normalQuantile } from "../../core/evaluation/index.ts"

/** Shares that the axes name, as scikit-learn's, with two more at the low end, where policies live. */
export const NAMED_SHARES = [0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999] as const

/** 0 and 1 lie infinitely far out; what lies beyond these is drawn at the edge. */
const ENDS = [0.00005, 0.9995] as const

export const PROBIT_ENDS = { min: normalQuantile(ENDS[0]), max: normalQuantile(ENDS[1]) } as const

/** From a share in [0, 1] to its place on the axis. */
export function probitPlace(share: number): number {
  return normalQuantile(Math.min(ENDS[1], Math.max(ENDS[0], share)))
}

/** The named share at a place; null between them. */
export function shareNamedAt(place: number): number | null {
  return NAMED_SHARES.find((share) => Math.abs(normalQuantile(share) - place) < 1e-9) ?? null
}
