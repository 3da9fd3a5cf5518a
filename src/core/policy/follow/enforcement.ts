/**
 * Enforcement: notice, effect, how long an action lasts, strikes, and whether it will be appealed. Between an order and
 * the end of its action nothing but an appeal happens to an account, so all of this is settled when the action is ordered.
 *
 * - A notice goes before a limit or a suspension when noticeDays is above 0. Whoever complies does so before it ends: no
 *   action takes effect, and it is no strike. Labels take effect at once.
 * - An account is judged again recheckDays after a label or a reinstatement, and so long after the end of a limit or a
 *   suspension; never after it complied or was suspended for good.
 */
import type { Action, Appeals, Enforcement as Settings } from "../after-flag.ts"
import type { End } from "./consequences.ts"
import { ACTED_ON, type Flag, REINSTATED } from "./flag.ts"
import type { FlagDraws } from "./flag-draws.ts"
import { StrikeBook } from "./strikes.ts"

/** Who is acted on, and whether people or a rule found that account AI-managed, or it is under suspicion alone. */
export interface Acted {
  readonly isManaged: boolean
  readonly isFinding: boolean
}

export const END_OF: Readonly<Record<Action, End>> = {
  none: "watched",
  label: "labelled",
  limit: "limited",
  suspend: "suspended",
}

export class Enforcement {
  readonly #settings: Settings
  readonly #appeals: Appeals
  readonly #days: number
  readonly #draws: (flag: Flag, medianDelay: number) => FlagDraws
  readonly #strikes: StrikeBook

  /** `days`: the horizon, within which a notice has to end for an account to comply. */
  constructor(
    settings: Settings,
    appeals: Appeals,
    days: number,
    draws: (flag: Flag, medianDelay: number) => FlagDraws,
  ) {
    this.#settings = settings
    this.#appeals = appeals
    this.#days = days
    this.#draws = draws
    this.#strikes = new StrikeBook(settings.strikes)
  }

  /** The action that follows a finding: the one that is due, or what the account's strikes make of it. */
  escalated(due: Action, place: number, at: number): Action {
    return this.#strikes.escalate(due, place, at)
  }

  /** Orders an action other than none, and answers when the account is judged again; Infinity for never. */
  order(flag: Flag, action: Action, at: number, { isManaged, isFinding }: Acted): number {
    const { noticeDays, complies, recheckDays } = this.#settings
    const notice = action === "label" ? 0 : noticeDays
    const draws = this.#draws(flag, this.#appeals.delayDays)
    flag.steps |= ACTED_ON
    flag.action = action
    flag.from = at + notice
    if (notice > 0 && isManaged && flag.from < this.#days && draws.complies < complies) {
      flag.hasComplied = true
      return Number.POSITIVE_INFINITY
    }
    flag.until = flag.from + this.#lasts(action)
    if (isFinding) this.#strikes.add(flag.place, flag.from)
    flag.isStrike = isFinding
    if (draws.files < (isManaged ? this.#appeals.managedFile : this.#appeals.authenticFile))
      flag.appealAt = flag.from + draws.delayDays()
    return flag.until + recheckDays
  }

  /** Undoes an action, and answers when the account is judged again. */
  reinstate(flag: Flag, at: number): number {
    flag.steps |= REINSTATED
    flag.until = Math.min(flag.until, at)
    if (flag.isStrike) this.#strikes.remove(flag.place, flag.from)
    return at + this.#settings.recheckDays
  }

  /** Days. A label is looked at again, not lifted. */
  #lasts(action: Action): number {
    if (action === "label") return 0
    return action === "limit" ? this.#settings.limitDays : (this.#settings.suspendDays ?? Infinity)
  }
}
