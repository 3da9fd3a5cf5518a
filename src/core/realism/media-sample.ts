/** What the realism report measures of a population's pictures: some of every account's, before and after. */
import { type Media, NONE, SPECTRUM_BANDS } from "../evidence/evidence.ts"
import { type BehindMedia, CAPTURED, GENERATED, lookBehindMedia } from "../population/media/media.ts"
import { CAMERA } from "../population/media/picture.ts"
import { livesOf } from "../population/tile.ts"
import { type Clustered, clusterOf, type Valued } from "./cluster.ts"
import type { Population } from "./population.ts"

/** Log power spectra of one picture that nobody edited: as its maker left it, and as it lies on the platform. */
export interface Shared {
  readonly before: Float32Array
  readonly after: Float32Array
}

/** One account's pictures, at most MOST_PICTURES of a kind. */
export interface Gallery extends Clustered {
  readonly account: number
  /** Its own pictures from a camera, and those of an image model. */
  readonly photographs: readonly Float32Array[]
  readonly models: readonly Float32Array[]
  /** Its own pictures that were uploaded as they were made: of a camera or a screen, and of an image model. */
  readonly captured: readonly Shared[]
  readonly generated: readonly Shared[]
  /** Covers in all, and those that carry a C2PA manifest. */
  readonly covers: number
  readonly signed: number
}

/** Two uploads: how many of their hashes' 64 bits differ. */
export interface HashPairs {
  /** Of one picture, one list a picture that was used more than once; the cluster is the stock that it is from. */
  readonly same: readonly (Clustered & { readonly bits: readonly number[] })[]
  /** Of an account's picture and another account's, which are not of one stock. */
  readonly unrelated: readonly Valued[]
}

export interface MediaSample {
  readonly galleries: readonly Gallery[]
  readonly hashes: HashPairs
}

interface Upload {
  readonly high: number
  readonly low: number
}

export function collectMedia({ world, tiles }: Population): MediaSample {
  const galleries: Gallery[] = []
  const uploads = new Map<string, Stocked>()
  const owns: Upload[] = []
  for (const { evidence } of tiles) {
    const { firstAccount, accountCount, posts } = evidence
    if (!posts?.media) continue
    const { media, offset } = posts
    const end = firstAccount + accountCount
    const behind = lookBehindMedia(world, firstAccount, end, livesOf(world, firstAccount, end))
    for (let k = 0; k < accountCount; k++) {
      const account = firstAccount + k
      const gallery = new Hanging(account, clusterOf(account, world.columns.group[account]))
      for (let post = offset[k]; post < offset[k + 1]; post++) {
        if (media.kind[post] === 0) continue
        gallery.hang(media, behind, post)
        const upload = { high: media.hash[2 * post], low: media.hash[2 * post + 1] }
        if (behind.stock[post] !== NONE) push(uploads, behind.group[post], behind.stock[post], upload)
        else if (gallery.covers === 1) owns.push(upload)
      }
      galleries.push(gallery)
    }
  }
  return { galleries, hashes: { same: pairsOf(uploads), unrelated: unrelatedOf(owns) } }
}

/** A gallery while it is hung. */
class Hanging implements Gallery {
  readonly photographs: Float32Array[] = []
  readonly models: Float32Array[] = []
  readonly captured: Shared[] = []
  readonly generated: Shared[] = []
  covers = 0
  signed = 0

  constructor(
    readonly account: number,
    readonly cluster: number,
  ) {}

  hang(
    { spectrum, provenance }: Media,
    { origin, maker, handled, undamaged }: BehindMedia,
    post: number,
  ): void {
    this.covers++
    if (provenance[post] > 0) this.signed++
    const isCaptured = origin[post] === CAPTURED
    if (!isCaptured && origin[post] !== GENERATED) return
    const before = pictureOf(undamaged, post)
    if (!isCaptured) add(this.models, before)
    else if (maker[post] === CAMERA) add(this.photographs, before)
    if (handled[post]) return
    add(isCaptured ? this.captured : this.generated, { before, after: pictureOf(spectrum, post) })
  }
}

/** So that accounts that post all day do not speak for all. */
const MOST_PICTURES = 5

function add<Item>(wall: Item[], picture: Item): void {
  if (wall.length < MOST_PICTURES) wall.push(picture)
}

const pictureOf = (spectra: Float32Array, post: number) =>
  spectra.subarray(post * SPECTRUM_BANDS, (post + 1) * SPECTRUM_BANDS)

/** Uploads of one picture of a stock. */
interface Stocked {
  readonly stock: number
  readonly uses: Upload[]
}

function push(uploads: Map<string, Stocked>, stock: number, picture: number, upload: Upload): void {
  const known = uploads.get(`${stock}/${picture}`)
  if (known) known.uses.push(upload)
  else uploads.set(`${stock}/${picture}`, { stock, uses: [upload] })
}

/** Uses of one picture beyond this many are left out: a few are met everywhere. */
const MOST_USES = 20

const pairsOf = (uploads: ReadonlyMap<string, Stocked>): HashPairs["same"] =>
  [...uploads.values()]
    .filter(({ uses }) => uses.length > 1)
    .map(({ stock, uses }) => ({ cluster: stock, bits: chain(uses.slice(0, MOST_USES)) }))

const unrelatedOf = (owns: readonly Upload[]): Valued[] =>
  chain(owns).map((value, pair) => ({ cluster: pair, value }))

/** Differing bits of every upload and the next. */
const chain = (uploads: readonly Upload[]): number[] =>
  uploads.slice(1).map((upload, k) => differingBits(uploads[k], upload))

const differingBits = (a: Upload, b: Upload): number => countBits(a.high ^ b.high) + countBits(a.low ^ b.low)

/** Bits set in a 32-bit word, counted in parallel (Warren, Hacker's Delight). */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
