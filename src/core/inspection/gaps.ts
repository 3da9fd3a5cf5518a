/** How long an account waits between posts, against authentic accounts that post about as often. */
import type { AccountGaps } from "../account-detail.ts"
import { GRADES, gradeOf, isManaged } from "../policy/definition.ts"
import type { World } from "../population/world.ts"

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400]

/** Where the bins begin, in seconds; each is about three times as long as the one before. */
export const GAP_BINS = [
  0,
  10,
  30,
  MINUTE,
  3 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  8 * DAY,
]

/** Fewer accounts are no measure of what is usual: then those further off in size are taken as well. */
const ENOUGH_PEERS = 30
/** Factors of the number of posts within which accounts are of the same size. */
const WIDTHS = [1.25, 1.6, 2.5]

export function gapsOf(world: World, account: number): AccountGaps {
  const own = countGaps(world, account)
  const peers = peersOf(world, account)
  const usual = new Float64Array(GAP_BINS.length)
  for (const peer of peers) {
    const count = countGaps(world, peer)
    const gaps = count.reduce((sum, value) => sum + value, 0)
    // Each peer counts the same, however much it posts.
    for (let bin = 0; bin < usual.length; bin++) usual[bin] += count[bin] / gaps / peers.length
  }
  return { from: GAP_BINS, count: own, usual: Array.from(usual), accounts: peers.length }
}

const postsOf = ({ columns }: World, account: number) =>
  columns.postOffset[account + 1] - columns.postOffset[account]

function peersOf(world: World, account: number): number[] {
  const posts = postsOf(world, account)
  if (posts < 2) return []
  for (const width of WIDTHS) {
    const peers = peersWithin(world, account, Math.max(2, posts / width), posts * width)
    if (peers.length >= ENOUGH_PEERS || width === WIDTHS.at(-1)) return peers
  }
  return []
}

function peersWithin(world: World, account: number, least: number, most: number): number[] {
  const peers: number[] = []
  for (let other = 0; other < world.accounts; other++) {
    const posts = postsOf(world, other)
    if (other === account || posts < least || posts > most) continue
    const grade = gradeOf(world.columns, other, world.scenario.definition)
    if (!isManaged(GRADES[grade])) peers.push(other)
  }
  return peers
}

function countGaps({ columns, postTime }: World, account: number): number[] {
  const count = GAP_BINS.map(() => 0)
  for (let post = columns.postOffset[account] + 1; post < columns.postOffset[account + 1]; post++) {
    const gap = postTime[post] - postTime[post - 1]
    let bin = GAP_BINS.length - 1
    while (gap < GAP_BINS[bin]) bin--
    count[bin]++
  }
  return count
}
