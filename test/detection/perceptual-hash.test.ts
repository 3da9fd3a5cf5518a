import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  differingBits,
  HASH_KEYS,
  hashKey,
  isFirstKey,
} from "../../src/core/detection/content/perceptual-hash.ts"

const word = fc.integer({ min: 0, max: 0xffffffff })
const hash = fc.tuple(word, word)
const bits = (count: number) => fc.uniqueArray(fc.nat(63), { minLength: count, maxLength: count })

function flipped([high, low]: readonly [number, number], places: readonly number[]): [number, number] {
  let [a, b] = [high, low]
  for (const place of places) {
    if (place >= 32) a = (a ^ (1 << (place - 32))) >>> 0
    else b = (b ^ (1 << place)) >>> 0
  }
  return [a, b]
}

const keysOf = ([high, low]: readonly [number, number]) =>
  Array.from({ length: HASH_KEYS }, (_, which) => hashKey(high, low, which))

describe("perceptual hashes", () => {
  it("count the bits in which they differ", () => {
    expect(differingBits(0, 0)).toBe(0)
    expect(differingBits(0xffffffff, 0x80000001)).toBe(34)
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.nat(63)), (before, places) => {
        const after = flipped(before, places)
        expect(differingBits(before[0] ^ after[0], before[1] ^ after[1])).toBe(places.length)
      }),
    )
  })

  it("share a key when they differ in four bits, wherever these lie", () => {
    fc.assert(
      fc.property(hash, bits(4), (before, places) => {
        const [a, b] = [keysOf(before), keysOf(flipped(before, places))]
        expect(a.some((key, which) => key === b[which])).toBe(true)
      }),
    )
  })

  it("share one in three of four cases when they differ in six", () => {
    const places = fc.sample(bits(6), { numRuns: 2000, seed: 5 })
    const found = places.filter((differing) => {
      const [a, b] = [keysOf([1, 2]), keysOf(flipped([1, 2], differing))]
      return a.some((key, which) => key === b[which])
    })
    // Six balls in six boxes leave two empty in 75.3 % of cases.
    expect(found.length / places.length).toBeGreaterThan(0.72)
    expect(found.length / places.length).toBeLessThan(0.79)
  })

  it("have keys that are never 0 and differ from each other", () => {
    fc.assert(
      fc.property(hash, (one) => {
        const keys = keysOf(one)
        expect(keys).not.toContain(0)
        expect(new Set(keys).size).toBe(HASH_KEYS)
      }),
    )
  })

  it("are reported by one key only, which they share", () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.nat(63), { maxLength: 8 }), (before, places) => {
        const after = flipped(before, places)
        const [a, b] = [keysOf(before), keysOf(after)]
        const first = a.findIndex((key, which) => key === b[which])
        const reporting = a.flatMap((_, which) =>
          isFirstKey(before[0] ^ after[0], before[1] ^ after[1], which) ? [which] : [],
        )
        expect(reporting).toEqual(first < 0 ? [] : [first])
      }),
    )
  })
})
