import { describe, expect, it } from "vitest"
import {
  COEFFICIENTS,
  type Content,
  crop,
  drawContent,
  label,
  mirror,
  SIDE,
  tone,
  writeHash,
} from "../../../src/core/population/media/content.ts"
import { type Random, stage } from "../../../src/core/random/streams.ts"
import { countBits } from "../../../src/core/realism/media-sample.ts"

const streams = stage("test", "content")

function contentOf(number: number): Content {
  const content = new Float64Array(COEFFICIENTS)
  drawContent(streams.at(number), content)
  return content
}

function hashOf(content: Content): Uint32Array {
  const hash = new Uint32Array(2)
  writeHash(content, hash, 0)
  return hash
}

const distance = (a: Content, b: Content) => {
  const [x, y] = [hashOf(a), hashOf(b)]
  return countBits(x[0] ^ y[0]) + countBits(x[1] ^ y[1])
}

/** Mean distance of a hundred pictures from themselves edited. */
function moved(edit: (content: Content, random: Random) => void): number {
  let sum = 0
  for (let number = 0; number < 100; number++) {
    const edited = contentOf(number)
    edit(edited, streams.at(1000 + number))
    sum += distance(contentOf(number), edited)
  }
  return sum / 100
}

/** Brightness at a point of the unit square. */
function brightness(content: Content, x: number, y: number): number {
  let sum = 0
  for (let v = 0; v < SIDE; v++)
    for (let u = 0; u < SIDE; u++)
      sum += content[v * SIDE + u] * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y)
  return sum
}

/** Coefficient (u, v) of a picture given point by point, by the midpoint rule. */
function project(at: (x: number, y: number) => number, u: number, v: number, points = 200): number {
  let sum = 0
  for (let i = 0; i < points; i++)
    for (let j = 0; j < points; j++) {
      const [x, y] = [(i + 0.5) / points, (j + 0.5) / points]
      sum += at(x, y) * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y)
    }
  return ((u === 0 ? 1 : 2) * (v === 0 ? 1 : 2) * sum) / (points * points)
}

const SOME = [
  [0, 0],
  [1, 0],
  [0, 3],
  [2, 5],
  [7, 7],
]

describe("a perceptual hash", () => {
  it("sets half of its bits", () => {
    for (let number = 0; number < 50; number++) {
      const [high, low] = hashOf(contentOf(number))
      expect(countBits(high) + countBits(low)).toBe(32)
    }
  })

  it("sets the bits of the coefficients that lie above the median, the first one highest", () => {
    const content = Float64Array.from({ length: COEFFICIENTS }, (_, k) => (k < 32 ? 100 - k : -k))
    expect([...hashOf(content)]).toEqual([0xffffffff, 0])
    expect([...hashOf(content.map((value) => -value))]).toEqual([0, 0xffffffff])
    expect([...hashOf(content.map((_, k) => (k % 2 === 0 ? 1 + k : -1 - k)))]).toEqual([
      0xaaaaaaaa, 0xaaaaaaaa,
    ])
  })

  it("differs in about half its bits between unrelated pictures", () => {
    const distances = Array.from({ length: 300 }, (_, k) => distance(contentOf(k), contentOf(k + 1)))
    expect(distances.reduce((sum, bits) => sum + bits, 0) / 300).toBeGreaterThan(30)
    expect(Math.min(...distances)).toBeGreaterThan(10)
  })

  it("is the same for the same stream", () => {
    expect(hashOf(contentOf(5))).toEqual(hashOf(contentOf(5)))
  })
})

describe("editing", () => {
  it("that changes nothing changes nothing", () => {
    const content = contentOf(1)
    crop(content, 0, 0, 1)
    label(content, 0.2, 0.2, 0.3, 0.3, 0)
    tone(content, 0, streams.at(2))
    for (const [k, value] of contentOf(1).entries()) expect(content[k]).toBeCloseTo(value, 10)
  })

  it("by a crop is what cutting the picture itself comes to", () => {
    const [left, top, length] = [0.07, 0.02, 0.85]
    const cropped = contentOf(3)
    crop(cropped, left, top, length)
    for (const [u, v] of SOME) {
      const cut = (x: number, y: number) => brightness(contentOf(3), left + length * x, top + length * y)
      expect(cropped[v * SIDE + u]).toBeCloseTo(project(cut, u, v), 3)
    }
  })

  it("by a label is what a rectangle of light comes to", () => {
    const [left, top, width, height] = [0.25, 0.5, 0.5, 0.1]
    const labelled = contentOf(4)
    label(labelled, left, top, width, height, 1.5)
    for (const [u, v] of SOME) {
      const light = (x: number, y: number) =>
        x > left && x < left + width && y > top && y < top + height ? 1.5 : 0
      expect(labelled[v * SIDE + u] - contentOf(4)[v * SIDE + u]).toBeCloseTo(project(light, u, v), 2)
    }
  })

  it("by mirroring turns left and right, and back again", () => {
    const mirrored = contentOf(6)
    mirror(mirrored)
    expect(brightness(mirrored, 0.3, 0.8)).toBeCloseTo(brightness(contentOf(6), 0.7, 0.8), 10)
    mirror(mirrored)
    expect(mirrored).toEqual(contentOf(6))
  })

  it("moves the hash the further the more is cut, recoloured or covered", () => {
    const ascending = (distances: readonly number[]) => {
      for (const [k, bits] of distances.slice(1).entries()) expect(bits).toBeGreaterThan(distances[k])
    }
    ascending([0.02, 0.08, 0.25].map((cut) => moved((content) => crop(content, cut / 2, cut / 2, 1 - cut))))
    ascending([0.02, 0.1, 0.5].map((strength) => moved((content, random) => tone(content, strength, random))))
    ascending([0.3, 1, 4].map((light) => moved((content) => label(content, 0.1, 0.7, 0.6, 0.12, light))))
  })
})
