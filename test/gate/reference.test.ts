/** The gate's tests against what SciPy, statsmodels and brute force say; written by scripts/reference/gate.py. */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { pairedDifferenceInterval } from "../../src/core/evaluation/index.ts"
import { normalTail } from "../../src/core/evaluation/normal-tail.ts"
import { studentReach, studentTwoSided } from "../../src/core/evaluation/student.ts"
import { clustersOf } from "../../src/core/gate/clusters.ts"
import type { Tested } from "../../src/core/gate/difference-test.ts"
import { holmTarone } from "../../src/core/gate/multiplicity.ts"
import { precisionTest } from "../../src/core/gate/precision-test.ts"
import { aucTest, recallAtFpr1Test } from "../../src/core/gate/ranking-tests.ts"
import { shareTest } from "../../src/core/gate/share-test.ts"
import { signFlipTest } from "../../src/core/gate/sign-flip.ts"
import { signFlipSum } from "../../src/core/gate/sign-flip-sum.ts"
import { accountsOf, flaggedSides, groupsOf, rankedSides } from "./two-sides.ts"

interface Known {
  readonly difference: number
  readonly interval: readonly [number, number]
  readonly p: number
  readonly least: number
}

const reference = JSON.parse(readFileSync(new URL("../reference/gate.json", import.meta.url), "utf8")) as {
  student: {
    tails: [t: number, degrees: number, twoSided: number][]
    reaches: [confidence: number, degrees: number, reach: number][]
    normal: [x: number, tail: number][]
  }
  signFlips: { net: number[]; p: number; least: number; binomtest?: number }[]
  signFlipSums: { parts: number[]; variance: number; p: number; least: number }[]
  multiplicity: { tests: [p: number, least: number][]; adjusted: number[] }[]
  comparisons: {
    name: string
    label: number[]
    group: number[]
    before256: number[]
    after256: number[]
    threshold: number
    recall: Known
    fpr: Known
    precision: Known
    auc: Known
    recallAtFpr1: Known
  }[]
}

/** Within so much of the known value, in proportion to it. */
function near(found: number, known: number, relative = 1e-9): void {
  expect(Math.abs(found - known), `${found} for ${known}`).toBeLessThanOrEqual(
    relative * Math.abs(known) + 1e-14,
  )
}

function expectTested(found: Tested | null, known: Known, relative = 1e-9): void {
  expect(found).not.toBeNull()
  near(found!.difference, known.difference)
  near(found!.interval[0], known.interval[0])
  near(found!.interval[1], known.interval[1])
  near(found!.p, known.p, relative)
  near(found!.least, known.least, relative)
}

describe("distributions", () => {
  it("has SciPy's tails and quantiles of Student's t, of whole and broken degrees of freedom", () => {
    for (const [t, degrees, twoSided] of reference.student.tails)
      near(studentTwoSided(t, degrees), twoSided, 1e-8)
    for (const [confidence, degrees, reach] of reference.student.reaches)
      near(studentReach(confidence, degrees), reach, 1e-8)
  })

  it("has SciPy's tail of the normal distribution", () => {
    for (const [x, tail] of reference.student.normal) near(normalTail(x), tail, 1e-12)
  })
})

describe("sign-flip tests", () => {
  it.each(reference.signFlips)("counts all signs of $net", ({ net, p, least, binomtest }) => {
    const found = signFlipTest(net)
    near(found.p, p)
    near(found.least, least)
    if (binomtest !== undefined) near(found.p, binomtest)
  })

  it("counts all signs of parts that are no whole numbers, but for what the grid grants the null hypothesis", () => {
    for (const { parts, variance, p, least } of reference.signFlipSums) {
      const found = signFlipSum(Float64Array.from(parts), variance)
      expect(found.p).toBeGreaterThanOrEqual(p * (1 - 1e-9))
      near(found.p, p, 2e-3)
      expect(found.least).toBeGreaterThanOrEqual(least * (1 - 1e-9))
      near(found.least, least, 2e-3)
    }
  })
})

describe("multiplicity", () => {
  it("adjusts as closed testing over all subsets does", () => {
    for (const { tests, adjusted } of reference.multiplicity)
      for (const [at, value] of holmTarone(tests.map(([p, least]) => ({ p, least }))).entries())
        near(value, adjusted[at])
  })
})

describe.each(reference.comparisons)("two sides: $name", (known) => {
  const scores = {
    label: Uint8Array.from(known.label),
    before: Float32Array.from(known.before256, (value) => value / 256),
    after: Float32Array.from(known.after256, (value) => value / 256),
    threshold: known.threshold,
  }
  const clusters = clustersOf(groupsOf(known.group))
  const flagged = flaggedSides(scores)
  const ranked = rankedSides(scores)

  it.each(["recall", "fpr"] as const)(
    "has the jackknife's interval of %s, but never a narrower one than Bonett and Price's",
    (figure) => {
      const accounts = accountsOf(scores.label, figure === "recall" ? 1 : 0)
      const found = shareTest(flagged, clusters, accounts)
      const count = (from: Uint8Array, to: Uint8Array) =>
        accounts.filter((account) => to[account] > from[account]).length
      const [gained, lost] = [count(flagged.before, flagged.after), count(flagged.after, flagged.before)]
      const [low, high] = pairedDifferenceInterval(gained, lost, accounts.length)
      const interval = [
        Math.min(low, known[figure].interval[0]),
        Math.max(high, known[figure].interval[1]),
      ] as const
      expectTested(found, { ...known[figure], interval })
    },
  )

  it("tests precision as the slope of the label on the side, by cluster", () => {
    // Weights of two sizes are rounded to the grid.
    expectTested(precisionTest(flagged, clusters), known.precision, 2e-3)
  })

  it("tests AUC by placements of all pairs", () => {
    expectTested(aucTest(ranked, clusters), known.auc, 2e-3)
  })

  it("tests recall at a false-positive rate of 1 % by ranks of all pairs", () => {
    expectTested(recallAtFpr1Test(ranked, clusters), known.recallAtFpr1)
  })
})
