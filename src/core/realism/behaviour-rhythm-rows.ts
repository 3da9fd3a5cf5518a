/**
 * Rows on the gaps between events: burstiness, memory and tails, and how well low burstiness tells accounts apart.
 *
 * Events of an account are its posts and interactions together, unless a row says posts: the figures about agents
 * and about brands' pages are of posts alone. B is corrected for finite size (Kim and Jo 2016), which is how the
 * published quantiles of agents come out of their raw coefficients of variation.
 */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import { auc } from "./behaviour-auc.ts"
import type { Conduct, Conducts } from "./behaviour-conduct.ts"
import { variationOf } from "./behaviour-gaps.ts"
import { pooled } from "./behaviour-pool.ts"
import {
  AGENTS,
  COEFFICIENT,
  COLLEGE,
  COLLEGE_DAYS,
  DAY,
  type Facts,
  HOUR,
  LEAST_EVENTS,
  PEOPLE,
  quantileRows,
  type Row,
  row,
  shareRow,
  valuesOf,
  withEvents,
  withPosts,
} from "./behaviour-row.ts"
import { tailExponent, tailExponentOver, tailOf } from "./behaviour-tail.ts"
import type { Valued } from "./cluster.ts"
import { quantile, resampled, tooFew } from "./resample.ts"
import { about } from "./row.ts"

const peopleBurstiness = (conducts: Conducts) =>
  valuesOf(withEvents(conducts.people), ({ gaps }) => burstiness(gaps))
const postBurstiness = (accounts: readonly Conduct[]) =>
  valuesOf(withPosts(accounts), ({ postGaps }) => burstiness(postGaps))

export const burstinessRows: Row[] = [
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

export const separationRows: Row[] = [
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

export const regularRows: Row[] = [
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

export const memoryRows = quantileRows(
  "memory-authentic",
  { title: "Memory M of the gaps between people's events, 20 or more events", source: PEOPLE },
  ({ people }) => valuesOf(withEvents(people), ({ gaps }) => memory(gaps)),
  { p10: about(-0.04, COEFFICIENT), p50: [0.05, 0.3], p90: [0.5, 0.78] },
)

export const tailRows = [
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
