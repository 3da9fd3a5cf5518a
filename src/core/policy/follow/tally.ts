/** What became of the flags of one replicate, counted by account of the run: cohorts and costs are sums over accounts. */
import type { Candidates } from "./arrivals.ts"
import { ACCOUNT_OUTCOMES, ENDS, type End, STEPS } from "./consequences.ts"
import { ACTED_ON, type Flag } from "./flag.ts"

/** Columns of the counts: steps, ends, accounts by outcome, and days limited or suspended. */
export const STEP_COLUMNS = 0
export const END_COLUMNS = STEP_COLUMNS + STEPS.length
export const ACCOUNT_COLUMNS = END_COLUMNS + ENDS.length
export const DAYS_COLUMN = ACCOUNT_COLUMNS + ACCOUNT_OUTCOMES.length
export const COLUMNS = DAYS_COLUMN + 1

const END_COLUMN = Object.fromEntries(ENDS.map((end, at) => [end, END_COLUMNS + at])) as Record<End, number>

const WAS_FLAGGED = 1
const WAS_ACTED_ON = 2
const WAS_CAUGHT = 4
const CAUGHT_BY: ReadonlySet<End> = new Set(["labelled", "limited", "suspended", "complied"])

export class Tally {
  /** By candidate (Candidates.account) and column. */
  readonly counts: Float64Array
  /** From a flag to its action's effect. */
  readonly hoursToAction: number[] = []
  /** Days from action to reinstatement, with the account of the run. */
  readonly reinstated: { readonly account: number; readonly days: number }[] = []
  readonly #candidates: Candidates
  readonly #account: Uint32Array
  readonly #days: number
  /** By platform account. */
  readonly #met: Uint8Array

  constructor(candidates: Candidates, account: Uint32Array, days: number) {
    this.#candidates = candidates
    this.#account = account
    this.#days = days
    this.#met = new Uint8Array(account.length)
    this.counts = new Float64Array(candidates.account.length * COLUMNS)
  }

  /** Each flag once, at its beginning. */
  raised({ place }: Flag): void {
    const row = this.#rowOf(place)
    this.counts[row + STEP_COLUMNS]++
    this.#meet(row, place, WAS_FLAGGED, 0)
  }

  /** A flag that nothing was done about, which is its beginning and its end; of an account that has no other. */
  watched(place: number): void {
    const row = this.#rowOf(place)
    this.counts[row + STEP_COLUMNS]++
    this.counts[row + END_COLUMN.watched]++
    this.#meet(row, place, WAS_FLAGGED, 0)
  }

  /** Each flag once, at its end, with all that is known of it; whatever lies beyond the horizon does not count. */
  ended(flag: Flag, end: End): void {
    const row = this.#rowOf(flag.place)
    // The first step was counted when the flag was raised.
    for (let step = 1; step < STEPS.length; step++)
      if (flag.steps & (1 << step)) this.counts[row + STEP_COLUMNS + step]++
    this.counts[row + END_COLUMN[end]]++
    if (!(flag.steps & ACTED_ON)) return
    this.#meet(row, flag.place, WAS_ACTED_ON, 1)
    if (CAUGHT_BY.has(end)) this.#meet(row, flag.place, WAS_CAUGHT, 2)
    if (end === "complied" || flag.from >= this.#days) return
    this.hoursToAction.push((flag.from - flag.at) * 24)
    if (flag.action !== "label")
      this.counts[row + DAYS_COLUMN] += Math.min(flag.until, this.#days) - flag.from
  }

  wasReinstated({ place, from }: Flag, at: number): void {
    this.reinstated.push({ account: this.#account[place], days: at - from })
  }

  #rowOf(place: number): number {
    return this.#candidates.slot[this.#account[place]] * COLUMNS
  }

  #meet(row: number, place: number, bit: number, column: number): void {
    if (this.#met[place] & bit) return
    this.#met[place] |= bit
    this.counts[row + ACCOUNT_COLUMNS + column]++
  }
}
