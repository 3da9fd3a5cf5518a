/** Where the logarithmic axes of the reliability chart begin. */
import type { ReliabilityBin } from "../../core/evaluation/index.ts"

/** The power of ten at or below all that is drawn, so that the axis begins at a named tick; at most 0.1. */
export function lowestOf(bins: readonly Pick<ReliabilityBin, "meanRisk" | "share">[]): number {
  const drawn = bins.flatMap(({ meanRisk, share }) => [meanRisk, share]).filter((value) => value > 0)
  return 10 ** Math.floor(Math.log10(Math.min(0.1, ...drawn)))
}
