/**
 * The review queue, from event to event: reviewers at desks, shifts, an order of service, second opinions, appeals, and
 * the rule for a queue that overflows.
 *
 * - Whoever is free takes the next case; nobody is free between shifts, and work begun then is carried over (shift.ts).
 * - A case that another reviewer has to look at waits again, with its place kept, for a desk that has not had it. When
 *   all desks have, somebody else sits there by then, and any will do. Only for this may a desk stay idle while cases wait.
 * - Appeals go before flags where the policy says so. One reviewer decides an appeal, which is a second look in itself;
 *   one who does not know hands it on.
 * - The queue overflows while the flag that is next, of those nobody has begun, has waited for `overflow.hours`, by night
 *   as by day: the rule decides that one, and looks at the next. Appeals are left to people (Digital Services Act, article
 *   20(6): not solely by automated means).
 */
import type { Appeals, Order, Overflow, Review } from "../after-flag.ts"
import { chanceOf, type Opinion, type Opinions } from "./chance.ts"
import type { Decision } from "./decision.ts"
import { Heap } from "./heap.ts"
import { decisionOf, type Tally } from "./opinions.ts"
import type { Decided, ReviewQueue, Waiting } from "./queue-contract.ts"
import { reviewersFor } from "./reviewers.ts"
import { type Shift, shiftOf } from "./shift.ts"

export interface QueueSettings {
  readonly review: Review
  readonly appeals: Appeals
  /** Mean of an opinion, 0 or more. */
  readonly secondsPerReview: number
}

/**
 * An empty queue at time 0. `seed` names the replicate; what a case's number (`Waiting.id`, together with its kind) and
 * account (`Waiting.instance`) are drawn for is the same in each queue of the same seed, so a driver that compares
 * settings numbers its cases by what they are and not by when they come.
 * Throws a PolicyError that names `review.agreement` where it cannot be reached.
 */
export function createQueue({ review, appeals, secondsPerReview }: QueueSettings, seed: string): ReviewQueue {
  const chance = chanceOf(
    {
      reviewers: reviewersFor(review, appeals),
      serviceTimes: review.serviceTimes,
      seconds: { flag: secondsPerReview, appeal: appeals.secondsPerAppeal },
    },
    seed,
  )
  return new Queue(review, appeals.first, chance)
}

const SECONDS_PER_DAY = 86_400

interface Case {
  readonly one: Waiting
  readonly arrivedAt: number
  /** Its place: whether it goes before all that do not, then the order's measure, the lower the earlier, then arrival. */
  readonly goesFirst: boolean
  readonly measure: number
  readonly arrival: number
  /** Opinions so far, and the desks that have had it; of a case that nobody has begun, of which there may be many, shared. */
  tally: Tally
  desks: number[]
  opinions: Opinions | null
  begunAt: number
  seconds: number
  isDecided: boolean
}

const NO_OPINIONS: Tally = { managed: 0, authentic: 0, unknown: 0 }
const NO_DESKS: number[] = []

interface Work {
  readonly case: Case
  readonly desk: number
  readonly opinion: Opinion
  /** On the shift's clock, days. */
  readonly begunAt: number
  readonly doneAt: number
}

class Queue implements ReviewQueue {
  readonly #review: Review
  readonly #appealsFirst: boolean
  readonly #chance: (one: Waiting) => Opinions
  readonly #shift: Shift
  readonly #line = new Heap<Case>(isEarlier)
  /** Flags that nobody has begun, in the same order; kept for the overflow's rule alone. Those begun are dropped late. */
  readonly #untouched = new Heap<Case>(isEarlier)
  readonly #work = new Heap<Work>((a, b) => a.doneAt < b.doneAt || (a.doneAt === b.doneAt && a.desk < b.desk))
  readonly #free: number[]
  /** Without a decision, in the order of arrival. */
  readonly #open = new Map<number, Case>()
  /** Decisions that fell before an arrival and were not asked for yet. */
  readonly #decided: Decided[] = []
  #now = 0
  #arrivals = 0
  #waiting = 0
  #doneSeconds = 0

  constructor(review: Review, appealsFirst: boolean, chance: (one: Waiting) => Opinions) {
    this.#review = review
    this.#appealsFirst = appealsFirst
    this.#chance = chance
    this.#shift = shiftOf(review)
    // The lowest number is taken first.
    this.#free = Array.from({ length: review.reviewers }, (_, desk) => review.reviewers - 1 - desk)
  }

  get waiting(): number {
    return this.#waiting
  }

