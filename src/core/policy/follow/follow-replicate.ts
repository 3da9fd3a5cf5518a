/**
 * Follows the flags of one replicate from event to event: judgements, decisions of the queue, appeals.
 *
 * - Watched: nothing is done, and the account is not judged again: the run has one risk an account, so it never rises.
 * - After a flag that was cleared, undecided or let go an account is judged again after recheckDays; enforcement.ts tells
 *   when it is after an action. Its risk is the same, so it is flagged anew.
 * - The rule for an overflowing queue sees no grade, and acts as on an account that is hosted mostly.
 * - An appeal that nobody could decide leaves the action as it is; one that is granted when the action has ended by itself
 *   still takes back the strike.
 */
import type { Action } from "../after-flag.ts"
import { AI_MANAGED } from "../definition.ts"
import type { Policy } from "../policy.ts"
import type { Decision } from "../review/decision.ts"
import { Heap } from "../review/heap.ts"
import { createQueue } from "../review/queue.ts"
import type { Decided, ReviewQueue } from "../review/queue-contract.ts"
import type { Tier } from "../tiers.ts"
import type { Arrivals, Candidates } from "./arrivals.ts"
import type { End } from "./consequences.ts"
import { END_OF, Enforcement } from "./enforcement.ts"
import { APPEALED, FLAGGED, type Flag, REVIEWED, SENT_TO_REVIEW } from "./flag.ts"
import { drawsOf, flagId } from "./flag-draws.ts"
import type { Platform } from "./platform.ts"
import { QueueLog } from "./queue-log.ts"
import { Tally } from "./tally.ts"
import { seenGrade, treatmentsOf } from "./treatment.ts"

export interface Outcome {
  readonly tally: Tally
  readonly log: QueueLog
}

/**
 * `platform` of the policy or of one that agrees with it on PlatformSettings, `candidates` with all that it flags.
 * `seed` names the draws, with the arrivals' replicate.
 */
export function followReplicate(
  platform: Platform,
  policy: Policy,
  candidates: Candidates,
  arrivals: Arrivals,
  seed: string,
): Outcome {
  return new Following(platform, policy, candidates, arrivals, seed).run()
}

/** A platform account to be judged again, or a flag whose action is appealed. */
interface Event {
  readonly at: number
  readonly place: number
  readonly appeal: Flag | null
}

/** Found AI-managed where nothing is due leaves it at a watch. */
const END_WITHOUT_ACTION: Readonly<Record<Decision, End>> = {
  managed: "watched",
  authentic: "cleared",
  unknown: "undecided",
}

class Following {
  readonly #platform: Platform
  readonly #policy: Policy
  readonly #arrivals: Arrivals
  /** By candidate. */
  readonly #treatments: readonly (Tier | null)[]
  readonly #slot: Int32Array
  readonly #queue: ReviewQueue
  readonly #enforcement: Enforcement
  readonly #tally: Tally
  readonly #log: QueueLog
  readonly #events = new Heap<Event>((a, b) => a.at < b.at || (a.at === b.at && a.place < b.place))
  readonly #inQueue = new Map<number, Flag>()
  /** By platform account: flags so far, and when it is judged again. */
  readonly #flags: Uint16Array
  readonly #judgedNext: Float64Array

