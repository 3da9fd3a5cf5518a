/**
 * When accounts act and on what, against the published figures: burstiness and memory of the gaps between events,
 * tails, sessions, hours, differences between authors, and how fast they respond.
 *
 * Events of an account are its posts and interactions together, unless a row says posts: the figures about agents
 * and about brands' pages are of posts alone. B is corrected for finite size (Kim and Jo 2016), which is how the
 * published quantiles of agents come out of their raw coefficients of variation.
 */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import { INTERACTION_KINDS } from "../evidence/evidence.ts"
import { auc } from "./behaviour-auc.ts"
import { type Conduct, type Conducts, collectConducts } from "./behaviour-conduct.ts"
import { medianOf, variationOf } from "./behaviour-gaps.ts"
import { entropyOf, HOURS, quietShare } from "./behaviour-hours.ts"
import {
  addMoments,
  addToHistogram,
  CELLS,
  deviationOfMoments,
  histogramQuantile,
  MOMENTS,
  meanOfMoments,
  pooled,
  quantileOfAccounts,
} from "./behaviour-pool.ts"
import { SESSION_GAP } from "./behaviour-sessions.ts"
import { tailExponent, tailExponentOver, tailOf } from "./behaviour-tail.ts"
import { timingRows } from "./behaviour-timing-rows.ts"
import type { Valued } from "./cluster.ts"
import { quantile, resampled, tooFew } from "./resample.ts"
import { about, defineDomain, type RowOf, type Target } from "./row.ts"

/** Events, or posts, from which on an account's own rhythm is judged, as in the published figures. */
const LEAST_EVENTS = 20
const DAY = 86_400
const HOUR = 3600
/** B and M lie in [-1, 1]: a value without a range is met within so much. */
const COEFFICIENT = 0.05
/** Days over which CollegeMsg was recorded, from which the tails are taken. */
const COLLEGE_DAYS = 193

const PEOPLE = "CollegeMsg (SNAP), Reddit, Russian Twitter"
const AGENTS = "Moltbook agents"
const WEIBO = "Weibo"
const COLLEGE = "CollegeMsg (SNAP)"

type Row = RowOf<Conducts>
type Facts = Pick<Target, "title" | "published" | "source"> & Partial<Target>

/** What all rows have, unless they say otherwise. */
const row = (id: string, facts: Facts, estimate: Row["estimate"]): Row => ({
  id,
  side: id.includes("managed") ? "managed" : "authentic",
  unit: "",
  certainty: "measured",
  ...facts,
  estimate,
})

/** One value an account, of those that have one. */
const valuesOf = (accounts: readonly Conduct[], of: (account: Conduct) => number): Valued[] =>
  accounts
    .map((account) => ({ cluster: account.cluster, value: of(account) }))
    .filter(({ value }) => !Number.isNaN(value))
const authentic = (conducts: Conducts) => [...conducts.people, ...conducts.brand]
const withEvents = (accounts: readonly Conduct[]) => accounts.filter(({ events }) => events >= LEAST_EVENTS)
const withPosts = (accounts: readonly Conduct[], least = LEAST_EVENTS) =>
  accounts.filter(({ posts }) => posts >= least)

/** Rows for quantiles over accounts of one statistic each, by names like "p10". */
function quantileRows(
  id: string,
  facts: Omit<Facts, "published">,
  values: (conducts: Conducts) => Valued[],
  published: Readonly<Record<string, readonly [number, number]>>,
): Row[] {
  return Object.entries(published).map(([name, range]) =>
    row(`${id}-${name}`, { ...facts, title: `${facts.title}, ${name}`, published: range }, (conducts) =>
      quantileOfAccounts(`${id}-${name}`, values(conducts), Number(name.slice(1)) / 100),
    ),
  )
}

/** A share of accounts. */
const shareRow = (
  id: string,
  facts: Facts,
  accounts: (conducts: Conducts) => readonly Conduct[],
  isOne: (account: Conduct) => boolean,
) =>
  row(id, { unit: "share", ...facts }, (conducts) =>
    pooled(
      id,
      accounts(conducts),
      MOMENTS,
      (sums, account) => addMoments(sums, isOne(account) ? 1 : 0),
      meanOfMoments,
    ),
  )

/** The standard deviation between accounts of one value each. */
const spreadRow = (id: string, facts: Facts, values: (conducts: Conducts) => readonly Valued[]) =>
  row(id, facts, (conducts) =>
    pooled(id, values(conducts), MOMENTS, (sums, { value }) => addMoments(sums, value), deviationOfMoments),
  )

