import { describe, expect, it } from "vitest"
import { withBasis } from "../../src/renderer/export/basis.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { basisOf, previewOf } from "../../src/renderer/views/consequences/replicates.ts"
import { translating } from "./translating.ts"

describe("the replicates of an answer", () => {
  it("are a preview's as long as more follow, whatever the platform's size", () => {
    expect(previewOf("consequences", 4, 1_400_000)).toBe(40)
    expect(previewOf("consequences", 4, 3_000_000)).toBe(10)
    expect(previewOf("consequences", 40, 1_400_000)).toBeNull()
    expect(previewOf("consequences", 10, 3_000_000)).toBeNull()
    // These are worked out once, on as many as they ever are.
    expect(previewOf("surface", 3, 1_400_000)).toBeNull()
  })

  it("are saved with the tiers, and with a word where they are too few for bands", () => {
    const tiers = { watch: 0.05, label: 0.1, limit: 0.15, review: 0.2, suspend: 0.8 }
    const basis = (replicates: number) =>
      basisOf(translating(en), createFormat("en"), { tiers, tiersOff: ["label"] }, replicates)
    const table = withBasis({ columns: ["Figure"], rows: [["Waiting"]] }, basis(40))
    expect(table.columns).toEqual(["Figure", "Tiers set", "Replicates"])
    expect(table.rows[0]!.slice(1)).toEqual([expect.stringMatching(/Label off;.*Human review from 0\.2/), 40])
    expect(basis(40).lines.join(" ")).toMatch(/Human review from 0\.2.*40 replicates/)
    expect(basis(10).lines.join(" ")).toContain("Too few replicates for 95% bands")
    expect(withBasis({ columns: [], rows: [[]] }, basis(10)).rows[0]).toContain(
      "Too few replicates for 95% bands: intervals and bands are too narrow.",
    )
  })
})
