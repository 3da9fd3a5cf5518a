/**
 * Near-duplicate text: notes that read almost like a note of another account.
 *
 * MinHash with LSH (minhash.ts): each band of the signatures is one partition, joined on its own. Posts that share
 * a band's key are candidates; those that agree in three bands of twenty are near-duplicates, which finds seven
 * in ten pairs of Jaccard similarity 0.57, nearly all above 0.7, and hardly any below 0.2. Within a bucket a post
 * is held against its next few only, so a slogan that thousands share costs no more than one that two share.
 *
 * Everybody posts a meme once; a fleet shares texts again and again. So a partner with whom several notes are
 * shared counts double. Score: (shared + shared with a repeated partner) / (2 (posts + 4)).
 */
import { mix32 } from "../../random/streams.ts"
import type { Detector, JoinPart, LinkInput, LinkResult } from "../detector.ts"
import { Growing } from "../linkage/growing.ts"
import { ownersOf, sortedOrder } from "../linkage/order.ts"
import { concat, eachRun, MOST_PAIRS, pairKey, pairOf, WeightedPairs } from "../linkage/pairs.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { BANDS, bandKey, minHash, SIGNATURE } from "./minhash.ts"

/** Bands in which two posts must agree. */
const LEAST_AGREEING = 3
/** Posts of other accounts that a post is compared with in a bucket, and how far to look for them. */
const MOST_COMPARED = 4
const MOST_LOOKED_AT = 16
const SMOOTHING = 4

const FEATURES = [
  { id: "posts", title: "Posts long enough to compare", unit: "count" },
  { id: "shared", title: "Posts that read like one of another account", unit: "count" },
  { id: "partners", title: "Accounts with such a post", unit: "count" },
  { id: "repeated", title: "Posts shared with an account with which others are shared too", unit: "count" },
] as const

export const nearDuplicateText: Detector = {
  id: "near-duplicate-text",
  layer: "content",
  title: "Near-duplicate text",
  version: 1,
  reads: ["posts.text"],
  features: FEATURES,

  linkage: {
    columns: (size) => ({ bands: size.posts * BANDS }),
    partitions: BANDS,
    observe(tile, columns) {
      const { firstPost, offset, tokens, tokenOffset } = tile.posts!
      const signature = new Uint32Array(SIGNATURE)
      for (let post = 0; post < offset[tile.accountCount]; post++) {
        if (!minHash(tokens!, tokenOffset![post], tokenOffset![post + 1], signature)) continue
        const at = (firstPost + post) * BANDS
        for (let band = 0; band < BANDS; band++) columns.bands[at + band] = bandKey(signature, band)
      }
    },
    join: joinBand,
    merge,
  },

  score(row) {
    const [posts, shared, , repeated] = Array.from(row)
    return posts > 0 ? (shared + repeated) / (2 * (posts + SMOOTHING)) : Number.NaN
  },

  reasons(row, population) {
    const [posts, shared, partners, repeated] = Array.from(row)
    if (!(shared > 0)) return []
    return strongest([
      reason(
        "near-duplicate-text.shared",
        shared / (posts + SMOOTHING),
        "{shared} of {posts} posts read almost like a post of another account (accounts: {partners}); this many are shared by 1 in {oneIn} accounts",
        { shared, posts, partners, oneIn: oneIn(population.shareAtOrAbove("shared", shared)) },
      ),
      repeated > 0
        ? reason(
            "near-duplicate-text.repeated",
            repeated / (posts + SMOOTHING),
            "{repeated} of them are shared with an account that shares other posts with it as well",
            { repeated },
          )
        : null,
    ])
  },
}

/** Pairs of posts of different accounts that agree in enough bands, this one the first of them. */
function joinBand(band: number, { columns, postOffset }: LinkInput): JoinPart {
  const { bands } = columns
  // Mixed first, so that within a bucket accounts take turns, and neither number nor diligence gains an account more.
  const company = postsWithCompany(bands, band)
  const posts = sortedOrder(company.map(mix32)).map((position) => company[position])
  const order = sortedOrder(posts.map((post) => bands[post * BANDS + band])).map(
    (position) => posts[position],
  )
  const owner = ownersOf(postOffset)
  const first = new Growing()
  const second = new Growing()
  for (let at = 0; at < order.length; at++) {
    const post = order[at]
    const end = Math.min(order.length, at + 1 + MOST_LOOKED_AT)
    for (let next = at + 1, compared = 0; next < end && compared < MOST_COMPARED; next++) {
      const other = order[next]
      if (bands[other * BANDS + band] !== bands[post * BANDS + band]) break
      if (owner[other] === owner[post]) continue
      compared++
      if (!agree(bands, band, post, other)) continue
      first.push(post)
      second.push(other)
    }
  }
  return { first: first.values(), second: second.values() }
}