/** The accounts that have any of the values that a statistic is taken of. */
const having = (accounts: readonly Conduct[], list: (account: Conduct) => ArrayLike<number>) =>
  accounts.filter((account) => list(account).length > 0)

/** Whose lists of values a statistic is taken of, and which of their lists. */
interface Lists {
  readonly whose: "people" | "managed"
  readonly list: (account: Conduct) => ArrayLike<number>
}

/** A quantile of values of which each account has many. */
const pooledQuantileRow = (
  id: string,
  facts: Facts,
  share: number,
  { whose, list }: Lists,
  finish = (value: number) => value,
) =>
  row(id, facts, (conducts) =>
    pooled(
      id,
      having(conducts[whose], list),
      CELLS,
      (counts, account) => {
        const values = list(account)
        for (let i = 0; i < values.length; i++) addToHistogram(counts, values[i])
      },
      (counts) => finish(histogramQuantile(counts, share)),
    ),
  )

const peopleBurstiness = (conducts: Conducts) =>
  valuesOf(withEvents(conducts.people), ({ gaps }) => burstiness(gaps))
const postBurstiness = (accounts: readonly Conduct[]) =>
  valuesOf(withPosts(accounts), ({ postGaps }) => burstiness(postGaps))

const burstinessRows: Row[] = [
  ...quantileRows(
    "burstiness-authentic",
    { title: "Burstiness B of the gaps between people's events, 20 or more events", source: PEOPLE },
    peopleBurstiness,
    { p10: [0.22, 0.38], p50: [0.43, 0.63], p90: [0.73, 0.87] },
  ),
  ...quantileRows(
    "burstiness-managed",
    {
      title: "Burstiness B of the gaps between AI-managed accounts' posts, 20 or more posts",
      source: AGENTS,
    },
    (conducts) => postBurstiness(conducts.managed),
    { p10: about(-0.45, COEFFICIENT), p50: about(0.65, COEFFICIENT), p90: about(0.87, COEFFICIENT) },
  ),
  ...quantileRows(
    "burstiness-brands",
    {
      title: "Burstiness B of the gaps between posts of brands' pages, 20 or more posts",
      source: "German Facebook pages",
    },
    (conducts) => postBurstiness(conducts.brand),
    { p10: about(-0.13, COEFFICIENT), p50: about(0.02, COEFFICIENT), p90: about(0.24, COEFFICIENT) },
  ),
]

/** Of so many people's values the percentile is known well enough; the AI-managed accounts are fewer. */
const MOST_PEOPLE = 3000

/** Values of both classes in one list, so that accounts of both are drawn again together. */
function ofBoth(conducts: Conducts) {
  const people = peopleBurstiness(conducts)
  const step = Math.ceil(people.length / MOST_PEOPLE)
  return [
    ...people.filter((_, k) => k % step === 0).map((one) => ({ ...one, isManaged: false })),
    ...postBurstiness(conducts.managed).map((one) => ({ ...one, isManaged: true })),
  ]
}
type Labelled = Valued & { readonly isManaged: boolean }

const separationRow = (
  id: string,
  facts: Omit<Facts, "source">,
  statistic: (people: Float64Array, managed: Float64Array) => number,
) =>
  row(id, { side: "all", source: `${AGENTS} against ${PEOPLE}`, ...facts }, (conducts) => {
    const both = ofBoth(conducts)
    const managed = both.filter(({ isManaged }) => isManaged).length
    const why = tooFew(managed) ?? tooFew(both.length - managed)
    if (why) return why
    const sorted = (items: readonly Labelled[], isManaged: boolean) =>
      Float64Array.from(items.filter((item) => item.isManaged === isManaged).map(({ value }) => value)).sort()
    return resampled(both, (items) => statistic(sorted(items, false), sorted(items, true)), id)
  })

const separationRows: Row[] = [
  separationRow(
    "low-burstiness-auc",
    {
      title: "AUC of 'low burstiness means automated': people's events against AI-managed accounts' posts",
      published: [0.45, 0.56],
    },
    auc,
  ),
  separationRow(
    "low-burstiness-tpr",
    {
      title: "Share of AI-managed accounts whose B, of posts, lies below that of 99 % of people, of events",
      unit: "share",
      published: [0.28, 0.33],
    },
    (people, managed) => {
      const cut = quantile(people, 0.01)
      return managed.filter((value) => value < cut).length / managed.length
    },
  ),
]

