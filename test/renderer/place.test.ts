import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { COHORT_KINDS } from "../../src/core/evaluation/index.ts"
import { GRADES } from "../../src/core/policy/definition.ts"
import {
  formatPlace,
  OUTCOMES,
  parsePlace,
  REALISM_PARTS,
  START,
  VIEWS,
} from "../../src/renderer/state/place.ts"

const anyPlace = fc.record({
  view: fc.constantFrom(...VIEWS),
  run: fc.option(fc.string({ minLength: 1 })),
  threshold: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  prevalence: fc.option(fc.double({ min: 1e-6, max: 0.999, noNaN: true })),
  oversight: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
  automation: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
  days: fc.option(fc.integer({ min: 1, max: 90 })),
  account: fc.option(fc.nat()),
  outcome: fc.constantFrom(...OUTCOMES),
  grade: fc.option(fc.constantFrom(...GRADES)),
  cohorts: fc.constantFrom(...COHORT_KINDS),
  part: fc.constantFrom(...REALISM_PARTS),
  sort: fc.constantFrom("risk", "posts", "co-action"),
  descending: fc.boolean(),
})

describe("an address", () => {
  it("brings back the very place it was written for", () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        // -0 and 0 are one threshold.
        const plain = { ...place, threshold: place.threshold === 0 ? 0 : place.threshold }
        expect(parsePlace(formatPlace(place))).toEqual(plain)
      }),
    )
  })

  it("is short at the start", () => {
    expect(formatPlace(START)).toBe("#/trade-offs")
    expect(parsePlace("")).toEqual(START)
  })

  it("takes what makes no sense as not said", () => {
    const place = parsePlace(
      "#/nowhere?threshold=1.5&prevalence=0&oversight=0&automation=2&days=0.5&account=1.5&outcome=odd&cohorts=shoe&grade=1&part=2",
    )
    expect(place).toEqual(START)
  })
})
