/**
 * What chance decides about a flag's action: whether an account complies, appeals, and when. Named by seed, replicate,
 * platform account and how many flags it had, so that a flag has the same luck under every policy.
 */
import { logNormal } from "../../random/distributions.ts"
import { mix32, type Stage, stage } from "../../random/streams.ts"
import type { Flag } from "./flag.ts"

/** SD of the logarithm of the days until an appeal. Soft: sweep the median. */
const DELAY_SD = 1

const TWO_TO_32 = 2 ** 32

/**
 * What the queue calls a platform account's flag: unlike any other's. Streams are named by the lower 32 bits, so flags of
 * one account differ there as well.
 */
export const flagId = (number: number, ordinal: number): number =>
  ordinal * TWO_TO_32 + ((number ^ (ordinal === 0 ? 0 : mix32(ordinal))) >>> 0)

export interface FlagDraws {
  /** In [0, 1), to be held against shares. */
  readonly complies: number
  readonly files: number
  /** Days until the appeal of whoever files one; to be asked once. */
  delayDays(): number
}

export function drawsOf(seed: string, replicate: number): (flag: Flag, medianDelay: number) => FlagDraws {
  const actions: Stage = stage(seed, `policy/follow/actions/${replicate}`)
  return ({ id }, medianDelay) => {
    const random = actions.at(id % TWO_TO_32)
    return { complies: random(), files: random(), delayDays: () => logNormal(medianDelay, DELAY_SD, random) }
  }
}
