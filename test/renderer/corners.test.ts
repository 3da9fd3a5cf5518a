import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { cornersOf } from "../../src/renderer/charts/corners.ts"

const accounts = fc
  .array(fc.record({ score: fc.float({ min: 0, max: 1, noNaN: true }), managed: fc.boolean() }), {
    minLength: 1,
    maxLength: 300,
  })
  .map((all) => ({
    score: Float32Array.from(all, ({ score }) => score + 0),
    label: Uint8Array.from(all, ({ managed }) => Number(managed)),
  }))

describe("cornersOf", () => {
  it("looks at every score of a small run, highest first, each once", () => {
    fc.assert(
      fc.property(accounts, ({ score, label }) => {
        const { threshold, flagged } = cornersOf(createScoreIndex(score, label))
        expect([...threshold]).toEqual([...new Set(score)].sort((a, b) => b - a))
        expect(flagged.map(({ truePositives, falsePositives }) => truePositives + falsePositives)).toEqual(
          [...threshold].map((at) => score.filter((one) => one >= at).length),
        )
      }),
    )
  })

  it("steps over less than a dot's width of a large run, and over nobody at the top", () => {
    const count = 200_000
    // A permutation of even steps: no two alike, the classes interleaved.
    const score = Float32Array.from({ length: count }, (_, i) => ((i * 7919) % count) / count)
    const label = Uint8Array.from({ length: count }, (_, i) => Number(i % 11 === 0))
    const index = createScoreIndex(score, label)
    const { flagged } = cornersOf(index)
    expect(flagged.length).toBeLessThan(6_000)
    const coarse = cornersOf(index, true).flagged
    expect(coarse.length).toBeLessThan(900)
    expect(coarse.at(-1)).toEqual(flagged.at(-1))
    for (const side of ["truePositives", "falsePositives"] as const) {
      const counts = flagged.map((at) => at[side])
      const all = side === "truePositives" ? index.managed : index.authentic
      const steps = counts.slice(1).map((after, i) => (after - counts[i]!) / all)
      expect(Math.max(...steps)).toBeLessThan(1 / 500)
      for (let top = 1; top <= 200; top++) expect(counts).toContain(top)
      expect(counts.at(-1)).toBe(all)
    }
  })
})
