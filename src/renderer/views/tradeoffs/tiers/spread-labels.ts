/** Keeps labels on a line apart, each as near to its own place as the others let it. */

/**
 * `wanted`: the middles, ascending; `widths`: of as many labels; both in the unit of `room`, the length of the line.
 * The middles that come out are `gap` apart or more and least moved, in squares: labels that touch share their way
 * (pool adjacent violators). They stay within the line where it has room for all.
 */
export function spreadLabels(
  wanted: readonly number[],
  widths: readonly number[],
  room: number,
  gap: number,
): number[] {
  const offsets = widths.map((_, i) => offsetOf(widths, gap, i))
  const free = wanted.map((middle, i) => middle - offsets[i]!)
  const lowest = widths[0]! / 2
  const highest = room - widths.at(-1)! / 2 - offsets.at(-1)!
  return ascending(free).map((place, i) => Math.max(lowest, Math.min(place, highest)) + offsets[i]!)
}

/** From the first label's middle to the i-th's, when all touch. */
function offsetOf(widths: readonly number[], gap: number, i: number): number {
  let offset = 0
  for (let at = 1; at <= i; at++) offset += (widths[at - 1]! + widths[at]!) / 2 + gap
  return offset
}

/** The ascending values that are nearest to the given ones, in squares. */
function ascending(values: readonly number[]): number[] {
  const pools: { mean: number; size: number }[] = []
  for (const value of values) {
    let pool = { mean: value, size: 1 }
    while (pools.length > 0 && pools.at(-1)!.mean > pool.mean) {
      const { mean, size } = pools.pop()!
      const together = size + pool.size
      pool = { mean: (mean * size + pool.mean * pool.size) / together, size: together }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, size }) => Array<number>(size).fill(mean))
}
