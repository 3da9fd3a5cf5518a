/**
 * Zipf's law by look-up: rank k of n is drawn in proportion to k^-skew. A wheel of 2,048 places holds each rank
 * as often as its probability says, so that a draw is one index into a small table.
 */

export const WHEEL_BITS = 11
const WHEEL_SIZE = 1 << WHEEL_BITS
/** Skews are told apart by this much. */
export const SKEW_STEP = 0.1

const wheels = new Map<number, Uint8Array>()

/** Ranks 0 to count - 1 (at most 256) on 2,048 places; the skew is rounded to tenths within [0.4, 1.9]. */
export function zipfWheel(count: number, skew: number): Uint8Array {
  const step = skewStep(skew)
  const key = step * 1024 + count
  let wheel = wheels.get(key)
  if (wheel === undefined) {
    wheel = buildWheel(count, step * SKEW_STEP)
    wheels.set(key, wheel)
  }
  return wheel
}

/** The number under which wheels of nearly equal skew are kept, 4 to 19. */
export function skewStep(skew: number): number {
  return Math.round(Math.min(1.9, Math.max(0.4, skew)) / SKEW_STEP)
}

function buildWheel(count: number, skew: number): Uint8Array {
  let total = 0
  for (let rank = 1; rank <= count; rank++) total += Math.exp(-skew * Math.log(rank))
  const wheel = new Uint8Array(WHEEL_SIZE)
  let place = 0
  let cumulative = 0
  for (let rank = 1; rank <= count; rank++) {
    cumulative += Math.exp(-skew * Math.log(rank))
    const end = rank === count ? WHEEL_SIZE : Math.round((cumulative / total) * WHEEL_SIZE)
    while (place < end) wheel[place++] = rank - 1
  }
  return wheel
}
