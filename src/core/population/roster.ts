/**
 * The roster: who there is. Assigns archetypes and groups to account numbers, then draws each account's
 * truth, profile and amounts of activity. Cheap and columnar; everything bulky comes later, tile by tile.
 */
import { ScenarioError } from "../errors.ts"
import { NONE } from "../evidence/evidence.ts"
import {
  aliasTable,
  below,
  beta,
  logNormal,
  normal,
  poisson,
  powerLaw,
  shuffle,
} from "../random/distributions.ts"
import { type Random, stage, stream } from "../random/streams.ts"
import type { Scenario } from "../scenario/schema.ts"
import { shared } from "../shared-columns.ts"
import { type Adaptation, beginLife, isAbsent } from "./adaptation.ts"
import type { Archetype, Share } from "./archetypes/archetype.ts"
import { followingWeight, noFeed } from "./feed.ts"
import { formBrigades, noBrigades } from "./network/brigades.ts"
import { drawCustomers, noCustomers } from "./network/customers.ts"
import { arrangeCommunities, arrangeReporters, countCommunities } from "./network/neighbourhood.ts"
import { drawStanding, type StandingSource, standingSource } from "./network/standing.ts"
import {
  drawGroupTraits,
  drawLanguage,
  type GroupTraits,
  phasesOf,
  type Traits,
  traitStages,
} from "./traits.ts"
import {
  archetypesOf,
  DAY,
  foundationOf,
  type Groups,
  shareOf,
  type World,
  type WorldColumns,
} from "./world.ts"

/** A world without post times: the columns are allocated and archetypes and groups assigned; accounts not drawn yet. */
export function assignRoster(scenario: Scenario, adaptation?: Adaptation): World {
  const archetypes = archetypesOf(scenario)
  const order = new Uint32Array(scenario.accounts).map((_, account) => account)
  shuffle(order, stream(scenario.seed, "roster/assignment"))
  const columns = allocateColumns(scenario.accounts, countCommunities({ scenario }))
  const counts = countByArchetype(scenario, archetypes)
  let next = 0
  const memberLists = counts.map((count, index) => {
    const members = order.slice(next, next + count).sort()
    for (const account of members) columns.archetype[account] = index
    next += count
    return members
  })
  const groups = formGroups(scenario, archetypes, memberLists, columns.group)
  return {
    ...foundationOf(scenario),
    groups,
    customers: noCustomers(groups.archetype.length),
    brigades: noBrigades(),
    columns,
    postTime: shared.u32(0),
    feed: noFeed(),
    ...(adaptation ? { adaptation } : {}),
  }
}

/** Whole numbers of accounts for the scenario's shares, by largest remainder; they sum to the accounts. */
export function countByArchetype(scenario: Scenario, archetypes: readonly Archetype[]): number[] {
  const sideTotal = { authentic: 0, managed: 0 }
  for (const archetype of archetypes) sideTotal[archetype.side] += shareOf(scenario, archetype)
  const managed = Math.round(scenario.accounts * scenario.prevalence)
  const sideCount = { authentic: scenario.accounts - managed, managed }
  const exact = archetypes.map((archetype) => {
    const total = sideTotal[archetype.side]
    return (sideCount[archetype.side] * shareOf(scenario, archetype)) / total
  })
  const counts = exact.map(Math.floor)
  for (const side of ["authentic", "managed"] as const) {
    const indices = archetypes.flatMap((archetype, index) => (archetype.side === side ? [index] : []))
    indices.sort((i, j) => exact[j] - counts[j] - (exact[i] - counts[i]) || i - j)
    let missing = sideCount[side] - indices.reduce((sum, index) => sum + counts[index], 0)
    for (const index of indices) if (missing-- > 0) counts[index]++
  }
  return counts
}

