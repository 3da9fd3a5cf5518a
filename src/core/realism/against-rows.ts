/**
 * Published rows that a real log covers, measured on the log by the same functions as on a generated population. A log
 * does not say who is who, so its accounts stand on every side in turn: brands' rows are right for a log of brands.
 */
import { INTERACTION_KINDS, type Interactions, NONE } from "../evidence/evidence.ts"
import { DAY } from "../population/world.ts"
import { eventTimes, type Watched } from "./against-statistics.ts"
import { behaviour } from "./behaviour.ts"
import type { Conduct, Conducts } from "./behaviour-conduct.ts"
import { gapsOf } from "./behaviour-gaps.ts"
import { hourCounts } from "./behaviour-hours.ts"
import { sessionSizes } from "./behaviour-sessions.ts"
import { pairsTogether } from "./network-pairs.ts"
import { resampled } from "./resample.ts"
import type { Estimate, NotApplicable } from "./row.ts"

/** Rows of one side that need nothing but who acted when. */
const BY_TIME =
  /^(burstiness|regular-posting|memory|tail-exponent|session-events|hour-entropy|quiet-hours-authentic|posts-log-sd|median-gap)/
/** Those that need the log's clock. */
const BY_CLOCK = /^rhythm-/
/** Those that need what was acted on. */
const BY_LATENCY = /^(response-latency|fast-responses)/
const REPEATED = ["co-action-repeats-coordinated", "co-action-repeats-ordinary"]

/** The log's own value of each row that it covers, by the row's id. */
export function rowsOfLog(
  watched: Watched,
  options: { readonly hasClock: boolean },
): ReadonlyMap<string, Estimate> {
  const [evidence] = watched.tiles
  const conducts = conductsOf(watched)
  const found = new Map<string, Estimate>()
  const note = (id: string, estimate: Estimate | NotApplicable) => {
    if (!("why" in estimate) && !Number.isNaN(estimate.value)) found.set(id, estimate)
  }
  for (const { id, estimate } of behaviour.rows) {
    const isCovered = BY_TIME.test(id) || BY_LATENCY.test(id) || (options.hasClock && BY_CLOCK.test(id))
    if (isCovered) note(id, estimate(conducts))
  }
  if (evidence.interactions) for (const id of REPEATED) note(id, repeatedShare(watched, id))
  return found
}

function conductsOf(watched: Watched): Conducts {
  const [evidence] = watched.tiles
  const accounts = Array.from({ length: evidence.accountCount }, (_, account) => account)
  const all = accounts.filter(watched.counts).map((account) => conductOf(watched, account))
  return { people: all, brand: all, managed: all, periodSeconds: evidence.periodSeconds }
}

function conductOf(watched: Watched, account: number): Conduct {
  const [evidence] = watched.tiles
  const { posts } = evidence
  const posted = posts?.time.subarray(posts.offset[account], posts.offset[account + 1]) ?? new Uint32Array()
  const times = eventTimes(evidence, account, watched)
  const clock = times.map((time) => time + watched.clockStart)
  const reactions = reactionsOf(watched, account)
  return {
    // A log does not say who belongs together.
    cluster: account,
    sort: "people",
    posts: posted.length,
    events: times.length,
    postGaps: gapsOf(posted),
    gaps: gapsOf(times),
    hours: hourCounts(clock),
    weekdays: weekdaysOf(clock),
    kinds: reactions.kinds.size + (posted.length > 0 ? 1 : 0),
    sessions: sessionSizes(times),
    responses: Float64Array.from([...reactions.answers, ...reactions.shares]),
    answers: Float64Array.from(reactions.answers),
    shares: Float64Array.from(reactions.shares),
  }
}

const ANSWERS = ["comment", "reply"].map((kind) => INTERACTION_KINDS.indexOf(kind as "comment"))
const SHARE = INTERACTION_KINDS.indexOf("share")

/** Latencies of answers and of shares; a log without kinds holds shares. */
function reactionsOf({ tiles: [evidence], latency }: Watched, account: number) {
  const reactions = { kinds: new Set<number>(), answers: [] as number[], shares: [] as number[] }
  const { interactions } = evidence
  if (!interactions) return reactions
  for (let i = interactions.offset[account]; i < interactions.offset[account + 1]; i++) {
    reactions.kinds.add(interactions.kind[i])
    const seconds = latency(interactions as Interactions, i)
    if (seconds === NONE) continue
    if (ANSWERS.includes(interactions.kind[i])) reactions.answers.push(seconds)
    else if (interactions.kind[i] === SHARE) reactions.shares.push(seconds)
  }
  return reactions
}

function weekdaysOf(clock: ArrayLike<number>): Uint32Array {
  const counts = new Uint32Array(7)
  // 1970-01-01 was a Thursday; Monday is 0.
  for (let i = 0; i < clock.length; i++) counts[(3 + Math.floor(clock[i] / DAY)) % 7]++
  return counts
}

/** Of the pairs that act on one object within ten seconds, the share that do so on two or more. */
function repeatedShare({ tiles: [evidence], counts }: Watched, id: string): Estimate | NotApplicable {
  const byAccount = new Map<number, { cluster: number; pairs: number; repeated: number }>()
  const world = { accounts: evidence.accountCount }
  for (const { a, b, objects } of pairsTogether({ tiles: [{ evidence }], world })) {
    if (!counts(a) || !counts(b)) continue
    const own = byAccount.get(a) ?? { cluster: a, pairs: 0, repeated: 0 }
    own.pairs++
    if (objects >= 2) own.repeated++
    byAccount.set(a, own)
  }
  const estimate = resampled(
    [...byAccount.values()],
    (accounts) =>
      accounts.reduce((sum, { repeated }) => sum + repeated, 0) /
      accounts.reduce((sum, { pairs }) => sum + pairs, 0),
    id,
  )
  if ("why" in estimate) return estimate
  return { ...estimate, count: [...byAccount.values()].reduce((sum, { pairs }) => sum + pairs, 0) }
}
