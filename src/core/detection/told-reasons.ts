/** What a plug-in said of one account, found among all that it said. */
import type { Reason } from "./detector.ts"
import type { ToldReasons } from "./plugin.ts"

/** The strongest first. */
export function toldOf({ account: accounts, weight, text }: ToldReasons, account: number): Reason[] {
  const reasons: Reason[] = []
  for (let at = firstAtLeast(accounts, account); accounts[at] === account; at++)
    // What no translation knows is shown as it was told.
    reasons.push({ id: `told-${reasons.length + 1}`, values: {}, text: text[at], weight: weight[at] })
  return reasons
}

/** Place of the first value that is at least this, among ascending ones. */
function firstAtLeast(values: Uint32Array, least: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] < least) low = middle + 1
    else high = middle
  }
  return low
}
