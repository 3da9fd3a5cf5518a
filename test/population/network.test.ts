import { beforeAll, describe, expect, it } from "vitest"
import type { Follows } from "../../src/core/evidence/evidence.ts"
import { customersOfGroup } from "../../src/core/population/network/customers.ts"
import { drawFollows } from "../../src/core/population/network/follows.ts"
import { eachFriend, friendshipSalt } from "../../src/core/population/network/friendship.ts"
import { drawNeighbour, neighboursOf } from "../../src/core/population/network/neighbourhood.ts"
import { boughtShare } from "../../src/core/population/network/standing.ts"
import { assignRoster, closeRoster, drawRoster } from "../../src/core/population/roster.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { phasesOf, traitStages } from "../../src/core/population/traits.ts"
import type { World } from "../../src/core/population/world.ts"
import { stream } from "../../src/core/random/streams.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"

const scenario = scenarioSchema.parse({ name: "network", accounts: 6000, prevalence: 0.3 })

/** Rosters are all that the follow graph needs: nobody writes or acts. */
function settle(of: Scenario): World {
  const world = assignRoster(of)
  drawRoster(world, 0, world.accounts)
  return closeRoster(world)
}

function followsOf(world: World, first: number, end: number): Follows {
  const stages = traitStages(world.scenario.seed)
  const lives = Array.from({ length: end - first }, (_, k) => phasesOf(world, first + k, stages))
  return drawFollows(world, first, end, lives)
}

const listsOf = ({ offset, target }: Follows) =>
  Array.from({ length: offset.length - 1 }, (_, k) => Array.from(target.subarray(offset[k], offset[k + 1])))

let world: World
let follows: Follows
let lists: number[][]

beforeAll(() => {
  world = settle(scenario)
  follows = followsOf(world, 0, world.accounts)
  lists = listsOf(follows)
})

describe("the follow graph", () => {
  it("is the same whichever accounts are drawn with an account, and in which order", () => {
    for (const cut of [1, 512, 700, 5999]) {
      const right = listsOf(followsOf(world, cut, world.accounts))
      const left = listsOf(followsOf(world, 0, cut))
      expect([...left, ...right]).toEqual(lists)
    }
    for (const account of [0, 17, 1234, 5999])
      expect(listsOf(followsOf(world, account, account + 1))[0]).toEqual(lists[account])
  })

  it("is drawn again from the seed, and is another for another seed", () => {
    expect(followsOf(settle(scenario), 0, 600).target).toEqual(followsOf(world, 0, 600).target)
    const other = settle({ ...scenario, seed: "another" })
    expect(followsOf(other, 0, 600).target).not.toEqual(followsOf(world, 0, 600).target)
  })

  it("lets nobody follow himself, or anybody twice, and lists targets in ascending order", () => {
    const wrong = lists.flatMap((targets, account) =>
      targets.filter(
        (target, k) => target === account || target >= world.accounts || target <= targets[k - 1],
      ),
    )
    expect(follows.target.length).toBeGreaterThan(10 * world.accounts)
    expect(wrong).toEqual([])
  })

  it("holds no more follows than the profile says, friends beyond all expectation apart", () => {
    const excess = lists.filter((targets, account) => targets.length > world.columns.following[account])
    expect(excess.length).toBeLessThan(0.001 * world.accounts)
  })

  it("is what a tile shows", () => {
    const tile = generateTile({ ...world, postTime: new Uint32Array(world.postTime.length) }, 40, 60)
    expect(listsOf(tile.follows!)).toEqual(lists.slice(40, 60))
  })

  it("gives a few accounts most of the followers", () => {
    const inDegree = new Uint32Array(world.accounts)
    for (const target of follows.target) inDegree[target]++
    const falling = inDegree.sort().reverse()
    const topHundredth = falling.slice(0, 60).reduce((a, b) => a + b, 0) / follows.target.length
    expect(topHundredth).toBeGreaterThan(0.1)
    expect(falling[0]).toBeGreaterThan(20 * falling[3000])
  })
})

