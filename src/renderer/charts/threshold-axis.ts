/**
 * Where a threshold lies on an axis: evenly, or by its log-odds, which gives room to the scores near 0 and 1
 * where most accounts are.
 */

export interface ThresholdAxis {
  readonly min: number
  readonly max: number
  /** From a threshold in [0, 1] to the axis, and back. */
  place(threshold: number): number
  threshold(place: number): number
  /** Thresholds that the axis names; null for those that the chart chooses. */
  readonly named: readonly number[] | null
}

export const EVEN: ThresholdAxis = {
  min: 0,
  max: 1,
  place: (threshold) => threshold,
  threshold: (place) => place,
  named: null,
}

const ENDS = [0.0001, 0.9999] as const

const logOdds = (share: number) => Math.log(share / (1 - share))

export const LOG_ODDS: ThresholdAxis = {
  min: logOdds(ENDS[0]),
  max: logOdds(ENDS[1]),
  place: (threshold) => logOdds(Math.min(ENDS[1], Math.max(ENDS[0], threshold))),
  threshold(place) {
    if (place <= LOG_ODDS.min) return 0
    if (place >= LOG_ODDS.max) return 1
    return 1 / (1 + Math.exp(-place))
  },
  named: [0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999],
}

/** `count` (2 or more) thresholds, evenly spread over the axis, ascending. */
export function spread(axis: ThresholdAxis, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    axis.threshold(axis.min + ((axis.max - axis.min) * i) / (count - 1)),
  )
}
