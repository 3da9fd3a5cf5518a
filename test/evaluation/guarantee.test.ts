import { describe, expect, it } from "vitest"
import { guaranteedThreshold, guaranteeOf, neededFor } from "../../src/core/evaluation/guarantee.ts"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { type Random, stream } from "../../src/core/random/streams.ts"
import { expectClose } from "./expect-close.ts"
import { guaranteesReference } from "./guarantees-reference.ts"

describe("guaranteeOf", () => {
  it("is what scipy's binomial distribution says, up to a million accounts", () => {
    for (const known of guaranteesReference.guarantees) {
      const found = guaranteeOf(known.authentic, known.maxFpr, known.confidence)
      const { needed, allowed, authentic } = found
      expect({ needed, allowed, authentic }, JSON.stringify(known)).toEqual({
        needed: known.needed,
        allowed: known.allowed,
        authentic: known.authentic,
      })
      expectClose(found.risk ?? Number.NaN, known.risk, 1e-9)
      expectClose(found.leastFpr, known.leastFpr, 1e-10)
    }
  })

  it("takes 2,995 authentic accounts for 0.1 % at 95 %, and then allows none of them", () => {
    expect(neededFor(0.001, 0.95)).toBe(2995)
    expect(guaranteeOf(2994, 0.001, 0.95)).toMatchObject({ allowed: null, risk: null, needed: 2995 })
    expect(guaranteeOf(2995, 0.001, 0.95).allowed).toBe(0)
  })

  it("says what rate the accounts that there are could guarantee", () => {
    const { leastFpr } = guaranteeOf(450, 0.001, 0.95)
    expect(guaranteeOf(450, leastFpr * 1.0001, 0.95).allowed).toBe(0)
    expect(guaranteeOf(450, leastFpr * 0.9999, 0.95).allowed).toBeNull()
    expect(guaranteeOf(0, 0.001, 0.95)).toMatchObject({ allowed: null, leastFpr: 1 })
  })

  it("refuses rates and confidences that are none", () => {
    expect(() => guaranteeOf(100, 0, 0.95)).toThrow("maxFpr must be in (0, 1), got 0")
    expect(() => guaranteeOf(100, 0.01, 1)).toThrow("confidence must be in (0, 1), got 1")
  })
})

describe("guaranteedThreshold", () => {
  it("lies strictly above the order statistic: tied accounts are spared together", () => {
    // 60 authentic accounts, 10 of them tied at 0.5: at 95 % for 30 % there may be 11 above, which parts no tie.
    const authentic = [...Array(45).fill(0.25), ...Array(10).fill(0.5), ...Array(5).fill(0.75)]
    const score = Float32Array.of(...authentic, 0.5, 0.625, 0.875)
    const label = Uint8Array.from(score, (_, account) => (account < 60 ? 0 : 1))
    const index = createScoreIndex(score, label)
    const guarantee = guaranteeOf(60, 0.3, 0.95)
    expect(guarantee.allowed).toBe(11)
    const threshold = guaranteedThreshold(index, guarantee)
    expect(threshold).toBe(0.625)
    expect(index.confusionAt(threshold).falsePositives).toBe(5)
  })

  it("flags nobody when an authentic account that must be spared has the highest score", () => {
    const index = createScoreIndex(
      Float32Array.from({ length: 80 }, (_, account) => (account === 0 ? 1 : 0.5)),
      Uint8Array.from({ length: 80 }, (_, account) => (account > 59 ? 1 : 0)),
    )
    expect(guaranteedThreshold(index, guaranteeOf(60, 0.05, 0.95))).toBe(Number.POSITIVE_INFINITY)
  })

  it("is none where there is no guarantee", () => {
    const index = createScoreIndex(Float32Array.of(0.1, 0.9), Uint8Array.of(0, 1))
    expect(guaranteedThreshold(index, guaranteeOf(1, 0.05, 0.95))).toBeNaN()
  })
})

const REPETITIONS = 1000

interface Distribution {
  readonly name: string
  readonly draw: (random: Random) => number
  /** Chance of a score at or above the threshold. */
  readonly above: (threshold: number) => number
  readonly hasTies: boolean
}

const GRID = 8

const DISTRIBUTIONS: readonly Distribution[] = [
  { name: "even scores", draw: (random) => random(), above: (t) => 1 - t, hasTies: false },
  {
    name: "scores near 0",
    draw: (random) => random() ** 8,
    above: (t) => 1 - t ** (1 / 8),
    hasTies: false,
  },
  {
    name: "scores on a coarse grid",
    draw: (random) => Math.floor(random() ** 2 * GRID) / GRID,
    above: (t) => 1 - Math.sqrt(Math.ceil(t * GRID) / GRID),
    hasTies: true,
  },
  {
    name: "one account in twenty at exactly 1",
    draw: (random) => (random() < 0.05 ? 1 : random()),
    above: (t) => 0.05 + 0.95 * (1 - t),
    hasTies: true,
  },
]

describe("the guarantee, by simulation", () => {
  it.each(
    DISTRIBUTIONS.flatMap((distribution) =>
      (
        [
          [300, 0.05, 0.9],
          [100, 0.1, 0.95],
          [700, 0.02, 0.8],
        ] as const
      ).map(([authentic, maxFpr, confidence]) => ({ ...distribution, authentic, maxFpr, confidence })),
    ),
  )("holds with $confidence for $maxFpr of $authentic accounts, $name", (given) => {
    const { name, draw, above, hasTies, authentic, maxFpr, confidence } = given
    const guarantee = guaranteeOf(authentic, maxFpr, confidence)
    const random = stream("guarantee", `test/${name}`)
    const managed = 40
    const label = Uint8Array.from({ length: authentic + managed }, (_, k) => (k < authentic ? 0 : 1))
    let kept = 0
    let keptAtStatistic = 0
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const score = Float32Array.from(label, (isManaged) => (isManaged ? 1 - random() ** 2 : draw(random)))
      const index = createScoreIndex(score, label)
      const threshold = guaranteedThreshold(index, guarantee)
      if (!Number.isFinite(threshold) || above(threshold) <= maxFpr) kept++
      if (above(index.authenticScores[authentic - 1 - guarantee.allowed!]!) <= maxFpr) keptAtStatistic++
    }
    // Four standard errors of so many repetitions: what chance alone may do.
    const allowance = 4 * Math.sqrt(REPETITIONS * confidence * (1 - confidence))
    expect(kept).toBeGreaterThanOrEqual(confidence * REPETITIONS - allowance)
    // Without ties the order statistic itself exceeds the rate exactly as often as the bound says: none is wasted.
    const exactly = REPETITIONS * (1 - guarantee.risk!)
    if (!hasTies) expect(Math.abs(keptAtStatistic - exactly)).toBeLessThan(allowance)
  })
})
