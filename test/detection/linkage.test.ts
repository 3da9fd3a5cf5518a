import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Growing } from "../../src/core/detection/linkage/growing.ts"
import { ownersOf, sortedOrder } from "../../src/core/detection/linkage/order.ts"
import { concat, eachRun, pairKey, pairOf, WeightedPairs } from "../../src/core/detection/linkage/pairs.ts"

const word = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(9))

describe("linkage", () => {
  it("sorts positions by key, equal keys in their order", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (keys) => {
        const wanted = keys.map((_, position) => position).sort((a, b) => keys[a]! - keys[b]! || a - b)
        expect([...sortedOrder(Uint32Array.from(keys))]).toEqual(wanted)
      }),
    )
  })

  it("knows the owner of each position, also between accounts that own nothing", () => {
    expect([...ownersOf(Uint32Array.of(0, 2, 2, 3, 3))]).toEqual([0, 0, 2])
    expect([...ownersOf(Uint32Array.of(0))]).toEqual([])
  })

  it("keeps pairs as one number each, whichever comes first", () => {
    const accounts = 2_000_000
    const account = fc.nat(accounts - 1)
    fc.assert(
      fc.property(account, account, (a, b) => {
        const key = pairKey(a, b, accounts)
        expect(key).toBe(pairKey(b, a, accounts))
        expect(pairOf(key, accounts)).toEqual([Math.min(a, b), Math.max(a, b)])
      }),
    )
  })

  it("collects numbers, and one of each since a length", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { maxLength: 60 }),
        fc.array(fc.nat(40), { maxLength: 60 }),
        (kept, added) => {
          const list = new Growing()
          for (const value of kept) list.push(value)
          for (const value of added) list.push(value)
          list.distinctFrom(kept.length)
          const distinct = [...new Set(added)].sort((a, b) => a - b)
          expect([...list.values()]).toEqual([...kept, ...distinct])
        },
      ),
    )
  })

  it("grows beyond its first room", () => {
    const list = new Growing()
    for (let value = 0; value < 5000; value++) list.push(value)
    expect([...list.values()]).toEqual(Array.from({ length: 5000 }, (_, value) => value))
  })

  it("joins a column of all parts, and counts what is equal in a sorted one", () => {
    const parts = [
      { keys: Float64Array.of(1, 1) },
      { keys: new Float64Array(0) },
      { keys: Float64Array.of(4) },
    ]
    const runs: [number, number][] = []
    eachRun(concat(parts, "keys"), (value, count) => runs.push([value, count]))
    expect(runs).toEqual([
      [1, 2],
      [4, 1],
    ])
  })

  it("keeps the strongest pairs, equal ones in the order in which they came", () => {
    const pairs = new WeightedPairs()
    for (const [a, weight] of [1, 7, 2.5, 7, 0.5].entries()) pairs.add(a, a + 10, weight)
    const { a, b, weight } = pairs.strongest(3)
    expect([[...a], [...b], [...weight]]).toEqual([
      [1, 3, 2],
      [11, 13, 12],
      [7, 7, 2.5],
    ])
  })
})
