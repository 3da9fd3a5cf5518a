/**
 * Whether the accounts of a fleet post at coordinated times, by the rule of the Moltbook study (Li 2026, analysis D5)
 * as its published results show it: three or more posts that follow another account's of the batch within 60 seconds,
 * or hours of activity of which the accounts share more than half on average (Jaccard); over nine days, in batches of
 * three accounts or more, two of which posted. There, a batch is what is named alike; here, it is a fleet. The rule
 * is taken as it stands, so that a fleet that posts hundreds of times meets it by chance, as a batch that did would have.
 */
import { AI_MANAGED } from "../policy/definition.ts"
import { DAY } from "../population/world.ts"
import type { Population } from "./population.ts"

const SPAN = 9 * DAY
const LEAST_MEMBERS = 3
const BURST_GAP = 60
const LEAST_BURSTS = 3
const LEAST_OVERLAP = 0.5

/** One for each fleet that can be judged: whether its timing is coordinated. */
export function fleetsTimed({ world, label }: Population): boolean[] {
  const { offset, members } = world.groups
  const judged: boolean[] = []
  for (let group = 0; group + 1 < offset.length; group++) {
    const fleet = members.subarray(offset[group], offset[group + 1])
    if (fleet.length < LEAST_MEMBERS || !fleet.every((account) => label[account] === AI_MANAGED)) continue
    // Of accounts that switched only what came after counts; the nine days begin when the last one has.
    const from = Math.max(...Array.from(fleet, (account) => world.columns.fromDay[account])) * DAY
    if (from + SPAN > world.periodSeconds) continue
    const times = Array.from(fleet, (account) => postsOf(world, account, from)).filter(
      (own) => own.length > 0,
    )
    if (times.length >= 2)
      judged.push(countBursts(times) >= LEAST_BURSTS || meanOverlap(times) > LEAST_OVERLAP)
  }
  return judged
}

function postsOf({ columns, postTime }: Population["world"], account: number, from: number): Uint32Array {
  return postTime
    .subarray(columns.postOffset[account], columns.postOffset[account + 1])
    .filter((time) => time >= from && time < from + SPAN)
}

/** Posts that follow another member's within the gap. */
export function countBursts(times: readonly Uint32Array[]): number {
  const posts = times.flatMap((own, member) => Array.from(own, (time) => ({ time, member })))
  posts.sort((p, q) => p.time - q.time || p.member - q.member)
  return posts.filter(
    ({ time, member }, k) => k > 0 && posts[k - 1].member !== member && time - posts[k - 1].time <= BURST_GAP,
  ).length
}

/** Mean Jaccard similarity of the hours in which any two members posted. */
export function meanOverlap(times: readonly Uint32Array[]): number {
  const hours = times.map((own) => new Set(Array.from(own, (time) => Math.floor(time / 3600))))
  let sum = 0
  let pairs = 0
  for (const [k, some] of hours.entries()) {
    for (const others of hours.slice(k + 1)) {
      let both = 0
      for (const hour of some) if (others.has(hour)) both++
      sum += both / (some.size + others.size - both)
      pairs++
    }
  }
  return pairs > 0 ? sum / pairs : 0
}
