/** Raw features of an account's pictures, as they lie on the platform after the upload; means over its pictures. */
import { type Media, SPECTRUM_BANDS } from "../evidence/evidence.ts"
import { meanOf } from "./behaviour-gaps.ts"
import type { FeatureSection } from "./features-section.ts"

/** Fewer pictures than this say nothing about an account. */
const LEAST_PICTURES = 4
const VIDEO = 2
/** Bands above a quarter of a cycle a pixel, where generators leave their residue. */
const HIGH_BANDS = 8

export const mediaFeatures: FeatureSection = {
  of: "media",
  features: [
    { id: "pictured", title: "Share of posts with a picture or a video", unit: "share" },
    { id: "videos", title: "Share of those that are videos", unit: "share" },
    { id: "hash-reuse", title: "Share of pictures that repeat one of the account's own", unit: "share" },
    { id: "exif", title: "Share of pictures with a camera's EXIF data", unit: "share" },
    { id: "signed-by-camera", title: "Share of pictures signed by a camera or an editor", unit: "share" },
    { id: "signed-as-generated", title: "Share of pictures signed as made by AI", unit: "share" },
    { id: "spectrum-slope", title: "Slope of the log power spectrum", unit: "" },
    { id: "spectrum-excess", title: "Power at high frequencies above the slope", unit: "log10" },
    ...Array.from({ length: SPECTRUM_BANDS }, (_, band) => ({
      id: `spectrum-${band}`,
      title: `Log power in band ${band + 1} of ${SPECTRUM_BANDS}`,
      unit: "log10",
    })),
  ],
  describe({ posts }, account) {
    if (!posts?.media) return null
    const from = posts.offset[account]
    const to = posts.offset[account + 1]
    const { media } = posts
    const pictures: number[] = []
    for (let post = from; post < to; post++) if (media.kind[post] > 0) pictures.push(post)
    if (to - from < LEAST_PICTURES) return null
    const pictured = pictures.length / (to - from)
    if (pictures.length < LEAST_PICTURES) return [pictured, ...NO_PICTURES]
    return [pictured, ...provenanceOf(media, pictures), ...spectrumOf(media, pictures)]
  },
}

const NO_PICTURES = new Array<number>(mediaFeatures.features.length - 1).fill(Number.NaN)

function provenanceOf(media: Media, pictures: readonly number[]): number[] {
  const share = (of: (post: number) => boolean) => pictures.filter(of).length / pictures.length
  const hashes = new Set(pictures.map((post) => `${media.hash[2 * post]} ${media.hash[2 * post + 1]}`))
  return [
    share((post) => media.kind[post] === VIDEO),
    1 - hashes.size / pictures.length,
    share((post) => media.exif[post] === 1),
    share((post) => media.provenance[post] === 1),
    share((post) => media.provenance[post] === 2),
  ]
}

/** Log10 of each band's spatial frequency in cycles a pixel: bands are evenly spaced from 1/32 to 1/2. */
const FREQUENCY = Float64Array.from({ length: SPECTRUM_BANDS }, (_, band) => Math.log10((1 + band) / 32))

/** Slope and excess of the mean spectrum, then the mean spectrum. */
function spectrumOf(media: Media, pictures: readonly number[]): number[] {
  const bands = Float64Array.from({ length: SPECTRUM_BANDS }, (_, band) =>
    meanOf(pictures.map((post) => media.spectrum[post * SPECTRUM_BANDS + band])),
  )
  const low = SPECTRUM_BANDS - HIGH_BANDS
  const slope = slopeOf(FREQUENCY, bands)
  // The line through the lower bands, carried on to the higher ones.
  const lowSlope = slopeOf(FREQUENCY.subarray(0, low), bands.subarray(0, low))
  const lowMiddle = meanOf(FREQUENCY.subarray(0, low))
  const lowLevel = meanOf(bands.subarray(0, low))
  const above = Array.from(
    bands.subarray(low),
    (power, k) => power - (lowLevel + lowSlope * (FREQUENCY[low + k] - lowMiddle)),
  )
  return [slope, meanOf(above), ...bands]
}

/** Least-squares slope of y on x. */
function slopeOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = meanOf(x)
  const meanY = meanOf(y)
  let covariance = 0
  let variance = 0
  for (let k = 0; k < x.length; k++) {
    covariance += (x[k] - meanX) * (y[k] - meanY)
    variance += (x[k] - meanX) * (x[k] - meanX)
  }
  return covariance / variance
}
