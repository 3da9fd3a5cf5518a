/**
 * Brigades: people of one fan club or one community who report creators they want gone, together and again and again.
 * Who belongs to one is settled once for the whole population, so that the same reporters recur from attack to attack
 * and their record of earlier reports is that of people whose reports come to nothing.
 */
import { below, poisson, shuffle } from "../../random/distributions.ts"
import { type Random, stage } from "../../random/streams.ts"
import { shared } from "../../shared-columns.ts"
import type { World } from "../world.ts"
import { neighboursOf } from "./neighbourhood.ts"

/** Brigade k's members are members[offset[k]] to members[offset[k + 1] - 1]. */
export interface Brigades {
  /** Length brigades + 1. */
  readonly offset: Uint32Array
  /** Account numbers. */
  readonly members: Uint32Array
}

/** Accounts for each brigade that there is; a population that is attacked at all has at least one. */
const ACCOUNTS_A_BRIGADE = 4000
/** Members for each report of a mean attack: six in ten of a brigade take part in one. */
const MEMBERS_A_REPORT = 1.6
/** Fan clubs that a brigade looks at before it settles for a community. */
const TRIES = 8

/** Nobody has ganged up yet. */
export const noBrigades = (): Brigades => ({ offset: shared.u32(1), members: shared.u32(0) })

/** Forms the brigades, once communities are arranged, and gives their members the record that they deserve. */
export function formBrigades(world: World): Brigades {
  const { brigades, brigadeSize } = world.scenario.population.reports
  if (brigades === 0) return noBrigades()
  const count = Math.max(1, Math.round(world.accounts / ACCOUNTS_A_BRIGADE))
  const stages = stage(world.scenario.seed, "brigade")
  const taken = new Set<number>()
  const offset = shared.u32(count + 1)
  for (let brigade = 0; brigade < count; brigade++) {
    const random = stages.at(brigade)
    const pool = poolOf(world, random).filter((account) => isFree(world, account, taken))
    shuffle(pool, random)
    for (const account of pool.subarray(0, Math.ceil(MEMBERS_A_REPORT * brigadeSize))) {
      taken.add(account)
      giveRecord(world, account, random)
    }
    offset[brigade + 1] = taken.size
  }
  const members = shared.u32(taken.size)
  members.set([...taken])
  return { offset, members }
}

/** People, of one brigade each. */
function isFree({ archetypes, columns }: World, account: number, taken: Set<number>): boolean {
  return archetypes[columns.archetype[account]].side === "authentic" && !taken.has(account)
}

/** Where a brigade comes from: a fan club or, as often, the community of some account. */
function poolOf(world: World, random: Random): Uint32Array {
  const { groups, archetypes, columns } = world
  const isClub = random() < 0.5
  for (let tries = 0; isClub && groups.archetype.length > 0 && tries < TRIES; tries++) {
    const group = columns.group[groups.members[below(groups.members.length, random)]]
    const { side, group: settings } = archetypes[groups.archetype[group]]
    if (side === "authentic" && settings?.focus === "creators")
      return groups.members.slice(groups.offset[group], groups.offset[group + 1])
  }
  return neighboursOf(world, below(world.accounts, random)).slice()
}

/** Few of their reports were decided, and hardly one upheld; nor do they take care with others. */
function giveRecord({ columns }: World, account: number, random: Random): void {
  columns.care[account] = Math.min(columns.care[account], 0.1)
  columns.reportsDecided[account] = poisson(1.5, random)
  columns.reportsUpheld[account] = columns.reportsDecided[account] > 0 && random() < 0.04 ? 1 : 0
}

/** The reporters of one attack, each once: members of one brigade other than whom they attack. */
export function drawAttackers({ brigades, scenario }: World, account: number, random: Random): Uint32Array {
  const count = brigades.offset.length - 1
  if (count === 0) return new Uint32Array(0)
  const brigade = below(count, random)
  const members = brigades.members.slice(brigades.offset[brigade], brigades.offset[brigade + 1])
  shuffle(members, random)
  const reports = 2 + poisson(scenario.population.reports.brigadeSize - 2, random)
  return members.filter((member) => member !== account).subarray(0, reports)
}
