/** Raw features of what an account lacks: a number that is missing can give it away as well as the number would. */
import { type Evidence, NONE } from "../evidence/evidence.ts"
import type { FeatureSection } from "./features-section.ts"

/** As many posts, or interactions, as the features of rhythm and habit ask for. */
const LEAST = 8

export const missingFeatures: FeatureSection = {
  of: "missing",
  features: [
    { id: "no-posts", title: "Has no posts", unit: "" },
    { id: "few-posts", title: "Has fewer than 8 posts", unit: "" },
    { id: "no-pictures", title: "Has no pictures", unit: "" },
    { id: "no-interactions", title: "Has no interactions", unit: "" },
    { id: "few-interactions", title: "Has fewer than 8 interactions", unit: "" },
    { id: "no-reactions", title: "Has reacted to nothing whose publication is known", unit: "" },
    { id: "no-follows", title: "Follows nobody", unit: "" },
    { id: "no-reports", title: "Has received no reports", unit: "" },
  ],
  describe(tile, account) {
    const { posts, interactions, follows, reports } = tile
    const counted = [posts, interactions, follows, reports].map((part) => countOf(part, account))
    const [postCount, actionCount, followCount, reportCount] = counted
    return [
      is(postCount, (count) => count === 0),
      is(postCount, (count) => count < LEAST),
      is(pictures(tile, account), (count) => count === 0),
      is(actionCount, (count) => count === 0),
      is(actionCount, (count) => count < LEAST),
      is(reactions(tile, account), (count) => count === 0),
      is(followCount, (count) => count === 0),
      is(reportCount, (count) => count === 0),
    ]
  },
}

/** 1 or 0; NaN of evidence that there is not. */
const is = (count: number, isSo: (count: number) => boolean) =>
  Number.isNaN(count) ? Number.NaN : isSo(count) ? 1 : 0

const countOf = (part: { readonly offset: Uint32Array } | undefined, account: number) =>
  part ? part.offset[account + 1] - part.offset[account] : Number.NaN

function pictures({ posts }: Evidence, account: number): number {
  if (!posts?.media) return Number.NaN
  const kinds = posts.media.kind.subarray(posts.offset[account], posts.offset[account + 1])
  return kinds.reduce((sum, kind) => sum + (kind > 0 ? 1 : 0), 0)
}

function reactions({ interactions }: Evidence, account: number): number {
  if (!interactions?.latency) return Number.NaN
  const own = interactions.latency.subarray(interactions.offset[account], interactions.offset[account + 1])
  return own.reduce((sum, latency) => sum + (latency === NONE ? 0 : 1), 0)
}