describe("friends", () => {
  it("find each other from both ends", () => {
    const salt = friendshipSalt(scenario.seed)
    const friends = Array.from({ length: world.accounts }, (_, account) => {
      const own = new Set<number>()
      eachFriend(world, account, salt, (friend) => {
        expect(own.has(friend) || friend === account).toBe(false)
        own.add(friend)
      })
      return own
    })
    let edges = 0
    for (const [account, own] of friends.entries()) {
      for (const friend of own) {
        edges++
        expect(friends[friend].has(account)).toBe(true)
        expect(lists[account].includes(friend)).toBe(true)
        expect(lists[friend].includes(account)).toBe(true)
        expect(world.columns.community[friend]).toBe(world.columns.community[account])
      }
    }
    expect(edges).toBeGreaterThan(3000)
  })

  it("are mostly people's: managed accounts are followed back far less", () => {
    const sets = lists.map((targets) => new Set(targets))
    const returned = (side: string) => {
      let follows = 0
      let mutual = 0
      for (const [account, targets] of lists.entries()) {
        if (world.archetypes[world.columns.archetype[account]].side !== side) continue
        follows += targets.length
        mutual += targets.filter((target) => sets[target].has(account)).length
      }
      return mutual / follows
    }
    expect(returned("authentic")).toBeGreaterThan(0.05)
    expect(returned("authentic")).toBeLessThan(0.22)
    expect(returned("managed")).toBeLessThan(returned("authentic") / 2)
  })
})

describe("communities", () => {
  const sizes = (of: World) =>
    Array.from(of.columns.communityOffset.subarray(1), (end, k) => end - of.columns.communityOffset[k]).sort(
      (a, b) => b - a,
    )

  it("hold everybody once, the most followed first", () => {
    const { communityMembers, communityPlace, community, followers } = world.columns
    expect(Array.from(communityMembers).sort((a, b) => a - b)).toEqual(lists.map((_, account) => account))
    for (let account = 0; account < world.accounts; account++) {
      const neighbours = neighboursOf(world, account)
      const place = communityPlace[account]
      expect(neighbours[place]).toBe(account)
      if (place > 0) {
        expect(community[neighbours[place - 1]]).toBe(community[account])
        expect(followers[neighbours[place - 1]]).toBeGreaterThanOrEqual(followers[account])
      }
    }
  })

  it("have heavy-tailed sizes", () => {
    const falling = sizes(settle({ ...scenario, accounts: 30_000 }))
    const mean = falling.reduce((a, b) => a + b, 0) / falling.length
    expect(falling[0]).toBeGreaterThan(6 * mean)
    expect(falling[falling.length >> 1]).toBeLessThan(0.7 * mean)
  })

  it("speak one language, and mostly care for one topic", () => {
    const { communityOffset, communityMembers, language, topic } = world.columns
    let ownTopic = 0
    for (let k = 0; k + 1 < communityOffset.length; k++) {
      const members = communityMembers.subarray(communityOffset[k], communityOffset[k + 1])
      const counts = new Array(8).fill(0)
      for (const member of members) {
        expect(language[member]).toBe(language[members[0]])
        counts[topic[member]]++
      }
      ownTopic += Math.max(0, ...counts)
    }
    expect(ownTopic / world.accounts).toBeGreaterThan(0.6)
  })

  it("offer somebody who published, rather the popular", () => {
    const random = stream("test", "neighbour")
    const account = Array.from(world.columns.communityPlace).findIndex(
      (_, k) => neighboursOf(world, k).length > 100,
    )
    const drawn = Array.from({ length: 400 }, () => drawNeighbour(world, account, random))
    const { communityPlace, community, postOffset } = world.columns
    expect(drawn.every((one) => community[one] === community[account])).toBe(true)
    const published = drawn.filter((one) => postOffset[one + 1] > postOffset[one])
    expect(published.length).toBeGreaterThan(390)
    const upperHalf = drawn.filter((one) => communityPlace[one] < neighboursOf(world, account).length / 2)
    expect(upperHalf.length).toBeGreaterThan(260)
  })
})

