import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { moveTier, outOfOrder, TIERS, type Tiers, tierOf, tiersAround } from "../../src/core/policy/tiers.ts"

const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
const anyTier = fc.constantFrom(...TIERS)

describe("tiers", () => {
  it("ascend around any threshold, which is that of human review", () => {
    fc.assert(
      fc.property(anyShare, (threshold) => {
        const tiers = tiersAround(threshold)
        expect(outOfOrder(tiers)).toBeNull()
        expect(tiers.review).toBe(threshold)
      }),
    )
  })

  it("ascend wherever one of them is moved, and the moved one is where it was wanted", () => {
    fc.assert(
      fc.property(anyShare, anyTier, anyShare, (around, tier, threshold) => {
        const moved = moveTier(tiersAround(around), tier, threshold)
        expect(outOfOrder(moved)).toBeNull()
        expect(moved[tier]).toBe(threshold)
      }),
    )
  })

  it("stay where they are when the moved one passes none", () => {
    const tiers = tiersAround(0.2)
    expect(moveTier(tiers, "review", 0.5)).toEqual({ ...tiers, review: 0.5 })
  })

  it("go along with the one that passes them", () => {
    const tiers = tiersAround(0.2)
    expect(moveTier(tiers, "suspend", 0.12)).toEqual({
      watch: 0.05,
      label: 0.1,
      limit: 0.12,
      review: 0.12,
      suspend: 0.12,
    })
  })

  it("part the risks into bands: the harshest that is reached counts", () => {
    const tiers: Tiers = { watch: 0.1, label: 0.2, limit: 0.2, review: 0.4, suspend: 0.8 }
    expect([0, 0.1, 0.2, 0.39, 0.4, 0.8, 1].map((risk) => tierOf(tiers, risk))).toEqual([
      null,
      "watch",
      "limit",
      "limit",
      "review",
      "suspend",
      "suspend",
    ])
    expect(tierOf(tiers, Number.NaN)).toBeNull()
  })

  it("tell which of them is below a milder one", () => {
    expect(outOfOrder({ ...tiersAround(0.2), limit: 0.01 })).toEqual({ tier: "limit", milder: "label" })
  })
})