/** Cuts the members of each archetype that forms groups into groups of power-law sizes. */
function formGroups(
  scenario: Scenario,
  archetypes: readonly Archetype[],
  memberLists: readonly Uint32Array[],
  group: Uint32Array,
): Groups {
  group.fill(NONE)
  const offset = [0]
  const kinds: number[] = []
  const members: number[] = []
  for (const [index, archetype] of archetypes.entries()) {
    if (!archetype.group) continue
    const { least, most, exponent } = archetype.group
    const random = stream(scenario.seed, `roster/groups/${archetype.id}`)
    const accounts = memberLists[index].slice()
    shuffle(accounts, random)
    for (let at = 0; at < accounts.length; ) {
      const end = Math.min(accounts.length, at + powerLaw(least, most, exponent, random))
      for (; at < end; at++) {
        group[accounts[at]] = kinds.length
        members.push(accounts[at])
      }
      kinds.push(index)
      offset.push(members.length)
    }
  }
  const sharedOffset = shared.u32(offset.length)
  sharedOffset.set(offset)
  const sharedMembers = shared.u32(members.length)
  sharedMembers.set(members)
  const sharedKinds = shared.u8(kinds.length)
  sharedKinds.set(kinds)
  return { offset: sharedOffset, members: sharedMembers, archetype: sharedKinds }
}

function allocateColumns(accounts: number, communities: number): WorldColumns {
  return {
    archetype: shared.u8(accounts),
    group: shared.u32(accounts),
    language: shared.u8(accounts),
    timeZone: shared.i8(accounts),
    topic: shared.u8(accounts),
    community: shared.u16(accounts),
    friends: shared.u8(accounts),
    bought: shared.u8(accounts),
    creation: shared.f32(accounts),
    scheduling: shared.f32(accounts),
    distribution: shared.f32(accounts),
    oversight: shared.f32(accounts),
    fromDay: shared.f32(accounts),
    untilDay: shared.f32(accounts),
    ageDays: shared.f32(accounts),
    followers: shared.u32(accounts),
    following: shared.u32(accounts),
    verified: shared.u8(accounts),
    care: shared.f32(accounts),
    reportsDecided: shared.u16(accounts),
    reportsUpheld: shared.u16(accounts),
    postOffset: shared.u32(accounts + 1),
    interactionOffset: shared.u32(accounts + 1),
    popularity: shared.f32(accounts),
    feedCut: shared.f64(accounts),
    feedOther: shared.u32(accounts),
    popular: shared.u32(accounts),
    communityOffset: shared.u32(communities + 1),
    communityMembers: shared.u32(accounts),
    communityPlace: shared.u32(accounts),
    keenest: shared.u32(accounts),
  }
}

/**
 * Draws accounts from `first` up to, not including, `end` into the world's columns.
 * postOffset and interactionOffset hold the account's own counts, one place on, until `closeRoster` sums them.
 */
export function drawRoster(world: World, first: number, end: number): void {
  const stages = traitStages(world.scenario.seed)
  const rosterStage = stage(world.scenario.seed, "roster/account")
  const source = standingSource(world)
  const { columns } = world
  for (let account = first; account < end; account++) {
    const random = rosterStage.at(account)
    const groupNumber = columns.group[account]
    const group = groupNumber === NONE ? null : drawGroupTraits(world, groupNumber, stages)
    drawProfile(world, account, group, source, random)
    beginLife(world, account)
    const phases = isAbsent(world, account) ? [] : phasesOf(world, account, stages)
    const expected = (rate: (traits: Traits) => number) =>
      phases.reduce((sum, { traits, from, until }) => sum + (rate(traits) * (until - from)) / DAY, 0)
    columns.postOffset[account + 1] = poisson(
      expected(({ postsPerDay }) => postsPerDay),
      random,
    )
    columns.interactionOffset[account + 1] = poisson(
      expected(({ interactionsPerDay }) => interactionsPerDay),
      random,
    )
  }
}