  get busySeconds(): number {
    const now = this.#shift.staffed(this.#now)
    let days = 0
    for (const { begunAt } of this.#work.items) days += now - begunAt
    return this.#doneSeconds + days * SECONDS_PER_DAY
  }

  oldest(at: number): number {
    for (const { begunAt, arrivedAt } of this.#open.values()) if (Number.isNaN(begunAt)) return at - arrivedAt
    return 0
  }

  unfinished(): readonly number[] {
    return Array.from(this.#open.values(), ({ one }) => one.id)
  }

  arrive(one: Waiting, at: number): void {
    if (!(at >= this.#now))
      throw new RangeError(`case ${one.id} arrives at ${at}, before the queue's ${this.#now}`)
    if (this.#open.has(one.id)) throw new RangeError(`case ${one.id} is in the queue already`)
    for (let event = this.#nextEvent(); event <= at; event = this.#nextEvent()) {
      const decided = this.#pass(event)
      if (decided !== null) this.#decided.push(decided)
    }
    this.#now = at
    this.#enqueue(one)
    this.#dispatch()
  }

  next(until: number): Decided | null {
    if (this.#decided.length > 0) return this.#decided[0].at <= until ? this.#decided.shift()! : null
    for (let event = this.#nextEvent(); event <= until && event < Infinity; event = this.#nextEvent()) {
      const decided = this.#pass(event)
      if (decided !== null) return decided
    }
    if (until < Infinity) this.#now = Math.max(this.#now, until)
    return null
  }

  #enqueue(one: Waiting): void {
    const entered: Case = {
      one,
      arrivedAt: this.#now,
      goesFirst: this.#appealsFirst && one.kind === "appeal",
      measure: MEASURES[this.#review.order](one, this.#now),
      arrival: this.#arrivals++,
      tally: NO_OPINIONS,
      desks: NO_DESKS,
      opinions: null,
      begunAt: Number.NaN,
      seconds: 0,
      isDecided: false,
    }
    this.#open.set(one.id, entered)
    this.#waiting++
    this.#line.push(entered)
    if (this.#review.overflow !== null && one.kind === "flag") this.#untouched.push(entered)
  }

  /** When something happens by itself next: work is done, a shift begins, the queue overflows. Infinity for never. */
  #nextEvent(): number {
    return Math.min(this.#work.peek()?.doneAt ?? Infinity, this.#nextShift(), this.#nextOverflow())
  }

  #nextShift(): number {
    const hasUse = this.#free.length > 0 && this.#nextInLine() !== undefined
    return hasUse && !this.#shift.isOpen(this.#now) ? this.#shift.nextStart(this.#now) : Infinity
  }

  #nextOverflow(): number {
    const next = this.#nextUntouched()
    return next === undefined ? Infinity : Math.max(this.#now, overflowsAt(next, this.#review.overflow!))
  }

  #nextUntouched(): Case | undefined {
    let next = this.#untouched.peek()
    while (next !== undefined && !Number.isNaN(next.begunAt)) {
      this.#untouched.pop()
      next = this.#untouched.peek()
    }
    return next
  }

  /** Lets happen what happens at `event`, people first. */
  #pass(event: number): Decided | null {
    this.#now = event
    let decided: Decided | null = null
    if (this.#work.peek()?.doneAt === event) decided = this.#finish(this.#work.pop()!)
    else if (!this.#dispatch() && this.#nextOverflow() <= event)
      decided = this.#overflow(this.#untouched.pop()!)
    this.#dispatch()
    return decided
  }

  /** Gives each free reviewer the next case; false when none began. */
  #dispatch(): boolean {
    if (!this.#shift.isOpen(this.#now)) return false
    const hadFree = this.#free.length
    let kept: Case[] | undefined
    while (this.#free.length > 0) {
      const next = this.#nextInLine()
      if (next === undefined) break
      this.#line.pop()
      const desk = this.#takeDesk(next)
      if (desk === null) {
        kept ??= []
        kept.push(next)
      } else this.#begin(next, desk)
    }
    if (kept !== undefined) for (const one of kept) this.#line.push(one)
    return this.#free.length < hadFree
  }

  #nextInLine(): Case | undefined {
    let next = this.#line.peek()
    while (next?.isDecided) {
      this.#line.pop()
      next = this.#line.peek()
    }
    return next
  }

  /** A free desk that has not had the case, or any when all have. */
  #takeDesk({ desks }: Case): number | null {
    const free = this.#free
    let at = free.length - 1
    if (desks.length < this.#review.reviewers) while (at >= 0 && desks.includes(free[at])) at--
    return at < 0 ? null : free.splice(at, 1)[0]
  }

  #begin(next: Case, desk: number): void {
    if (next.opinions === null) {
      next.opinions = this.#chance(next.one)
      next.begunAt = this.#now
      next.tally = { ...NO_OPINIONS }
      next.desks = []
      this.#waiting--
    }
    const opinion = next.opinions()
    next.desks.push(desk)
    this.#work.push({
      case: next,
      desk,
      opinion,
      begunAt: this.#shift.staffed(this.#now),
      doneAt: this.#shift.done(this.#now, opinion.seconds / SECONDS_PER_DAY),
    })
  }

  #finish({ case: one, desk, opinion }: Work): Decided | null {
    this.#free.push(desk)
    this.#doneSeconds += opinion.seconds
    one.seconds += opinion.seconds
    one.tally[opinion.decision]++
    const decision = decisionOf(one.tally, one.one.kind === "flag" ? this.#review.secondOpinion : "never")
    if (decision !== null) return this.#decide(one, "reviewers", decision)
    this.#line.push(one)
    return null
  }

  #overflow(one: Case): Decided {
    one.begunAt = this.#now
    this.#waiting--
    // An account of unknown risk, which only reports brought, is let go.
    return this.#decide(
      one,
      "overflow",
      one.one.risk >= this.#review.overflow!.actFrom ? "managed" : "authentic",
    )
  }

  #decide(one: Case, by: Decided["by"], decision: Decision): Decided {
    one.isDecided = true
    this.#open.delete(one.one.id)
    return {
      id: one.one.id,
      at: this.#now,
      waited: one.begunAt - one.arrivedAt,
      by,
      decision,
      opinions: one.desks.length,
      seconds: one.seconds,
    }
  }
}

const MEASURES: Readonly<Record<Order, (one: Waiting, at: number) => number>> = {
  oldest: (_, at) => at,
  newest: (_, at) => -at,
  // Whoever only reports brought comes after all whose risk is known.
  riskiest: ({ risk }) => (Number.isNaN(risk) ? Infinity : -risk),
  "most-followed": ({ followers }) => -followers,
}

function isEarlier(a: Case, b: Case): boolean {
  if (a.goesFirst !== b.goesFirst) return a.goesFirst
  return a.measure === b.measure ? a.arrival < b.arrival : a.measure < b.measure
}

const overflowsAt = ({ arrivedAt }: Case, { hours }: Overflow) => arrivedAt + hours / 24
