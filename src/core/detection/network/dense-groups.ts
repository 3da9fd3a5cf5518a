/**
 * Dense groups: accounts that act together as a group, most of its members with most others.
 *
 * The graph: pairs that co-action found on two or more objects. A coincidence on an object weighs 1 / ln(d + 5), d being
 * how many accounts acted on it, so that what everybody shares binds little. Communities of the graph by Louvain's method
 * (louvain.ts); within each, the densest blocks one after another by FRAUDAR's peeling (peeling.ts).
 *
 * The null is co-action's: each object keeps its crowd, and every action is jittered by up to thirty windows, so that a
 * fan club, which acts within half an hour of its idol anyway, is expected to coincide much. Coincidences come in clumps:
 * s accounts together on an object make s (s - 1) / 2 pairs, yet only s - 1 joined somebody. So p pairs on an object
 * count as (sqrt(8 p + 1) - 1) / 2 accounts that joined, found ones and expected ones alike. Over the objects of a block
 * of k accounts the found ones are Poisson with the mean expected; the surprise is -ln P(X >= found), less ln C(n, k) for
 * having been chosen among n accounts. It is shared out, a k-th to each; an account's is that of its strongest block.
 *
 * Co-action judges an account by its strongest partner; this by how many there are, and whether they are each other's.
 * Follows are left to trust-propagation. Peeling the graph of follows, whole or by community, found the cores in which
 * people follow many, not the few members of a fleet: density alone does not tell a ring from a circle of friends.
 */
import type { Detector, JoinPart, LinkInput, LinkResult } from "../detector.ts"
import { Growing } from "../linkage/growing.ts"
import { concat, eachRun, MOST_PAIRS, pairOf, WeightedPairs } from "../linkage/pairs.ts"
import { oneIn, percent, reason, strongest } from "../reason.ts"
import { scoreOfSurprise } from "../tails.ts"
import { coAction } from "./co-action.ts"
import { CoincidenceRates } from "./coincidence.ts"
import { type Group, groupsOf, type Links, surpriseEach } from "./groups.ts"
import { columnWeight } from "./peeling.ts"

/** Nats a member at which the score is one half. */
const HALF_NATS = 6

const FEATURES = [
  { id: "objects", title: "Objects acted on", unit: "count" },
  { id: "members", title: "Accounts of its densest group, itself included", unit: "count" },
  { id: "linked", title: "Share of the group's pairs that act together repeatedly", unit: "share" },
  { id: "density", title: "Weight of the group's links, a member", unit: "" },
  { id: "joined", title: "Times a member joined others on an object within the window", unit: "count" },
  { id: "expected", title: "Times expected by chance", unit: "count" },
  { id: "surprise", title: "Surprise at the group, a member", unit: "nats" },
] as const

const { columns, partitions, observe, join } = coAction.linkage!

export const denseGroups: Detector = {
  id: "dense-groups",
  layer: "network",
  title: "Dense groups of co-action",
  version: 1,
  reads: ["interactions.time", "interactions.object"],
  features: FEATURES,
  linkage: { columns, partitions, observe, join, merge },

  score: (row) => (row[0] >= 2 ? scoreOfSurprise(row[6], HALF_NATS) : Number.NaN),

  reasons(row, population) {
    const [, members, linked, , joined, expected, surprise] = Array.from(row)
    if (!(surprise > 0)) return []
    return strongest([
      reason(
        "dense-groups.member",
        scoreOfSurprise(surprise, HALF_NATS),
        "one of a group of {members} accounts, of whose pairs {percent} % act together again and again: members joined others {joined} times, where chance gives {expected}; in groups this dense are 1 in {oneIn} accounts",
        {
          members,
          percent: percent(linked),
          joined: Math.round(joined),
          expected: Number(expected.toPrecision(2)),
          oneIn: oneIn(population.shareAtOrAbove("surprise", surprise)),
        },
      ),
    ])
  },
}

/** Pairs of accounts by ascending key, each with its coincidences and their weight. */
interface RepeatedPairs extends Links {
  readonly count: Float64Array
}