function drawProfile(
  world: World,
  account: number,
  group: GroupTraits | null,
  source: StandingSource,
  random: Random,
): void {
  const { columns } = world
  const archetype = world.archetypes[columns.archetype[account]]
  const { truth, reach, network } = archetype
  const draw = (of: Share) => beta(of.mean, of.concentration, random)
  columns.creation[account] = draw(truth.creation)
  columns.scheduling[account] = draw(truth.scheduling)
  columns.distribution[account] = draw(truth.distribution)
  columns.oversight[account] = draw(truth.oversight)
  columns.untilDay[account] = world.periodSeconds / DAY
  columns.fromDay[account] = archetype.before === null ? 0 : switchDay(world, random)
  columns.language[account] = group && random() < 0.9 ? group.language : drawLanguage(world.scenario, random)
  columns.topic[account] = group && random() < 0.7 ? group.topic : below(8, random)
  columns.timeZone[account] = random() >= archetype.time.abroad ? 8 : below(24, random) - 11
  columns.ageDays[account] =
    Math.min(4000, logNormal(reach.ageDays.median, reach.ageDays.sigma, random)) -
    world.periodSeconds / DAY / 2
  columns.followers[account] = Math.min(5e7, logNormal(reach.followers.median, reach.followers.sigma, random))
  columns.following[account] = Math.min(
    5000,
    logNormal(network.following.median, network.following.sigma, random),
  )
  drawStanding(world, account, source)
  const earned = 0.02 * Math.log10(1 + columns.followers[account])
  columns.verified[account] = random() < earned + reach.verified ? 1 : 0
  columns.care[account] = beta(0.35, 1.5, random)
  drawReportRecord(columns, account, random)
}

/** Somewhere in the middle three fifths of the period, so that there is something to see before and after. */
function switchDay({ periodSeconds }: World, random: Random): number {
  return (periodSeconds / DAY) * (0.2 + 0.6 * random())
}

/** Reports filed before the period and decided by review; careful reporters are upheld more often. */
function drawReportRecord(columns: WorldColumns, account: number, random: Random): void {
  const decided = Math.min(500, Math.floor(logNormal(1.5, 1.2, random)))
  const upheldShare = 0.02 + 0.4 * columns.care[account]
  let upheld = 0
  for (let report = 0; report < decided; report++) if (random() < upheldShare) upheld++
  columns.reportsDecided[account] = decided
  columns.reportsUpheld[account] = upheld
}

/** Sums the counts to offsets, makes room for the posts' times and weighs the feed. */
export function closeRoster(world: World): World {
  const { columns, accounts } = world
  for (let account = 0; account < accounts; account++) {
    columns.postOffset[account + 1] += columns.postOffset[account]
    columns.interactionOffset[account + 1] += columns.interactionOffset[account]
  }
  requireRoom(world)
  const random = stream(world.scenario.seed, "roster/feed")
  const weights = new Float64Array(accounts)
  for (let account = 0; account < accounts; account++) {
    const posts = columns.postOffset[account + 1] - columns.postOffset[account]
    // Reach grows with followers, less than in proportion, and with luck.
    columns.popularity[account] = followingWeight(columns.followers[account]) * Math.exp(1.2 * normal(random))
    weights[account] = posts * columns.popularity[account]
  }
  if (columns.postOffset[accounts] > 0) {
    const feed = aliasTable(weights)
    columns.feedCut.set(feed.cut)
    columns.feedOther.set(feed.other)
  }
  arrangeCommunities(world)
  arrangeReporters(world)
  const settled = { ...world, customers: drawCustomers(world), brigades: formBrigades(world) }
  return { ...settled, postTime: shared.u32(columns.postOffset[accounts]) }
}

/** Linkage keeps some eighty bytes a post in memory; more posts than this are beyond any desktop. */
const MOST_POSTS = 80_000_000

function requireRoom({ columns, accounts, scenario }: World): void {
  const posts = columns.postOffset[accounts]
  if (posts <= MOST_POSTS) return
  throw new ScenarioError([
    `accounts and days must yield at most ${MOST_POSTS} posts, got ${posts} of ${accounts} accounts in ${scenario.days} days`,
  ])
}