/** A coefficient of variation below this is regular. */
const REGULAR = 0.5
const isRegular = ({ postGaps }: Conduct) => variationOf(postGaps) < REGULAR

const regularRows: Row[] = [
  shareRow(
    "regular-posting-authentic",
    {
      title: "People whose gaps between posts vary by less than half their mean, 20 or more posts",
      // "About 0 %": what rounds to that.
      published: [0, 0.005],
      source: PEOPLE,
    },
    ({ people }) => withPosts(people),
    isRegular,
  ),
  ...[
    { least: LEAST_EVENTS, published: 0.11 },
    { least: 3, published: 0.265 },
  ].map(({ least, published }) =>
    shareRow(
      `regular-posting-managed-${least}`,
      {
        title: `AI-managed accounts whose gaps between posts vary by less than half their mean, ${least} or more posts`,
        published: about(published),
        source: AGENTS,
      },
      ({ managed }) => withPosts(managed, least),
      isRegular,
    ),
  ),
]

const memoryRows = quantileRows(
  "memory-authentic",
  { title: "Memory M of the gaps between people's events, 20 or more events", source: PEOPLE },
  ({ people }) => valuesOf(withEvents(people), ({ gaps }) => memory(gaps)),
  { p10: about(-0.04, COEFFICIENT), p50: [0.05, 0.3], p90: [0.5, 0.78] },
)

const tailRows = [
  { id: "minute", from: "60 s", least: 60, published: 1.25 },
  { id: "ten-minutes", from: "10 min", least: 600, published: 1.28 },
  { id: "hour", from: "1 h", least: HOUR, published: 1.36 },
  { id: "day", from: "1 day", least: DAY, published: 1.78 },
].map(({ id, from, least, published }) => {
  // A window of weeks cuts the tail of gaps of days; the shorter ones it hardly touches.
  const isCut = least >= DAY
  const how = isCut ? `, as it would read over ${COLLEGE_DAYS} days` : ""
  const facts = {
    title: `Exponent of the tail of the gaps between people's events, from ${from}${how}`,
    published: about(published),
    source: COLLEGE,
  }
  return row(`tail-exponent-from-${id}`, facts, ({ people, periodSeconds }) =>
    pooled(
      `tail-exponent-from-${id}`,
      people.filter(({ gaps }) => gaps.some((gap) => gap >= least)),
      2,
      (sums, { gaps }) => {
        const { count, sumOfLogs } = tailOf(gaps, least)
        sums[0] += count
        sums[1] += sumOfLogs
      },
      ([count, sumOfLogs]) =>
        isCut
          ? tailExponentOver({ count, sumOfLogs }, least, periodSeconds, COLLEGE_DAYS * DAY)
          : tailExponent({ count, sumOfLogs }),
    ),
  )
})

