/**
 * Who is judged for the first time, and when: in each replicate a Poisson number of platform accounts for each account of
 * the run, at uniform moments of the horizon. Only accounts that some policy at hand would flag are drawn one by one (the
 * candidates); of the others numbers suffice. Draws are named by seed, replicate and account, so that a candidate is the
 * same under every policy.
 */
import { PolicyError } from "../../errors.ts"
import { poisson } from "../../random/distributions.ts"
import { stage } from "../../random/streams.ts"
import { AI_MANAGED } from "../definition.ts"
import { type Policy, tiersOn } from "../policy.ts"
import { ALL } from "./cohort-rows.ts"
import { type Drawn, drawRun, isReported, type Platform } from "./platform.ts"

/** Accounts of the run that may be flagged. */
export interface Candidates {
  readonly account: Uint32Array
  /** By account of the run: its place in `account`; -1 for the others. */
  readonly slot: Int32Array
}

/** Those that any of the policies flags. */
export function candidatesOf(
  platform: Platform,
  policies: readonly Pick<Policy, "tiers" | "review">[],
): Candidates {
  const { input, label } = platform
  const lowest = Math.min(...policies.flatMap((policy) => tiersOn(policy).map(({ threshold }) => threshold)))
  const account = Uint32Array.from(label.keys()).filter(
    (one) => input.columns.risk[one] >= lowest || policies.some((policy) => isReported(input, policy, one)),
  )
  const slot = new Int32Array(label.length).fill(-1)
  for (let at = 0; at < account.length; at++) slot[account[at]] = at
  return { account, slot }
}

/** Platform accounts of one replicate, in the order of their first judgement; a place is an index into the columns. */
export interface Arrivals {
  readonly replicate: number
  /** The account of the run that each resembles. */
  readonly account: Uint32Array
  /** Days since the policy's first. */
  readonly moment: Float64Array
  /** What names each one's draws: the same under every policy. */
  readonly number: Float64Array
  /** By row and class (row * 2 + label): platform accounts judged, expected ones where nobody is a candidate. */
  readonly judged: Float64Array
  /** Followers of all judged AI-managed accounts. */
  readonly managedFollowers: number
}

/** As many as take a gigabyte or two. */
const MOST_FLAGGED = 20_000_000

/** A PolicyError when more than MOST_FLAGGED platform accounts are to be expected. */
export function drawArrivals(
  platform: Platform,
  candidates: Candidates,
  seed: string,
  replicate: number,
): Arrivals {
  const drawn = drawRun(platform, seed, replicate)
  const copies = new Uint32Array(candidates.account.length)
  const { label, days } = platform
  requireFew(candidates.account, drawn, platform)
  const arrivals = stage(seed, `policy/follow/arrivals/${replicate}`)
  const moments: number[] = []
  const places: number[] = []
  for (let slot = 0; slot < copies.length; slot++) {
    const account = candidates.account[slot]
    if (drawn.times[account] === 0) continue
    const random = arrivals.at(account)
    copies[slot] = poisson(drawn.times[account] * drawn.weight[label[account]], random)
    for (let copy = 0; copy < copies[slot]; copy++) {
      moments.push(random())
      places.push(account + copy * label.length)
    }
  }
  return {
    replicate,
    ...inOrder(moments, places, label.length, days),
    ...countJudged(platform, candidates, drawn, copies),
  }
}

function requireFew(
  account: Uint32Array,
  { times, weight }: Drawn,
  { label, days, accountsPerDay }: Platform,
) {
  const expected = account.reduce((sum, one) => sum + times[one] * weight[label[one]], 0)
  if (expected <= MOST_FLAGGED) return
  throw new PolicyError([
    `workload.accountsPerDay of ${accountsPerDay} over ${days} days would flag about ${expected.toPrecision(2)} platform ` +
      `accounts, more than the ${MOST_FLAGGED} that can be followed; lower it, or the horizon`,
  ])
}

/** By moment; equal ones as they were drawn. */
function inOrder(moments: readonly number[], numbers: readonly number[], accounts: number, days: number) {
  // Moments and places in one number each, which sorts many times as fast as a comparison would: 53 bits hold both.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, moments.length)))
  const scale = 2 ** 52 / size
  const packed = Float64Array.from(moments, (moment, at) => Math.floor(moment * scale) * size + at).sort()
  const account = new Uint32Array(packed.length)
  const moment = new Float64Array(packed.length)
  const number = new Float64Array(packed.length)
  for (let place = 0; place < packed.length; place++) {
    const at = packed[place] % size
    moment[place] = moments[at] * days
    number[place] = numbers[at]
    account[place] = numbers[at] % accounts
  }
  return { account, moment, number }
}

function countJudged(
  { label, rows, input }: Platform,
  { slot }: Candidates,
  { times, weight }: Drawn,
  copies: Uint32Array,
) {
  const judged = new Float64Array(rows.count * 2)
  let managedFollowers = 0
  for (let account = 0; account < label.length; account++) {
    if (times[account] === 0) continue
    const own = label[account]
    const at = slot[account]
    const count = at >= 0 ? copies[at] : times[account] * weight[own]
    judged[ALL * 2 + own] += count
    for (let kind = 0; kind < rows.of.length; kind++) judged[rows.of[kind][account] * 2 + own] += count
    if (own === AI_MANAGED) managedFollowers += count * input.columns.followers[account]
  }
  return { judged, managedFollowers }
}
