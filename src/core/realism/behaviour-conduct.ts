/**
 * What each account did, as the rows of the behaviour table need it: times, gaps, hours, latencies.
 *
 * Three sorts of accounts are told apart, as the published figures do: people, brands' pages (merchants with a
 * scheduler, newsrooms, declared bots: the published one is of pages that sell or inform) and AI-managed ones. Of an
 * account that switched, only what the automation did counts.
 */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { AI_MANAGED } from "../policy/definition.ts"
import { DAY, type World } from "../population/world.ts"
import { gapsOf, merged } from "./behaviour-gaps.ts"
import { hourCounts } from "./behaviour-hours.ts"
import { sessionSizes } from "./behaviour-sessions.ts"
import { type Clustered, clusterOf } from "./cluster.ts"
import type { Population } from "./population.ts"

export type Sort = "people" | "brand" | "managed"

/** What one account did. */
export interface Conduct extends Clustered {
  readonly sort: Sort
  readonly posts: number
  /** Posts and interactions. */
  readonly events: number
  readonly postGaps: Float64Array
  /** Between events, whether posts or interactions. */
  readonly gaps: Float64Array
  readonly hours: Uint32Array
  /** Events by weekday, Monday first. */
  readonly weekdays: Uint32Array
  /** Kinds of activity used at least once: publishing, and the kinds of interaction. */
  readonly kinds: number
  /** Events in each session. */
  readonly sessions: readonly number[]
  /** Seconds from a post to a comment, reply or share of it. */
  readonly responses: Float64Array
  /** The same of comments and replies alone, and of shares alone. */
  readonly answers: Float64Array
  readonly shares: Float64Array
}

export interface Conducts {
  readonly people: readonly Conduct[]
  readonly brand: readonly Conduct[]
  readonly managed: readonly Conduct[]
  readonly periodSeconds: number
}

/** Archetypes that stand for brands' pages; a scenario's own made from one of them counts with it. */
const BRANDS = ["merchant-with-scheduler", "newsroom", "declared-brand-bot"]

export function collectConducts(population: Population): Conducts {
  const { world, label, tiles } = population
  const isBrand = world.archetypes.map(({ id }) => BRANDS.includes(world.scenario.archetypes[id]?.from ?? id))
  const conducts: Record<Sort, Conduct[]> = { people: [], brand: [], managed: [] }
  for (const { evidence } of tiles) {
    for (let k = 0; k < evidence.accountCount; k++) {
      const account = evidence.firstAccount + k
      const sort: Sort =
        label[account] === AI_MANAGED
          ? "managed"
          : isBrand[world.columns.archetype[account]]
            ? "brand"
            : "people"
      conducts[sort].push(conductOf(population, evidence, k, sort))
    }
  }
  return { ...conducts, periodSeconds: world.periodSeconds }
}

type Evidence = Population["tiles"][number]["evidence"]

function conductOf({ world }: Population, evidence: Evidence, k: number, sort: Sort): Conduct {
  const { posts } = evidence
  const account = evidence.firstAccount + k
  const from = sort === "managed" ? world.columns.fromDay[account] * DAY : 0
  const postTimes = since(posts!.time.subarray(posts!.offset[k], posts!.offset[k + 1]), from)
  const acts = actsOf(world, evidence, k, from)
  const times = merged(postTimes, acts.times)
  return {
    cluster: clusterOf(account, world.columns.group[account]),
    sort,
    posts: postTimes.length,
    events: times.length,
    postGaps: gapsOf(postTimes),
    gaps: gapsOf(times),
    hours: hourCounts(times),
    weekdays: weekdaysOf(times, evidence.periodStart),
    kinds: acts.kinds.size + (postTimes.length > 0 ? 1 : 0),
    sessions: sessionSizes(times),
    responses: Float64Array.from([...acts.answers, ...acts.shares]),
    answers: Float64Array.from(acts.answers),
    shares: Float64Array.from(acts.shares),
  }
}

/** The times, of sorted ones, that are not before `from`. */
function since(times: Uint32Array, from: number): Uint32Array {
  const first = from > 0 ? times.findIndex((time) => time >= from) : 0
  return times.subarray(first < 0 ? times.length : first)
}

const ANSWERS = ["comment", "reply"].map((kind) => INTERACTION_KINDS.indexOf(kind as "comment"))
const SHARE = INTERACTION_KINDS.indexOf("share")

function actsOf(world: World, { interactions }: Evidence, k: number, from: number) {
  const { offset, time, kind, object } = interactions!
  const acts = {
    times: [] as number[],
    kinds: new Set<number>(),
    answers: [] as number[],
    shares: [] as number[],
  }
  for (let i = offset[k]; i < offset[k + 1]; i++) {
    if (time[i] < from) continue
    acts.times.push(time[i])
    acts.kinds.add(kind[i])
    if (object[i] === NONE) continue
    const latency = time[i] - world.postTime[object[i]]
    if (ANSWERS.includes(kind[i])) acts.answers.push(latency)
    else if (kind[i] === SHARE) acts.shares.push(latency)
  }
  return acts
}

function weekdaysOf(times: ArrayLike<number>, periodStart: number): Uint32Array {
  const counts = new Uint32Array(7)
  // Second 0 is midnight on the platform, 16:00 of the day before in UTC; 1970-01-01 was a Thursday.
  const first = Math.round(periodStart / DAY) + 3
  for (let i = 0; i < times.length; i++) counts[(first + Math.floor(times[i] / DAY)) % 7]++
  return counts
}