const sessionTitle = `Events in people's sessions (no gap above ${SESSION_GAP / 60} minutes)`
const sessionRows: Row[] = [
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
const hourRows: Row[] = [
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
const rhythmRows: Row[] = [
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

const logPosts = (accounts: readonly Conduct[]) =>
  valuesOf(withPosts(accounts, 1), ({ posts }) => Math.log(posts))
/** Kinds of activity there are: publishing, and those of interaction. */
const KINDS = 1 + INTERACTION_KINDS.length

const varietyRows: Row[] = [
  spreadRow(
    "posts-log-sd-authentic",
    { title: "Log-SD of posts per authentic account that posted", published: [1.4, 1.65], source: PEOPLE },
    (conducts) => logPosts(authentic(conducts)),
  ),
  spreadRow(
    "posts-log-sd-managed",
    { title: "Log-SD of posts per AI-managed account that posted", published: about(1.5), source: AGENTS },
    ({ managed }) => logPosts(managed),
  ),
  spreadRow(
    "median-gap-log-sd-authentic",
    {
      title: "Between people: SD of the logarithm of their median gap between events, 20 or more events",
      published: about(2.16),
      source: "Reddit",
    },
    // A median of 0 s is taken for half a second.
    ({ people }) => valuesOf(withEvents(people), ({ gaps }) => Math.log(Math.max(0.5, medianOf(gaps)))),
  ),
  row(
    "kinds-of-activity-ratio-managed",
    {
      title:
        "Kinds of activity that AI-managed accounts use, median, over people's, 20 or more events (a ratio, since GitHub has more kinds than this platform)",
      published: about(3 / 9),
      source: "GitHub (BIMBAS)",
    },
    ({ people, managed }) =>
      tooFew(withEvents(managed).length) ??
      tooFew(withEvents(people).length) ??
      pooled(
        "kinds-of-activity-ratio-managed",
        withEvents([...people, ...managed]),
        2 * (KINDS + 1),
        (counts, { sort, kinds }) => counts[kinds + (sort === "managed" ? KINDS + 1 : 0)]++,
        (counts) => medianCell(counts.subarray(KINDS + 1)) / medianCell(counts.subarray(0, KINDS + 1)),
      ),
  ),
]

/** The cell that holds the median of a histogram of whole numbers; NaN of nothing. */
function medianCell(counts: Float64Array): number {
  let left = counts.reduce((sum, count) => sum + count, 0) / 2
  if (left === 0) return Number.NaN
  return counts.findIndex((count) => {
    left -= count
    return left < 0
  })
}

/** A statistic of the moments of all values; of seconds' logarithms, a second being the least told apart. */
const momentsRow = (
  id: string,
  facts: Facts,
  { whose, list }: Lists,
  value: (seconds: number) => number,
  statistic: (sums: Float64Array) => number,
) =>
  row(id, facts, (conducts) =>
    pooled(
      id,
      having(conducts[whose], list),
      MOMENTS,
      (sums, account) => {
        const values = list(account)
        for (let i = 0; i < values.length; i++) addMoments(sums, value(values[i]))
      },
      statistic,
    ),
  )
const logSeconds = (seconds: number) => Math.log(Math.max(1, seconds))
const isWithinMinute = (seconds: number) => (seconds <= 60 ? 1 : 0)

const managedAnswers: Lists = { whose: "managed", list: ({ answers }) => answers }
const reposts: Lists = { whose: "people", list: ({ shares }) => shares }

const latencyRows: Row[] = [
  row(
    "direct-message-latency-authentic-median",
    {
      title: "Median latency of people's direct messages",
      unit: "hours",
      published: about(0.5),
      source: COLLEGE,
    },
    () => ({ why: "the platform that is simulated has no direct messages" }),
  ),
  pooledQuantileRow(
    "response-latency-authentic-median",
    { title: "Median latency of people's shares", unit: "hours", published: [4.7, 5.7], source: WEIBO },
    0.5,
    reposts,
    (seconds) => seconds / HOUR,
  ),
  momentsRow(
    "response-latency-authentic-log-mean",
    {
      title: "Mean of the logarithm of the latency of people's shares, in seconds",
      published: [9.5, 9.9],
      source: WEIBO,
    },
    reposts,
    logSeconds,
    meanOfMoments,
  ),
  momentsRow(
    "response-latency-authentic-log-sd",
    {
      title: "SD of the logarithm of the latency of people's shares, in seconds",
      published: [2.1, 2.6],
      source: WEIBO,
    },
    reposts,
    logSeconds,
    deviationOfMoments,
  ),
  ...[
    { name: "p5", share: 0.05, published: 15 },
    { name: "p25", share: 0.25, published: 79 },
    { name: "median", share: 0.5, published: 330 },
    { name: "p75", share: 0.75, published: 1416 },
    { name: "p95", share: 0.95, published: 14.4 * HOUR },
  ].map(({ name, share, published }) =>
    pooledQuantileRow(
      `response-latency-managed-${name}`,
      {
        title: `Latency of AI-managed accounts' comments and replies, ${name}`,
        unit: "seconds",
        published: about(published),
        source: AGENTS,
      },
      share,
      managedAnswers,
    ),
  ),
  momentsRow(
    "fast-responses-authentic",
    {
      title: "People's comments, replies and shares within 60 s",
      unit: "share",
      published: [0.002, 0.007],
      source: `${COLLEGE}, ${WEIBO}`,
    },
    { whose: "people", list: ({ responses }) => responses },
    isWithinMinute,
    meanOfMoments,
  ),
  momentsRow(
    "fast-responses-managed",
    {
      title: "AI-managed accounts' comments and replies within 60 s",
      unit: "share",
      published: about(0.2),
      source: AGENTS,
    },
    managedAnswers,
    isWithinMinute,
    meanOfMoments,
  ),
]

export const behaviour = defineDomain<Conducts>({
  group: "behaviour",
  collect: collectConducts,
  rows: [
    ...burstinessRows,
    ...separationRows,
    ...regularRows,
    ...memoryRows,
    ...tailRows,
    ...sessionRows,
    ...hourRows,
    ...rhythmRows,
    ...varietyRows,
    ...latencyRows,
    ...timingRows,
  ],
})
