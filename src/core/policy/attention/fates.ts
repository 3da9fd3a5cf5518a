/** What becomes of accounts' reach and reactions: by a threshold, by a policy's tiers, or by being found out exactly. */
import { stage } from "../../random/streams.ts"
import { shared } from "../../shared-columns.ts"
import type { Action, Enforcement, Review } from "../after-flag.ts"
import { GRADES, isManagedGrade } from "../definition.ts"
import type { Policy } from "../policy.ts"
import { TIERS } from "../tiers.ts"

/** One value an account, each in [0, 1]; in shared memory. */
export interface Fates {
  /** Share of its reach that the account keeps. */
  readonly reach: Float64Array
  /** Share of its reactions that count for the ranking. */
  readonly counts: Float64Array
  /** Share of its reach at which readers are told that it is AI-managed. */
  readonly disclosed: Float64Array
}

/** Nothing is done about anybody. */
export function noFates(accounts: number): Fates {
  const fates = {
    reach: shared.f64(accounts),
    counts: shared.f64(accounts),
    disclosed: shared.f64(accounts),
  }
  fates.reach.fill(1)
  fates.counts.fill(1)
  return fates
}

/** The action is taken about everybody for whom it `isTaken`. */
export function fatesBy(
  accounts: number,
  action: Action,
  enforcement: Enforcement,
  isTaken: (account: number) => boolean,
): Fates {
  const fates = noFates(accounts)
  for (let account = 0; account < accounts; account++)
    if (isTaken(account)) act(fates, account, action, enforcement)
  return fates
}

/** AI-managed accounts' reactions do not count, and nothing else is done. */
export function fatesWithoutSignals(label: Uint8Array): Fates {
  const fates = noFates(label.length)
  for (let account = 0; account < label.length; account++) if (label[account] === 1) fates.counts[account] = 0
  return fates
}

export interface Judged {
  /** In [0, 1], NaN for an account without; one an account. */
  readonly risk: Float32Array
  /** Index into GRADES, by the policy's definition. */
  readonly grade: Uint8Array
  /** Names the reviewers' draws: the same account fools, or does not fool, them under every policy of the same rates. */
  readonly seed: string
}

/**
 * Every account meets the harshest tier that it reaches, once and for good: a label and a limit at once, a suspension
 * too, and from review what a reviewer of the policy's rates decides. Strikes, appeals and queues take following flags.
 */
export function fatesOfTiers(
  { risk, grade, seed }: Judged,
  { tiers, enforcement, review }: Pick<Policy, "tiers" | "enforcement" | "review">,
): Fates {
  const fates = noFates(risk.length)
  const reviewing = stage(seed, "policy/attention/review")
  for (let account = 0; account < risk.length; account++) {
    const tier = TIERS.findLast((one) => {
      const threshold = tiers[one]
      return threshold !== null && risk[account] >= threshold
    })
    if (tier === undefined || tier === "watch") continue
    const action =
      tier === "review" ? afterReview(grade[account], reviewing.at(account)(), enforcement, review) : tier
    act(fates, account, action, enforcement)
  }
  return fates
}

/** What reviewers do about an account of a grade; `chance` in [0, 1) decides whether they find it AI-managed. */
function afterReview(
  grade: number,
  chance: number,
  { afterReview }: Enforcement,
  { truePositiveRate, falsePositiveRate, dontKnow }: Review,
): Action {
  // Who cannot tell passes it on, and the third leaves it.
  const isDecided = 1 - dontKnow * dontKnow * dontKnow
  if (chance >= isDecided * (isManagedGrade(grade) ? truePositiveRate : falsePositiveRate)) return "none"
  // An account that they take for AI-managed without its being hosted at all looks mostly hosted.
  const seen = GRADES[grade]
  return afterReview[seen === "none" ? "mostly" : seen]
}

function act(fates: Fates, account: number, action: Action, enforcement: Enforcement): void {
  if (action === "none") return
  const { limitedReach, labelledReach } = enforcement
  const kept = { label: labelledReach, limit: limitedReach, suspend: 0 }[action]
  fates.reach[account] = kept
  fates.counts[account] = kept
  if (action === "label") fates.disclosed[account] = 1
}
