/**
 * Synthetic and reused media: do an account's pictures carry a generator's trace, or come from a common stock? Four
 * tests on covers as the platform keeps them:
 *   - spectrum (spectrum.ts): the band at which the account's pictures differ most from the platform's usual ones,
 *     corrected for 14 bands and two directions. One trace in many pictures adds up, as in Corvi et al. 2023;
 *   - provenance: covers whose C2PA manifest says "made by AI". 0.22 % of crawled images have any manifest
 *     (IPTC Metawatch 2026): beta-binomial with that mean and concentration 5;
 *   - reuse of the account's own pictures, by perceptual hash (perceptual-hash.ts). For pictures nothing is published;
 *     exact self-duplicates of texts are 9 % of an author's posts at the 95th percentile: mean 0.02, concentration 10;
 *   - covers shared with an account with which others are shared too, the same.
 * Fisher's method joins them. Pictures made by AI are not accounts run by AI: expect creators who declare or do not
 * declare them among its false positives, and agencies and brands that share a stock. EXIF is reported, not judged.
 */
import { type Evidence, MEDIA_KINDS, type Media, type Posts, PROVENANCES } from "../../evidence/evidence.ts"
import type { Detector, JoinPart, LinkColumns, LinkInput, LinkResult } from "../detector.ts"
import { pairsInBuckets, sharingOf } from "../linkage/alike.ts"
import { oneIn, reason, rounded, strongest } from "../reason.ts"
import { betaBinomialSurprise, combinedSurprise, normalSurprise, scoreOfSurprise } from "../tails.ts"
import { differingBits, HASH_KEYS, hashKey, isFirstKey, MOST_DIFFERING } from "./perceptual-hash.ts"
import { BENDS, bendOf, LEAST_PICTURES, slopeOf, strangestBend, usualBends } from "./spectrum.ts"

const LEAST_MEDIA = 3
const DECLARED = { mean: 0.0022, concentration: 5 }
const REUSE = { mean: 0.02, concentration: 10 }
/** Earlier covers of the account that one is held against. */
const MOST_LOOKED_BACK = 100
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const IMAGE = MEDIA_KINDS.indexOf("image")
const GENERATED = PROVENANCES.indexOf("generated")

const FEATURES = [
  { id: "media", title: "Images and videos", unit: "count" },
  { id: "slope", title: "Mean slope of the images' log power spectra", unit: "" },
  { id: "exifShare", title: "Share with EXIF data of a camera", unit: "share" },
  { id: "declared", title: "Covers that say they were made by AI", unit: "count" },
  { id: "reused", title: "Covers like an earlier one of the account", unit: "count" },
  {
    id: "strangestBand",
    title: "Band at which its spectra differ most from the usual",
    unit: "cycles a pixel",
  },
  { id: "bandDeviation", title: "Deviation of its spectra at that band", unit: "standard deviations" },
  { id: "spectrumSurprise", title: "Surprise at spectra this unusual", unit: "nats" },
  { id: "shared", title: "Covers like one of another account", unit: "count" },
  { id: "partners", title: "Accounts with such a cover", unit: "count" },
  { id: "repeated", title: "Covers shared with an account with which others are shared too", unit: "count" },
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>
const rowOf = (row: ArrayLike<number>) =>
  Object.fromEntries(FEATURES.map(({ id }, at) => [id, row[at]])) as Required<Row>

export const syntheticMedia: Detector = {
  id: "synthetic-media",
  layer: "content",
  title: "Synthetic and reused media",
  version: 1,
  reads: ["posts.media"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile.posts!, account)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  linkage: {
    columns: ({ accounts, posts }) => ({
      high: posts,
      low: posts,
      pictures: accounts,
      means: accounts * BENDS,
      variances: accounts * BENDS,
    }),
    partitions: HASH_KEYS,
    observe(tile, columns) {
      noteHashes(tile.posts!, columns)
      noteBends(tile, columns)
    },
    join: joinHashes,
    merge,
  },

  score(row) {
    const found = rowOf(row)
    if (!(found.media >= LEAST_MEDIA)) return Number.NaN
    const { spectrum, declared, reused, repeated } = surprisesOf(found)
    const surprises = [spectrum, declared, reused, repeated].filter((nats) => !Number.isNaN(nats))
    return scoreOfSurprise(combinedSurprise(surprises), HALF_NATS)
  },

  reasons(row, population) {
    const found = rowOf(row)
    if (!(found.media >= LEAST_MEDIA)) return []
    const { media, declared, reused, repeated, partners } = found
    const surprises = surprisesOf(found)
    const rare = (feature: keyof Row) => oneIn(population.shareAtOrAbove(feature, found[feature]))
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2), HALF_NATS)
    return strongest([
      reason(
        "synthetic-media.spectrum",
        weigh(surprises.spectrum),
        "its pictures' power at {band} cycles a pixel is {deviations} standard deviations from what is usual; 1 in {oneIn} accounts have spectra this unusual",
        {
          band: rounded(found.strangestBand),
          deviations: rounded(found.bandDeviation),
          oneIn: rare("spectrumSurprise"),
        },
      ),
      reason(
        "synthetic-media.declared",
        weigh(surprises.declared),
        "{declared} of {media} covers say that they were made by AI, as many as in 1 in {oneIn} accounts",
        { declared, media, oneIn: rare("declared") },
      ),
      reason(
        "synthetic-media.reused",
        weigh(surprises.reused),
        "{reused} of {media} covers are like an earlier one of the account, as many as in 1 in {oneIn} accounts",
        { reused, media, oneIn: rare("reused") },
      ),
      reason(
        "synthetic-media.repeated",
        weigh(surprises.repeated),
        "{repeated} of {media} covers are like those of an account that shares several with it (accounts with any: {partners}); as many as in 1 in {oneIn} accounts",
        { repeated, media, partners, oneIn: rare("repeated") },
      ),
    ])
  },
}

