/**
 * Groups of accounts that are linked with each other: communities of the graph of links by Louvain's method (louvain.ts),
 * and within each the densest blocks one after another by FRAUDAR's peeling (peeling.ts).
 */
import { pairOf } from "../linkage/pairs.ts"
import { logChoose, poissonSurprise } from "../tails.ts"
import { canonicalOrder, graphOf, partedBy, renumbered } from "./graph.ts"
import { communitiesOf } from "./louvain.ts"
import { densestBlocks } from "./peeling.ts"

/** A pair is no group. */
const LEAST_MEMBERS = 3
/** Blocks looked for within a community. */
const MOST_BLOCKS = 12

/** Linked pairs of accounts by ascending key (pairs.ts), each once, and their weights. */
export interface Links {
  readonly key: Float64Array
  readonly weight: Float64Array
}

export interface Group {
  /** Account numbers, ascending. */
  readonly members: Uint32Array
  /** Weight of the links among them, a member. */
  readonly density: number
}

/** Groups of three and more; an account may be of several. */
export function groupsOf({ key, weight }: Links, accounts: number): Group[] {
  const { known, from, to } = endsOf(key, accounts)
  const order = canonicalOrder(known.length, from, to)
  const edges = renumbered({ from, to, weight }, order)
  const community = communitiesOf(graphOf(known.length, edges))
  return partedBy(community, edges).flatMap((part) =>
    [...densestBlocks(part.nodes.length, part.edges, MOST_BLOCKS)]
      .filter(({ members }) => members.length >= LEAST_MEMBERS)
      .map(({ members, density }) => ({
        members: members.map((node) => known[order[part.nodes[node]]]).sort(),
        density,
      })),
  )
}

/** The linked accounts, ascending, and each link's ends by their places among them. */
function endsOf(key: Float64Array, accounts: number) {
  const from = new Uint32Array(key.length)
  const to = new Uint32Array(key.length)
  const place = new Uint32Array(accounts)
  for (let link = 0; link < key.length; link++) {
    const [a, b] = pairOf(key[link], accounts)
    from[link] = a
    to[link] = b
    place[a] = place[b] = 1
  }
  const known = place.map((_, account) => account).filter((account) => place[account] === 1)
  for (let at = 0; at < known.length; at++) place[known[at]] = at
  return { known, from: from.map((account) => place[account]), to: to.map((account) => place[account]) }
}

/**
 * Nats of surprise for each of `members` accounts at a group that did `found` of what chance would have it do `expected`
 * times: -ln P(X >= found), Poisson, less ln C(all, members) for having been chosen among `all`, shared out. Softened at
 * 0, so that a member of a group that may be chance never falls level with those of none; ln 2 is level with chance.
 */
export function surpriseEach(found: number, expected: number, members: number, all: number): number {
  const nats = (poissonSurprise(found, expected) - logChoose(all, members)) / members
  return nats > 30 ? nats : Math.log1p(Math.exp(nats))
}
