/**
 * An account's standing in the network: its community, how many friends it has, what share of its followers it bought.
 * One stream an account, a few bytes each, so that whoever generates another account's follows can look them up.
 */
import { beta } from "../../random/distributions.ts"
import type { Random } from "../../random/streams.ts"
import type { World } from "../world.ts"
import { type CommunityStages, communityNumbers, communityStages, drawCommunity } from "./communities.ts"

/** What is looked up once for many accounts. */
export interface StandingSource {
  readonly stages: CommunityStages
  readonly first: Uint32Array
}

export function standingSource({ scenario }: Pick<World, "scenario">): StandingSource {
  return { stages: communityStages(scenario.seed), first: communityNumbers(scenario) }
}

/** Bought shares are kept in steps of this. */
const BOUGHT_STEPS = 255
/** More friends than this within the sample nobody has. */
const MOST_FRIENDS = 60

/** Draws the standing of an account whose profile is drawn, and adds the followers that it bought. */
export function drawStanding(world: World, account: number, source: StandingSource): void {
  const { columns, archetypes, accounts } = world
  const { network } = archetypes[columns.archetype[account]]
  const random = source.stages.account.at(account)
  columns.community[account] = drawCommunity(world, account, source.first, source.stages, random)
  const sociable = beta(network.sociable.mean, network.sociable.concentration, random)
  const friends = sociable * followsInSample(columns.following[account], accounts)
  columns.friends[account] = Math.min(MOST_FRIENDS, roundedByChance(friends, random))
  // Friends that turn out more than were wanted are among those that the profile counts.
  const mostFriends = columns.friends[account] + 4 * Math.sqrt(columns.friends[account])
  columns.following[account] = Math.max(columns.following[account], mostFriends)
  const bought = Math.min(0.9, beta(network.bought.mean, network.bought.concentration, random))
  columns.bought[account] = Math.round(bought * BOUGHT_STEPS)
  columns.followers[account] = Math.min(5e7, columns.followers[account] / (1 - bought))
}

/** Share of an account's followers that are bought, in [0, 0.9]. */
export function boughtShare({ columns }: Pick<World, "columns">, account: number): number {
  return columns.bought[account] / BOUGHT_STEPS
}

/**
 * How many of the accounts that somebody follows are in the population. It is a sample of a platform a thousand times
 * its size, taken along communities, so neighbours are in it more often than chance would have it; and the more
 * somebody follows, the farther from home. So 2 sqrt(following): 22 of 120, 141 of 5,000, at most an eighth of all.
 */
export function followsInSample(following: number, accounts: number): number {
  return Math.min(accounts / 8, following, 2 * Math.sqrt(following))
}

const roundedByChance = (value: number, random: Random) => Math.floor(value + random())
