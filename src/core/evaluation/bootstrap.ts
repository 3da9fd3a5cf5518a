/** Bootstrap intervals of areas under curves. */
import type { Interval } from "./intervals.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface BootstrapOptions {
  /** Names the stream of draws: same seed, same interval. */
  readonly seed: string
  /** 200 unless told. */
  readonly draws?: number
  /** 0.95 unless told. */
  readonly confidence?: number
}

/** Interval of the area under the ROC curve; [NaN, NaN] when a class is empty. */
export function bootstrapAuc(index: ScoreIndex, options: BootstrapOptions): Interval {
  void [index, options]
  throw new Error("unfinished")
}

/** Interval of average precision, re-weighted to `prevalence` if given; [NaN, NaN] when a class is empty. */
export function bootstrapAveragePrecision(
  index: ScoreIndex,
  options: BootstrapOptions,
  prevalence?: number,
): Interval {
  void [index, options, prevalence]
  throw new Error("unfinished")
}