  constructor(platform: Platform, policy: Policy, candidates: Candidates, arrivals: Arrivals, seed: string) {
    const { replicate, account } = arrivals
    const { enforcement, appeals, workload } = policy
    this.#platform = platform
    this.#policy = policy
    this.#arrivals = arrivals
    this.#treatments = treatmentsOf(platform, policy, candidates.account)
    this.#slot = candidates.slot
    this.#queue = createQueue(
      { ...policy, secondsPerReview: workload.secondsPerReview },
      `${seed}/policy/follow/queue/${replicate}`,
    )
    this.#enforcement = new Enforcement(enforcement, appeals, platform.days, drawsOf(seed, replicate))
    this.#tally = new Tally(candidates, account, platform.days)
    this.#log = new QueueLog(platform.days)
    this.#flags = new Uint16Array(account.length)
    this.#judgedNext = new Float64Array(account.length).fill(Number.POSITIVE_INFINITY)
  }

  run(): Outcome {
    const { account, moment } = this.#arrivals
    let first = 0
    for (let day = 0; day < this.#platform.days; ) {
      first = this.#passWatched(first)
      const firstAt = first < account.length ? moment[first] : Number.POSITIVE_INFINITY
      const now = Math.min(firstAt, this.#events.peek()?.at ?? Number.POSITIVE_INFINITY, day + 1)
      const decided = this.#queue.next(now)
      // A decision may bring about something earlier than what was next.
      if (decided !== null) this.#decide(decided)
      else if (now === day + 1) this.#log.endOfDay(day++, this.#queue)
      else if (now === firstAt) this.#judge(first++, now)
      else this.#happen(this.#events.pop()!)
    }
    for (const flag of this.#inQueue.values()) this.#close(flag)
    return { tally: this.#tally, log: this.#log }
  }

  /** Whoever is not flagged meets nothing, and whoever is watched nobody else: past them to the next arrival. */
  #passWatched(first: number): number {
    let place = first
    for (; place < this.#arrivals.account.length; place++) {
      const tier = this.#tierOf(place)
      if (tier === "watch") this.#tally.watched(place)
      else if (tier !== null) break
    }
    return place
  }

  #tierOf(place: number): Tier | null {
    return this.#treatments[this.#slot[this.#arrivals.account[place]]]
  }

  /** What nobody has decided when the horizon ends. */
  #close(flag: Flag): void {
    const isAppeal = (flag.steps & APPEALED) !== 0
    this.#tally.ended(flag, isAppeal ? END_OF[flag.action] : "waiting")
    if (!isAppeal) this.#log.stillWaits(flag.at)
  }

  #happen({ at, place, appeal }: Event): void {
    if (appeal !== null) this.#enqueue(appeal, at, "appeal")
    // A reinstatement may have moved the judgement to another day.
    else if (this.#judgedNext[place] === at) this.#judge(place, at)
  }

  #judge(place: number, at: number): void {
    const tier = this.#tierOf(place)
    if (tier === "review") this.#enqueue(this.#raise(place, at), at, "flag")
    else if (tier !== null && tier !== "watch") this.#actAgain(place, at, tier)
  }

  /** An action straight away, and again at each judgement, while no appeal has a say in what follows. */
  #actAgain(place: number, at: number, tier: "label" | "limit" | "suspend"): void {
    for (let now = at; now < this.#platform.days; now = this.#judgedNext[place]) {
      const isSettled = this.#act(this.#raise(place, now), tier, now, tier === "suspend")
      if (isSettled) continue
      this.#schedule(place)
      return
    }
  }

  #raise(place: number, at: number): Flag {
    const ordinal = this.#flags[place]++
    const flag: Flag = {
      id: flagId(this.#arrivals.number[place], ordinal),
      place,
      ordinal,
      at,
      steps: FLAGGED,
      action: "none",
      from: Number.NaN,
      until: Number.NaN,
      appealAt: Number.NaN,
      hasComplied: false,
      isStrike: false,
    }
    this.#tally.raised(flag)
    return flag
  }

  #enqueue(flag: Flag, at: number, kind: "flag" | "appeal"): void {
    const account = this.#arrivals.account[flag.place]
    const { risk, followers } = this.#platform.input.columns
    flag.steps |= kind === "flag" ? SENT_TO_REVIEW : APPEALED
    this.#inQueue.set(flag.id, flag)
    this.#log.arrived(at)
    const waiting = {
      id: flag.id,
      instance: account,
      risk: risk[account],
      followers: followers[account],
      isManaged: this.#isManaged(flag.place),
      kind,
    }
    this.#queue.arrive(waiting, at)
  }

  #decide(decided: Decided): void {
    const flag = this.#inQueue.get(decided.id)!
    this.#inQueue.delete(decided.id)
    if (flag.steps & APPEALED) {
      this.#log.wasDecided(decided, flag.appealAt, "appeal")
      this.#hear(flag, decided)
    } else {
      this.#log.wasDecided(decided, flag.at, "flag")
      this.#settle(flag, decided)
    }
  }

  #settle(flag: Flag, { at, by, decision }: Decided): void {
    const { afterReview } = this.#policy.enforcement
    const isByPeople = by === "reviewers"
    if (isByPeople) flag.steps |= REVIEWED
    const grade = seenGrade(this.#platform.grade[this.#arrivals.account[flag.place]])
    const due = isByPeople ? afterReview[grade] : afterReview.mostly
    if (decision === "managed" && due !== "none") this.#act(flag, due, at, true)
    else {
      this.#tally.ended(flag, isByPeople ? END_WITHOUT_ACTION[decision] : "let-go")
      this.#judgedNext[flag.place] = at + this.#policy.enforcement.recheckDays
    }
    this.#schedule(flag.place)
  }

  /** Whether the flag has ended: its action will not be appealed within the horizon. */
  #act(flag: Flag, due: Action, at: number, isFinding: boolean): boolean {
    const { place } = flag
    const action = isFinding ? this.#enforcement.escalated(due, place, at) : due
    const acted = { isManaged: this.#isManaged(place), isFinding }
    this.#judgedNext[place] = this.#enforcement.order(flag, action, at, acted)
    if (flag.appealAt < this.#platform.days) {
      this.#events.push({ at: flag.appealAt, place, appeal: flag })
      return false
    }
    this.#tally.ended(flag, flag.hasComplied ? "complied" : END_OF[action])
    return true
  }

  #hear(flag: Flag, { at, decision }: Decided): void {
    const { place, ordinal } = flag
    if (decision !== "authentic") {
      this.#tally.ended(flag, END_OF[flag.action])
      return
    }
    const judgedNext = this.#enforcement.reinstate(flag, at)
    this.#tally.ended(flag, "reinstated")
    this.#tally.wasReinstated(flag, at)
    // An account that was flagged again meanwhile goes by that flag.
    if (ordinal + 1 !== this.#flags[place]) return
    this.#judgedNext[place] = judgedNext
    this.#schedule(place)
  }

  #schedule(place: number): void {
    const at = this.#judgedNext[place]
    if (at < this.#platform.days) this.#events.push({ at, place, appeal: null })
  }

  #isManaged(place: number): boolean {
    return this.#platform.label[this.#arrivals.account[place]] === AI_MANAGED
  }
}
