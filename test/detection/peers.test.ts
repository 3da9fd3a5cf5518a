import { describe, expect, it } from "vitest"
import { amongPeers } from "../../src/core/detection/content/peers.ts"
import { expectClose } from "../evaluation/expect-close.ts"

const range = (count: number) => Array.from({ length: count }, (_, at) => at)

describe("peers", () => {
  it("are all who were compared where they are few: median and deviation from it", () => {
    const value = Float64Array.from([...range(11), Number.NaN])
    const { usual, spread } = amongPeers(new Uint32Array(12).fill(7), value)
    expect(usual[0]).toBe(5)
    // Deviations from 5 are 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5: their median is 3.
    expectClose(spread[0]!, 3 * 1.4826, 1e-12)
    expect([usual[11], spread[11]]).toEqual([Number.NaN, Number.NaN])
  })

  it("are not there below ten", () => {
    const { usual } = amongPeers(new Uint32Array(9), Float64Array.from(range(9)))
    expect(usual.every(Number.isNaN)).toBe(true)
  })

  it("have about as much text, and a rest joins those before it", () => {
    const size = Uint32Array.from(range(500))
    const { usual } = amongPeers(size, Float64Array.from(size))
    expect([...new Set(usual)]).toEqual([99.5, 349.5])
  })

  it("are never parted where they have the same size", () => {
    const size = Uint32Array.from(range(900), (at) => (at < 150 ? 1 : at < 600 ? 2 : 3))
    const { usual } = amongPeers(size, Float64Array.from(range(900)))
    expect(new Set(usual).size).toBe(2)
    expect(usual[150]).toBe(usual[599])
    expect(usual[0]).toBe(usual[150])
  })

  it("do not move with a few outliers", () => {
    const value = Float64Array.from(range(101), (at) => (at < 90 ? at % 10 : 1e6))
    const { usual, spread } = amongPeers(new Uint32Array(101), value)
    expect(usual[0]).toBeLessThanOrEqual(6)
    expect(spread[0]).toBeLessThan(6)
  })
})
