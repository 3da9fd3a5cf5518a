/** Rows on how accounts differ: how much they post, how long they pause, how many kinds of activity they use. */
import { INTERACTION_KINDS } from "../evidence/evidence.ts"
import type { Conduct } from "./behaviour-conduct.ts"
import { medianOf } from "./behaviour-gaps.ts"
import { pooled } from "./behaviour-pool.ts"
import {
  AGENTS,
  authentic,
  PEOPLE,
  type Row,
  row,
  spreadRow,
  valuesOf,
  withEvents,
  withPosts,
} from "./behaviour-row.ts"
import { tooFew } from "./resample.ts"
import { about } from "./row.ts"

const logPosts = (accounts: readonly Conduct[]) =>
  valuesOf(withPosts(accounts, 1), ({ posts }) => Math.log(posts))
/** Kinds of activity there are: publishing, and those of interaction. */
const KINDS = 1 + INTERACTION_KINDS.length

export const varietyRows: Row[] = [
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
