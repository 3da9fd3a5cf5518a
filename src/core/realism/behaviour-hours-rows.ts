/** Rows on sessions, the hours that accounts keep, and the rhythm of the platform. */
import type { Conducts } from "./behaviour-conduct.ts"
import { entropyOf, HOURS, quietShare } from "./behaviour-hours.ts"
import { pooled } from "./behaviour-pool.ts"
import {
  authentic,
  COLLEGE,
  having,
  PEOPLE,
  pooledQuantileRow,
  quantileRows,
  type Row,
  row,
  valuesOf,
  WEIBO,
  withEvents,
} from "./behaviour-row.ts"
import { SESSION_GAP } from "./behaviour-sessions.ts"
import { about } from "./row.ts"

const sessionTitle = `Events in people's sessions (no gap above ${SESSION_GAP / 60} minutes)`
export const sessionRows: Row[] = [
  ...[
    { name: "median", share: 0.5, published: 1 },
    { name: "p90", share: 0.9, published: 4 },
    { name: "p99", share: 0.99, published: 20 },
  ].map(({ name, share, published }) =>
    pooledQuantileRow(
      `session-events-${name}`,
      { title: `${sessionTitle}, ${name}`, unit: "count", published: about(published), source: COLLEGE },
      share,
      { whose: "people", list: ({ sessions }) => sessions },
      Math.round,
    ),
  ),
  row(
    "session-events-mean",
    { title: `${sessionTitle}, mean`, unit: "count", published: about(2.4), source: COLLEGE },
    ({ people }) =>
      pooled(
        "session-events-mean",
        having(people, ({ sessions }) => sessions),
        2,
        (sums, { events, sessions }) => {
          sums[0] += events
          sums[1] += sessions.length
        },
        ([events, sessions]) => events / sessions,
      ),
  ),
]

const quietShares = ({ people }: Conducts) => valuesOf(withEvents(people), ({ hours }) => quietShare(hours))
export const hourRows: Row[] = [
  ...quantileRows(
    "hour-entropy-authentic",
    {
      title: "Entropy of people's events over the hours of the day, 20 or more events",
      unit: "bits",
      source: WEIBO,
    },
    ({ people }) => valuesOf(withEvents(people), ({ hours }) => entropyOf(hours)),
    { p10: about(2.8), p90: about(4) },
  ),
  ...quantileRows(
    "quiet-hours-authentic",
    {
      title: "Share of people's events in their quietest eight hours, 20 or more events",
      unit: "share",
      source: PEOPLE,
    },
    quietShares,
    { p50: [0, 0.05], p90: [0, 0.14] },
  ),
  row(
    "quiet-hours-managed",
    {
      title: "Share of AI-managed accounts' events in their quietest eight hours",
      unit: "share",
      published: [0, 0.33],
      certainty: "soft",
      source: "a range to sweep",
    },
    () => ({ why: "nothing is published; a third is what any account has at most" }),
  ),
]

/** A statistic of the shares of authentic accounts' events by hour of the day, or by weekday. */
const rhythmRow = (
  by: "hours" | "weekdays",
  id: string,
  title: string,
  published: readonly [number, number],
  statistic: (shares: Float64Array) => number,
  unit = "share",
) =>
  row(id, { title, unit, published, source: WEIBO }, (conducts) =>
    pooled(
      id,
      authentic(conducts).filter(({ events }) => events > 0),
      HOURS,
      (counts, account) => {
        for (const [cell, count] of account[by].entries()) counts[cell] += count
      },
      (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        return statistic(counts.subarray(0, by === "hours" ? HOURS : 7).map((count) => count / total))
      },
    ),
  )

const OF_AUTHENTIC = "authentic accounts' events"
export const rhythmRows: Row[] = [
  rhythmRow(
    "hours",
    "rhythm-04h",
    `Share of ${OF_AUTHENTIC} from 4 to 5 o'clock`,
    about(0.006),
    (shares) => shares[4],
  ),
  rhythmRow(
    "hours",
    "rhythm-least-hour",
    `Hour with the fewest of ${OF_AUTHENTIC}`,
    [4, 4],
    (shares) => shares.indexOf(Math.min(...shares)),
    "hours",
  ),
  rhythmRow(
    "hours",
    "rhythm-day-least",
    `Least hour's share of ${OF_AUTHENTIC} from 9 to 18 o'clock`,
    [0.05, 0.06],
    (shares) => Math.min(...shares.slice(9, 18)),
  ),
  rhythmRow(
    "hours",
    "rhythm-day-most",
    `Greatest hour's share of ${OF_AUTHENTIC} from 9 to 18 o'clock`,
    [0.05, 0.06],
    (shares) => Math.max(...shares.slice(9, 18)),
  ),
  rhythmRow(
    "hours",
    "rhythm-22h",
    `Share of ${OF_AUTHENTIC} from 22 to 23 o'clock`,
    about(0.067),
    (shares) => shares[22],
  ),
  rhythmRow(
    "hours",
    "rhythm-most-hour",
    `Hour with the most of ${OF_AUTHENTIC}`,
    [22, 22],
    (shares) => shares.indexOf(Math.max(...shares)),
    "hours",
  ),
  rhythmRow(
    "weekdays",
    "rhythm-weekday-least",
    `Least weekday's share of ${OF_AUTHENTIC}`,
    [0.116, 0.156],
    (shares) => Math.min(...shares),
  ),
  rhythmRow(
    "weekdays",
    "rhythm-weekday-most",
    `Greatest weekday's share of ${OF_AUTHENTIC}`,
    [0.116, 0.156],
    (shares) => Math.max(...shares),
  ),
]