function surprisesOf({ media, spectrumSurprise, declared, reused, repeated }: Required<Row>) {
  return {
    spectrum: spectrumSurprise,
    declared: betaBinomialSurprise(declared, media, DECLARED.mean, DECLARED.concentration),
    reused: betaBinomialSurprise(reused, media, REUSE.mean, REUSE.concentration),
    repeated: betaBinomialSurprise(repeated, media, REUSE.mean, REUSE.concentration),
  }
}

/** What an account's own covers say. */
function describe({ offset, media }: Posts, account: number): Row {
  const { kind, exif, provenance, spectrum } = media!
  const covers: number[] = []
  for (let post = offset[account]; post < offset[account + 1]; post++) if (kind[post] !== 0) covers.push(post)
  const count = covers.length
  if (count < LEAST_MEDIA) return { media: count }
  const images = covers.filter((post) => kind[post] === IMAGE)
  const slopes = images.reduce((sum, post) => sum + slopeOf(spectrum, post * (BENDS + 2)), 0)
  return {
    media: count,
    slope: slopes / images.length,
    exifShare: covers.filter((post) => exif[post] === 1).length / count,
    declared: covers.filter((post) => provenance[post] === GENERATED).length,
    reused: countReused(covers, media!),
  }
}

function countReused(covers: readonly number[], { hash }: Media): number {
  let reused = 0
  for (let i = 1; i < covers.length; i++) {
    for (let j = i - 1; j >= Math.max(0, i - MOST_LOOKED_BACK); j--) {
      if (!areAlike(hash, 2 * covers[i], 2 * covers[j])) continue
      reused++
      break
    }
  }
  return reused
}

const areAlike = (hash: Uint32Array, a: number, b: number) =>
  differingBits(hash[a] ^ hash[b], hash[a + 1] ^ hash[b + 1]) <= MOST_DIFFERING

/** A post without media keeps 0 and 0. */
function noteHashes({ firstPost, media }: Posts, columns: LinkColumns): void {
  const { kind, hash } = media!
  for (let post = 0; post < kind.length; post++) {
    if (kind[post] === 0) continue
    columns.high[firstPost + post] = hash[2 * post]
    columns.low[firstPost + post] = hash[2 * post + 1]
  }
}

/** Linked columns are of words; these hold floats. */
const floats = (column: Uint32Array) => new Float32Array(column.buffer, column.byteOffset, column.length)

/** Means and variances of the bends of each account's images. */
function noteBends({ firstAccount, accountCount, posts }: Evidence, columns: LinkColumns): void {
  const { kind, spectrum } = posts!.media!
  const means = floats(columns.means)
  const variances = floats(columns.variances)
  for (let account = 0; account < accountCount; account++) {
    const sums = new Float64Array(BENDS)
    const squares = new Float64Array(BENDS)
    let count = 0
    for (let post = posts!.offset[account]; post < posts!.offset[account + 1]; post++) {
      if (kind[post] !== IMAGE) continue
      count++
      const from = post * (BENDS + 2)
      const slope = slopeOf(spectrum, from)
      for (let bend = 0; bend < BENDS; bend++) {
        const value = bendOf(spectrum, from, bend, slope)
        sums[bend] += value
        squares[bend] += value * value
      }
    }
    columns.pictures[firstAccount + account] = count
    if (count < LEAST_PICTURES) continue
    for (let bend = 0; bend < BENDS; bend++) {
      const at = (firstAccount + account) * BENDS + bend
      means[at] = sums[bend] / count
      variances[at] = Math.max(0, squares[bend] - (sums[bend] * sums[bend]) / count) / (count - 1)
    }
  }
}

function joinHashes(which: number, { columns, postOffset }: LinkInput): JoinPart {
  const { high, low } = columns
  const keys = new Uint32Array(high.length)
  for (let post = 0; post < keys.length; post++) {
    if (high[post] !== 0 || low[post] !== 0) keys[post] = hashKey(high[post], low[post], which)
  }
  return pairsInBuckets(keys, postOffset, (post, other) => {
    const highs = high[post] ^ high[other]
    const lows = low[post] ^ low[other]
    return differingBits(highs, lows) <= MOST_DIFFERING && isFirstKey(highs, lows, which)
  })
}

function merge(parts: readonly JoinPart[], input: LinkInput): LinkResult {
  const { sharing, ...found } = sharingOf(parts, input)
  const { shared, partners, repeated } = sharing
  return { ...found, features: { shared, partners, repeated, ...unusualSpectra(input) } }
}

function unusualSpectra({ columns, size }: LinkInput) {
  const strangestBand = new Float32Array(size.accounts).fill(Number.NaN)
  const bandDeviation = new Float32Array(size.accounts).fill(Number.NaN)
  const spectrumSurprise = new Float32Array(size.accounts).fill(Number.NaN)
  const means = floats(columns.means)
  const variances = floats(columns.variances)
  const usual = usualBends(means, variances, columns.pictures)
  for (let account = 0; usual && account < size.accounts; account++) {
    const pictures = columns.pictures[account]
    if (pictures < LEAST_PICTURES) continue
    const { bend, deviations } = strangestBend(usual, means, variances, pictures, account)
    strangestBand[account] = (bend + 2) / 32
    bandDeviation[account] = deviations
    spectrumSurprise[account] = Math.max(0, normalSurprise(-Math.abs(deviations)) - Math.log(2 * BENDS))
  }
  return { strangestBand, bandDeviation, spectrumSurprise }
}
