import { beforeAll, describe, expect, it } from "vitest"
import { tileChecksum } from "../../../src/core/digest.ts"
import {
  type Evidence,
  type Media,
  NONE,
  PROVENANCES,
  SPECTRUM_BANDS,
} from "../../../src/core/evidence/evidence.ts"
import {
  type BehindMedia,
  CAPTURED,
  GENERATED,
  lookBehindMedia,
  ORIGINS,
  REUSED,
} from "../../../src/core/population/media/media.ts"
import { CAMERA, GENERATOR } from "../../../src/core/population/media/picture.ts"
import { tilesOf } from "../../../src/core/population/populate.ts"
import { CHECKED, generateTile, livesOf, lookBehind } from "../../../src/core/population/tile.ts"
import type { World } from "../../../src/core/population/world.ts"
import { countBits } from "../../../src/core/realism/media-sample.ts"
import { areaUnderCurve } from "../../../src/core/realism/text-classifier.ts"
import { buildTestWorld } from "../world.ts"

let world: World
let tile: Evidence
let media: Media
let behind: BehindMedia

beforeAll(async () => {
  world = await buildTestWorld()
  tile = generateTile(world, 0, world.accounts)
  media = tile.posts!.media!
  behind = lookBehindMedia(world, 0, world.accounts, livesOf(world, 0, world.accounts))
})

/** Mean over an archetype's accounts of the share of their posts of an origin. */
function shareOf(id: string, origin: number): { share: number; accounts: number } {
  let [sum, accounts] = [0, 0]
  for (let account = 0; account < world.accounts; account++) {
    const [from, end] = [world.columns.postOffset[account], world.columns.postOffset[account + 1]]
    if (world.archetypes[world.columns.archetype[account]].id !== id || from === end) continue
    sum += behind.origin.subarray(from, end).filter((one) => one === origin).length / (end - from)
    accounts++
  }
  return { share: sum / accounts, accounts }
}

/** Vitest compares long arrays value by value, which takes seconds. */
const sameBits = (a: ArrayBufferView, b: ArrayBufferView) =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength))

describe("media", () => {
  it("are the same whichever range they are generated in", () => {
    for (const { first, end } of tilesOf(world.accounts)) {
      const part = generateTile(world, first, end).posts!.media!
      const from = world.columns.postOffset[first]
      const to = world.columns.postOffset[end]
      for (const [column, width] of [
        ["kind", 1],
        ["hash", 2],
        ["spectrum", SPECTRUM_BANDS],
        ["exif", 1],
        ["provenance", 1],
      ] as const)
        expect(sameBits(part[column], media[column].subarray(width * from, width * to)), column).toBe(true)
    }
  })

  it("change no other evidence, nor the population's digest, when nobody looks at them", () => {
    const unseen = generateTile(world, 0, world.accounts, CHECKED)
    expect(unseen.posts!.media).toBeUndefined()
    expect(tileChecksum(unseen)).toEqual(tileChecksum(tile))
    for (const field of ["posts", "interactions", "follows", "reports", "profiles"] as const) {
      const columns = Object.entries(tile[field]!).filter(([, column]) => ArrayBuffer.isView(column))
      expect(columns.length).toBeGreaterThan(1)
      for (const [name, column] of columns as [string, ArrayBufferView][]) {
        const other = (unseen[field] as unknown as Record<string, ArrayBufferView>)[name]
        expect(sameBits(column, other), `${field}.${name}`).toBe(true)
      }
    }
  })

  it("are all 0 where a post has none, and finite where it has one", () => {
    const isRight = (kind: number, post: number) => {
      const spectrum = media.spectrum.subarray(post * SPECTRUM_BANDS, (post + 1) * SPECTRUM_BANDS)
      if (kind > 0) return spectrum.every((power) => power > -3 && power < 8)
      const hash = media.hash[2 * post] | media.hash[2 * post + 1]
      return [hash, media.exif[post], media.provenance[post], ...spectrum].every((value) => value === 0)
    }
    expect([...media.kind.keys()].filter((post) => !isRight(media.kind[post], post))).toEqual([])
  })

  it("agree with what is behind them", () => {
    expect(sameBits(lookBehind(world, 0, world.accounts).origin, behind.origin)).toBe(true)
    const [NO_CLAIM, CAMERAS_CLAIM, MODELS_CLAIM] = PROVENANCES.keys()
    const agrees = (post: number) => {
      const { origin, maker, stock } = behind
      const madeBy = { [NO_CLAIM]: maker[post], [CAMERAS_CLAIM]: CAMERA, [MODELS_CLAIM]: GENERATOR }
      return (
        (media.kind[post] === 0) === (ORIGINS[origin[post]] === "none") &&
        (stock[post] === NONE) === (origin[post] !== REUSED) &&
        (origin[post] !== GENERATED || maker[post] === GENERATOR) &&
        maker[post] === madeBy[media.provenance[post]]
      )
    }
    expect([...media.kind.keys()].filter((post) => !agrees(post))).toEqual([])
    expect(media.provenance.some((provenance) => provenance > 0)).toBe(true)
  })

  it("are generated and used again as often as the archetype says", () => {
    for (const [id, slack] of [
      ["casual", 0.012],
      ["creator", 0.03],
      ["virtual-influencer", 0.06],
      ["deal-reposter", 0.08],
    ] as const) {
      const { pictured, generated, reused } = world.archetypes.find((archetype) => archetype.id === id)!.media
      expect(Math.abs(shareOf(id, GENERATED).share - pictured.mean * generated.mean), id).toBeLessThan(slack)
      expect(Math.abs(shareOf(id, REUSED).share - pictured.mean * reused.mean), id).toBeLessThan(slack)
      expect(Math.abs(shareOf(id, 0).share - (1 - pictured.mean)), id).toBeLessThan(slack)
    }
  })
})

