import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calibrate, fitIsotonic, logOdds, sigmoid } from "../../src/core/detection/fusion/calibration.ts"
import type { IsotonicCurve } from "../../src/core/detection/fusion/model.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { reference } from "./reference.ts"

const BASE_RATE = 0.05
const fit = (score: readonly number[], label: readonly number[], baseRate = BASE_RATE) =>
  fitIsotonic(Float32Array.from(score), Uint8Array.from(label), baseRate)

/** A block's rate after one more account at the base rate. */
const shrunk = (managed: number, accounts: number) => (managed + BASE_RATE) / (accounts + 1)

describe("calibration against scikit-learn's isotonic regression", () => {
  it.each(reference.isotonic)("has its blocks' centres and rates: $name", (known) => {
    const curve = fit(known.score, known.label)
    // Blocks that shrinking would put out of order are joined; where none are, every block is a knot.
    const wanted = known.blocks.map(([accounts, , rate]) => shrunk(rate * accounts, accounts))
    const inOrder = wanted.every((probability, i) => i === 0 || probability > wanted[i - 1]!)
    if (inOrder) {
      expect(curve.score.length).toBe(known.blocks.length)
      for (const [i, [, centre]] of known.blocks.entries()) {
        expectClose(curve.score[i]!, centre)
        expectClose(curve.probability[i]!, wanted[i]!)
        expectClose(calibrate(curve, centre), wanted[i]!)
      }
    } else expectJoinedBlocks(curve, known.blocks)
  })

  it("covers both: blocks that stay and blocks that are joined", () => {
    const joined = reference.isotonic.filter(
      (known) => fit(known.score, known.label).score.length < known.blocks.length,
    )
    expect(joined.length).toBeGreaterThan(0)
    expect(joined.length).toBeLessThan(reference.isotonic.length)
  })
})

/** Every knot is the mean of neighbouring blocks of scikit-learn's, all of them used, in order. */
function expectJoinedBlocks(
  curve: IsotonicCurve,
  blocks: readonly (readonly [number, number, number])[],
): void {
  let block = 0
  for (const [knot, centre] of curve.score.entries()) {
    let accounts = 0
    let scoreSum = 0
    let managed = 0
    do {
      const [weight, mean, rate] = blocks[block++]!
      accounts += weight
      scoreSum += weight * mean
      managed += weight * rate
    } while (block < blocks.length && Math.abs(scoreSum / accounts - centre) > 1e-12)
    expectClose(centre, scoreSum / accounts)
    expectClose(curve.probability[knot]!, shrunk(managed, accounts))
  }
  expect(block).toBe(blocks.length)
}

describe("a calibration curve", () => {
  const populations = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 80,
  })
  const baseRates = fc.double({ min: 0.001, max: 0.999, noNaN: true })

  it("rises, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(populations, baseRates, (accounts, baseRate) => {
        const curve = fit(
          accounts.map(([score]) => score / 40),
          accounts.map(([, label]) => label),
          baseRate,
        )
        for (const [i, probability] of curve.probability.entries()) {
          expect(probability).toBeGreaterThan(0)
          expect(probability).toBeLessThan(1)
          if (i === 0) continue
          expect(curve.score[i]!).toBeGreaterThan(curve.score[i - 1]!)
          expect(probability).toBeGreaterThan(curve.probability[i - 1]!)
        }
        let before = 0
        for (let score = 0; score <= 1; score += 0.01) {
          const probability = calibrate(curve, score)
          expect(probability).toBeGreaterThanOrEqual(before - 1e-15)
          before = probability
        }
      }),
    )
  })

  it("draws straight lines between the blocks' centres and is constant beyond them", () => {
    const curve = { score: [0.2, 0.6], probability: [0.1, 0.5] }
    expect(calibrate(curve, 0)).toBe(0.1)
    expectClose(calibrate(curve, 0.3), 0.2)
    expectClose(calibrate(curve, 0.5), 0.4)
    expect(calibrate(curve, 1)).toBe(0.5)
  })

  it("does not depend on the order of the accounts", () => {
    const score = [0.1, 0.9, 0.5, 0.5, 0.2, 0.7, 0.5]
    const label = [0, 1, 0, 1, 0, 1, 1]
    expect(fit(score.toReversed(), label.toReversed())).toEqual(fit(score, label))
  })

  it("learns from those alone who have a score, and answers a missing one with NaN", () => {
    const curve = fit([0.1, Number.NaN, 0.8, Number.NaN], [0, 1, 1, 0])
    expect(curve).toEqual(fit([0.1, 0.8], [0, 1]))
    expect(calibrate(curve, Number.NaN)).toBeNaN()
  })

  it("is empty, and answers NaN, when nobody has a score", () => {
    const curve = fit([Number.NaN], [1])
    expect(curve).toEqual({ score: [], probability: [] })
    expect(calibrate(curve, 0.5)).toBeNaN()
  })
})

it("log-odds and sigmoid undo each other", () => {
  for (const p of [1e-9, 0.03, 0.5, 0.999]) expectClose(sigmoid(logOdds(p)), p)
})
