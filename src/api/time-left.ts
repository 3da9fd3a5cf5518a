/**
 * How long a job still takes, from how far it is and how long that took.
 * The estimate of the moment it ends is smoothed exponentially, since stages differ in speed
 * and a number that jumps is no help.
 */

/** Seconds after which a new estimate of the end counts for 63 %. */
const SMOOTHING_SECONDS = 2
/** Before this much is done and has been watched, an estimate would be a guess. */
const MINIMUM_FRACTION = 0.02
const MINIMUM_SECONDS = 0.3

export interface TimeLeft {
  /** `elapsed` in seconds since the start, ascending; `fraction` done in [0, 1]. Seconds left, or null. */
  at(elapsed: number, fraction: number): number | null
}

export function createTimeLeft(): TimeLeft {
  let end: number | null = null
  let previous = 0
  return {
    at(elapsed, fraction) {
      if (fraction < MINIMUM_FRACTION || elapsed < MINIMUM_SECONDS) return null
      const estimate = elapsed / fraction
      const weight = 1 - Math.exp(-(elapsed - previous) / SMOOTHING_SECONDS)
      end = end === null ? estimate : end + (estimate - end) * weight
      previous = elapsed
      return Math.max(0, end - elapsed)
    },
  }
}
