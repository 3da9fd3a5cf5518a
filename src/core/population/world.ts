/**
 * The world: everything about a population that stays in memory while its tiles come and go.
 * A few dozen bytes an account and four bytes a post, in shared arrays, so that every worker
 * sees the same world and any tile can be generated again from it.
 */
import type { Scenario } from "../scenario/schema.ts"
import type { Adaptation } from "./adaptation.ts"
import type { Archetype } from "./archetypes/archetype.ts"
import { resolveArchetypes } from "./archetypes/resolve.ts"
import type { Feed } from "./feed.ts"
import type { Brigades } from "./network/brigades.ts"
import type { Customers } from "./network/customers.ts"

/**
 * Accounts are generated in tiles of this many, whatever the number of workers.
 * Small enough that 20,000 accounts keep two workers busy to the end, large enough to be worth a message.
 */
export const TILE_ACCOUNTS = 512

/** Raised whenever the same scenario and seed would yield another population. */
export const GENERATOR_VERSION = "2"

/** Accounts that belong together; group g's members are members[offset[g]] to members[offset[g + 1] - 1]. */
export interface Groups {
  /** Length groups + 1. */
  readonly offset: Uint32Array
  readonly members: Uint32Array
  /** Index into the world's archetypes, length groups. */
  readonly archetype: Uint8Array
}

/** One value an account unless said otherwise. */
export interface World {
  readonly scenario: Scenario
  readonly archetypes: readonly Archetype[]
  /** By the same index: what the accounts of a kind that switches lived as before; null for all others. */
  readonly formerly: readonly (Archetype | null)[]
  readonly accounts: number
  readonly periodSeconds: number
  readonly groups: Groups
  readonly customers: Customers
  readonly brigades: Brigades
  readonly columns: WorldColumns
  /** Publication time of every post in seconds since the start, sorted within an account; length posts. */
  readonly postTime: Uint32Array
  /** What there is to react to; empty until all posts have their times. */
  readonly feed: Feed
  /** What operators have changed since the population was drawn; missing from a plain run. */
  readonly adaptation?: Adaptation | undefined
}

export interface WorldColumns {
  readonly archetype: Uint8Array
  /** Index into groups, or NONE. */
  readonly group: Uint32Array
  readonly language: Uint8Array
  /** Hours east of UTC. */
  readonly timeZone: Int8Array
  readonly topic: Uint8Array
  /** Number of the community, see network/communities.ts. */
  readonly community: Uint16Array
  /** How many friends the account has in the population, about. */
  readonly friends: Uint8Array
  /** Share of its followers that it bought, in 255ths. */
  readonly bought: Uint8Array
  readonly creation: Float32Array
  readonly scheduling: Float32Array
  readonly distribution: Float32Array
  readonly oversight: Float32Array
  readonly fromDay: Float32Array
  readonly untilDay: Float32Array
  readonly ageDays: Float32Array
  readonly followers: Uint32Array
  readonly following: Uint32Array
  readonly verified: Uint8Array
  /** Probability that a report the account files is a careful one; known to the generator only. */
  readonly care: Float32Array
  readonly reportsDecided: Uint16Array
  readonly reportsUpheld: Uint16Array
  /** Length accounts + 1. */
  readonly postOffset: Uint32Array
  /** Length accounts + 1. */
  readonly interactionOffset: Uint32Array
  /** How much attention each of an account's posts gets, in proportion. */
  readonly popularity: Float32Array
  /** Alias table over accounts, weighted by how often the feed shows their posts. */
  readonly feedCut: Float64Array
  readonly feedOther: Uint32Array
  /** Accounts, the most followed first. */
  readonly popular: Uint32Array
  /** Length communities + 1: community k's members are communityMembers[communityOffset[k]] and on. */
  readonly communityOffset: Uint32Array
  /** Accounts, the most followed of a community first. */
  readonly communityMembers: Uint32Array
  /** Where an account stands among the members of its community, from 0. */
  readonly communityPlace: Uint32Array
  /** Accounts, whoever filed the most reports before the period first. */
  readonly keenest: Uint32Array
}

/** Offsets of the accounts of a tile, from 0. */
export function localOffsets(offset: Uint32Array, first: number, end: number): Uint32Array {
  const local = new Uint32Array(end - first + 1)
  for (let account = first; account <= end; account++)
    local[account - first] = offset[account] - offset[first]
  return local
}

/** Seconds in a day. */
export const DAY = 86_400

/** Unix seconds at which the scenario's first day begins on the platform (UTC+8). */
export function periodStart(scenario: Scenario): number {
  const [year, month, day] = scenario.start.split("-").map(Number)
  return Date.UTC(year, month - 1, day) / 1000 - PLATFORM_TIME_ZONE * 3600
}

/** Weekday of the scenario's first day; Monday is 0. */
export function firstWeekday(scenario: Scenario): number {
  const days = Math.round((periodStart(scenario) + PLATFORM_TIME_ZONE * 3600) / DAY)
  // 1970-01-01 was a Thursday.
  return (days + 3) % 7
}

/** The platform keeps Beijing's time: second 0 of a period is midnight there. */
export const PLATFORM_TIME_ZONE = 8

/** Archetypes that the scenario mixes: built-in ones in the registry's order, then its own in the file's. */
export function archetypesOf(scenario: Scenario): readonly Archetype[] {
  return [...resolveArchetypes(scenario).values()].filter((archetype) => shareOf(scenario, archetype) > 0)
}

/** All of a world that its scenario alone tells. */
export function foundationOf(
  scenario: Scenario,
): Pick<World, "scenario" | "archetypes" | "formerly" | "accounts" | "periodSeconds"> {
  const archetypes = archetypesOf(scenario)
  return {
    scenario,
    archetypes,
    formerly: formerArchetypes(scenario, archetypes),
    accounts: scenario.accounts,
    periodSeconds: scenario.days * DAY,
  }
}

/** What the accounts of each archetype were before they switched; null for those that do not. */
function formerArchetypes(
  scenario: Scenario,
  archetypes: readonly Archetype[],
): readonly (Archetype | null)[] {
  const known = resolveArchetypes(scenario)
  return archetypes.map(({ before }) => (before === null ? null : (known.get(before) ?? null)))
}

export function shareOf(scenario: Scenario, archetype: Archetype): number {
  return settingsOf(scenario, archetype)?.share ?? 0
}

/** Mean effort spent on looking authentic, in [0, 1]; 0 for authentic accounts, who need not. */
export function evasionOf(scenario: Scenario, archetype: Archetype): number {
  return settingsOf(scenario, archetype)?.evasion ?? 0
}

function settingsOf(
  scenario: Scenario,
  archetype: Archetype,
): { share: number; evasion?: number } | undefined {
  const side = scenario.population[archetype.side] as Partial<
    Record<string, { share: number; evasion?: number }>
  >
  return side[archetype.id]
}
