/**
 * Columns that follow from others and from what the platform knows besides. They are worked out when they are first
 * read, so that a run whose detectors do not read them does not pay for them.
 */
import { once } from "../once.ts"
import { type Interactions, NONE, type Posts } from "./evidence.ts"
import { type Signs, styleOfTokens } from "./style.ts"

/** The posts with their style; `signs` of the vocabulary that their tokens are from. */
export function withStyle(posts: Posts, signs: () => Signs): Posts {
  const { tokenOffset, tokens } = posts
  if (!tokenOffset || !tokens) return posts
  const style = once(() => styleOfTokens(tokenOffset, tokens, signs()))
  return Object.defineProperty(posts, "style", { get: style, enumerable: true })
}

/** The interactions with their latency, for objects that are posts; `publishedAt` in seconds of the period, by number. */
export function withLatency(interactions: Interactions, publishedAt: Uint32Array): Interactions {
  const { time, object } = interactions
  const latency = once(() =>
    time.map((second, at) => {
      const published = object[at] === NONE ? undefined : publishedAt[object[at]]
      return published === undefined || published > second ? NONE : second - published
    }),
  )
  return Object.defineProperty(interactions, "latency", { get: latency, enumerable: true })
}
