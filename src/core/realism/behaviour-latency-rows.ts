/** Rows on how long after publication accounts respond. */
import { addMoments, deviationOfMoments, MOMENTS, meanOfMoments, pooled } from "./behaviour-pool.ts"
import {
  AGENTS,
  COLLEGE,
  type Facts,
  HOUR,
  having,
  type Lists,
  pooledQuantileRow,
  type Row,
  row,
  WEIBO,
} from "./behaviour-row.ts"
import { about } from "./row.ts"

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

export const latencyRows: Row[] = [
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
