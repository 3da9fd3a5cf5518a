/**
 * Orders of accounts: the members of each community by falling popularity, and all by how much they report.
 * Places say who befriends whom (friendship.ts); whoever is popular or keen is drawn by its place.
 */
import { sortedOrder } from "../../detection/linkage/order.ts"
import { below } from "../../random/distributions.ts"
import type { Random } from "../../random/streams.ts"
import type { World } from "../world.ts"
import { communityNumbers } from "./communities.ts"

/** Sorts all accounts, and the members of each community, by followers; once every account's profile is drawn. */
export function arrangeCommunities({ columns, accounts }: World): void {
  const { community, communityOffset, communityMembers, communityPlace, followers, popular } = columns
  popular.set(sortedOrder(followers.map((count) => 0xffffffff - count)))
  for (let account = 0; account < accounts; account++) communityOffset[community[account] + 1]++
  for (let k = 1; k < communityOffset.length; k++) communityOffset[k] += communityOffset[k - 1]
  const next = communityOffset.slice()
  for (const account of popular) {
    const at = next[community[account]]++
    communityMembers[at] = account
    communityPlace[account] = at - communityOffset[community[account]]
  }
}

/** Sorts accounts by how many reports they filed; once every account's record is drawn. */
export function arrangeReporters({ columns }: World): void {
  columns.keenest.set(sortedOrder(Uint32Array.from(columns.reportsDecided, (decided) => 0xffff - decided)))
}

/** Communities of the scenario that this world is of. */
export function countCommunities({ scenario }: Pick<World, "scenario">): number {
  const first = communityNumbers(scenario)
  return first[first.length - 1]
}

/** The members of an account's community, the most followed first, itself among them. */
export function neighboursOf({ columns }: Pick<World, "columns">, account: number): Uint32Array {
  const { community, communityOffset, communityMembers } = columns
  const own = community[account]
  return communityMembers.subarray(communityOffset[own], communityOffset[own + 1])
}

/**
 * A place among `count` in falling order of popularity. u^(5/2) of a uniform u: the one at rank r is drawn in
 * proportion to r^(-3/5), so that counts of draws have a power-law tail of exponent 1 + 5/3.
 */
export function popularPlace(count: number, random: Random): number {
  const u = random()
  return Math.floor(count * u * u * Math.sqrt(u))
}

/**
 * Somebody of the account's own community whose posts it may come across, the popular more often: an account that
 * published, or else whoever was drawn last. May be the account itself.
 */
export function drawNeighbour(world: World, account: number, random: Random): number {
  const neighbours = neighboursOf(world, account)
  const { postOffset } = world.columns
  let neighbour = neighbours[below(neighbours.length, random)]
  for (let tries = 0; tries < 4; tries++) {
    neighbour = neighbours[popularPlace(neighbours.length, random)]
    if (neighbour !== account && postOffset[neighbour + 1] > postOffset[neighbour]) break
  }
  return neighbour
}
