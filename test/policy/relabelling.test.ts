import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Definition, GRADES, gradeOf, isManaged } from "../../src/core/policy/definition.ts"
import { type Relabelling, relabellingsOf } from "../../src/core/policy/relabelling.ts"

const DAYS = 14
const share = fc.float({ min: 0, max: 1, noNaN: true })
const asked = fc.double({ min: 0.01, max: 1, noNaN: true })
const truthArbitrary = fc
  .record({
    creation: share,
    scheduling: share,
    distribution: share,
    oversight: share,
    from: fc.integer({ min: 0, max: DAYS - 1 }),
    length: fc.float({ min: 0.5, max: DAYS, noNaN: true }),
  })
  .map(({ creation, scheduling, distribution, oversight, from, length }) => ({
    creation: Float32Array.of(creation),
    scheduling: Float32Array.of(scheduling),
    distribution: Float32Array.of(distribution),
    oversight: Float32Array.of(oversight),
    fromDay: Float32Array.of(from),
    untilDay: Float32Array.of(Math.min(DAYS, from + length)),
  }))
const definitionArbitrary: fc.Arbitrary<Definition> = fc.record({
  automation: asked,
  oversight: asked,
  days: fc.integer({ min: 1, max: DAYS }),
})

const managedBy = (truth: Parameters<typeof gradeOf>[0], definition: Definition) =>
  isManaged(GRADES[gradeOf(truth, 0, definition)]!)

function beyond({ part, side, bound }: Relabelling): number {
  if (part === "days") return side === "at-least" ? bound - 1 : bound + 1
  return side === "above" ? bound : bound + 1e-6
}

describe("relabelling", () => {
  it("names bounds at which the label changes, and just beyond which it does not", () => {
    fc.assert(
      fc.property(truthArbitrary, definitionArbitrary, (truth, definition) => {
        const before = managedBy(truth, definition)
        for (const way of relabellingsOf(truth, 0, definition, DAYS)) {
          const at = way.side === "above" ? way.bound + 1e-6 : way.bound
          expect(managedBy(truth, { ...definition, [way.part]: at })).toBe(!before)
          expect(managedBy(truth, { ...definition, [way.part]: beyond(way) })).toBe(before)
        }
      }),
      { numRuns: 500 },
    )
  })

  it("finds a part that suffices wherever there is one", () => {
    fc.assert(
      fc.property(truthArbitrary, definitionArbitrary, asked, (truth, definition, tried) => {
        const before = managedBy(truth, definition)
        const parts = relabellingsOf(truth, 0, definition, DAYS).map(({ part }) => part)
        for (const part of ["oversight", "automation", "days"] as const) {
          const value = part === "days" ? Math.max(1, Math.round(tried * DAYS)) : tried
          if (managedBy(truth, { ...definition, [part]: value }) !== before) expect(parts).toContain(part)
        }
      }),
      { numRuns: 500 },
    )
  })
})
