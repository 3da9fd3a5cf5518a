import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Definition, gradeAccounts } from "../../src/core/policy/definition.ts"
import { orderTruth, regrade } from "../../src/core/policy/regrade.ts"

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.1, 0.25, 0.5, 1))
const part = fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constantFrom(0.1, 0.25, 0.5, 1))
const truth = fc
  .array(fc.tuple(share, share, share, share, fc.constantFrom(0, 3), fc.integer({ min: 3, max: 28 })), {
    minLength: 1,
    maxLength: 100,
  })
  .map((all) => ({
    creation: Float32Array.from(all, (one) => one[0]),
    scheduling: Float32Array.from(all, (one) => one[1]),
    distribution: Float32Array.from(all, (one) => one[2]),
    oversight: Float32Array.from(all, (one) => one[3]),
    fromDay: Float32Array.from(all, (one) => one[4]),
    untilDay: Float32Array.from(all, (one) => one[5]),
  }))
const definition: fc.Arbitrary<Definition> = fc.record({
  automation: part,
  oversight: part,
  days: fc.integer({ min: 1, max: 28 }),
})

/** The only part that moves; null for all. */
const moved = fc.constantFrom("automation", "oversight", "days", null)

describe("regrading", () => {
  it("grades as from the beginning, and names the accounts whose grade changed, whichever part moved", () => {
    fc.assert(
      fc.property(truth, definition, definition, moved, (of, before, other, part) => {
        const after = part === null ? other : { ...before, [part]: other[part] }
        const from = { definition: before, grade: gradeAccounts(of, before) }
        const { grade, changed } = regrade(of, orderTruth(of), from, after)
        expect([...grade]).toEqual([...gradeAccounts(of, after)])
        expect([...changed].sort((a, b) => a - b)).toEqual(
          [...grade].flatMap((now, account) => (now === from.grade[account] ? [] : [account])),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