describe("bought followers", () => {
  const groupsOf = () => Array.from({ length: world.groups.archetype.length }, (_, group) => group)
  const membersOf = (group: number) =>
    Array.from(world.groups.members.subarray(world.groups.offset[group], world.groups.offset[group + 1]))

  it("come as a dense block: a fleet's members follow the same customers, others hardly", () => {
    const sellers = groupsOf().filter(
      (group) =>
        membersOf(group).length >= 10 &&
        customersOfGroup(world, group).length >= 3 &&
        world.archetypes[world.groups.archetype[group]].before === null,
    )
    expect(sellers.length).toBeGreaterThan(5)
    for (const group of sellers) {
      const customers = Array.from(customersOfGroup(world, group))
      const density = (accounts: readonly number[]) =>
        accounts.flatMap((account) => customers.filter((customer) => lists[account].includes(customer)))
          .length /
        (accounts.length * customers.length)
      const members = membersOf(group)
      const others = Array.from({ length: 500 }, (_, k) => 12 * k).filter((one) => !members.includes(one))
      expect(density(members)).toBeGreaterThan(0.15)
      expect(density(members)).toBeGreaterThan(5 * density(others))
    }
  })

  it("go to accounts that buy, each once a fleet, and are sold by managed archetypes alone", () => {
    for (const group of groupsOf()) {
      const customers = Array.from(customersOfGroup(world, group))
      expect(new Set(customers).size).toBe(customers.length)
      for (const customer of customers) expect(boughtShare(world, customer)).toBeGreaterThan(0)
      if (customers.length > 0) expect(world.archetypes[world.groups.archetype[group]].side).toBe("managed")
    }
  })

  it("raise the followers that the profile shows", () => {
    const buying = { "virtual-influencer": { network: { bought: { mean: 0.5, concentration: 1000 } } } }
    const honest = { "virtual-influencer": { network: { bought: { mean: 0, concentration: 1000 } } } }
    const followers = [buying, honest].map((archetypes) => {
      const { columns, archetypes: kinds } = settle(scenarioSchema.parse({ ...scenario, archetypes }))
      return columns.followers.filter((_, k) => kinds[columns.archetype[k]].id === "virtual-influencer")
    })
    const ratios = Array.from(followers[0], (bought, k) => bought / followers[1][k]).filter(Number.isFinite)
    expect(ratios.length).toBeGreaterThan(100)
    for (const ratio of ratios) expect(Math.abs(ratio - 2)).toBeLessThan(0.6)
  })
})

describe("rings", () => {
  it("of an engagement pod follow one another far more than its other followers do", () => {
    const { offset, members, archetype } = world.groups
    let inside = 0
    let possible = 0
    for (const [group, kind] of archetype.entries()) {
      if (world.archetypes[kind].id !== "engagement-pod") continue
      const pod = Array.from(members.subarray(offset[group], offset[group + 1]))
      for (const member of pod) inside += lists[member].filter((target) => pod.includes(target)).length
      possible += pod.length * (pod.length - 1)
    }
    const background = follows.target.length / world.accounts ** 2
    expect(inside / possible).toBeGreaterThan(8 * background)
  })
})

describe("an archetype's own settings", () => {
  it("move only what its accounts are: the standing of all others stays", () => {
    const changed = settle(
      scenarioSchema.parse({
        ...scenario,
        archetypes: { "content-farm": { network: { sociable: { mean: 0.3, concentration: 5 } } } },
      }),
    )
    const { community, friends, bought, archetype } = world.columns
    const isFarm = (account: number) => world.archetypes[archetype[account]].id === "content-farm"
    const moved = { farm: 0, other: 0 }
    for (let account = 0; account < world.accounts; account++) {
      const isSame =
        changed.columns.community[account] === community[account] &&
        changed.columns.friends[account] === friends[account] &&
        changed.columns.bought[account] === bought[account]
      if (!isSame) moved[isFarm(account) ? "farm" : "other"]++
    }
    expect(moved.other).toBe(0)
    expect(moved.farm).toBeGreaterThan(100)
  })
})
