/**
 * Strikes: how often an account was acted on because people, the rule for an overflowing queue or the suspend tier found
 * it AI-managed. Label and limit tiers act on a suspicion, which is no strike and is not escalated.
 */
import { ACTIONS, type Action, type Strikes } from "../after-flag.ts"

/** Strikes of every account that has any. */
export class StrikeBook {
  readonly #strikes: Strikes
  /** Days, by account; ascending. */
  readonly #at = new Map<number, number[]>()

  constructor(strikes: Strikes) {
    this.#strikes = strikes
  }

  /** At `at`, in days: those of the last `lastDays`. */
  count(account: number, at: number): number {
    const since = at - this.#strikes.lastDays
    return this.#at.get(account)?.filter((strike) => strike > since).length ?? 0
  }

  /**
   * The action that follows a finding at `at`: the one that is due, or a harsher one when the account, this time
   * included, has so many strikes. Where nothing is due nothing happens.
   */
  escalate(due: Action, account: number, at: number): Action {
    if (due === "none") return due
    const { limitAt, suspendAt } = this.#strikes
    const strikes = this.count(account, at) + 1
    if (suspendAt !== null && strikes >= suspendAt) return "suspend"
    return limitAt !== null && strikes >= limitAt ? harsher(due, "limit") : due
  }

  add(account: number, at: number): void {
    const known = this.#at.get(account)
    if (known) known.push(at)
    else this.#at.set(account, [at])
  }

  /** Takes back the strike of `at`. */
  remove(account: number, at: number): void {
    const left = this.#at.get(account)?.filter((strike) => strike !== at) ?? []
    this.#at.set(account, left)
  }
}

const harsher = (a: Action, b: Action): Action => (ACTIONS.indexOf(a) > ACTIONS.indexOf(b) ? a : b)
