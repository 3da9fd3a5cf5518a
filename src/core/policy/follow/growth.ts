/** Whether what comes each day, or what waits, still grows when the horizon ends: then figures of these days are of these days only. */
import { meanOf } from "./bands.ts"

/** Growth of less than this share is told as none. */
const LEAST_GROWTH = 0.02

/**
 * Whether the last days hold more than as many days before them: by 2 % or more of what these hold, and by more than twice
 * the standard error of the mean difference over the replicates. The days are a quarter of the horizon or, if that is more,
 * until accounts are judged again (they come back in waves so far apart), and half of the horizon at most.
 * `perDay`: one array a replicate, a value of 0 or more a day. False for fewer than two replicates or days.
 */
export function stillGrows(perDay: readonly Float64Array[], recheckDays: number): boolean {
  const days = perDay[0].length
  const span = Math.min(Math.floor(days / 2), Math.max(1, Math.floor(days / 4), Math.ceil(recheckDays)))
  if (span === 0 || perDay.length < 2) return false
  const before = perDay.map((values) => meanOf([...values.subarray(days - 2 * span, days - span)]))
  const gains = perDay.map((values, at) => meanOf([...values.subarray(days - span)]) - before[at])
  const gain = meanOf(gains)
  const spread = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / (gains.length - 1)
  return gain > 2 * Math.sqrt(spread / gains.length) && gain >= LEAST_GROWTH * meanOf(before)
}
