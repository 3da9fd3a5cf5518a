/**
 * What the times of one account's events say about it, as features of a classifier: those of the gaps between events
 * alone, and all together with hours, weekdays, sessions and latencies. NaN where an account has too little.
 */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import type { Conduct } from "./behaviour-conduct.ts"
import { meanOf, variationOf } from "./behaviour-gaps.ts"
import { entropyOf, quietShare } from "./behaviour-hours.ts"
import { quantile } from "./resample.ts"

const MINUTE = 60
const SATURDAY = 5

/** Seconds to logarithms; a second is the least told apart. */
const logSeconds = (seconds: number) => Math.log(Math.max(1, seconds))
const shareWhere = (values: ArrayLike<number>, isOne: (value: number) => boolean) =>
  Array.from(values).filter(isOne).length / values.length

/** Burstiness, memory, coefficient of variation and quantiles of the gaps. */
export function gapFeatures({ gaps }: Conduct): number[] {
  const sorted = gaps.toSorted()
  return [
    burstiness(gaps),
    memory(gaps),
    variationOf(gaps),
    ...[0.1, 0.25, 0.5, 0.75, 0.9].map((share) => logSeconds(quantile(sorted, share))),
  ]
}

export function timingFeatures(account: Conduct): number[] {
  const { hours, weekdays, sessions, responses, events } = account
  return [
    ...gapFeatures(account),
    ...Array.from(hours, (count) => count / events),
    entropyOf(hours),
    quietShare(hours),
    entropyOf(weekdays),
    weekdays.subarray(SATURDAY).reduce((sum, count) => sum + count, 0) / events,
    Math.log(meanOf(sessions)),
    Math.log(Math.max(...sessions)),
    shareWhere(sessions, (size) => size === 1),
    meanOf(responses.map(logSeconds)),
    shareWhere(responses, (seconds) => seconds <= MINUTE),
    responses.length > 0 ? 1 : 0,
  ]
}
