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
import type { Detector, JoinPart, LinkInput, LinkResult } from "../detector.ts"
import { pairsInBuckets, sharingOf } from "../linkage/alike.ts"
import { concat } from "../linkage/pairs.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { BANDS, bandKey, minHash, SIGNATURE } from "./minhash.ts"

/** Bands in which two posts must agree. */
const LEAST_AGREEING = 3
const SMOOTHING = 4
/** A post's keys stand side by side, so that reading two of them takes no longer than reading one. */
const BANDS_A_JOIN = 2

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
    partitions: BANDS / BANDS_A_JOIN,
    observe(tile, columns) {
      const { firstPost, offset, tokens, tokenOffset } = tile.posts!
      const signature = new Uint32Array(SIGNATURE)
      for (let post = 0; post < offset[tile.accountCount]; post++) {
        if (!minHash(tokens!, tokenOffset![post], tokenOffset![post + 1], signature)) continue
        const at = (firstPost + post) * BANDS
        for (let band = 0; band < BANDS; band++) columns.bands[at + band] = bandKey(signature, band)
      }
    },
    join: joinBands,
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

/** Pairs of posts of different accounts that agree in enough bands, the first of them among those of the partition. */
function joinBands(partition: number, { columns, size, postOffset }: LinkInput): JoinPart {
  const { bands } = columns
  const firstBand = partition * BANDS_A_JOIN
  const keys = Array.from({ length: BANDS_A_JOIN }, () => new Uint32Array(size.posts))
  for (let post = 0; post < size.posts; post++) {
    for (let k = 0; k < BANDS_A_JOIN; k++) keys[k][post] = bands[post * BANDS + firstBand + k]
  }
  const parts = keys.map((ofBand, k) =>
    pairsInBuckets(ofBand, postOffset, (post, other) => agree(bands, firstBand + k, post, other)),
  )
  return { first: concat(parts, "first"), second: concat(parts, "second") }
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

function merge(parts: readonly JoinPart[], input: LinkInput): LinkResult {
  const { sharing, ...found } = sharingOf(parts, input)
  const { shared, partners, repeated } = sharing
  const posts = comparable(input.columns.bands, input.postOffset)
  return { ...found, features: { posts, shared, partners, repeated } }
}

function comparable(bands: Uint32Array, postOffset: Uint32Array): Float32Array {
  const count = new Float32Array(postOffset.length - 1)
  for (let account = 0; account < count.length; account++) {
    for (let post = postOffset[account]; post < postOffset[account + 1]; post++)
      if (bands[post * BANDS] !== 0) count[account]++
  }
  return count
}
