/**
 * Posts of different accounts that are alike: candidates from buckets of equal keys, joined key by key, and what the
 * pairs found say about accounts. Everybody posts a meme once; whoever shares one operator's material does so again
 * and again. So partners with whom several posts are shared, several on either side, are told from the others.
 */
import { mix32 } from "../../random/streams.ts"
import type { JoinPart, LinkInput, LinkPairs } from "../detector.ts"
import { Growing } from "./growing.ts"
import { ownersOf, sortedOrder } from "./order.ts"
import { concat, eachRun, MOST_PAIRS, pairKey, pairOf, WeightedPairs } from "./pairs.ts"

/** Posts of other accounts that a post is compared with in a bucket, and how far to look for them. */
const MOST_COMPARED = 4
const MOST_LOOKED_AT = 16
/** Buckets up to this size, nearly all of them, are sorted by insertion: a radix sort takes long to begin. */
const MOST_INSERTED = 64

/**
 * Pairs of posts of different accounts that have a key in common (0 is none) and `areAlike`. Within a bucket a post is
 * held against its next few only, so what thousands share costs no more than what two share.
 */
export function pairsInBuckets(
  keys: Uint32Array,
  postOffset: Uint32Array,
  areAlike: (post: number, other: number) => boolean,
): JoinPart {
  const company = postsWithCompany(keys)
  const order = sortedOrder(company.map((post) => keys[post])).map((position) => company[position])
  const owner = ownersOf(postOffset)
  const first = new Growing()
  const second = new Growing()
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && keys[order[to]] === keys[order[from]]) to++
    if (to - from === 1) continue
    const bucket = order.subarray(from, to)
    takeTurns(bucket)
    for (let at = 0; at < bucket.length; at++) {
      const post = bucket[at]
      const end = Math.min(bucket.length, at + 1 + MOST_LOOKED_AT)
      for (let next = at + 1, compared = 0; next < end && compared < MOST_COMPARED; next++) {
        const other = bucket[next]
        if (owner[other] === owner[post]) continue
        compared++
        if (!areAlike(post, other)) continue
        first.push(post)
        second.push(other)
      }
    }
  }
  return { first: first.values(), second: second.values() }
}

/** Posts whose key some other post may have too: most have none like them and need no sorting. */
function postsWithCompany(keys: Uint32Array): Uint32Array {
  // One bit a cell, so that the cells of millions of posts stay near the processor.
  const cells = 2 ** Math.ceil(Math.log2(4 * keys.length + 32))
  const once = new Uint32Array(cells / 32)
  const again = new Uint32Array(cells / 32)
  for (let post = 0; post < keys.length; post++) {
    const cell = keys[post] & (cells - 1)
    const bit = 1 << (cell & 31)
    again[cell >>> 5] |= once[cell >>> 5] & bit
    once[cell >>> 5] |= bit
  }
  const chosen = new Growing()
  for (let post = 0; post < keys.length; post++) {
    const cell = keys[post] & (cells - 1)
    if (keys[post] !== 0 && (again[cell >>> 5] >>> (cell & 31)) & 1) chosen.push(post)
  }
  return Uint32Array.from(chosen.values())
}

/** Mixes a bucket, so that accounts take turns in it, and neither number nor diligence gains an account more. */
function takeTurns(bucket: Uint32Array): void {
  if (bucket.length > MOST_INSERTED) {
    bucket.set(sortedOrder(bucket.map(mix32)).map((position) => bucket[position]))
    return
  }
  for (let i = 1; i < bucket.length; i++) {
    const post = bucket[i]
    let at = i
    for (; at > 0 && mix32(bucket[at - 1]) > mix32(post); at--) bucket[at] = bucket[at - 1]
    bucket[at] = post
  }
}

/** Length accounts. */
export interface Sharing {
  /** Posts that are like one of another account, each counted once. */
  readonly shared: Float32Array
  /** Accounts with such a post. */
  readonly partners: Float32Array
  /** Of the posts, those shared with an account with which others are shared too. */
  readonly repeated: Float32Array
}

export interface Shared {
  readonly sharing: Sharing
  readonly pairs: LinkPairs
  readonly summary: Readonly<Record<string, number>>
}

/** What accounts share, from the pairs of posts that all partitions found; each pair comes from one of them. */
export function sharingOf(parts: readonly JoinPart[], { size, postOffset }: LinkInput): Shared {
  const { accounts, posts } = size
  const owner = ownersOf(postOffset)
  const postPairs = keysOf(parts, posts)
  const byAccounts = postPairs.map((key) => {
    const [post, other] = pairOf(key, posts)
    return pairKey(owner[post], owner[other], accounts)
  })
  const sharing = {
    shared: new Float32Array(accounts),
    partners: new Float32Array(accounts),
    repeated: new Float32Array(accounts),
  }
  const severalPairs = new Set<number>()
  const pairs = new WeightedPairs()
  eachRun(byAccounts.slice().sort(), (key, count) => {
    const [a, b] = pairOf(key, accounts)
    sharing.partners[a]++
    sharing.partners[b]++
    pairs.add(a, b, count)
    if (count > 1) severalPairs.add(key)
  })
  const repeatedPairs = withSeveralPosts(severalPairs, postPairs, byAccounts, posts)
  countPosts(postPairs, byAccounts, repeatedPairs, posts, owner, sharing)
  return {
    sharing,
    pairs: pairs.strongest(MOST_PAIRS),
    summary: { postPairs: postPairs.length, pairs: pairs.length, repeatedPairs: repeatedPairs.size },
  }
}

/** Keys of the pairs of posts. */
function keysOf(parts: readonly JoinPart[], posts: number): Float64Array {
  const second = concat(parts, "second")
  return concat(parts, "first").map((post, i) => pairKey(post, second[i], posts))
}

/**
 * Of the pairs of accounts that share several pairs of posts, those that do so with two or more posts on either side:
 * somebody who posts one meme twice shares it twice with everyone who posts it.
 */
function withSeveralPosts(
  candidates: ReadonlySet<number>,
  postPairs: Float64Array,
  byAccounts: Float64Array,
  posts: number,
): Set<number> {
  const firstSeen = new Map<number, { readonly post: number; readonly other: number; sides: number }>()
  for (let i = 0; i < postPairs.length; i++) {
    if (!candidates.has(byAccounts[i])) continue
    const [post, other] = pairOf(postPairs[i], posts)
    const seen = firstSeen.get(byAccounts[i])
    if (!seen) firstSeen.set(byAccounts[i], { post, other, sides: 0 })
    else seen.sides |= (post === seen.post ? 0 : 1) | (other === seen.other ? 0 : 2)
  }
  const repeated = new Set<number>()
  for (const [key, { sides }] of firstSeen) if (sides === 3) repeated.add(key)
  return repeated
}

/** Counts each post at most once, however many it resembles. */
function countPosts(
  postPairs: Float64Array,
  byAccounts: Float64Array,
  repeatedPairs: ReadonlySet<number>,
  posts: number,
  owner: Uint32Array,
  sharing: Sharing,
): void {
  const isShared = new Uint8Array(posts)
  const isRepeated = new Uint8Array(posts)
  for (let i = 0; i < postPairs.length; i++) {
    for (const post of pairOf(postPairs[i], posts)) {
      isShared[post] = 1
      if (repeatedPairs.has(byAccounts[i])) isRepeated[post] = 1
    }
  }
  for (let post = 0; post < posts; post++) {
    sharing.shared[owner[post]] += isShared[post]
    sharing.repeated[owner[post]] += isRepeated[post]
  }
}
