/**
 * Bought followers: fleets sell follows, and all members of a fleet follow the same customers, a dense block of
 * followers against followed (Hooi et al. 2016, FRAUDAR). Which customers a fleet has is drawn for each group once
 * and kept, a few numbers a group.
 */
import { aliasTable, beta, drawAlias } from "../../random/distributions.ts"
import { type Random, stage } from "../../random/streams.ts"
import { shared } from "../../shared-columns.ts"
import { remains } from "../traits.ts"
import type { World } from "../world.ts"
import { boughtShare, followsInSample } from "./standing.ts"

/** Whom each group's follows are sold to; group g's customers are account[offset[g]] to account[offset[g + 1] - 1]. */
export interface Customers {
  /** Length groups + 1. */
  readonly offset: Uint32Array
  /** Account numbers, each once a group. */
  readonly account: Uint32Array
}

/** Share of a fleet's customers that a member follows when the operator does nothing to hide it. */
const DENSITY = 0.75
const MOST_CUSTOMERS = 200

/** Nobody is sold to yet. */
export const noCustomers = (groups: number): Customers => ({
  offset: shared.u32(groups + 1),
  account: shared.u32(0),
})

/** Draws every group's customers, in proportion to the followers that accounts bought; profiles must be drawn. */
export function drawCustomers(world: World): Customers {
  const { groups, accounts, columns } = world
  const buyers = Uint32Array.from({ length: accounts }, (_, account) => account).filter(
    (account) => columns.bought[account] > 0,
  )
  const offset = shared.u32(groups.offset.length)
  const sold: number[] = []
  if (buyers.length > 0) {
    // Square root: of a large account's followers, fewer are in the sample, as of the accounts that somebody follows.
    const table = aliasTable(
      Float64Array.from(buyers, (buyer) => boughtShare(world, buyer) * Math.sqrt(columns.followers[buyer])),
    )
    const stages = stage(world.scenario.seed, "customers")
    for (let group = 0; group + 1 < groups.offset.length; group++) {
      const own = new Set<number>()
      const random = stages.at(group)
      for (let wanted = customersOf(world, group, random); wanted > 0; wanted--)
        own.add(buyers[drawAlias(table, random)])
      sold.push(...own)
      offset[group + 1] = sold.length
    }
  }
  const account = shared.u32(sold.length)
  account.set(sold)
  return { offset, account }
}

/** How many customers a fleet has, so that its members' sold follows are the share that the archetype states. */
function customersOf(world: World, group: number, random: Random): number {
  const { network } = world.archetypes[world.groups.archetype[group]]
  if (network.sells.mean === 0) return 0
  const sold = beta(network.sells.mean, network.sells.concentration, random)
  return Math.min(
    MOST_CUSTOMERS,
    (sold * followsInSample(network.following.median, world.accounts)) / DENSITY,
  )
}

/** The customers of a group. */
export function customersOfGroup({ customers }: World, group: number): Uint32Array {
  return customers.account.subarray(customers.offset[group], customers.offset[group + 1])
}

/** Share of its customers that a member of a fleet follows; an evading operator spreads its orders. */
export const densityAt = (evasion: number) => DENSITY * remains(evasion)
