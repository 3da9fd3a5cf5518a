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
  /** From arrival to decision, one value a flag that was decided. */
  readonly hours: number[] = []
  readonly #days: number
  #open = 0
  #workedBefore = 0
  #asked = 0
  #inTime = 0

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

  arrived(at: number, kind: "flag" | "appeal"): void {
    this.arrivals[this.#dayOf(at)]++
    this.#open++
    if (kind === "flag" && this.#isAsked(at)) this.#asked++
  }

  wasDecided({ at, by }: Decided, arrivedAt: number, kind: "flag" | "appeal"): void {
    const column = by === "reviewers" ? this.decided : this.automated
    column[this.#dayOf(at)]++
    this.#open--
    if (kind === "appeal") return
    this.hours.push((at - arrivedAt) * 24)
    if (this.#isAsked(arrivedAt) && at - arrivedAt <= 1) this.#inTime++
  }

  /** The queue's clock stands at the day's end. */
  endOfDay(day: number, queue: ReviewQueue): void {
    this.backlog[day] = this.#open
    this.oldestHours[day] = queue.oldest(day + 1) * 24
    const worked = queue.busySeconds / 3600
    this.workedHours[day] = worked - this.#workedBefore
    this.#workedBefore = worked
  }

  /** Of the flags that arrived at least 24 hours before the end; NaN without any. */
  get within24Hours(): number {
    return this.#asked > 0 ? this.#inTime / this.#asked : Number.NaN
  }

  #isAsked = (arrivedAt: number) => arrivedAt <= this.#days - 1
  /** What falls on the horizon's very end belongs to its last day. */
  #dayOf = (at: number) => Math.min(this.#days - 1, Math.floor(at))
}
