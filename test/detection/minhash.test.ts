import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  BANDS,
  bandKey,
  LEAST_TRIGRAMS,
  minHash,
  ROWS,
  SIGNATURE,
  trigram,
} from "../../src/core/detection/content/minhash.ts"
import { edited, jaccard, note, randomOf } from "./texts.ts"

function signatureOf(tokens: readonly number[]): Uint32Array {
  const signature = new Uint32Array(SIGNATURE)
  expect(minHash(tokens, 0, tokens.length, signature)).toBe(true)
  return signature
}

const shareEqual = (a: Uint32Array, b: Uint32Array) =>
  a.filter((value, i) => value === b[i]).length / a.length
const equalBands = (a: Uint32Array, b: Uint32Array) =>
  Array.from({ length: BANDS }, (_, band) => band).filter((band) => bandKey(a, band) === bandKey(b, band))
    .length

/** Pairs of notes at a number of edits, with their exact similarity. */
function pairs(count: number, edits: number, length = 60) {
  const random = randomOf(`pairs-${edits}-${length}`)
  return Array.from({ length: count }, () => {
    const a = note(random, length)
    const b = edited(a, edits, random)
    return { exact: jaccard(a, b), a: signatureOf(a), b: signatureOf(b) }
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe("Jaccard similarity of trigrams", () => {
  it("is counted by hand", () => {
    // 1-2-3, 2-3-4 against 2-3-4, 3-4-5: one of three.
    expect(jaccard([1, 2, 3, 4], [2, 3, 4, 5])).toBeCloseTo(1 / 3, 12)
    expect(jaccard([1, 2, 3, 4], [1, 2, 3, 4])).toBe(1)
    expect(jaccard([1, 2, 3], [3, 2, 1])).toBe(0)
    expect(jaccard([1, 2], [1, 2])).toBe(0)
  })

  it("sees order, and any token that differs", () => {
    expect(trigram([1, 2, 3], 0)).not.toBe(trigram([2, 1, 3], 0))
    expect(trigram([1, 2, 3], 0)).not.toBe(trigram([1, 2, 4], 0))
    expect(trigram([9, 1, 2, 3], 1)).toBe(trigram([1, 2, 3], 0))
  })
})

describe("a signature", () => {
  it.each([1, 3, 6, 10])("estimates the similarity of notes with %d edits without bias", (edits) => {
    const known = pairs(300, edits)
    const estimate = mean(known.map(({ a, b }) => shareEqual(a, b)))
    const exact = mean(known.map((pair) => pair.exact))
    // A bin agrees or not; 300 pairs of 64 bins leave an error of well under 0.01.
    expect(Math.abs(estimate - exact)).toBeLessThan(0.02)
  })

  it("is as exact for notes so short that most bins are filled from others", () => {
    const known = pairs(1500, 1, 18)
    const estimate = mean(known.map(({ a, b }) => shareEqual(a, b)))
    expect(Math.abs(estimate - mean(known.map((pair) => pair.exact)))).toBeLessThan(0.02)
  })

  it("errs on a single pair by no more than its size allows", () => {
    const known = pairs(500, 4)
    const error = Math.sqrt(mean(known.map(({ exact, a, b }) => (shareEqual(a, b) - exact) ** 2)))
    expect(error).toBeLessThan(1.4 * Math.sqrt(0.25 / SIGNATURE))
  })

  it("is that of the set: place in the buffer and repetition do not matter", () => {
    const token = fc.nat(70_000)
    const notes = fc.array(token, { minLength: LEAST_TRIGRAMS + 2, maxLength: 80 })
    fc.assert(
      fc.property(notes, fc.array(token, { maxLength: 20 }), (tokens, before) => {
        const within = new Uint32Array(SIGNATURE)
        const buffer = [...before, ...tokens, 4, 5, 6]
        minHash(buffer, before.length, before.length + tokens.length, within)
        expect(within).toEqual(signatureOf(tokens))
        // A cycle has the same trigrams after two rounds as after three.
        expect(signatureOf([...tokens, ...tokens, ...tokens])).toEqual(
          signatureOf([...tokens, ...tokens, ...tokens, ...tokens]),
        )
      }),
    )
  })

  it("is not made of a note with fewer than eight trigrams", () => {
    const tokens = note(randomOf("short"), 10)
    const signature = new Uint32Array(SIGNATURE)
    expect(minHash(tokens, 0, 9, signature)).toBe(false)
    expect(minHash(tokens, 0, 10, signature)).toBe(true)
    expect(minHash([], 0, 0, signature)).toBe(false)
  })
})

describe("a band", () => {
  it.each([1, 3, 6, 10])("agrees with probability J^3 at %d edits", (edits) => {
    const known = pairs(400, edits)
    const agreeing = mean(known.map(({ a, b }) => equalBands(a, b) / BANDS))
    const wanted = mean(known.map(({ exact }) => exact ** ROWS))
    expect(Math.abs(agreeing - wanted)).toBeLessThan(0.03)
  })

  it("has room in the signature, and never the key of no note", () => {
    expect(BANDS * ROWS).toBeLessThanOrEqual(SIGNATURE)
    const random = randomOf("keys")
    for (let i = 0; i < 200; i++) {
      const signature = signatureOf(note(random))
      for (let band = 0; band < BANDS; band++) expect(bandKey(signature, band)).toBeGreaterThan(0)
    }
  })

  it("differs from another band of the same values", () => {
    const signature = new Uint32Array(SIGNATURE).fill(7)
    expect(new Set(Array.from({ length: BANDS }, (_, band) => bandKey(signature, band))).size).toBe(BANDS)
  })
})
