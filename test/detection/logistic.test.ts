import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sigmoid } from "../../src/core/detection/fusion/calibration.ts"
import { type Fit, fitLogistic } from "../../src/core/detection/fusion/logistic.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

/** What is minimised, at its minimum, is flat: the largest slope along any coefficient. */
function steepest(rows: readonly (readonly number[])[], label: readonly number[], l2: number, fit: Fit) {
  const slope = fit.weights.map((weight) => l2 * weight)
  let interceptSlope = 0
  for (const [i, row] of rows.entries()) {
    const error = sigmoid(row.reduce((sum, x, k) => sum + x * fit.weights[k]!, fit.intercept)) - label[i]!
    interceptSlope += error
    for (const [k, x] of row.entries()) slope[k]! += error * x
  }
  return Math.max(Math.abs(interceptSlope), ...slope.map(Math.abs))
}

describe("L2 logistic regression", () => {
  it.each(reference.logistic)("equals scikit-learn's: $name", (known) => {
    const fit = fitLogistic(Float64Array.from(known.rows.flat()), 4, known.label, known.l2)
    expectClose(fit.intercept, known.intercept, 1e-6)
    for (const [k, weight] of known.weights.entries()) expectClose(fit.weights[k]!, weight, 1e-6)
  })

  it("ends at the minimum, whatever the data", () => {
    const x = fc.double({ min: -30, max: 30, noNaN: true })
    const account = fc.tuple(fc.tuple(x, x), fc.integer({ min: 0, max: 1 }))
    const populations = fc
      .array(account, { minLength: 4, maxLength: 60 })
      .filter((accounts) => new Set(accounts.map(([, label]) => label)).size === 2)
    fc.assert(
      fc.property(populations, fc.constantFrom(0.01, 1, 50), (accounts, l2) => {
        const rows = accounts.map(([row]) => row)
        const label = accounts.map(([, label]) => label)
        const fit = fitLogistic(Float64Array.from(rows.flat()), 2, label, l2)
        expect(steepest(rows, label, l2, fit)).toBeLessThan(1e-5)
      }),
      { numRuns: 300 },
    )
  })

  it("finds a rare class behind a strong sign", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [i < 6 ? 9 : 0, i % 7])
    const label = rows.map((_, i) => (i < 5 ? 1 : 0))
    const fit = fitLogistic(Float64Array.from(rows.flat()), 2, label, 1)
    expect(steepest(rows, label, 1, fit)).toBeLessThan(1e-5)
    expect(fit.weights[0]!).toBeGreaterThan(0.5)
  })

  it.each([0, 1])("stays finite when every label is %d", (only) => {
    const rows = Float64Array.from([0.1, 0.9, 0.4, 0.2])
    const fit = fitLogistic(rows, 1, [only, only, only, only], 1)
    expect(Number.isFinite(fit.intercept)).toBe(true)
    expect(Number.isFinite(fit.weights[0]!)).toBe(true)
    expect(sigmoid(fit.intercept)).toBeCloseTo(only, 5)
  })

  it("stays finite when one column tells the classes apart and nothing is penalised", () => {
    const fit = fitLogistic(Float64Array.from([-2, -1, 1, 2]), 1, [0, 0, 1, 1], 0)
    expect(Number.isFinite(fit.intercept)).toBe(true)
    expect(fit.weights[0]!).toBeGreaterThan(5)
    expect(Number.isFinite(fit.weights[0]!)).toBe(true)
  })

  it("gives a column without variation no weight", () => {
    const rows = Float64Array.from([0, 1, 0, 3, 0, 2, 0, 5, 0, 4])
    expect(fitLogistic(rows, 2, [0, 1, 0, 1, 1], 1).weights[0]!).toBe(0)
  })
})
