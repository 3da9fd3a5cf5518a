/** The simulated queue around the clock, held to what theory says of it, within what replicates tell about chance. */
import { describe, expect, it } from "vitest"
import { studentReach } from "../../../src/core/evaluation/student.ts"
import { loadOf, waitQuantile } from "../../../src/core/policy/review/erlang.ts"
import { drive, mean, poissonArrivals, queueOf } from "./drive.ts"
import { waitOfOne, waitsOf } from "./textbook.ts"

/** An interval this wide misses one time in a thousand. */
const CONFIDENCE = 0.999
const REPLICATES = 12
const CASES = 3000
/** Those that arrive while the queue still fills are left out. */
const FIRST = 300
/** A quarter of an hour a case. */
const SECONDS = 900

type Figure = (waits: readonly number[]) => number

/** Days that cases waited, by replicate. */
function waitsIn(
  review: Parameters<typeof queueOf>[0],
  perDay: number,
  secondsPerReview: number,
): number[][] {
  return Array.from({ length: REPLICATES }, (_, replicate) => {
    const seed = `steady-${replicate}`
    const arrivals = poissonArrivals(perDay, CASES / perDay, seed)
    const decided = drive(queueOf(review, { seed, secondsPerReview }), arrivals)
    return decided.filter(({ id }) => id >= FIRST).map(({ waited }) => waited)
  })
}

function intervalOf(values: readonly number[]): readonly [number, number] {
  const middle = mean(values)
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
  const reach = studentReach(CONFIDENCE, values.length - 1) * Math.sqrt(variance / values.length)
  return [middle - reach, middle + reach]
}

/** Holds figures of the simulated waits to what theory says, and shows that with times a tenth longer they do not. */
function expectTheory(
  review: Parameters<typeof queueOf>[0],
  perDay: number,
  figures: readonly (readonly [figure: Figure, expected: number])[],
) {
  const plain = waitsIn(review, perDay, SECONDS)
  const slower = waitsIn(review, perDay, 1.1 * SECONDS)
  for (const [figure, expected] of figures) {
    const [low, high] = intervalOf(plain.map(figure))
    expect(low).toBeLessThan(expected)
    expect(high).toBeGreaterThan(expected)
    const [least] = intervalOf(slower.map(figure))
    expect(least).toBeGreaterThan(expected)
  }
}

const shareAbove =
  (days: number): Figure =>
  (waits) =>
    waits.filter((one) => one > days).length / waits.length

describe("the queue in a steady state", () => {
  for (const [reviewers, load] of [
    [1, 0.7],
    [3, 2.4],
    [10, 8.5],
  ])
    it(`waits as M/M/c does with ${reviewers} at a load of ${load}, and a tenth slower it does not`, () => {
      const traffic = { arrivalsPerDay: (load * 86_400) / SECONDS, secondsPerReview: SECONDS, reviewers }
      expect(loadOf(traffic)).toBeCloseTo(load)
      const { waits, days } = waitsOf(traffic)
      expectTheory({ reviewers }, traffic.arrivalsPerDay, [
        [mean, days],
        [shareAbove(0), waits],
        [shareAbove(waitQuantile(traffic, 0.9)), 0.1],
      ])
    })

  for (const serviceTimes of ["lognormal", "fixed"] as const)
    it(`waits as Pollaczek and Khinchine say with ${serviceTimes} times, and a tenth slower it does not`, () => {
      const traffic = { arrivalsPerDay: (0.7 * 86_400) / SECONDS, secondsPerReview: SECONDS }
      expectTheory({ reviewers: 1, serviceTimes }, traffic.arrivalsPerDay, [
        [mean, waitOfOne(traffic, serviceTimes)],
      ])
    })
})