function merge(parts: readonly JoinPart[], input: LinkInput): LinkResult {
  const { accounts } = input.size
  const rates = new CoincidenceRates(input, concat(parts, "nearObjects"), concat(parts, "nearPairs"))
  const features = emptyFeatures(accounts)
  let active = 0
  for (let account = 0; account < accounts; account++) {
    features.objects[account] = rates.objectsOf(account)
    if (rates.objectsOf(account) > 1) active++
  }
  const repeated = repeatedPairs(parts, rates)
  const groups = groupsOf(repeated, accounts)
  const found = linksOf(groups, repeated, parts, accounts)
  let surprising = 0
  for (const [at, { members, density }] of groups.entries()) {
    const size = members.length
    const expected = rates.expectedAmong(members, joinedOf)
    const surprise = surpriseEach(found.joined[at], expected, size, active)
    if (surprise > Math.LN2) surprising++
    const linked = (2 * found.pairs[at]) / (size * (size - 1))
    const row = { members: size, linked, density, joined: found.joined[at], expected, surprise }
    for (const member of members) {
      if (!(row.surprise > features.surprise[member])) continue
      for (const id of Object.keys(row) as (keyof typeof row)[]) features[id][member] = row[id]
    }
  }
  const pairs = pairsWithin(features.members, repeated, accounts)
  const members = features.members.reduce((sum, size) => sum + (size > 0 ? 1 : 0), 0)
  return { features, pairs, summary: { pairs: repeated.key.length, groups: surprising, members } }
}

/** How many accounts joined others, of whom so many pairs coincide. */
const joinedOf = (pairs: number) => (Math.sqrt(8 * pairs + 1) - 1) / 2

const emptyFeatures = (accounts: number) => ({
  objects: new Float32Array(accounts),
  members: new Float32Array(accounts),
  linked: new Float32Array(accounts),
  density: new Float32Array(accounts),
  joined: new Float32Array(accounts),
  expected: new Float32Array(accounts),
  surprise: new Float32Array(accounts),
})

function repeatedPairs(parts: readonly JoinPart[], rates: CoincidenceRates): RepeatedPairs {
  const chosen = new Growing()
  const counts = new Growing()
  eachRun(concat(parts, "keys").sort(), (key, count) => {
    if (count < 2) return
    chosen.push(key)
    counts.push(count)
  })
  const key = chosen.values()
  const weight = new Float64Array(key.length)
  eachObject(parts, key, (object, places) => {
    for (const place of places) weight[place] += columnWeight(rates.actorsOn(object))
  })
  return { key, count: counts.values(), weight }
}

/** Calls `visit` for each object, with the places in `key` of those of the pairs that coincide on it. */
function eachObject(
  parts: readonly JoinPart[],
  key: Float64Array,
  visit: (object: number, places: readonly number[]) => void,
): void {
  for (const part of parts) {
    const keys = part.keys as Float64Array
    const noted = part.pairsNoted as Float64Array
    let from = 0
    for (const [k, object] of (part.nearObjects as Float64Array).entries()) {
      const places: number[] = []
      for (let at = from; at < from + noted[k]; at++) {
        const place = placeOf(key, keys[at])
        if (key[place] === keys[at]) places.push(place)
      }
      if (places.length > 0) visit(object, places)
      from += noted[k]
    }
  }
}

/** Where a value stands among ascending ones, or where the next higher one does. */
function placeOf(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The linked pairs of accounts that are both of some group. */
function pairsWithin(inGroup: Float32Array, { key, count }: RepeatedPairs, accounts: number) {
  const pairs = new WeightedPairs()
  for (let at = 0; at < key.length; at++) {
    const [a, b] = pairOf(key[at], accounts)
    if (inGroup[a] > 0 && inGroup[b] > 0) pairs.add(a, b, count[at])
  }
  return pairs.strongest(MOST_PAIRS)
}

/** For each group, its linked pairs, and how often members joined others on an object. */
function linksOf(
  groups: readonly Group[],
  { key }: RepeatedPairs,
  parts: readonly JoinPart[],
  accounts: number,
) {
  const ofAccount = new Map<number, number[]>()
  for (const [at, { members }] of groups.entries()) {
    for (const member of members) {
      const own = ofAccount.get(member)
      if (own) own.push(at)
      else ofAccount.set(member, [at])
    }
  }
  const within = Array.from(key, (pair) => {
    const [a, b] = pairOf(pair, accounts)
    const ofB = ofAccount.get(b) ?? []
    return (ofAccount.get(a) ?? []).filter((group) => ofB.includes(group))
  })
  const pairs = new Float64Array(groups.length)
  for (const own of within) for (const group of own) pairs[group]++
  const joined = new Float64Array(groups.length)
  eachObject(parts, key, (_, places) => {
    const count = new Map<number, number>()
    for (const place of places)
      for (const group of within[place]) count.set(group, (count.get(group) ?? 0) + 1)
    for (const [group, coinciding] of count) joined[group] += joinedOf(coinciding)
  })
  return { pairs, joined }
}