describe("a picture that is used again", () => {
  it("has a hash close to that of its other uses, mostly", () => {
    const known = new Map<string, readonly [number, number]>()
    const distances: number[] = []
    for (const [post, number] of behind.stock.entries()) {
      if (number === NONE) continue
      const key = `${behind.group[post]}/${number}`
      const [high, low] = [media.hash[2 * post], media.hash[2 * post + 1]]
      const other = known.get(key)
      if (other) distances.push(countBits(high ^ other[0]) + countBits(low ^ other[1]))
      else known.set(key, [high, low])
    }
    expect(distances.length).toBeGreaterThan(200)
    expect(distances.filter((bits) => bits <= 10).length / distances.length).toBeGreaterThan(0.5)
  })

  it("is of the stock of one's own group", () => {
    const { postOffset, group } = world.columns
    const foreign: number[] = []
    for (let account = 0; account < world.accounts; account++)
      for (let post = postOffset[account]; post < postOffset[account + 1]; post++)
        if (behind.group[post] !== NONE && behind.group[post] !== group[account]) foreign.push(post)
    expect(foreign).toEqual([])
    expect(behind.group.some((number) => number !== NONE)).toBe(true)
  })
})

describe("what an upload leaves", () => {
  it("tells generated pictures from captured ones by no single band", () => {
    for (let band = 0; band < SPECTRUM_BANDS; band++) {
      const powers = (origin: number) =>
        Array.from(behind.origin.keys())
          .filter((post) => behind.origin[post] === origin)
          .map((post) => media.spectrum[post * SPECTRUM_BANDS + band])
      const auc = areaUnderCurve(powers(GENERATED), powers(CAPTURED))
      expect(Math.max(auc, 1 - auc), `band ${band}`).toBeLessThan(0.95)
    }
  })

  it("has less of the highest frequencies than the maker left, in photographs", () => {
    const top = SPECTRUM_BANDS - 1
    const lost = Array.from(behind.maker.keys())
      .filter((post) => behind.maker[post] === CAMERA)
      .map(
        (post) => behind.undamaged[post * SPECTRUM_BANDS + top] - media.spectrum[post * SPECTRUM_BANDS + top],
      )
    expect(lost.filter((difference) => difference > 0).length / lost.length).toBeGreaterThan(0.7)
  })
})
