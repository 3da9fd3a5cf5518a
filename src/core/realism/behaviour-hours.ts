/** How an account's events lie on the clock: hours used, bits of entropy over them, and the quietest part of the day. */

const HOUR = 3600
export const HOURS = 24
/** A night's sleep. */
const QUIET_HOURS = 8

/** Events in each hour of the day, of seconds since some midnight. */
export function hourCounts(times: ArrayLike<number>): Uint32Array {
  const counts = new Uint32Array(HOURS)
  for (let i = 0; i < times.length; i++) counts[Math.floor(times[i] / HOUR) % HOURS]++
  return counts
}

/** Shannon entropy of counts in bits, uncorrected; 0 when all fall in one cell, NaN when there are none. */
export function entropyOf(counts: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < counts.length; i++) total += counts[i]
  if (total === 0) return Number.NaN
  let bits = 0
  for (let i = 0; i < counts.length; i++)
    if (counts[i] > 0) bits -= (counts[i] / total) * Math.log2(counts[i] / total)
  return bits
}

/** Share of the events in the eight hours in a row that hold the fewest. */
export function quietShare(hours: ArrayLike<number>): number {
  let total = 0
  for (let hour = 0; hour < HOURS; hour++) total += hours[hour]
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < HOURS; start++) {
    let within = 0
    for (let hour = 0; hour < QUIET_HOURS; hour++) within += hours[(start + hour) % HOURS]
    least = Math.min(least, within)
  }
  return least / total
}
