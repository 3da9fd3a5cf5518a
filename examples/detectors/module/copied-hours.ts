/**
 * Copied hours: accounts whose posts fall on the same minutes of the week as a stranger's, again and again.
 *
 * A module has the whole contract of a built-in detector, so it can join accounts: each tile writes one key a post, the
 * minute of the week; partitions of keys are joined apart (one suffices here). An account's feature is the share of its
 * posts that lie in minutes in which others post more than twice as much as is usual.
 */
import { defineDetector, type JoinPart, type LinkInput } from "assay"

const MINUTE = 60
const WEEK_MINUTES = 7 * 24 * 60
/** Fewer posts say nothing. */
const FEWEST_POSTS = 6

export default defineDetector({
  id: "copied-hours",
  layer: "network",
  title: "Copied hours",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "shared", title: "Share of posts in crowded minutes of the week", unit: "share" }],
  linkage: {
    columns: ({ posts }) => ({ slot: posts }),
    observe({ posts: { firstPost, time } }, { slot }) {
      for (const [at, second] of time.entries())
        slot![firstPost + at] = Math.floor(second / MINUTE) % WEEK_MINUTES
    },
    partitions: 1,
    join: (_, { columns }) => ({ posts: countsOf(columns.slot!) }),
    merge: ([part], input) => ({
      features: { shared: sharesOf(part!, input) },
      pairs: { a: new Uint32Array(0), b: new Uint32Array(0), weight: new Float32Array(0) },
      summary: { slots: (part!.posts as Uint32Array).reduce((sum, count) => sum + Math.min(1, count), 0) },
    }),
  },
  score: (row) => row[0]!,
  reasons(row) {
    const percent = Math.round(100 * row[0]!)
    if (!(percent > 30)) return []
    const text = `${percent} % of its posts lie in minutes of the week that are crowded with others' posts`
    return [{ id: "copied-hours.shared", values: { percent }, text, weight: row[0]! }]
  },
})

/** Posts by minute of the week. */
function countsOf(slots: Uint32Array): Uint32Array {
  const posts = new Uint32Array(WEEK_MINUTES)
  for (const slot of slots) posts[slot]!++
  return posts
}

function sharesOf(part: JoinPart, { columns, postOffset, size }: LinkInput): Float32Array {
  const crowd = part.posts as Uint32Array
  /** Posts that a minute holds on average; twice as many is a crowd. */
  const usual = Math.max(1, size.posts / WEEK_MINUTES)
  return Float32Array.from({ length: size.accounts }, (_, account) => {
    const own = columns.slot!.subarray(postOffset[account], postOffset[account + 1])
    if (own.length < FEWEST_POSTS) return Number.NaN
    const mine = countsOf(own)
    const shared = own.filter((slot) => crowd[slot]! - mine[slot]! > 2 * usual).length
    return shared / own.length
  })
}
