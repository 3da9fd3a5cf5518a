/** Counts of what an account did, by its local hour and day. */
import type { AccountDetail } from "../../../core/account-detail.ts"

/** 7 x 24 counts of posts, Monday 0:00 first, in the account's local time. `timeZone` in hours east of UTC. */
export function byWeekHour(times: readonly number[], timeZone: number): Uint32Array {
  const count = new Uint32Array(7 * 24)
  for (const time of times) {
    const hours = Math.floor(time / 3600 + timeZone)
    // 1970-01-01 was a Thursday.
    const day = (((Math.floor(hours / 24) + 3) % 7) + 7) % 7
    const hour = ((hours % 24) + 24) % 24
    count[day * 24 + hour]!++
  }
  return count
}

export interface DayCount {
  /** Unix seconds of the day's local midnight. */
  readonly start: number
  posts: number
  interactions: number
}

/** One entry a local day, from the first that has anything to the last, empty days included. */
export function byDay({ posts, interactions, profile }: AccountDetail): DayCount[] {
  const dayOf = (time: number) => Math.floor((time + profile.timeZone * 3600) / 86_400)
  const all = [...posts.map(({ time }) => dayOf(time)), ...interactions.map(({ time }) => dayOf(time))]
  if (all.length === 0) return []
  let first = all[0]!
  let last = all[0]!
  for (const day of all) {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  const days: DayCount[] = Array.from({ length: last - first + 1 }, (_, i) => ({
    start: (first + i) * 86_400 - profile.timeZone * 3600,
    posts: 0,
    interactions: 0,
  }))
  for (const { time } of posts) days[dayOf(time) - first]!.posts++
  for (const { time } of interactions) days[dayOf(time) - first]!.interactions++
  return days
}

/** Seconds without any action after which another session begins; the detector of activity mix has the same. */
export const SESSION_GAP = 1800

export interface Session {
  /** Unix seconds of the first action and of the last. */
  readonly from: number
  readonly to: number
  readonly actions: number
}

/** Sessions of an account, from the times of all it did, in any order. */
export function sessionsOf(times: readonly number[]): Session[] {
  const sessions: { from: number; to: number; actions: number }[] = []
  for (const time of times.toSorted((a, b) => a - b)) {
    const last = sessions.at(-1)
    if (last && time - last.to <= SESSION_GAP) {
      last.to = time
      last.actions++
    } else sessions.push({ from: time, to: time, actions: 1 })
  }
  return sessions
}
