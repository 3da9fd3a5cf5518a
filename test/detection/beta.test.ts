import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fitBeta } from "../../src/core/detection/fusion/beta.ts"
import { calibrate, fitCalibration, logOdds } from "../../src/core/detection/fusion/calibration.ts"
import { fitSimplex } from "../../src/core/detection/fusion/simplex.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { floats, why } from "../evaluation/why-reference.ts"

describe("beta calibration", () => {
  it.each(why.beta)("is scikit-learn's logistic regression on both logarithms: $name", (known) => {
    const found = fitBeta(floats(known.score), known.label)
    // scikit-learn stops a little short of the optimum.
    expectClose(found.a, known.a, 1e-4)
    expectClose(found.b, known.b, 1e-4)
    expectClose(found.c, known.c, 1e-4)
  })

  it("is the identity where log-odds are those of the score", () => {
    const curve = { a: 1, b: 1, c: 0 }
    for (const score of [0.01, 0.3, 0.5, 0.9]) expectClose(calibrate(curve, score), score)
    expectClose(logOdds(calibrate({ a: 1, b: 1, c: -2 }, 0.5)), -2)
  })

  it("never falls, stays within (0, 1), and leaves a missing score missing", () => {
    const accounts = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1 })),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(accounts, (drawn) => {
        const score = Float32Array.from(drawn, ([value]) => value)
        const curve = fitCalibration(
          "beta",
          score,
          Uint8Array.from(drawn, ([, label]) => label),
          0.1,
        )
        let before = 0
        for (let value = 0; value <= 1; value += 0.05) {
          const probability = calibrate(curve, value)
          expect(probability).toBeGreaterThan(0)
          expect(probability).toBeLessThan(1)
          expect(probability).toBeGreaterThanOrEqual(before)
          before = probability
        }
        expect(calibrate(curve, Number.NaN)).toBeNaN()
      }),
    )
  })

  it("learns from those alone who have a score, and nothing when nobody has", () => {
    const score = Float32Array.of(0.1, Number.NaN, 0.8, 0.4)
    const label = Uint8Array.of(0, 1, 1, 0)
    const judged = fitCalibration("beta", Float32Array.of(0.1, 0.8, 0.4), Uint8Array.of(0, 1, 0), 0.1)
    expect(fitCalibration("beta", score, label, 0.1)).toEqual(judged)
    const silent = fitCalibration("beta", Float32Array.of(Number.NaN), Uint8Array.of(1), 0.1)
    expect(calibrate(silent, 0.5)).toBeNaN()
  })
})

describe("weights that sum to 1", () => {
  it.each(why.simplex)(
    "are those of SciPy's SLSQP, of $weights.length columns",
    ({ rows, label, weights }) => {
      const found = fitSimplex(Float64Array.from(rows.flat()), weights.length, label)
      for (const [k, weight] of weights.entries()) expectClose(found[k]!, weight, 1e-6)
      expectClose(
        found.reduce((sum, weight) => sum + weight, 0),
        1,
      )
    },
  )

  it("take all from a column that is nothing but noise on another", () => {
    const target = [0, 0, 1, 1, 0, 1]
    const rows = target.flatMap((value) => [1 - value, value])
    expect(Array.from(fitSimplex(Float64Array.from(rows), 2, target))).toEqual([0, 1])
  })
})
