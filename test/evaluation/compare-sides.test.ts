import { describe, expect, it } from "vitest"
import {
  type Comparison,
  compareSides,
  DEFAULT_MATTERS,
  type Judgement,
  newcombe,
} from "../../src/core/evaluation/index.ts"
import type { Run } from "../../src/core/run.ts"
import { madeUpRun } from "../store/run.ts"
import { expectClose } from "./expect-close.ts"

function run(salt: number, accounts = 2000): Run {
  const made = madeUpRun({ salt, accounts })
  const whole = new Float32Array(accounts).fill(30)
  const truth = { ...made.columns.truth, fromDay: new Float32Array(accounts), untilDay: whole }
  return { ...made, columns: { ...made.columns, truth } }
}

const judged = (of: Run, threshold: number): Judgement => ({
  run: of,
  score: "co-action",
  definition: of.manifest.scenario.definition,
  threshold,
})

const options = { matters: DEFAULT_MATTERS, cohort: "archetype", listed: 0 } as const

const row = ({ report }: Comparison, figure: string) => report.figures.find((one) => one.figure === figure)!

describe("two sides", () => {
  it("on the same accounts are compared account by account", () => {
    const one = run(1)
    expect(compareSides(judged(one, 0.4), judged(one, 0.6), options).kind).toBe("paired")
  })

  it("on other accounts are compared by their figures, less surely", () => {
    const [a, b] = [run(1), run(2, 3000)]
    const comparison = compareSides(judged(a, 0.5), judged(b, 0.5), options)
    expect(comparison.kind).toBe("unpaired")
    expect([comparison.report.a.run, comparison.report.b.run]).toEqual([a.manifest.id, b.manifest.id])
    const paired = compareSides(judged(a, 0.5), judged(a, 0.5001), options)
    for (const figure of ["recall", "fpr", "auc"]) {
      const { a: before, b: after, difference, interval } = row(comparison, figure)
      expectClose(difference, after - before)
      expect(interval[0]).toBeLessThan(difference)
      expect(interval[1]).toBeGreaterThan(difference)
      const [low, high] = row(paired, figure).interval
      expect(interval[1] - interval[0]).toBeGreaterThan(2 * (high - low))
    }
    expect(row(comparison, "recall").a).toBe(row(paired, "recall").a)
  })

  it("of one content under two names differ by nothing, as far as can be told", () => {
    const a = run(1)
    const b: Run = { ...a, manifest: { ...a.manifest, populationDigest: "f".repeat(64) } }
    const comparison = compareSides(judged(a, 0.5), judged(b, 0.5), options)
    for (const { difference, significant } of comparison.report.figures) {
      expect(difference).toBe(0)
      expect(significant).toBe(false)
    }
  })

  it("yield the same intervals again", () => {
    const compare = () => compareSides(judged(run(1), 0.5), judged(run(2), 0.5), options)
    expect(compare()).toEqual(compare())
  })

  it.each([1, 2])("have precision at the prevalence that is asked for (run %d)", (other) => {
    const sides = [judged(run(1), 0.3), judged(run(other), 0.7)] as const
    const prevalence = 0.01
    const own = compareSides(...sides, options)
    const moved = compareSides(...sides, { ...options, prevalence })
    for (const side of ["a", "b"] as const) {
      const [recall, fpr] = [row(own, "recall")[side], row(own, "fpr")[side]]
      const caught = prevalence * recall
      expectClose(row(moved, "precision")[side], caught / (caught + (1 - prevalence) * fpr))
      expect(row(moved, "ap")[side]).toBeLessThan(row(own, "ap")[side])
    }
    for (const figure of ["recall", "fpr", "auc"])
      expect(row(moved, figure).interval).toEqual(row(own, figure).interval)
    const { difference, interval } = row(moved, "precision")
    expect(interval[0]).toBeLessThanOrEqual(difference)
    expect(interval[1]).toBeGreaterThanOrEqual(difference)
  })
})

describe("the interval of two independent shares", () => {
  // Newcombe 1998, table II, method 10: there the first share less the second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])("of %d/%d and %d/%d is the published one", (x, m, y, n, low, high) => {
    const [found, foundHigh] = newcombe([y / n, n], [x / m, m])
    expect(found).toBeCloseTo(low, 4)
    expect(foundHigh).toBeCloseTo(high, 4)
  })

  it("is all there may be without accounts", () => {
    expect(newcombe([Number.NaN, 0], [0.5, 10])).toEqual([-1, 1])
  })
})