/** Posts whose key in the band some other post may have too: most have none like them and need no sorting. */
function postsWithCompany(bands: Uint32Array, band: number): Uint32Array {
  const posts = bands.length / BANDS
  const cells = 2 ** Math.ceil(Math.log2(4 * posts + 1))
  const seen = new Uint8Array(cells)
  for (let post = 0; post < posts; post++) {
    const cell = bands[post * BANDS + band] & (cells - 1)
    if (seen[cell] < 2) seen[cell]++
  }
  const chosen = new Growing()
  for (let post = 0; post < posts; post++) {
    const key = bands[post * BANDS + band]
    if (key !== 0 && seen[key & (cells - 1)] > 1) chosen.push(post)
  }
  return Uint32Array.from(chosen.values())
}

/** Whether two posts agree in enough bands, `first` the first of them: so that no pair is found twice. */
function agree(bands: Uint32Array, first: number, post: number, other: number): boolean {
  const a = post * BANDS
  const b = other * BANDS
  for (let band = 0; band < first; band++) if (bands[a + band] === bands[b + band]) return false
  let agreeing = 1
  for (let band = first + 1; band < BANDS && agreeing < LEAST_AGREEING; band++) {
    if (bands[a + band] === bands[b + band]) agreeing++
  }
  return agreeing >= LEAST_AGREEING
}

function merge(parts: readonly JoinPart[], { columns, size, postOffset }: LinkInput): LinkResult {
  const { accounts, posts } = size
  const owner = ownersOf(postOffset)
  const postPairs = keysOf(parts, posts)
  const byAccounts = postPairs.map((key) => {
    const [post, other] = pairOf(key, posts)
    return pairKey(owner[post], owner[other], accounts)
  })
  const sortedPairs = byAccounts.slice().sort()
  const features = { posts: comparable(columns.bands, postOffset), ...emptyFeatures(accounts) }
  const severalPairs = new Set<number>()
  const pairs = new WeightedPairs()
  eachRun(sortedPairs, (key, count) => {
    const [a, b] = pairOf(key, accounts)
    features.partners[a]++
    features.partners[b]++
    pairs.add(a, b, count)
    if (count > 1) severalPairs.add(key)
  })
  const repeatedPairs = withSeveralTexts(severalPairs, postPairs, byAccounts, posts)
  countPosts(postPairs, byAccounts, repeatedPairs, posts, owner, features)
  return {
    features,
    pairs: pairs.strongest(MOST_PAIRS),
    summary: { postPairs: postPairs.length, pairs: pairs.length, repeatedPairs: repeatedPairs.size },
  }
}

/**
 * Of the pairs of accounts that share several pairs of posts, those that do so with two or more posts on either side:
 * somebody who posts one meme twice shares it twice with everyone who posts it.
 */
function withSeveralTexts(
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

const emptyFeatures = (accounts: number) => ({
  shared: new Float32Array(accounts),
  partners: new Float32Array(accounts),
  repeated: new Float32Array(accounts),
})

/** Keys of the pairs of posts; each pair comes from one band only. */
function keysOf(parts: readonly JoinPart[], posts: number): Float64Array {
  const second = concat(parts, "second")
  return concat(parts, "first").map((post, i) => pairKey(post, second[i], posts))
}

function comparable(bands: Uint32Array, postOffset: Uint32Array): Float32Array {
  const count = new Float32Array(postOffset.length - 1)
  for (let account = 0; account < count.length; account++) {
    for (let post = postOffset[account]; post < postOffset[account + 1]; post++)
      if (bands[post * BANDS] !== 0) count[account]++
  }
  return count
}

/** Counts each post at most once, however many it resembles. */
function countPosts(
  postPairs: Float64Array,
  byAccounts: Float64Array,
  repeatedPairs: ReadonlySet<number>,
  posts: number,
  owner: Uint32Array,
  features: ReturnType<typeof emptyFeatures>,
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
    features.shared[owner[post]] += isShared[post]
    features.repeated[owner[post]] += isRepeated[post]
  }
}
