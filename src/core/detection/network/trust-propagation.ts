/**
 * Trust propagation: do people who are known to be real, and those whom they follow, follow the account?
 *
 * Trust starts with verified accounts and flows along follows, from the follower to whom he follows, each handing on an
 * equal share to all of them. It is stopped after a few steps, before it has spread evenly: SybilRank (Cao et al. 2012,
 * NSDI), on a directed graph as TrustRank (Gyongyi et al. 2004, VLDB) has it. A seventh of an account's trust goes back to
 * the verified ones at each step. What counts is trust a follower, and an account's rank by it among those with as many
 * followers, in powers of two: popularity alone gives no rank. Fakes follow real people at will but are seldom followed.
 *
 * Of each account's follows the 64 with the lowest hashes are kept, so that memory is bounded. Score: how far down the account ranks, 1 for the last. It says nothing of accounts that fewer
 * than three of those kept follow. Newcomers and lonely accounts rank low as well: expect them among its false positives.
 */
import { type Evidence, NONE } from "../../evidence/evidence.ts"
import { mix32 } from "../../random/streams.ts"
import type { Detector, JoinPart, LinkColumns, LinkInput, LinkResult } from "../detector.ts"
import { oneIn, percent, reason, rounded, strongest } from "../reason.ts"

/** Follows kept of each account. */
const MOST_KEPT = 64
const LEAST_FOLLOWERS = 3
const STEPS = 6
const HANDED_ON = 0.85

const FEATURES = [
  { id: "followers", title: "Followers among the follows that were sampled", unit: "count" },
  { id: "verifiedFollowers", title: "Of those, verified", unit: "count" },
  { id: "trust", title: "Trust a follower, 1 for the average account", unit: "" },
  { id: "rankBelow", title: "Share of accounts with as many followers that have more trust", unit: "share" },
] as const

export const trustPropagation: Detector = {
  id: "trust-propagation",
  layer: "network",
  title: "Trust from verified accounts",
  version: 1,
  reads: ["profiles", "follows"],
  features: FEATURES,

  linkage: {
    columns: ({ accounts }) => ({ verified: accounts, follows: accounts * MOST_KEPT }),
    // Trust spreads over the whole graph at once.
    partitions: 1,
    observe: noteFollows,
    join: (_, input) => propagate(input),
    merge: ([part], { size }) => resultOf(part, size.accounts),
  },

  score: (row) => (row[0] >= LEAST_FOLLOWERS ? row[3] : Number.NaN),

  reasons(row, population) {
    const [followers, verifiedFollowers, trust, rankBelow] = Array.from(row)
    if (!(followers >= LEAST_FOLLOWERS)) return []
    return strongest([
      reason(
        "trust-propagation.low",
        Math.max(0, 2 * rankBelow - 1),
        "{percent} % of accounts with as many followers are trusted more: of {followers} followers {verified} are verified, and trust a follower is {trust} of the average; 1 in {oneIn} accounts are this low",
        {
          percent: percent(rankBelow),
          followers,
          verified: verifiedFollowers,
          trust: rounded(trust),
          oneIn: oneIn(population.shareAtOrAbove("rankBelow", rankBelow)),
        },
      ),
    ])
  },
}

/** Keeps follows as target + 1, so that 0 is none. */
function noteFollows(
  { firstAccount, accountCount, profiles, follows }: Evidence,
  columns: LinkColumns,
): void {
  for (let account = 0; account < accountCount; account++) {
    const number = firstAccount + account
    columns.verified[number] = profiles!.verified[account]
    const { offset, target } = follows!
    const kept = lowestHashes(target.subarray(offset[account], offset[account + 1]))
    columns.follows.set(
      kept.map((followed) => followed + 1),
      number * MOST_KEPT,
    )
  }
}

/** A sample that depends on nothing but the numbers of those followed. */
function lowestHashes(targets: Uint32Array): Uint32Array {
  const known = targets.filter((followed) => followed !== NONE)
  if (known.length <= MOST_KEPT) return known
  return known.sort((a, b) => mix32(a) - mix32(b)).subarray(0, MOST_KEPT)
}

function propagate({ columns, size }: LinkInput): JoinPart {
  const { accounts } = size
  const { verified, follows } = columns
  const followers = new Float64Array(accounts)
  const verifiedFollowers = new Float64Array(accounts)
  const out = new Float64Array(accounts)
  const eachFollow = (visit: (account: number, followed: number) => void) => {
    for (let at = 0; at < follows.length; at++)
      if (follows[at] > 0 && follows[at] <= accounts) visit(Math.floor(at / MOST_KEPT), follows[at] - 1)
  }
  eachFollow((account, followed) => {
    out[account]++
    followers[followed]++
    verifiedFollowers[followed] += verified[account]
  })
  const seeds = verified.reduce((sum, value) => sum + value, 0)
  let trust = Float64Array.from(verified, (value) => (seeds > 0 ? (value * accounts) / seeds : 0))
  for (let step = 0; step < STEPS && seeds > 0; step++) {
    const next = Float64Array.from(verified, (value) => ((1 - HANDED_ON) * value * accounts) / seeds)
    eachFollow((account, followed) => {
      next[followed] += (HANDED_ON * trust[account]) / out[account]
    })
    trust = next
  }
  return { followers, verifiedFollowers, trust, seeds }
}

function resultOf(part: JoinPart, accounts: number): LinkResult {
  const followers = Float32Array.from(part.followers as Float64Array)
  const features = {
    followers,
    verifiedFollowers: Float32Array.from(part.verifiedFollowers as Float64Array),
    trust: Float32Array.from(part.trust as Float64Array, (value, account) => value / followers[account]),
    rankBelow: new Float32Array(accounts).fill(Number.NaN),
  }
  if ((part.seeds as number) > 0) rankAmongEquals(features)
  const none = { a: new Uint32Array(0), b: new Uint32Array(0), weight: new Float32Array(0) }
  return { features, pairs: none, summary: { verified: part.seeds as number } }
}

/** Among accounts whose followers have the same number of binary digits; equal trust, equal rank. */
function rankAmongEquals({
  followers,
  trust,
  rankBelow,
}: Record<"followers" | "trust" | "rankBelow", Float32Array>) {
  const classes = new Map<number, number[]>()
  for (let account = 0; account < followers.length; account++) {
    if (followers[account] < LEAST_FOLLOWERS) continue
    const digits = 32 - Math.clz32(followers[account])
    const equals = classes.get(digits)
    if (equals) equals.push(account)
    else classes.set(digits, [account])
  }
  for (const equals of classes.values()) {
    equals.sort((a, b) => trust[b] - trust[a])
    let above = 0
    for (let at = 0; at < equals.length; at++) {
      if (at > 0 && trust[equals[at]] < trust[equals[at - 1]]) above = at
      rankBelow[equals[at]] = above / equals.length
    }
  }
}
