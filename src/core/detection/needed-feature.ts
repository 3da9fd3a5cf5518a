/**
 * In a detector's own words: which single measured feature, changed how far, would bring its score to what is needed?
 * Found through the detector's score alone, with the other features as measured, so it holds for any detector. A feature
 * that is made of others (a surprise, say) moves as if they had moved with it.
 */
import type { Detector } from "./detector.ts"

export interface NeededFeature {
  readonly feature: string
  readonly value: number
  /** The nearest value that suffices, to within a 64th of the way or, for counts, the next whole number. */
  readonly needed: number
}

/** Steps along the way to a feature's least and greatest value. */
const STEPS = 64
const HALVINGS = 24

/** `row`: the detector's features, in its order. The feature with the least way to go, relative to its value; null when none suffices. */
export function neededFeature(
  detector: Detector,
  row: ArrayLike<number>,
  suffices: (score: number) => boolean,
): NeededFeature | null {
  const ways = detector.features.flatMap(({ id, unit }, k) => {
    const value = row[k]
    if (Number.isNaN(value)) return []
    const isWhole = unit === "count" && Number.isInteger(value)
    const holds = (other: number) => {
      const changed = Float64Array.from(row)
      changed[k] = other
      return suffices(Math.fround(detector.score(changed)))
    }
    const ends = unit === "share" ? [0, 1] : [0, 4 * Math.abs(value) + 1]
    return ends.flatMap((end) => {
      const needed = nearest(value, end, isWhole, holds)
      return needed === null ? [] : [{ feature: id, value, needed }]
    })
  })
  const relative = ({ value, needed }: NeededFeature) =>
    Math.abs(needed - value) / Math.max(Math.abs(value), 1e-9)
  return ways.sort((a, b) => relative(a) - relative(b))[0] ?? null
}

/** The first value from `from` towards `to` that `holds`; null when no step does. */
function nearest(
  from: number,
  to: number,
  isWhole: boolean,
  holds: (value: number) => boolean,
): number | null {
  if (from === to) return null
  const place = (value: number) => (isWhole ? Math.round(value) : value)
  let before = from
  for (let step = 1; step <= STEPS; step++) {
    const at = place(from + ((to - from) * step) / STEPS)
    if (at !== before && holds(at)) return halved(before, at, isWhole, holds)
    before = at
  }
  return null
}

function halved(
  fails: number,
  sufficing: number,
  isWhole: boolean,
  holds: (value: number) => boolean,
): number {
  let [low, high] = [fails, sufficing]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    const at = isWhole ? (high > low ? Math.floor(middle) : Math.ceil(middle)) : middle
    if (at === low || at === high) break
    if (holds(at)) high = at
    else low = at
  }
  return high
}
