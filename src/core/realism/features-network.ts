/**
 * Raw features of an account's place among the others: who follows it back, who reacts to it, and to whom it returns
 * that. They need the links of all tiles, which are joined by sorting; no step compares all pairs.
 */
import { NONE } from "../evidence/evidence.ts"
import type { Section } from "./features-section.ts"
import { shareOf } from "./features-section.ts"
import { doesFollow, type Graph, graphOf } from "./network-graph.ts"
import type { TileLinks } from "./network-links.ts"

/** A reaction this soon after an object's publication is a fast one, seconds. */
const FAST = 60

export const networkFeatures = {
  of: "network",
  features: [
    { id: "follows-returned", title: "Share of the accounts followed that follow back", unit: "share" },
    { id: "followers-here", title: "Followers within the population", unit: "count" },
    { id: "followers-returned", title: "Share of followers who are followed back", unit: "share" },
    { id: "followers-verified", title: "Share of followers who are verified", unit: "share" },
    { id: "received-per-post", title: "Interactions received, for each post", unit: "count" },
    { id: "actors-per-post", title: "Accounts that interact with it, for each post", unit: "count" },
    { id: "top-actor", title: "Share of interactions received from the keenest account", unit: "share" },
    { id: "received-from-followers", title: "Share of interactions received from followers", unit: "share" },
    {
      id: "received-fast",
      title: "Share of reactions received within 60 s of publication",
      unit: "share",
    },
    {
      id: "interactions-returned",
      title: "Share of interactions with accounts that interact with it as well",
      unit: "share",
    },
    { id: "to-followed", title: "Share of interactions with accounts that it follows", unit: "share" },
  ],
} as const satisfies Section

type NetworkFeature = (typeof networkFeatures.features)[number]["id"]

/** One value an account, by feature; NaN where there is nothing to take it of. */
export function describeNetwork(
  links: readonly TileLinks[],
  accounts: number,
): Readonly<Record<NetworkFeature, Float32Array>> {
  const follows = graphOf({ world: { accounts }, tiles: links.map((tile) => ({ evidence: tile })) })
  const perAccount = (of: (tile: TileLinks) => ArrayLike<number>) => {
    const column = new Uint32Array(accounts)
    for (const tile of links) column.set(of(tile), tile.firstAccount)
    return column
  }
  const posts = perAccount((tile) => tile.posts)
  const { followers, returned, back, verified } = followersOf(
    follows,
    perAccount((tile) => tile.verified),
  )
  const acts = actsOf(links, follows, accounts)
  const { known, fast } = hasteOf(links, accounts)
  const column = (part: Uint32Array, whole: Uint32Array) =>
    Float32Array.from(part, (value, account) => shareOf(value, whole[account]))
  const following = Uint32Array.from(
    { length: accounts },
    (_, k) => follows.offset[k + 1] - follows.offset[k],
  )
  return {
    "follows-returned": column(returned, following),
    "followers-here": Float32Array.from(followers),
    "followers-returned": column(back, followers),
    "followers-verified": column(verified, followers),
    "received-per-post": column(acts.received, posts),
    "actors-per-post": column(acts.actors, posts),
    "top-actor": column(acts.most, acts.received),
    "received-from-followers": column(acts.fromFollowers, acts.received),
    "received-fast": column(fast, known),
    "interactions-returned": column(acts.returned, acts.made),
    "to-followed": column(acts.toFollowed, acts.made),
  }
}

/** Of each account: its followers, those of them whom it follows back or who are verified, and its follows returned. */
function followersOf(follows: Graph, isVerified: Uint32Array) {
  const accounts = isVerified.length
  const [followers, back, verified, returned] = counters(4, accounts)
  for (let account = 0; account < accounts; account++)
    for (let at = follows.offset[account]; at < follows.offset[account + 1]; at++) {
      const followed = follows.target[at]
      followers[followed]++
      verified[followed] += isVerified[account]
      if (!doesFollow(follows, followed, account)) continue
      returned[account]++
      back[followed]++
    }
  return { followers, back, verified, returned }
}

const counters = (count: number, accounts: number) =>
  Array.from({ length: count }, () => new Uint32Array(accounts))

/** What each account did to others and had done to it; pairs come together by sorting. */
function actsOf(links: readonly TileLinks[], follows: Graph, accounts: number) {
  const [received, actors, most, fromFollowers, made, returned, toFollowed] = counters(7, accounts)
  const { graph, count } = pairsOf(links, accounts)
  for (let actor = 0; actor < accounts; actor++)
    for (let at = graph.offset[actor]; at < graph.offset[actor + 1]; at++) {
      const target = graph.target[at]
      made[actor] += count[at]
      received[target] += count[at]
      actors[target]++
      most[target] = Math.max(most[target], count[at])
      if (doesFollow(graph, target, actor)) returned[actor] += count[at]
      if (!doesFollow(follows, actor, target)) continue
      toFollowed[actor] += count[at]
      fromFollowers[target] += count[at]
    }
  return { received, actors, most, fromFollowers, made, returned, toFollowed }
}

/** Who acted on whom, and how often. */
function pairsOf(links: readonly TileLinks[], accounts: number): { graph: Graph; count: Uint32Array } {
  const keys = new Float64Array(links.reduce((sum, { actor }) => sum + actor.length, 0))
  let length = 0
  for (const { actor, target } of links)
    for (let i = 0; i < actor.length; i++) keys[length++] = actor[i] * accounts + target[i]
  keys.sort()
  const offset = new Uint32Array(accounts + 1)
  const targets = new Uint32Array(length)
  const count = new Uint32Array(length)
  let pairs = 0
  for (let i = 0; i < length; i++) {
    if (i === 0 || keys[i] !== keys[i - 1]) {
      targets[pairs++] = keys[i] % accounts
      offset[Math.floor(keys[i] / accounts) + 1]++
    }
    count[pairs - 1]++
  }
  for (let account = 0; account < accounts; account++) offset[account + 1] += offset[account]
  return { graph: { offset, target: targets.subarray(0, pairs) }, count }
}

/** Of the reactions that an account received, those whose time since publication is known, and the fast ones. */
function hasteOf(links: readonly TileLinks[], accounts: number) {
  const [known, fast] = counters(2, accounts)
  for (const { target, latency } of links)
    for (let i = 0; i < target.length; i++) {
      if (latency[i] === NONE) continue
      known[target[i]]++
      if (latency[i] <= FAST) fast[target[i]]++
    }
  return { known, fast }
}
