import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { correctedConditionalEntropy } from "../../src/core/detection/behaviour/conditional-entropy.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

describe("corrected conditional entropy", () => {
  it.each(reference.conditionalEntropy)("equals SciPy's for $symbols", ({ symbols, nats }) => {
    expectClose(correctedConditionalEntropy(symbols, 5), nats, 1e-12)
  })

  it("is 0 for one symbol throughout, small for a pattern that repeats, and missing without symbols", () => {
    expect(correctedConditionalEntropy(new Array(30).fill(3), 5)).toBe(0)
    const pattern = Array.from({ length: 60 }, (_, i) => [0, 0, 4][i % 3]!)
    expect(correctedConditionalEntropy(pattern, 5)).toBeLessThan(0.02)
    expect(correctedConditionalEntropy([], 5)).toBeNaN()
  })

  it("is at most the entropy of the symbols alone, and does not depend on their names", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 80 }), (symbols) => {
        const nats = correctedConditionalEntropy(symbols, 5)
        expect(nats).toBeLessThanOrEqual(Math.log(5) + 1e-12)
        expectClose(
          correctedConditionalEntropy(
            symbols.map((symbol) => 4 - symbol),
            5,
          ),
          nats,
          1e-9,
        )
      }),
    )
  })
})
