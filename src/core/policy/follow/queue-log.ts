/** What the queue did on each day of one replicate, and how long its flags took. */
import type { Decided, ReviewQueue } from "../review/queue-contract.ts"

export class QueueLog {
  /** One value a day. */
  readonly arrivals: Float64Array
  readonly decided: Float64Array
  readonly automated: Float64Array
  readonly backlog: Float64Array
  readonly oldestHours: Float64Array
  /** Hours of work. */
  readonly workedHours: Float64Array
  /** From arrival to decision, one value a flag that was decided, and when it arrived. */
  readonly hours: number[] = []
  readonly #arrivedAt: number[] = []
  /** When the flags arrived that still wait at the end. */
  readonly #waiting: number[] = []
  readonly #days: number
  #open = 0
  #workedBefore = 0

  constructor(days: number) {
    this.#days = days
    const column = () => new Float64Array(days)
    this.arrivals = column()
    this.decided = column()
    this.automated = column()
    this.backlog = column()
    this.oldestHours = column()
    this.workedHours = column()
  }

  arrived(at: number): void {
    this.arrivals[this.#dayOf(at)]++
    this.#open++
  }

  /** A flag without a decision at the end. */
  stillWaits(arrivedAt: number): void {
    this.#waiting.push(arrivedAt)
  }

  wasDecided({ at, by }: Decided, arrivedAt: number, kind: "flag" | "appeal"): void {
    const column = by === "reviewers" ? this.decided : this.automated
    column[this.#dayOf(at)]++
    this.#open--
    if (kind === "appeal") return
    this.hours.push((at - arrivedAt) * 24)
    this.#arrivedAt.push(arrivedAt)
  }

  /** The queue's clock stands at the day's end. */
  endOfDay(day: number, queue: ReviewQueue): void {
    this.backlog[day] = this.#open
    this.oldestHours[day] = queue.oldest(day + 1) * 24
    const worked = queue.busySeconds / 3600
    this.workedHours[day] = worked - this.#workedBefore
    this.#workedBefore = worked
  }

  /** Share of the flags decided within so many hours, of those that arrived at least as long before the end; NaN without any. */
  shareWithin(hours: number): number {
    return this.#shareOfThoseBy(this.#days - hours / 24, hours)
  }

  /**
   * The same, for whoever holds it to a target: where no flag arrived so early, of all flags, of which those that wait at
   * the end are late. NaN only where none arrived.
   */
  shareInTime(hours: number): number {
    const share = this.shareWithin(hours)
    return Number.isNaN(share) ? this.#shareOfThoseBy(this.#days, hours) : share
  }

  #shareOfThoseBy(last: number, hours: number): number {
    let asked = this.#waiting.reduce((count, at) => (at <= last ? count + 1 : count), 0)
    let inTime = 0
    for (let at = 0; at < this.hours.length; at++) {
      if (this.#arrivedAt[at] > last) continue
      asked++
      if (this.hours[at] <= hours) inTime++
    }
    return asked > 0 ? inTime / asked : Number.NaN
  }

  /** What falls on the horizon's very end belongs to its last day. */
  #dayOf = (at: number) => Math.min(this.#days - 1, Math.floor(at))
}
