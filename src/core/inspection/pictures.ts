/** Covers of an account as the platform fingerprints them, and what is usual for spectra of the platform. */
import type { AccountMedia, SpectrumBand } from "../account-detail.ts"
import { differingBits, MOST_DIFFERING } from "../detection/content/perceptual-hash.ts"
import { flattened } from "../detection/content/spectrum.ts"
import { type Evidence, MEDIA_KINDS, type Media, PROVENANCES, SPECTRUM_BANDS } from "../evidence/evidence.ts"
import { drawMedia } from "../population/media/media.ts"
import { livesOf } from "../population/tile.ts"
import type { World } from "../population/world.ts"

const NO_MEDIA = MEDIA_KINDS.indexOf("none")
const IMAGE = MEDIA_KINDS.indexOf("image")
/** Enough pictures for the fifth part of a tenth to hold some thirty of them. */
const ENOUGH_PICTURES = 600
/** Accounts looked at for them, at most. */
const MOST_ACCOUNTS = 150

/** One entry a post of the tile's only account; null where it has no cover. */
export function mediaOf({ posts }: Evidence, others: readonly Evidence[]): (AccountMedia | null)[] {
  const { media } = posts!
  return Array.from(posts!.time, (_, post) => {
    if (media!.kind[post] === NO_MEDIA) return null
    return {
      kind: MEDIA_KINDS[media!.kind[post]],
      hash: hex(media!.hash[2 * post]) + hex(media!.hash[2 * post + 1]),
      spectrum: flattened(media!.spectrum, post * SPECTRUM_BANDS).map(shortened),
      exif: media!.exif[post] === 1,
      provenance: PROVENANCES[media!.provenance[post]],
      reused: isLikeAnEarlierOne(media!, post),
      alike: mostAlike(media!, post, others),
    }
  })
}

const hex = (word: number) => word.toString(16).padStart(8, "0")
/** Four decimals are finer than anybody sees. */
const shortened = (value: number) => Math.round(value * 1e4) / 1e4

const difference = (a: Media, at: number, b: Media, other: number) =>
  differingBits(a.hash[2 * at] ^ b.hash[2 * other], a.hash[2 * at + 1] ^ b.hash[2 * other + 1])

function isLikeAnEarlierOne(media: Media, post: number): boolean {
  for (let earlier = 0; earlier < post; earlier++)
    if (media.kind[earlier] !== NO_MEDIA && difference(media, post, media, earlier) <= MOST_DIFFERING)
      return true
  return false
}

function mostAlike(media: Media, post: number, others: readonly Evidence[]): AccountMedia["alike"] {
  let best: AccountMedia["alike"] = null
  for (const { firstAccount, posts } of others) {
    for (let other = 0; other < posts!.time.length; other++) {
      if (posts!.media!.kind[other] === NO_MEDIA) continue
      const bits = difference(media, post, posts!.media!, other)
      if (bits <= MOST_DIFFERING && bits < (best?.differingBits ?? Infinity))
        best = { account: firstAccount, differingBits: bits }
    }
  }
  return best
}

/** Of images of accounts spaced evenly over the population: the middle nine tenths of each band, and the median. */
export function usualSpectrum(world: World): SpectrumBand | null {
  const spectra: number[][] = []
  const looked = Math.min(world.accounts, MOST_ACCOUNTS)
  for (let k = 0; k < looked && spectra.length < ENOUGH_PICTURES; k++) {
    const account = Math.floor((k * world.accounts) / looked)
    const media = drawMedia(world, account, account + 1, livesOf(world, account, account + 1))
    for (let post = 0; post < media.kind.length; post++)
      if (media.kind[post] === IMAGE) spectra.push(flattened(media.spectrum, post * SPECTRUM_BANDS))
  }
  if (spectra.length === 0) return null
  const at = (share: number) =>
    Array.from({ length: SPECTRUM_BANDS }, (_, band) => {
      const sorted = spectra.map((spectrum) => spectrum[band]).sort((a, b) => a - b)
      return shortened(sorted[Math.round(share * (sorted.length - 1))])
    })
  return { low: at(0.05), middle: at(0.5), high: at(0.95), pictures: spectra.length }
}
